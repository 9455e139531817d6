// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// How to mend what no fix-it mends.
  static let helps: [String: String] = [:]
}
