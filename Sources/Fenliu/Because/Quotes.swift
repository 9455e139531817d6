// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The words that one reason quotes: the first three that differ, as stretches of a draft's texts.
struct Quotes: Sendable {
  static let most = 3
  private var ranges: [3 of Range<Int>] = .init(repeating: 0..<0)
  private(set) var count = 0

  var isEmpty: Bool { count == 0 }
  /// Whether no further word is quoted.
  var isFull: Bool { count == Self.most }

  subscript(place: Int) -> Range<Int> { ranges[place] }

  /// Quotes a word, unless there are three or it is one of them.
  mutating func add(_ range: Range<Int>, of texts: [UInt8]) {
    if isFull { return }
    for place in 0..<count where Self.areSame(ranges[place], range, texts.span) { return }
    ranges[count] = range
    count += 1
  }

  /// Adds the words of others.
  mutating func add(_ others: Quotes, of texts: [UInt8]) {
    for place in 0..<others.count { add(others[place], of: texts) }
  }

  /// Whether two stretches are the same text, as `String` compares: canonically equivalent ones are.
  private static func areSame(_ one: Range<Int>, _ other: Range<Int>, _ texts: Span<UInt8>) -> Bool {
    if one == other { return true }
    let (first, second) = (texts.extracting(one), texts.extracting(other))
    if first.count == second.count, first.indices.allSatisfy({ first[$0] == second[$0] }) { return true }
    if isPlain(first), isPlain(second) { return false }
    return text(first) == text(second)
  }

  /// Whether the text is of ASCII and U+4000 to U+9FFF only, none of which is equivalent to anything else: other bytes are another text.
  private static func isPlain(_ bytes: Span<UInt8>) -> Bool {
    bytes.indices.allSatisfy { place in
      let byte = bytes[place]
      return byte < 0xC0 || (0xE4...0xE9).contains(byte)
    }
  }

  private static func text(_ bytes: Span<UInt8>) -> String {
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
  }
}
