// SPDX-License-Identifier: Apache-2.0

/// A proven upper bound on work, as a polynomial in the number of characters ahead.
///
/// `coefficients[d]` counts the work that grows with the d-th power. A bound of one coefficient does not depend on the
/// text: searches with such a regex take time linear in the text.
public struct WorkBound: Hashable, Sendable {
  /// From the constant upwards.
  public let coefficients: [Int]

  /// A bound with the coefficients given, the constant first.
  public init(_ coefficients: [Int]) { self.coefficients = coefficients }

  /// The bound for a text with `characters` characters ahead; the greatest `Int` where it has no room.
  public func callAsFunction(_ characters: Int) -> Int {
    var sum = 0
    for coefficient in coefficients.reversed() {
      let (product, tooLarge) = sum.multipliedReportingOverflow(by: characters)
      let (next, stillTooLarge) = product.addingReportingOverflow(coefficient)
      if tooLarge || stillTooLarge { return .max }
      sum = next
    }
    return sum
  }
}
