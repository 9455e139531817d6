// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Keys and the kinds of their values.
  static let schema = [
    "unknown-key": "{a owner} has no key named '{key}'",
    "missing-key": "{a owner} needs the key '{key}'",
    "wrong-kind": "{a expected} is expected here, not {a found}",
    "empty-value": "the key '{key}' has no value",
    "unknown-value": "'{value}' is not a value of '{key}', which takes {values}",
    "bad-number": "'{value}' is not a number",
    "bad-version": "this program reads version 1 of the rule language, not '{value}'",
  ]
}
