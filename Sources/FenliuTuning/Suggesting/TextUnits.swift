// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// A text cut into what words are made of: single Han characters, and whole words of alphabets.
///
/// A run is a stretch in which an n-gram may lie: of one kind, without signs, digits or line ends, words of alphabets with single
/// blanks between them. What touches a digit, and a letter that stands alone, is left out: they are numbers, masks and codes.
struct TextUnits: Sendable {
  /// What the units of a run are.
  enum Kind: Sendable {
    case han, alphabet

    /// The lengths of n-grams, in units, that make a word.
    var lengths: ClosedRange<Int> { self == .han ? 2...6 : 1...3 }
    /// What stands between two units.
    var separator: String { self == .han ? "" : " " }
  }

  /// A stretch in which an n-gram may lie.
  struct Run: Sendable {
    var kind: Kind
    var units: [Substring]
    /// How many of the units begin in the opening of the field.
    var opening: Int
  }

  /// How many characters the opening has, white space not counted: as the language has it.
  static let openingLength = 40

  private(set) var runs: [Run] = []

  /// Cuts normalized text.
  init(_ normalized: String) {
    let scalars = normalized.unicodeScalars
    var seen = 0
    var index = scalars.startIndex
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if Self.isHan(scalar) {
        add(normalized[index..<next], .han, isOpening: seen < Self.openingLength, joins: true)
        seen += 1
        index = next
      } else if Folding.isLetterOrDigit(scalar) {
        let start = index
        let isOpening = seen < Self.openingLength
        index = Self.endOfWord(in: scalars, from: index, seen: &seen)
        let word = normalized[start..<index]
        if Self.isWord(word) { add(word, .alphabet, isOpening: isOpening, joins: false) } else { close() }
      } else {
        // One blank between two words keeps them together; every other sign parts them.
        if scalar == " ", runs.last?.kind == .alphabet, !isClosed, !isAfterBlank {
          isAfterBlank = true
        } else {
          close()
        }
        if !Folding.isWhiteSpace(scalar) { seen += 1 }
        index = next
      }
    }
  }

  /// Whether the last run takes no more units.
  private var isClosed = true
  /// Whether one blank came after the last unit.
  private var isAfterBlank = false

  private mutating func close() {
    isClosed = true
    isAfterBlank = false
  }

  private mutating func add(_ unit: Substring, _ kind: Kind, isOpening: Bool, joins: Bool) {
    if isClosed || runs.last?.kind != kind || isAfterBlank == joins {
      runs.append(Run(kind: kind, units: [], opening: 0))
    }
    isClosed = false
    isAfterBlank = false
    runs[runs.count - 1].units.append(unit)
    if isOpening { runs[runs.count - 1].opening += 1 }
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x3400 && Folding.script(of: scalar) == .han
  }

  /// The end of a word of letters and digits, with apostrophes inside.
  private static func endOfWord(
    in scalars: String.UnicodeScalarView, from start: String.Index, seen: inout Int
  ) -> String.Index {
    var index = start
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let next = scalars.index(after: index)
      if isHan(scalar) { break }
      if !Folding.isLetterOrDigit(scalar) {
        guard scalar == "'", next < scalars.endIndex, Folding.isLetter(scalars[next]), !isHan(scalars[next]) else {
          break
        }
      }
      seen += 1
      index = next
    }
    return index
  }

  /// Whether it is a word: two letters at least, without digits, or one of the two English words that have one letter.
  private static func isWord(_ word: Substring) -> Bool {
    word == "i" || word == "a"
      || word.unicodeScalars.count > 1
        && word.unicodeScalars.allSatisfy { $0 == "'" || Folding.isLetter($0) && $0.properties.numericType == nil }
  }
}
