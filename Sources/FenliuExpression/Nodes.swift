// SPDX-License-Identifier: Apache-2.0

/// A number that an expression can ask for by name.
public enum NumberVariable: String, Hashable, Sendable, CaseIterable {
  case people, months, days, amount
  case views, reposts, replies, likes, reach
  case total
}

/// A text that a condition can compare with a list of values.
public enum TextVariable: String, Hashable, Sendable, CaseIterable {
  case source, region
}

/// The place of a named pattern in the rule that names it.
public struct PatternIndex: Hashable, Sendable {
  /// Where the pattern stands among the rule's `patterns`.
  public let index: Int
  /// The pattern at `index`.
  public init(_ index: Int) { self.index = index }
}

/// An expression whose value is a number.
public indirect enum NumberExpression: Hashable, Sendable {
  case constant(Double)
  case variable(NumberVariable)
  /// How many hits a pattern has.
  case count(PatternIndex)
  /// The points of a category, by its place in the rule set.
  case categoryPoints(Int)
  /// The points of the topics that a glob fits, by their places in the rule set.
  case topicPoints([Int])
  case sum(NumberExpression, NumberExpression)
  case difference(NumberExpression, NumberExpression)
  case product(NumberExpression, NumberExpression)
  case quotient(NumberExpression, NumberExpression)
  /// log10(max(x, 1))
  case log10(NumberExpression)
  case minimum(NumberExpression, NumberExpression)
  case maximum(NumberExpression, NumberExpression)
}

/// An expression whose value is true or false.
public indirect enum Condition: Hashable, Sendable {
  /// How two numbers are compared.
  public enum Comparison: String, Hashable, Sendable {
    case atLeast = ">="
    case more = ">"
    case atMost = "<="
    case less = "<"
    case equal = "="
    case different = "!="
  }

  case compare(NumberExpression, Comparison, NumberExpression)
  case isIn(TextVariable, [String])
  /// A named pattern has a hit.
  case hits(PatternIndex)
  /// Two patterns have hits so near to each other.
  case near(PatternIndex, PatternIndex, Proximity)
  /// The same, and the first one's hit ends before the second one's begins.
  case before(PatternIndex, PatternIndex, Proximity)
  /// At least so many of the patterns have a hit.
  case atLeast(Int, of: [PatternIndex])
  case and(Condition, Condition)
  case or(Condition, Condition)
  case not(Condition)
}
