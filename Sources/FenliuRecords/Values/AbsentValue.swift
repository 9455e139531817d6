// SPDX-License-Identifier: Apache-2.0

/// The words that exports write into a cell of which nobody knows the value.
enum AbsentValue {
  /// Whether the words, in lower case and half width, say so.
  static func isMeant(by text: String) -> Bool { words.contains(text) }

  private static let words: Set<String> = [
    "-", "--", "—", "——", "/", "无", "未知", "暂无", "n/a", "na", "null", "none", "unknown", "nil",
  ]
}
