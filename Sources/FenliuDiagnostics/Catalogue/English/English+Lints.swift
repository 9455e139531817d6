// SPDX-License-Identifier: Apache-2.0

extension English {
  static let lints: [String: String] = [:]
}
