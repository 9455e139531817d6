// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What an expression is asked about: one post, with what has been found in it so far.
///
/// Each answer has a default of "unknown" or "no", so that a context implements only what its place in the language knows.
public protocol ExpressionContext {
  /// The value of a number, nil when it is unknown.
  func number(_ variable: NumberVariable) -> Double?
  /// Whether the text is one of the values; an unknown text is none of them.
  func text(_ variable: TextVariable, isIn values: [String]) -> Bool
  /// How many hits a pattern has.
  func count(of pattern: PatternIndex) -> Int
  /// Whether two patterns have hits so near to each other; with `inOrder` the first one's hit must end before.
  func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool
  /// The points of a category.
  func points(ofCategory index: Int) -> Double
  /// The points of several topics together.
  func points(ofTopics indices: [Int]) -> Double
}

extension ExpressionContext {
  public func number(_ variable: NumberVariable) -> Double? { nil }
  public func text(_ variable: TextVariable, isIn values: [String]) -> Bool { false }
  public func count(of pattern: PatternIndex) -> Int { 0 }
  public func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool { false }
  public func points(ofCategory index: Int) -> Double { 0 }
  public func points(ofTopics indices: [Int]) -> Double { 0 }
}

extension NumberExpression {
  /// The value, nil when the expression is a bare name whose number is unknown. Total: nothing divides by zero or overflows.
  public func value(in context: some ExpressionContext) -> Double? {
    if case .variable(let variable) = self { return context.number(variable) }
    return known(in: context)
  }

  /// The value with unknown numbers read as 0, as arithmetic does.
  public func known(in context: some ExpressionContext) -> Double {
    switch self {
    case .constant(let value): return value
    case .variable(let variable): return context.number(variable) ?? 0
    case .count(let pattern): return Double(context.count(of: pattern))
    case .categoryPoints(let index): return context.points(ofCategory: index)
    case .topicPoints(let indices): return context.points(ofTopics: indices)
    case .sum(let left, let right): return left.known(in: context) + right.known(in: context)
    case .difference(let left, let right): return left.known(in: context) - right.known(in: context)
    case .product(let left, let right): return left.known(in: context) * right.known(in: context)
    case .quotient(let left, let right):
      let divisor = right.known(in: context)
      return divisor == 0 ? 0 : left.known(in: context) / divisor
    case .log10(let inner):
      let argument = inner.known(in: context)
      #if canImport(Glibc)
        return Glibc.log10(max(argument, 1))
      #elseif canImport(Musl)
        return Musl.log10(max(argument, 1))
      #else
        return Darwin.log10(max(argument, 1))
      #endif
    case .minimum(let left, let right): return min(left.known(in: context), right.known(in: context))
    case .maximum(let left, let right): return max(left.known(in: context), right.known(in: context))
    }
  }
}

extension Condition {
  /// Whether the condition holds. A comparison with an unknown number is false.
  public func holds(in context: some ExpressionContext) -> Bool {
    switch self {
    case .compare(let left, let comparison, let right):
      guard let left = left.value(in: context), let right = right.value(in: context) else { return false }
      switch comparison {
      case .atLeast: return left >= right
      case .more: return left > right
      case .atMost: return left <= right
      case .less: return left < right
      case .equal: return left == right
      case .different: return left != right
      }
    case .isIn(let variable, let values): return context.text(variable, isIn: values)
    case .hits(let pattern): return context.count(of: pattern) > 0
    case .near(let first, let second, let within):
      return context.areNear(first, second, within: within, inOrder: false)
    case .before(let first, let second, let within):
      return context.areNear(first, second, within: within, inOrder: true)
    case .atLeast(let least, let patterns):
      var found = 0
      for pattern in patterns where context.count(of: pattern) > 0 {
        found += 1
        if found >= least { return true }
      }
      return found >= least
    case .and(let left, let right): return left.holds(in: context) && right.holds(in: context)
    case .or(let left, let right): return left.holds(in: context) || right.holds(in: context)
    case .not(let inner): return !inner.holds(in: context)
    }
  }
}
