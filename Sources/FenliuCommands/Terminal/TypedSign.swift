// SPDX-License-Identifier: Apache-2.0

/// The signs between the parts of what is typed, as a keyboard gives them in English or in Chinese.
enum TypedSign {
  /// Between two parts.
  static func isComma(_ character: Character) -> Bool { character == "," || character == "，" }
  /// Between a name and its value.
  static func isEquals(_ character: Character) -> Bool { character == "=" || character == "＝" }
  /// Between what is measured and of what.
  static func isColon(_ character: Character) -> Bool { character == ":" || character == "：" }
  /// Behind hundredths.
  static func isPercent(_ character: Character) -> Bool { character == "%" || character == "％" }
}
