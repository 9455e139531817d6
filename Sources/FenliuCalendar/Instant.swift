// SPDX-License-Identifier: Apache-2.0

/// A point in time, in whole seconds since the start of 1970 in UTC.
///
/// Leap seconds are not counted, as in POSIX. The years 1 to 9999 can be told: what lies beyond is drawn to the nearer
/// end, so that arithmetic on instants is total and every instant can be written in ISO 8601.
public struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  ///
  /// Invariant: lies between `earliest` and `latest`.
  public let seconds: Int64

  /// The point `seconds` after the start of 1970, drawn into the range that can be told.
  public init(seconds: Int64) {
    self.seconds = min(max(seconds, Self.bounds.lowerBound), Self.bounds.upperBound)
  }

  /// The seconds that can be told: from the start of year 1 to the end of year 9999, in UTC.
  public static let bounds: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// The first instant that can be told.
  public static let earliest = Instant(seconds: bounds.lowerBound)
  /// The last instant that can be told.
  public static let latest = Instant(seconds: bounds.upperBound)

  /// Whether `left` comes before `right`.
  public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  /// The point so many seconds later, or earlier where `seconds` is negative.
  public func advanced(bySeconds seconds: Int64) -> Instant {
    let (sum, overflow) = self.seconds.addingReportingOverflow(seconds)
    return Instant(seconds: overflow ? (seconds < 0 ? .min : .max) : sum)
  }
}
