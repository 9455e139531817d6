// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What stands between quotation marks in a post, field by field, whoever is said to have said it.
///
/// Zones are for telling whose words are whose, and are narrow where a grievance would be lost. These are for rules that must never hold for
/// words that somebody only repeats: any marks, however far apart, over line ends and inside every zone.
struct PostQuotations: Sendable {
  private var title = Quotations()
  private var text = Quotations()
  private var isMade = false

  /// Forgets the post, keeps the memory.
  mutating func removeAll() { isMade = false }

  /// Reads both fields, once per post.
  mutating func make(title: Span<UInt8>, text: Span<UInt8>) {
    guard !isMade else { return }
    isMade = true
    self.title.read(title)
    self.text.read(text)
  }

  /// Whether a hit touches a quotation.
  func touch(_ entry: Collected.Entry) -> Bool {
    let range = Int(entry.start)..<Int(entry.end)
    return entry.field == Field.title.rawValue ? title.touch(range) : text.touch(range)
  }
}

/// The quotations of one field.
struct Quotations: Sendable {
  /// Apart from each other, from left to right, with their marks.
  private(set) var ranges: [Range<Int>] = []
  /// Where the marks of each pair stand that are open.
  private var open: [[Int]] = Array(repeating: [], count: Mark.pairs)

  /// Finds them. A closing mark belongs to the last one of its pair that is open; a mark that is never closed quotes nothing.
  mutating func read(_ text: Span<UInt8>) {
    ranges.removeAll(keepingCapacity: true)
    for pair in open.indices { open[pair].removeAll(keepingCapacity: true) }
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      guard byte == 0x22 || byte == 0x27 || byte >= 0xC2 else {
        offset += 1
        continue
      }
      let (scalar, end) = Scalars.decode(at: offset, in: text)
      if let mark = Mark(scalar), !(mark.isSingle && Self.isApostrophe(offset, end, in: text)) {
        note(mark, offset..<end, in: text)
      }
      offset = end
    }
  }

  /// Whether some bytes touch a quotation.
  func touch(_ range: Range<Int>) -> Bool {
    var low = 0
    var high = ranges.count
    // Invariant: all up to `low` end before the bytes, all from `high` on do not.
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound < range.upperBound
  }

  private mutating func note(_ mark: Mark, _ place: Range<Int>, in text: Span<UInt8>) {
    let isOpening: Bool
    switch mark.side {
    case .opening: isOpening = true
    case .closing: isOpening = false
    case .either:
      isOpening = open[mark.pair].isEmpty
      // A digit has inches and minutes behind it, a letter an apostrophe.
      if isOpening, place.lowerBound > 0, Self.isDigit(text[place.lowerBound - 1]) { return }
      if isOpening, mark.isSingle, Self.isLetter(before: place.lowerBound, in: text) { return }
    }
    if isOpening { return open[mark.pair].append(place.lowerBound) }
    guard var start = open[mark.pair].popLast() else { return }
    // What lies inside is part of it, and what overlaps is one with it.
    while let last = ranges.last, last.upperBound > start {
      start = min(start, last.lowerBound)
      ranges.removeLast()
    }
    ranges.append(start..<place.upperBound)
  }

  /// Whether a single mark stands between letters: don’t.
  private static func isApostrophe(_ start: Int, _ end: Int, in text: Span<UInt8>) -> Bool {
    isLetter(before: start, in: text) && end < text.count && (isDigit(text[end]) || isLetter(text[end]))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 || (0xC3..<0xD0).contains(byte) }

  /// Whether a Latin letter or a digit stands before a byte.
  private static func isLetter(before offset: Int, in text: Span<UInt8>) -> Bool {
    guard let before = Scalars.before(offset, in: text) else { return false }
    return isDigit(text[before.start]) || isLetter(text[before.start])
  }
}

/// A quotation mark.
private struct Mark {
  enum Side { case opening, closing, either }

  /// How many pairs of marks there are.
  static let pairs = 11

  /// Those that belong together have one number.
  let pair: Int
  let side: Side
  /// Whether it may be an apostrophe.
  var isSingle = false

  init?(_ scalar: UInt32) {
    switch scalar {
    case 0x22: (pair, side) = (0, .either)
    case 0x27: (pair, side, isSingle) = (1, .either, true)
    case 0x201C: (pair, side) = (2, .opening)  // “
    case 0x201D: (pair, side) = (2, .closing)  // ”
    case 0x2018: (pair, side) = (3, .opening)  // ‘
    case 0x2019: (pair, side, isSingle) = (3, .closing, true)  // ’
    case 0x300C: (pair, side) = (4, .opening)  // 「
    case 0x300D: (pair, side) = (4, .closing)  // 」
    case 0x300E: (pair, side) = (5, .opening)  // 『
    case 0x300F: (pair, side) = (5, .closing)  // 』
    case 0x301D: (pair, side) = (6, .opening)  // 〝
    case 0x301E, 0x301F: (pair, side) = (6, .closing)  // 〞
    case 0xFE41: (pair, side) = (7, .opening)  // ﹁
    case 0xFE42: (pair, side) = (7, .closing)  // ﹂
    case 0xFE43: (pair, side) = (8, .opening)  // ﹃
    case 0xFE44: (pair, side) = (8, .closing)  // ﹄
    case 0xAB: (pair, side) = (9, .opening)  // «
    case 0xBB: (pair, side) = (9, .closing)  // »
    case 0x2039: (pair, side) = (10, .opening)  // ‹
    case 0x203A: (pair, side) = (10, .closing)  // ›
    default: return nil
    }
  }
}
