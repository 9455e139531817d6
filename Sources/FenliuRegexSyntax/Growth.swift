// SPDX-License-Identifier: Apache-2.0

/// A polynomial with non-negative coefficients in the number of characters ahead: how something grows at most.
///
/// Operations give nil where the degree or a coefficient becomes too large to be of use as a bound.
struct Growth: Hashable, Sendable {
  /// From the constant upwards, without zeros at the end.
  let coefficients: [Int]

  static let highestDegree = 4
  static let largest = 1 << 40

  static let zero = Growth(trusted: [])
  static let one = Growth(trusted: [1])
  /// Once for each character ahead, and once at the end.
  static let length = Growth(trusted: [1, 1])

  init(_ constant: Int) { coefficients = constant == 0 ? [] : [min(constant, Self.largest)] }

  private init(trusted: [Int]) { coefficients = trusted }

  private init?(checked: [Int]) {
    guard checked.allSatisfy({ $0 <= Self.largest }) else { return nil }
    var trimmed = checked
    while trimmed.last == 0 { trimmed.removeLast() }
    guard trimmed.count <= Self.highestDegree + 1 else { return nil }
    coefficients = trimmed
  }

  var isConstant: Bool { coefficients.count <= 1 }

  func plus(_ other: Growth) -> Growth? {
    let count = Swift.max(coefficients.count, other.coefficients.count)
    return Growth(checked: (0..<count).map { self[$0] + other[$0] })
  }

  func times(_ other: Growth) -> Growth? {
    if coefficients.isEmpty || other.coefficients.isEmpty { return .zero }
    var product = Array(repeating: 0, count: coefficients.count + other.coefficients.count - 1)
    for (i, left) in coefficients.enumerated() {
      for (j, right) in other.coefficients.enumerated() {
        let (term, isTooLarge) = left.multipliedReportingOverflow(by: right)
        if isTooLarge || term > Self.largest { return nil }
        product[i + j] += term
      }
    }
    return Growth(checked: product)
  }

  /// A bound on both.
  func max(_ other: Growth) -> Growth {
    let count = Swift.max(coefficients.count, other.coefficients.count)
    return Growth(trusted: (0..<count).map { Swift.max(self[$0], other[$0]) })
  }

  private subscript(degree: Int) -> Int { degree < coefficients.count ? coefficients[degree] : 0 }
}
