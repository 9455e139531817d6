// SPDX-License-Identifier: Apache-2.0

extension Chinese {
  /// Expressions.
  static let expressions = [
    "expression-syntax": "这里应当是{expected}，而不是{q found}",
    "unknown-name": "没有名为“{name}”的数值或函数",
    "name-not-here": "“{name}”不能用在 {place} 里",
    "not-a-truth-value": "这里应当是条件，而不是数字或文字",
    "not-a-number": "这里应当是数字，而不是条件或文字",
    "operator-needs-spaces": "{operator} 两边须有空格",
    "unknown-category": "没有名为“{name}”的类别",
    "unknown-topic": "没有名为“{name}”的主题",
    "unknown-pattern": "规则里没有名为“{name}”的模式",
    "bad-proximity": "“{found}”不是距离",
    "division-by-zero": "除以零得 0",
    "expression-too-deep": "表达式嵌套太深",
  ]
}
