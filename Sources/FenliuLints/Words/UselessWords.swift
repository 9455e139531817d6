// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuExpression
import FenliuMatching
import FenliuModel
import FenliuNormalization
import FenliuRules

/// Words that can never make their rule hit, because the rule itself takes every hit of them away; and rules all of whose
/// words are such.
struct UselessWords {
  let pack: LintedPack
  let index: WordIndex

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for rule in pack.rules.rules.indices { found += dead(rule) + inTwoLines(rule) }
    return found + unlessWords() + listAllow() + negators()
  }

  // MARK: allow and none

  /// The words of a rule that `allow` or `none` kills; where those are all words of a line, the rule.
  private func dead(_ rule: Int) -> [Diagnostic] {
    let definition = pack.rules.rules[rule]
    let phrases = definition.allow + (definition.category == .danger ? [] : pack.rules.allow)
    let allowed = Set(phrases.flatMap { FoldedWord($0).literals })
    let none = pack.uses[rule].first { $0.role == .none }.map { members($0.line) } ?? [:]
    guard !allowed.isEmpty || !none.isEmpty else { return [] }
    var found: [Diagnostic] = []
    for use in pack.uses[rule] where use.isRequired {
      var isLineDead = pack.isPlain(use.line)
      var ofLine: [Diagnostic] = []
      for word in pack.words(of: use.line) {
        if let diagnostic = deadly(word, definition, allowed, none) {
          // A list may have more than this rule wants of it.
          if use.line.words.contains(word) { ofLine.append(diagnostic) }
        } else {
          isLineDead = false
        }
      }
      if isLineDead {
        return [
          Diagnostic(
            .warning, .ruleNeverHolds, facts: ["rule": .text(definition.key)], at: definition.span,
            related: [.init(span: pack.span(use.key, of: rule), code: .theOtherOne)])
        ]
      }
      found += ofLine
    }
    return found
  }

  private func deadly(_ word: Word, _ rule: Rule, _ allowed: Set<Literal>, _ none: [Int: Word]) -> Diagnostic? {
    let folded = FoldedWord(word)
    if !folded.literals.isEmpty, folded.literals.allSatisfy({ isCovered($0, by: allowed) }) {
      return Diagnostic(
        .warning, .wordInAllow, facts: ["word": .text(word.written), "rule": .text(rule.key)], at: word.span)
    }
    guard !none.isEmpty,
      let killer = index.inside(folded).filter({ none[$0] != nil && !index.allowed.contains($0) }).min()
    else { return nil }
    return Diagnostic(
      .warning, .wordInNone,
      facts: ["word": .text(word.written), "other": .text(none[killer]!.written), "rule": .text(rule.key)],
      at: word.span, related: related(none[killer]!))
  }

  private func isCovered(_ literal: Literal, by allowed: Set<Literal>) -> Bool {
    allowed.contains(literal) || allowed.contains(Literal(bytes: literal.bytes, isOpen: true))
  }

  /// Words of a list that its own `allow` kills.
  private func listAllow() -> [Diagnostic] {
    pack.rules.lists.flatMap { list -> [Diagnostic] in
      let allowed = Set(list.allow.flatMap { FoldedWord($0).literals })
      guard !allowed.isEmpty else { return [] }
      return list.words.compactMap { word in
        let literals = FoldedWord(word).literals
        guard !literals.isEmpty, literals.allSatisfy({ isCovered($0, by: allowed) }) else { return nil }
        return Diagnostic(
          .warning, .wordInAllow, facts: ["word": .text(word.written), "rule": .text("$" + list.name)], at: word.span)
      }
    }
  }

  private func members(_ line: Line) -> [Int: Word] {
    var members: [Int: Word] = [:]
    for word in pack.words(of: line) {
      if let id = index.id(of: word), members[id] == nil { members[id] = word }
    }
    return members
  }

  private func related(_ word: Word) -> [Diagnostic.Related] {
    word.span.map { [.init(span: $0, code: .theOtherOne)] } ?? []
  }

  // MARK: unless

  /// Words that hold a word of their rule's `unless`, and do not make the rule hit where they stand alone.
  ///
  /// What is a hit is asked of the matcher itself, since a denial or a promise inside the word saves it.
  private func unlessWords() -> [Diagnostic] {
    var candidates: [(rule: Int, word: Word, other: Word)] = []
    for (rule, definition) in pack.rules.rules.enumerated() where definition.isAnyOnly {
      guard let unless = pack.uses[rule].first(where: { $0.role == .unless }) else { continue }
      let members = members(unless.line)
      for use in pack.uses[rule] where use.role == .any && !members.isEmpty {
        for word in pack.words(of: use.line) {
          guard let id = index.inside(FoldedWord(word)).filter({ members[$0] != nil }).min() else { continue }
          candidates.append((rule, word, members[id]!))
        }
      }
    }
    guard !candidates.isEmpty, var alone = LoneMatcher(pack.rules, keeping: Set(candidates.map(\.rule))) else {
      return []
    }
    var told: Set<Word> = []
    return candidates.compactMap { candidate in
      guard let text = candidate.word.shortestText, !alone.hits(text).contains(candidate.rule),
        told.insert(candidate.word).inserted
      else { return nil }
      return Diagnostic(
        .warning, .wordInUnless,
        facts: [
          "word": .text(candidate.word.written), "other": .text(candidate.other.written),
          "rule": .text(pack.rules.rules[candidate.rule].key),
        ], at: candidate.word.span, related: related(candidate.other))
    }
  }

  // MARK: lines

  /// Words that two lines have of which each must hit: one hit does for both.
  private func inTwoLines(_ rule: Int) -> [Diagnostic] {
    var lines: [Int: [(LineUse, Set<FoldedWord>)]] = [:]
    var found: [Diagnostic] = []
    for use in pack.uses[rule] {
      let group: Int
      switch use.role {
      case .all: group = -1
      case .near(let number, _): group = number
      case .any, .none, .unless, .named: continue
      }
      let words = pack.words(of: use.line)
      let keys = Set(words.map(FoldedWord.init))
      if let word = words.first(where: { word in
        lines[group, default: []].contains { $0.1.contains(FoldedWord(word)) }
      }) {
        let isOwn = use.line.words.contains(word)
        found.append(
          Diagnostic(
            .warning, .wordInTwoLines,
            facts: ["word": .text(word.written), "rule": .text(pack.rules.rules[rule].key)],
            at: isOwn ? word.span : pack.span(use.key, of: rule)))
      }
      lines[group, default: []].append((use, keys))
    }
    return found
  }

  // MARK: negators

  private func negators() -> [Diagnostic] {
    guard pack.places.negators.count == pack.rules.negators.count else { return [] }
    var known = Set(Affirmation.builtInNegators.map { Array(Folded.text($0).utf8) })
    return zip(pack.rules.negators, pack.places.negators).compactMap { word, span in
      guard !known.insert(Array(Folded.text(word).utf8)).inserted else { return nil }
      return Diagnostic(
        .warning, .knownNegator, facts: ["word": .text(word)], at: span,
        fixIts: ItemRemoval.mend(span, in: pack.sources))
    }
  }
}
