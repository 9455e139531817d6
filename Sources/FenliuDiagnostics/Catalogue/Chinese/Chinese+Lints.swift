// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// What checks find that compile and run the rules.
  static let lints = [
    "prohibited-hits-restraint": "规则“{rule}”命中了克制案例“{case}”，违禁规则都不得命中它"
  ]
}
