// SPDX-License-Identifier: Apache-2.0

/// The ways of writing a digit.
///
/// Digits of ASCII, full width, ① and their like are one after folding; what is left are Chinese numerals, in everyday writing and on
/// banknotes, and the circled and bracketed digits that have no form of their own.
package enum Numerals {
  /// What stands for 0 to 9, one line each; the digit of ASCII first.
  private static let lines: [[String]] = [
    ["0", "零", "〇", "⓿", "0\u{20E3}"],
    ["1", "一", "壹", "幺", "❶", "➀", "➊", "⓵", "⑴", "⒈", "㈠", "1\u{20E3}"],
    ["2", "二", "贰", "两", "❷", "➁", "➋", "⓶", "⑵", "⒉", "㈡", "2\u{20E3}"],
    ["3", "三", "叁", "❸", "➂", "➌", "⓷", "⑶", "⒊", "㈢", "3\u{20E3}"],
    ["4", "四", "肆", "❹", "➃", "➍", "⓸", "⑷", "⒋", "㈣", "4\u{20E3}"],
    ["5", "五", "伍", "❺", "➄", "➎", "⓹", "⑸", "⒌", "㈤", "5\u{20E3}"],
    ["6", "六", "陆", "❻", "➅", "➏", "⓺", "⑹", "⒍", "㈥", "6\u{20E3}"],
    ["7", "七", "柒", "❼", "➆", "➐", "⓻", "⑺", "⒎", "㈦", "7\u{20E3}"],
    ["8", "八", "捌", "❽", "➇", "➑", "⓼", "⑻", "⒏", "㈧", "8\u{20E3}"],
    ["9", "九", "玖", "❾", "➈", "➒", "⓽", "⑼", "⒐", "㈨", "9\u{20E3}"],
  ]

  /// The other ways of writing a digit; empty for what is none.
  package static func others(of scalar: Unicode.Scalar) -> [[Unicode.Scalar]] {
    let written = String(scalar)
    guard let line = lines.first(where: { $0.contains(written) }) else { return [] }
    return line.filter { $0 != written }.map { Array($0.unicodeScalars) }
  }
}
