// SPDX-License-Identifier: Apache-2.0

/// What a folded scalar is worth as a digit.
enum DigitValue {
  /// Of ASCII, to which folding brings the others.
  @inline(__always)
  static func plain(_ scalar: Unicode.Scalar) -> UInt8? {
    let value = scalar.value &- 48
    return value < 10 ? UInt8(truncatingIfNeeded: value) : nil
  }

  /// Of Chinese, as people spell telephone numbers out: 一三八, 幺三八, 壹叁捌.
  static func chinese(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar {
    case "〇", "零", "○": 0
    case "一", "壹", "幺": 1
    case "二", "贰", "两": 2
    case "三", "叁": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }
}
