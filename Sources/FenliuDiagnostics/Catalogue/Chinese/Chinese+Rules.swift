// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  static let rules: [String: String] = [:]
}
