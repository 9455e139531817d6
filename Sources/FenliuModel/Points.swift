// SPDX-License-Identifier: Apache-2.0

/// Points, kept in hundredths, so that sums are exact and print the same everywhere.
public struct Points: Hashable, Sendable, Comparable, AdditiveArithmetic {
  /// The points times one hundred.
  public var hundredths: Int

  /// Takes hundredths as they are.
  @inlinable public init(hundredths: Int) { self.hundredths = hundredths }

  /// Rounds to hundredths, half away from zero. What is not a number is 0; what is huge is held at ±10^12 points.
  public init(_ value: Double) {
    let scaled = (value * 100).rounded(.toNearestOrAwayFromZero)
    hundredths = scaled.isNaN ? 0 : Int(min(max(scaled, -Double(Self.most)), Double(Self.most)))
  }

  /// The most hundredths that one value holds: 10^12 points. Sums and weighted points are held there, too, so that no pack,
  /// whatever it writes, makes them overflow.
  @usableFromInline static let most = 100_000_000_000_000

  @inlinable static func held(_ hundredths: Int) -> Points { Points(hundredths: min(max(hundredths, -most), most)) }

  /// No points.
  public static let zero = Points(hundredths: 0)
  /// One point, what a rule gives that says nothing of points.
  public static let one = Points(hundredths: 100)

  /// The points as a number for expressions.
  @inlinable public var value: Double { Double(hundredths) / 100 }

  @inlinable public static func + (left: Points, right: Points) -> Points {
    held(left.hundredths + right.hundredths)
  }
  @inlinable public static func - (left: Points, right: Points) -> Points {
    held(left.hundredths - right.hundredths)
  }
  @inlinable public static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }

  /// These points times a weight, rounded to hundredths, half away from zero.
  public func weighted(by weight: Points) -> Points {
    let (product, overflows) = hundredths.multipliedReportingOverflow(by: weight.hundredths)
    if overflows { return Points(hundredths: (hundredths < 0) == (weight.hundredths < 0) ? Self.most : -Self.most) }
    let rounded = (product.magnitude + 50) / 100
    return Self.held(product < 0 ? -Int(rounded) : Int(rounded))
  }
}

extension Points: CustomStringConvertible {
  /// The shortest decimal form: `2`, `3.5`, `-0.25`.
  public var description: String {
    let magnitude = abs(hundredths)
    let sign = hundredths < 0 ? "-" : ""
    let (whole, rest) = (magnitude / 100, magnitude % 100)
    if rest == 0 { return "\(sign)\(whole)" }
    if rest % 10 == 0 { return "\(sign)\(whole).\(rest / 10)" }
    return "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
