// SPDX-License-Identifier: Apache-2.0

/// A condition with what each part of it came to, for people who ask why it holds or does not.
public indirect enum ConditionFinding: Hashable, Sendable {
  /// Two numbers, nil where one is unknown.
  case compare(NumberExpression, Condition.Comparison, NumberExpression, left: Double?, right: Double?, holds: Bool)
  /// Something that has no parts: a source, a pattern.
  case plain(Condition, holds: Bool)
  case all([ConditionFinding])
  case any([ConditionFinding])
  case not(ConditionFinding)

  /// Whether it holds.
  public var holds: Bool {
    switch self {
    case .compare(_, _, _, _, _, let holds), .plain(_, let holds): holds
    case .all(let parts): parts.allSatisfy(\.holds)
    case .any(let parts): parts.contains(where: \.holds)
    case .not(let inner): !inner.holds
    }
  }

  /// By how much a comparison fails, where more of its left side would make it hold: 1.52 for `total >= 5` at 3.48.
  public var shortfall: Double? {
    guard case .compare(_, let comparison, _, let left?, let right?, false) = self,
      comparison == .atLeast || comparison == .more
    else { return nil }
    return right - left
  }

  /// The comparisons in it, from left to right.
  public var comparisons: [ConditionFinding] {
    switch self {
    case .compare: [self]
    case .plain: []
    case .all(let parts), .any(let parts): parts.flatMap(\.comparisons)
    case .not(let inner): inner.comparisons
    }
  }
}

extension Condition {
  /// What the condition and each part of it come to. `holds` of the whole is what `holds(in:)` says.
  public func finding(in context: some ExpressionContext) -> ConditionFinding {
    switch self {
    case .compare(let left, let comparison, let right):
      .compare(
        left, comparison, right, left: left.value(in: context), right: right.value(in: context),
        holds: holds(in: context)
      )
    case .isIn, .hits, .near, .before, .atLeast: .plain(self, holds: holds(in: context))
    case .and(let left, let right): .all(left.parts(of: context, and: true) + right.parts(of: context, and: true))
    case .or(let left, let right): .any(left.parts(of: context, and: false) + right.parts(of: context, and: false))
    case .not(let inner): .not(inner.finding(in: context))
    }
  }

  /// The findings of what `and`, or `or`, joins.
  private func parts(of context: some ExpressionContext, and: Bool) -> [ConditionFinding] {
    switch (self, and) {
    case (.and(let left, let right), true), (.or(let left, let right), false):
      left.parts(of: context, and: and) + right.parts(of: context, and: and)
    default: [finding(in: context)]
    }
  }
}
