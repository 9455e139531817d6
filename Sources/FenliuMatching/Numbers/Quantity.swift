// SPDX-License-Identifier: Apache-2.0

/// A number that a text says in words or digits, as the least it can mean.
///
/// 三十多 is 30, 几十 is 20, 近百 is 90: who asks for "at least" is never told more than was said.
public struct Quantity: Hashable, Sendable {
  /// What the numbers of a pattern count. It decides what 近 means and which units convert.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Persons, households.
    case people
    /// Months of duration.
    case months
    /// Days of duration.
    case days
    /// Money.
    case amount

    /// Whether the numbers measure time, where 近三天 says "the last three days", not "nearly three".
    var isTime: Bool { self == .months || self == .days }
  }

  /// Ten-thousandths, so that 1.5万 and 0.25 are exact and the same on every machine.
  public let tenThousandths: Int

  /// Where the number begins, a byte offset into the normalized text.
  public let start: Int

  /// The number itself.
  public var value: Double { Double(tenThousandths) / Double(Quantity.one) }

  /// The number 1 in ten-thousandths.
  static let one = 10_000
}
