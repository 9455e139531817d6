// SPDX-License-Identifier: Apache-2.0

/// Reads the counts that exports hold: how often a post was read, passed on, answered, liked.
///
///     1200   "1,234"   １２３   1.2万   3千   10万+   1.5亿   2.3k   1.2e4
///
/// Cells that say that nobody knows (empty, `-`, `--`, `—`, `无`, `未知`, `暂无`, `N/A`, `null`, `none`, `unknown`) are
/// unknown. Anything else, a negative number among it, is refused. Fractions of one are dropped.
package enum CountParser {
  /// What a cell says.
  package enum Reading: Hashable, Sendable {
    case count(Int)
    case unknown
    case notACount
  }

  /// Counts above this are slips: more readers than there ever were people.
  static let greatest = 1_000_000_000_000_000

  /// What text says that was typed.
  package static func reading(of text: String) -> Reading { reading(of: Array(text.utf8).span) }

  /// What the UTF-8 text says.
  static func reading(of text: Span<UInt8>) -> Reading {
    let range = text.trimmedRange(0..<text.count)
    if range.isEmpty { return .unknown }
    guard range.count <= 64 else { return .notACount }
    // Counts in ASCII digits are nearly all there are.
    if range.count <= 15 {
      var value = 0
      var place = range.lowerBound
      while place < range.upperBound, text[place].isDigit {
        value = value * 10 + Int(text[place] &- 0x30)
        place += 1
      }
      if place == range.upperBound { return .count(value) }
    }
    var characters: [Unicode.Scalar] = []
    for scalar in String(copying: text, range).unicodeScalars {
      // Full-width signs and digits come to half width.
      let isFullWidth = (0xFF01...0xFF5E).contains(scalar.value)
      characters.append(isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    let lowered = String(String.UnicodeScalarView(characters)).lowercased()
    if AbsentValue.isMeant(by: lowered) { return .unknown }
    return count(Array(lowered.unicodeScalars))
  }

  /// Reads digits with commas between them, a fraction, a power of ten or a unit, and a final `+`.
  private static func count(_ text: [Unicode.Scalar]) -> Reading {
    var place = 0
    // Invariant: the number read so far is digits × 10^scale.
    var digits = 0
    var scale = 0
    var hasDigits = false
    var groups: [Int] = [0]
    var isFraction = false
    reading: while place < text.count {
      switch text[place] {
      case "0"..."9":
        hasDigits = true
        // A fraction beyond what a count can show does not change it.
        if isFraction, scale <= -12 { break }
        guard digits < 100_000_000_000_000_000 else { return .notACount }
        digits = digits * 10 + Int(text[place].value - 0x30)
        if isFraction { scale -= 1 } else { groups[groups.count - 1] += 1 }
      case ",":
        guard !isFraction, hasDigits else { return .notACount }
        groups.append(0)
      case ".":
        guard !isFraction else { return .notACount }
        isFraction = true
      default: break reading
      }
      place += 1
    }
    guard hasDigits, groups.count == 1 || groups.dropFirst().allSatisfy({ $0 == 3 }) && groups[0] <= 3 else {
      return .notACount
    }
    if place < text.count, text[place] == "e" {
      guard let power = exponent(text[(place + 1)...]) else { return .notACount }
      scale += power
      place = text.count
    }
    while place < text.count, let power = units[text[place]] {
      scale += power
      place += 1
    }
    if place < text.count, text[place] == "+" { place += 1 }
    guard place == text.count else { return .notACount }
    return scaled(digits, by: scale)
  }

  private static let units: [Unicode.Scalar: Int] = [
    "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "k": 3, "w": 4, "m": 6,
  ]

  private static func exponent(_ text: ArraySlice<Unicode.Scalar>) -> Int? {
    guard (1...4).contains(text.count) else { return nil }
    return Int(String(String.UnicodeScalarView(text)))
  }

  private static func scaled(_ digits: Int, by scale: Int) -> Reading {
    var value = digits
    if scale < 0 {
      for _ in 0..<min(-scale, 20) { value /= 10 }
    } else {
      for _ in 0..<scale where value > 0 {
        guard value <= greatest else { return .notACount }
        value *= 10
      }
    }
    return value <= greatest ? .count(value) : .notACount
  }
}
