// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuKeywords
public import FenliuModel

/// A word of which a part stands in a text, and not the whole.
public struct PartialWord: Hashable, Sendable {
  /// The word.
  public var word: Word
  /// What of it stands there.
  public enum Finding: Hashable, Sendable {
    /// The first parts of it, so many; the next one does not stand where it should.
    case parts(Int)
    /// A later part alone, by its place.
    case laterPart(Int)
    /// All but one character.
    case oneCharacterOff
  }
  public var finding: Finding
  public var field: Field
  /// The normalized bytes of what stands there.
  public var range: Range<Int>

  /// How near it is to the whole word: of several parts the share found.
  public var nearness: Double {
    switch finding {
    case .parts(let count): Double(count) / Double(max(word.parts.count, 1))
    case .laterPart: 0.5 / Double(max(word.parts.count, 1))
    case .oneCharacterOff: 0.9
    }
  }
}

/// Looks for parts of words where the words themselves were not found: one scan for the parts of all words asked about.
public struct WordParts: Sendable {
  private let fields: [(field: Field, bytes: [UInt8])]
  /// The places of each part that was found, field by field, from left to right.
  private var places: [[[UInt8]: [Range<Int>]]]

  /// How many places of one part are kept. A post in which a part stands more often is not near because of it.
  static let mostPlaces = 200
  /// How many characters of a field are compared one by one for a word that differs in one.
  static let mostCompared = 4_000

  /// Looks for the parts of `words` in the fields of a post.
  public init(of words: [Word], title: NormalizedText, text: NormalizedText) {
    fields = [(.title, title.bytes), (.text, text.bytes)].filter { !$0.1.isEmpty }
    let parts = words.filter { $0.parts.count > 1 }.flatMap(\.parts).flatMap(\.choices)
    let literals = Set(parts.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty })
      .sorted { $0.lexicographicallyPrecedes($1) }
    let automaton = KeywordAutomaton(literals)
    places = fields.map { _ in [:] }
    for (index, field) in fields.enumerated() {
      automaton.forEachHit(in: field.bytes.span) { literal, range in
        let literal = literals[Int(literal.index)]
        if places[index][literal, default: []].count < Self.mostPlaces {
          places[index][literal, default: []].append(range)
        }
      }
    }
  }

  /// What stands there of a word; nil: nothing worth telling. The word is one of those asked about.
  public func partial(_ word: Word) -> PartialWord? {
    let parts = word.parts.map { part in part.choices.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty } }
    if parts.count == 1 { return parts[0].count == 1 ? oneOff(word, parts[0][0]) : nil }
    var best: PartialWord?
    for (index, (field, bytes)) in fields.enumerated() {
      for start in occurrences(of: parts[0], in: index) {
        let (count, range) = chain(from: start, parts, word.parts.map(\.gap), bytes, index)
        let found = PartialWord(word: word, finding: .parts(count), field: field, range: range)
        if found.nearness > best?.nearness ?? 0 { best = found }
      }
      guard best == nil else { continue }
      for (place, part) in parts.enumerated().dropFirst() {
        // A single character of a later part stands everywhere.
        guard let range = occurrences(of: part.filter { $0.count > 3 }, in: index).first else { continue }
        best = PartialWord(word: word, finding: .laterPart(place), field: field, range: range)
        break
      }
    }
    return best
  }

  /// How many parts follow each other from one on, and where they stand.
  private func chain(
    from first: Range<Int>, _ parts: [[[UInt8]]], _ gaps: [Int], _ bytes: [UInt8], _ index: Int
  ) -> (count: Int, range: Range<Int>) {
    var range = first
    for place in 1..<parts.count {
      let next = occurrences(of: parts[place], in: index).first { $0.lowerBound >= range.upperBound }
      guard let next else { return (place, range) }
      let between = range.upperBound..<next.lowerBound
      // No character has more than four bytes.
      guard between.count <= 4 * gaps[place], bytes[between].count(where: { $0 & 0xC0 != 0x80 }) <= gaps[place],
        !Marks.hasClauseEnd(from: between.lowerBound, to: between.upperBound, in: bytes.span)
      else { return (place, range) }
      range = range.lowerBound..<next.upperBound
    }
    return (parts.count, range)
  }

  /// Where one of several literals stands, by place.
  private func occurrences(of choices: [[UInt8]], in index: Int) -> [Range<Int>] {
    choices.flatMap { places[index][$0] ?? [] }.sorted {
      ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
    }
  }

  /// A stretch that differs from a literal of at least four characters in one of them.
  private func oneOff(_ word: Word, _ literal: [UInt8]) -> PartialWord? {
    let sought = Array(String(decoding: literal, as: UTF8.self).unicodeScalars)
    guard sought.count >= 4 else { return nil }
    for (field, bytes) in fields {
      let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix(Self.mostCompared))
      guard text.count >= sought.count else { continue }
      for start in 0...text.count - sought.count {
        var different = 0
        for place in sought.indices where text[start + place] != sought[place] {
          different += 1
          if different > 1 { break }
        }
        guard different == 1 else { continue }
        let before = text[..<start].reduce(0) { $0 + UTF8.width($1) }
        let length = text[start..<start + sought.count].reduce(0) { $0 + UTF8.width($1) }
        return PartialWord(word: word, finding: .oneCharacterOff, field: field, range: before..<before + length)
      }
    }
    return nil
  }
}
