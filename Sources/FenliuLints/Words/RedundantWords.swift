// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// Words that change nothing because another word of the same list or line finds all that they find.
///
/// Only what is certain is said: not where every word gives points of its own (`each`), nor where distances are counted in
/// characters, nor where the shorter word may lie in a phrase that `allow` excuses.
struct RedundantWords {
  let pack: LintedPack
  let index: WordIndex

  func findings() -> [Diagnostic] {
    var found: [Diagnostic] = []
    let uses = listUses()
    for (place, list) in pack.rules.lists.enumerated() {
      found += repeated(list.words)
      guard let ways = uses[place], ways.allSatisfy({ isCovering($0.use, of: $0.rule) }),
        list.allow.allSatisfy({ $0.parts.count == 1 })
      else { continue }
      found += inside(list.words, of: members(list.words))
    }
    var pairs: Set<[Int]> = []
    for (rule, lines) in pack.uses.enumerated() {
      for use in lines {
        let own = use.line.words
        found += repeated(own)
        found += twice(use, own, of: rule, &pairs)
        guard isCovering(use, of: rule), !own.isEmpty else { continue }
        found += inside(own, of: members(pack.isPlain(use.line) ? pack.words(of: use.line) : own))
      }
    }
    return found
  }

  /// The lines that use each list.
  private func listUses() -> [Int: [(rule: Int, use: LineUse)]] {
    var uses: [Int: [(rule: Int, use: LineUse)]] = [:]
    for (rule, lines) in pack.uses.enumerated() {
      for use in lines {
        for case .list(let list) in use.line { uses[list.index, default: []].append((rule, use)) }
      }
    }
    return uses
  }

  /// Whether a hit of a part of a word does all that a hit of the word does.
  private func isCovering(_ use: LineUse, of rule: Int) -> Bool {
    let rule = pack.rules.rules[rule]
    guard rule.each == nil, (rule.allow + pack.rules.allow).allSatisfy({ $0.parts.count == 1 }) else { return false }
    if case .characters = use.within { return false }
    switch use.role {
    case .any, .all, .near, .none: return true
    case .unless, .named: return false
    }
  }

  /// Words that are another one once both are normalized. Equal texts are told when the list is read.
  private func repeated(_ words: [Word]) -> [Diagnostic] {
    var first: [FoldedWord: Word] = [:]
    var found: [Diagnostic] = []
    for word in words {
      let key = FoldedWord(word)
      guard let other = first[key] else {
        first[key] = word
        continue
      }
      guard other.written != word.written, let span = word.span else { continue }
      var diagnostic = Diagnostic(
        .warning, .sameNormalized, facts: ["word": .text(word.written), "other": .text(other.written)], at: span,
        related: related(other))
      // Of two points an author has to choose.
      if word.points == other.points { diagnostic.fixIts = ItemRemoval.mend(span, in: pack.sources) }
      found.append(diagnostic)
    }
    return found
  }

  private func members(_ words: [Word]) -> [Int: Word] {
    var members: [Int: Word] = [:]
    for word in words {
      if let id = index.id(of: word), members[id] == nil { members[id] = word }
    }
    return members
  }

  /// Words that hold another one of the members, which finds all that they find and gives no less.
  private func inside(_ words: [Word], of members: [Int: Word]) -> [Diagnostic] {
    words.compactMap { word in
      let folded = FoldedWord(word)
      let own = folded.literal.flatMap { index.id(of: $0) }
      let shorter = index.inside(folded).filter { id in
        guard id != own, !index.allowed.contains(id), let other = members[id] else { return false }
        if word.points == nil && other.points == nil { return true }
        guard let points = word.points, let enough = other.points else { return false }
        return points <= enough
      }
      let shortest = shorter.min { left, right in
        (index.length(of: left), left) < (index.length(of: right), right)
      }
      guard let shortest, let other = members[shortest], let span = word.span else { return nil }
      return Diagnostic(
        .warning, .wordInsideWord, facts: ["word": .text(word.written), "other": .text(other.written)], at: span,
        related: related(other), fixIts: ItemRemoval.mend(span, in: pack.sources))
    }
  }

  /// Words of a line that one of its lists has too, and the first word that two of its lists share.
  private func twice(
    _ use: LineUse, _ own: [Word], of rule: Int, _ pairs: inout Set<[Int]>
  ) -> [Diagnostic] {
    let lists = use.line.lists
    guard !lists.isEmpty, lists.count > 1 || !own.isEmpty else { return [] }
    let key = pack.rules.rules[rule].key
    var found: [Diagnostic] = []
    var first: [FoldedWord: (list: Int, word: Word)] = [:]
    for list in lists {
      for word in pack.rules.lists[list].words {
        let folded = FoldedWord(word)
        guard let other = first[folded] else {
          first[folded] = (list, word)
          continue
        }
        guard other.list != list, pairs.insert([other.list, list]).inserted else { continue }
        found.append(
          Diagnostic(
            .warning, .wordTwiceInLine, facts: ["word": .text(word.written), "rule": .text(key)], at: word.span,
            related: related(other.word)))
      }
    }
    for word in own {
      guard let other = first[FoldedWord(word)] else { continue }
      found.append(
        Diagnostic(
          .warning, .wordTwiceInLine, facts: ["word": .text(word.written), "rule": .text(key)], at: word.span,
          related: related(other.word), fixIts: ItemRemoval.mend(word.span, in: pack.sources)))
    }
    return found
  }

  private func related(_ word: Word) -> [Diagnostic.Related] {
    word.span.map { [.init(span: $0, code: .theOtherOne)] } ?? []
  }
}

extension Line {
  /// The words that stand in the line itself.
  var words: [Word] {
    compactMap { pattern in
      if case .word(let word) = pattern { return word }
      return nil
    }
  }

  /// The lists that the line names, each once.
  var lists: [Int] {
    var lists: [Int] = []
    for case .list(let list) in self where !lists.contains(list.index) { lists.append(list.index) }
    return lists
  }
}
