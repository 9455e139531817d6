// SPDX-License-Identifier: Apache-2.0

/// Shares as people read them.
enum ShareText {
  /// `part` of `whole` in percent with two digits, rounded half up: `0.31%`; `0.00%` of nothing.
  static func percent(_ part: Int, of whole: Int) -> String {
    let hundredths = whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole)
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
