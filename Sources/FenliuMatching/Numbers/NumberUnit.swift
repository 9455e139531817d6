// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// A spelling of a unit that numbers are read before, with everything that its characters decide.
///
/// Made once when a matcher is made. A unit that begins with 个 has several spellings: 个月 is also found in 两个多月
/// and, worth a half more, in 两个半月.
struct NumberUnit: Sendable {
  /// What is counted.
  let kind: NumberName
  /// The spelling, normalized.
  let bytes: [UInt8]
  /// How many bytes of the spelling belong to the number: 万元 counts in 元.
  let scaleBytes: Int
  /// What one of this unit is in what `kind` counts: a year is 12 months.
  let multiplier: Int
  /// See `multiplier`: a fen is a hundredth.
  let divisor: Int
  /// The half of 个半月, in ten-thousandths.
  let addition: Int
  /// Whether the unit also writes ranks: 前三名.
  let isRank: Bool
  /// Whether the unit also writes doors: 502户.
  let isHousehold: Bool
  /// Whether the unit also writes dates.
  let isDate: Bool
  /// Whether it is the year.
  let isYear: Bool
  /// The greatest number that is a date before this unit.
  let lastDate: Int
  /// Words that the unit begins, without the unit, by the last byte of their first character; those in `exceptions` are
  /// longer and no such words after all. A unit in a row of a post asks at each of its places, so most askers must be
  /// answered without walking over the words.
  private let continuations: [UInt8: [[UInt8]]]
  private let exceptions: [[UInt8]]

  /// All spellings of the units of a pattern, which are normalized and not empty: 人 is also found in 三十五个人, where the pattern does not
  /// have 个 by itself.
  static func spellings(of units: [String], kind: NumberName) -> [NumberUnit] {
    var all = Set(units).sorted().flatMap { spellings(of: $0, kind: kind) }
    if kind == .people, units.contains("人"), !units.contains("个"), !units.contains("个人") {
      all.append(NumberUnit("个人", base: "人", kind: kind, addition: 0))
    }
    return all
  }

  /// All spellings of a unit. `unit` is normalized and not empty.
  static func spellings(of unit: String, kind: NumberName) -> [NumberUnit] {
    var all = [NumberUnit(unit, base: unit, kind: kind, addition: 0)]
    if unit.hasPrefix("个"), unit != "个" {
      let rest = unit.dropFirst()
      for blur in ["多", "来", "余", "几", "半"] {
        let half = blur == "半" ? Quantity.one / 2 : 0
        all.append(NumberUnit("个" + blur + rest, base: unit, kind: kind, addition: half))
      }
    }
    return all
  }

  private init(_ spelling: String, base: String, kind: NumberName, addition: Int) {
    self.kind = kind
    bytes = Array(spelling.utf8)
    var scale = 0
    scales: for character in spelling.unicodeScalars {
      switch NumberToken(character.value) {
      case .small, .large: scale += character.utf8.count
      default: break scales
      }
    }
    scaleBytes = scale
    let unscaled = String(decoding: bytes[scale...], as: UTF8.self)
    (multiplier, divisor) = UnitTable.factor(of: addition == 0 && spelling == base ? unscaled : base, in: kind)
    self.addition = addition * multiplier / divisor
    isRank = base == "名"
    isHousehold = base == "户"
    isYear = base == "年"
    isDate = ["日", "号", "月", "年"].contains(base)
    lastDate = base == "月" ? 12 : 31
    let last = String(unscaled)
    continuations = Dictionary(grouping: UnitTable.continuations(of: last).map { Array($0.utf8) }) { $0[2] }
    exceptions = UnitTable.exceptions(of: last).map { Array($0.utf8) }
  }

  /// Whether the text after the unit makes another word of it, or turns "at least" into "at most".
  func continues(after end: Int, in text: Span<UInt8>) -> Bool {
    guard end < text.count else { return false }
    let next = text[end]
    // A unit in letters is a whole word.
    if let last = bytes.last, last < 0x80, (0x61...0x7A).contains(next) || (0x30...0x39).contains(next) { return true }
    guard next >= 0x80 else { return false }
    if Scalars.starts(with: UnitTable.below, at: end, in: text) { return true }
    // All of them begin with a character of Chinese, which has three bytes.
    guard end + 2 < text.count, let words = continuations[text[end + 2]] else { return false }
    for exception in exceptions where Scalars.starts(with: exception, at: end, in: text) { return false }
    for continuation in words where Scalars.starts(with: continuation, at: end, in: text) { return true }
    return false
  }
}
