// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuKeywords
import FenliuModel

/// All words without gaps and choices that rules and lists of a pack look for, and the question which of them lie in a text.
///
/// One automaton answers for all, so that a list of 100,000 words is compared with itself in one pass over its bytes.
struct WordIndex {
  private let automaton: KeywordAutomaton
  private let literals: [Literal]
  private let ids: [Literal: Int]
  /// The words that lie in some phrase of `allow`, the pack's, a rule's or a list's.
  private(set) var allowed: Set<Int> = []

  init(_ pack: LintedPack) {
    var ids: [Literal: Int] = [:]
    var literals: [Literal] = []
    func add(_ word: Word) {
      guard let literal = FoldedWord(word).literal, ids[literal] == nil else { return }
      ids[literal] = literals.count
      literals.append(literal)
    }
    for list in pack.rules.lists { list.words.forEach(add) }
    for use in pack.uses.joined() {
      for case .word(let word) in use.line { add(word) }
    }
    self.ids = ids
    self.literals = literals
    automaton = KeywordAutomaton(literals.map(\.bytes))
    let phrases = pack.rules.allow + pack.rules.lists.flatMap(\.allow) + pack.rules.rules.flatMap(\.allow)
    for phrase in phrases {
      for choice in FoldedWord(phrase).parts.joined() {
        automaton.forEachHit(in: choice.span) { id, _ in allowed.insert(Int(id.index)) }
      }
    }
  }

  /// The number of a word; nil where it has gaps or choices.
  func id(of word: Word) -> Int? { FoldedWord(word).literal.flatMap { ids[$0] } }

  /// The number of a text.
  func id(of literal: Literal) -> Int? { ids[literal] }

  /// How many bytes a word has.
  func length(of id: Int) -> Int { literals[id].bytes.count }

  /// The words that are found wherever a text is found, itself among them where it is one.
  func inside(_ text: Literal) -> Set<Int> {
    var found: Set<Int> = []
    let bytes = text.bytes
    automaton.forEachHit(in: bytes.span) { id, range in
      let literal = literals[Int(id.index)]
      let first = Folding.scalar(at: range.lowerBound, in: bytes.span)
      let last = Folding.scalar(before: range.upperBound, in: bytes.span)
      // At the text's own edges its own letters see to it that nothing touches them.
      if let first, Folding.isWholeWordCharacter(first), range.lowerBound > 0,
        let before = Folding.scalar(before: range.lowerBound, in: bytes.span), Folding.isWholeWordCharacter(before)
      {
        return
      }
      if !literal.isOpen, let last, Folding.isWholeWordCharacter(last) {
        if range.upperBound == bytes.count {
          if text.isOpen { return }
        } else if let after = Folding.scalar(at: range.upperBound, in: bytes.span),
          Folding.isWholeWordCharacter(after)
        {
          return
        }
      }
      found.insert(Int(id.index))
    }
    return found
  }

  /// The words that are found wherever a word with gaps or choices is found.
  func inside(_ word: FoldedWord) -> Set<Int> {
    var found: Set<Int> = []
    for (place, part) in word.parts.enumerated() {
      let isLast = place == word.parts.count - 1
      var common: Set<Int>?
      for choice in part {
        let own = inside(Literal(bytes: choice, isOpen: isLast && word.hasOpenEnd))
        common = common?.intersection(own) ?? own
        if common?.isEmpty == true { break }
      }
      found.formUnion(common ?? [])
    }
    return found
  }
}
