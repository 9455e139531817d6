// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Words of our own that facts name.
  static let terms: [String: String] = [:]

  /// What related places are.
  static let notes: [String: String] = [:]

  /// How to mend what no fix-it mends.
  static let helps: [String: String] = [:]
}
