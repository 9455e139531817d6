// SPDX-License-Identifier: Apache-2.0
import FenliuExpression

/// A condition, and whether it asks how near hits lie to each other.
struct ConditionPlan: Sendable {
  let condition: Condition
  /// Whether a field's geometry is needed to answer it.
  let asksDistance: Bool

  init(_ condition: Condition) {
    self.condition = condition
    asksDistance = Self.asksDistance(condition)
  }

  private static func asksDistance(_ condition: Condition) -> Bool {
    switch condition {
    case .near(_, _, let within), .before(_, _, let within): within != .post
    case .and(let left, let right), .or(let left, let right): asksDistance(left) || asksDistance(right)
    case .not(let inner): asksDistance(inner)
    case .compare, .isIn, .hits, .atLeast: false
    }
  }
}
