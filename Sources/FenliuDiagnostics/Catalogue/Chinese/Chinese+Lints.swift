// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  static let lints: [String: String] = [:]
}
