// SPDX-License-Identifier: Apache-2.0
import FenliuExpression

/// Whether a condition can hold at all.
///
/// The comparisons in it are set true and false in every combination, and of each that makes the condition true it is asked
/// whether some post could be so: whether each number has room left, each text a value. Where there are too many
/// combinations the answer is yes; it is no only where that is certain.
struct ConditionTruth {
  private static let mostAtoms = 14

  /// What a number may be, whatever the post.
  let bounds: (NumberExpression) -> Interval

  /// False only where no post fulfils the condition.
  func canHold(_ condition: Condition) -> Bool {
    var atoms: [Condition] = []
    Self.collect(condition, into: &atoms)
    guard atoms.count <= Self.mostAtoms else { return true }
    for combination in 0..<(1 << atoms.count) {
      func isSet(_ atom: Condition) -> Bool {
        atoms.firstIndex(of: atom).map { combination >> $0 & 1 == 1 } ?? false
      }
      if Self.isTrue(condition, isSet), isPossible(atoms, { combination >> $0 & 1 == 1 }) { return true }
    }
    return false
  }

  private static func collect(_ condition: Condition, into atoms: inout [Condition]) {
    switch condition {
    case .and(let left, let right), .or(let left, let right):
      collect(left, into: &atoms)
      collect(right, into: &atoms)
    case .not(let inner): collect(inner, into: &atoms)
    default: if !atoms.contains(condition) { atoms.append(condition) }
    }
  }

  private static func isTrue(_ condition: Condition, _ holds: (Condition) -> Bool) -> Bool {
    switch condition {
    case .and(let left, let right): isTrue(left, holds) && isTrue(right, holds)
    case .or(let left, let right): isTrue(left, holds) || isTrue(right, holds)
    case .not(let inner): !isTrue(inner, holds)
    default: holds(condition)
    }
  }

  /// Whether some post makes exactly these atoms true.
  private func isPossible(_ atoms: [Condition], _ isSet: (Int) -> Bool) -> Bool {
    var numbers: [NumberExpression: Interval] = [:]
    var texts: [TextVariable: Set<String>] = [:]
    func narrow(_ number: NumberExpression, _ comparison: Condition.Comparison, _ value: Double) {
      numbers[number] = (numbers[number] ?? bounds(number)).narrowed(comparison, value)
    }
    // What is true first: it makes numbers and texts known, of which then nothing false may hold.
    for (place, atom) in atoms.enumerated() where isSet(place) {
      switch atom {
      case .compare(let left, let comparison, let right):
        let (number, value, turned) = Self.oneSided(left, comparison, right)
        narrow(number, turned, value)
        if case .difference = number, number != left {
          for side in [left, right] { narrow(side, .atLeast, -.infinity) }
        }
      case .isIn(let variable, let values): texts[variable] = texts[variable]?.intersection(values) ?? Set(values)
      case .hits(let pattern): narrow(.count(pattern), .atLeast, 1)
      case .near(let first, let second, _), .before(let first, let second, _):
        for pattern in [first, second] { narrow(.count(pattern), .atLeast, 1) }
      case .atLeast, .and, .or, .not: break
      }
    }
    for (place, atom) in atoms.enumerated() where !isSet(place) {
      switch atom {
      case .compare(let left, let comparison, let right):
        let (number, value, turned) = Self.oneSided(left, comparison, right)
        // A comparison with an unknown number is false.
        if numbers[number] != nil || Self.isAlwaysKnown(number) { narrow(number, turned.opposite, value) }
      case .isIn(let variable, let values): texts[variable]?.subtract(values)
      case .hits(let pattern): narrow(.count(pattern), .less, 1)
      case .near, .before, .atLeast, .and, .or, .not: break
      }
    }
    return numbers.values.allSatisfy { !$0.isEmpty } && texts.values.allSatisfy { !$0.isEmpty }
  }

  /// A comparison as one of an expression with a number.
  private static func oneSided(
    _ left: NumberExpression, _ comparison: Condition.Comparison, _ right: NumberExpression
  ) -> (NumberExpression, Double, Condition.Comparison) {
    if case .constant(let value) = right { return (left, value, comparison) }
    if case .constant(let value) = left { return (right, value, comparison.turned) }
    return (.difference(left, right), 0, comparison)
  }

  /// Whether a number is never unknown: only a bare name can be.
  private static func isAlwaysKnown(_ number: NumberExpression) -> Bool {
    switch number {
    case .variable(let variable): variable == .total
    case .difference(let left, let right): isAlwaysKnown(left) && isAlwaysKnown(right)
    default: true
    }
  }
}
