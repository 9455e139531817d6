// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// What posts show of rules and words: too many hits, or none.
struct CorpusLints {
  let pack: LintedPack
  let corpus: CorpusCount
  /// Of a rule or word that hits more than this share of the posts it is said.
  let share: Double

  func findings() -> [Diagnostic] {
    guard corpus.posts > 0, corpus.hits.count == pack.rules.rules.count else { return [] }
    return rules() + words()
  }

  private func rules() -> [Diagnostic] {
    zip(pack.rules.rules, corpus.hits).compactMap { rule, hits in
      if hits == 0 {
        return Diagnostic(
          .note, .neverHits, facts: ["rule": .text(rule.key), "posts": .number(corpus.posts)], at: rule.span)
      }
      return isBroad(hits) ? broad(.term("rule"), rule.key, hits, rule.span) : nil
    }
  }

  /// Words of lines that must hit. Each stands once, however many rules use its list.
  private func words() -> [Diagnostic] {
    var told: Set<CorpusCount.WordKey> = []
    return pack.uses.joined().filter { $0.isRequired || $0.key == "patterns" }.flatMap { use in
      pack.words(of: use.line).compactMap { word -> Diagnostic? in
        let key = CorpusCount.WordKey(written: word.written, origin: word.origin)
        guard let hits = corpus.words[key], isBroad(hits), told.insert(key).inserted else { return nil }
        return broad(.term("word"), word.written, hits, word.span)
      }
    }
  }

  private func isBroad(_ hits: Int) -> Bool { Double(hits) > share * Double(corpus.posts) }

  private func broad(_ kind: Diagnostic.Fact, _ name: String, _ hits: Int, _ span: SourceSpan?) -> Diagnostic {
    let percent = (Double(hits) * 100 / Double(corpus.posts)).rounded()
    return Diagnostic(
      .warning, .tooBroad,
      facts: [
        "kind": kind, "name": .text(name), "hits": .number(hits), "posts": .number(corpus.posts),
        "share": .number(Int(percent)),
      ], at: span)
  }
}
