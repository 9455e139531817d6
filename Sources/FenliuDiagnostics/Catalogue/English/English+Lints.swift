// SPDX-License-Identifier: Apache-2.0

extension English {
  /// What checks find that compile and run the rules.
  static let lints = [
    "prohibited-hits-restraint": "the rule '{rule}' hits the restraint case '{case}', which no prohibited rule may"
  ]
}
