// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel

/// The most points that rules, categories and expressions can come to.
struct PointBounds {
  /// By category, after its cap.
  private let categories: [Double]

  init(_ pack: LintedPack) {
    var sums = [Double](repeating: 0, count: pack.rules.categories.count)
    for (place, rule) in pack.rules.rules.enumerated() where rule.status == .active || rule.status == .deprecated {
      sums[rule.category.index] += Self.most(of: rule, pack.uses[place], pack)
    }
    categories = zip(pack.rules.categories, sums).map { category, sum in
      category.cap.map { min($0.value, sum) } ?? sum
    }
  }

  private static func most(of rule: Rule, _ uses: [LineUse], _ pack: LintedPack) -> Double {
    let own = natural(rule.points).high
    let words = uses.flatMap { pack.words(of: $0.line) }.compactMap(\.points?.value).max() ?? 0
    return max(own, words, 0) * Double(rule.each ?? 1)
  }

  /// What an expression of `levels` may be.
  func interval(_ expression: NumberExpression) -> Interval {
    Self.interval(expression) { leaf in
      switch leaf {
      case .categoryPoints(let index): return Interval(low: 0, high: categories[index])
      case .variable(.total):
        let all = categories.indices.filter { $0 != CategoryID.prohibited.index }
        return Interval(low: 0, high: all.reduce(0) { $0 + categories[$1] })
      default: return .natural
      }
    }
  }

  /// What an expression may be where its names may be any number from 0 on.
  static func natural(_ expression: NumberExpression) -> Interval { interval(expression) { _ in .natural } }

  private static func interval(
    _ expression: NumberExpression, _ leaf: (NumberExpression) -> Interval
  ) -> Interval {
    func of(_ part: NumberExpression) -> Interval { interval(part, leaf) }
    switch expression {
    case .constant(let value): return Interval(low: value, high: value)
    case .variable, .count, .categoryPoints, .topicPoints: return leaf(expression)
    case .sum(let left, let right): return of(left) + of(right)
    case .difference(let left, let right): return of(left) - of(right)
    case .product(let left, let right): return of(left) * of(right)
    case .quotient: return Interval(low: -.infinity, high: .infinity)
    case .log10(let inner):
      return Interval(low: 0, high: of(inner).high == .infinity ? .infinity : max(of(inner).high, 0))
    case .minimum(let left, let right):
      let (left, right) = (of(left), of(right))
      return Interval(low: min(left.low, right.low), high: min(left.high, right.high))
    case .maximum(let left, let right):
      let (left, right) = (of(left), of(right))
      return Interval(low: max(left.low, right.low), high: max(left.high, right.high))
    }
  }
}
