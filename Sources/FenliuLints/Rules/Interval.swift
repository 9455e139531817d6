// SPDX-License-Identifier: Apache-2.0
import FenliuExpression

/// The numbers that an expression may be.
struct Interval: Hashable {
  var low: Double
  var high: Double
  /// Whether the ends themselves are out.
  var isLowOpen = false
  var isHighOpen = false

  /// What counts and points may be.
  static let natural = Interval(low: 0, high: .infinity)

  var isEmpty: Bool { low > high || low == high && (isLowOpen || isHighOpen) }

  /// What is left where a comparison with a number holds.
  func narrowed(_ comparison: Condition.Comparison, _ value: Double) -> Interval {
    var result = self
    switch comparison {
    case .atLeast, .more:
      let isOpen = comparison == .more
      if value > low || value == low && isOpen { (result.low, result.isLowOpen) = (value, isOpen) }
    case .atMost, .less:
      let isOpen = comparison == .less
      if value < high || value == high && isOpen { (result.high, result.isHighOpen) = (value, isOpen) }
    case .equal: return narrowed(.atLeast, value).narrowed(.atMost, value)
    case .different:
      if low == high, low == value { result.isLowOpen = true }
    }
    return result
  }

  static func + (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low + right.low, high: left.high + right.high)
  }

  static func - (left: Interval, right: Interval) -> Interval {
    Interval(low: left.low - right.high, high: left.high - right.low)
  }

  static func * (left: Interval, right: Interval) -> Interval {
    let products = [left.low, left.high].flatMap { a in
      [right.low, right.high].map { b in a == 0 || b == 0 ? 0 : a * b }
    }
    return Interval(low: products.min() ?? -.infinity, high: products.max() ?? .infinity)
  }
}

extension Condition.Comparison {
  /// The comparison that holds where this one does not.
  var opposite: Condition.Comparison {
    switch self {
    case .atLeast: .less
    case .more: .atMost
    case .atMost: .more
    case .less: .atLeast
    case .equal: .different
    case .different: .equal
    }
  }

  /// The same with its sides changed.
  var turned: Condition.Comparison {
    switch self {
    case .atLeast: .atMost
    case .more: .less
    case .atMost: .atLeast
    case .less: .more
    case .equal, .different: self
    }
  }
}
