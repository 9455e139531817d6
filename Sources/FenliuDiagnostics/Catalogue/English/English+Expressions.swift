// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Expressions.
  static let expressions = [
    "expression-syntax": "{a expected} is expected here, not {q found}",
    "unknown-name": "no value or function is named '{name}'",
    "name-not-here": "'{name}' cannot be used in '{place}'",
    "not-a-truth-value": "a condition is expected here, not a number or text",
    "not-a-number": "a number is expected here, not a condition or text",
    "operator-needs-spaces": "a space has to stand on each side of {operator}",
    "unknown-category": "no category is named '{name}'",
    "unknown-topic": "no topic is named '{name}'",
    "unknown-pattern": "the rule has no pattern named '{name}'",
    "bad-proximity": "'{found}' is not a distance",
    "division-by-zero": "a division by zero gives 0",
    "expression-too-deep": "the expression nests too deep",
  ]
}
