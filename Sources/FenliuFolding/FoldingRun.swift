// SPDX-License-Identifier: Apache-2.0

/// Scalars in a row that become as many others in a row: one word of `FoldingData.runs`.
///
/// `41+1A>61` says that the 26 (hexadecimal 1A) scalars from U+0041 become those from U+0061, and `100/2+18>101` that
/// every second of 24 does.
struct FoldingRun {
  /// The first scalar that changes.
  var first: UInt32
  /// How many change.
  var count: UInt32
  /// How far one is from the next, in the source as in the target.
  var step: UInt32
  /// What the first one becomes.
  var target: UInt32

  /// The scalar at a place of the run.
  func source(_ index: UInt32) -> UInt32 { first + index * step }

  /// The runs that a text of the tables lists.
  static func all(in text: String) -> [FoldingRun] {
    words(of: text).map { word in
      var rest = word[...]
      var run = FoldingRun(first: number(&rest), count: 1, step: 1, target: 0)
      if takes("/", &rest) { run.step = number(&rest) }
      if takes("+", &rest) { run.count = number(&rest) }
      precondition(takes(">", &rest), "a run of the tables says what it becomes")
      run.target = number(&rest)
      return run
    }
  }

  /// The ranges that a text of the tables lists: `41-5A 61`.
  static func ranges(in text: String) -> [ClosedRange<UInt32>] {
    words(of: text).map(range)
  }

  /// The ranges that a text of the tables lists behind names: `latin: 41-5A 61-7A greek: 370-373`.
  static func namedRanges(in text: String) -> [(name: String, ranges: [ClosedRange<UInt32>])] {
    var found: [(name: String, ranges: [ClosedRange<UInt32>])] = []
    for word in words(of: text) {
      if word.last == UInt8(ascii: ":") {
        found.append((String(decoding: word.dropLast(), as: UTF8.self), []))
      } else {
        found[found.count - 1].ranges.append(range(word))
      }
    }
    return found
  }

  private static func words(of text: String) -> [[UInt8]] {
    text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map(Array.init)
  }

  private static func range(_ word: [UInt8]) -> ClosedRange<UInt32> {
    var rest = word[...]
    let first = number(&rest)
    return first...(takes("-", &rest) ? number(&rest) : first)
  }

  private static func takes(_ sign: Unicode.Scalar, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: sign) else { return false }
    rest.removeFirst()
    return true
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> UInt32 {
    var value: UInt32 = 0
    while let byte = rest.first {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return value
      }
      rest.removeFirst()
    }
    return value
  }
}
