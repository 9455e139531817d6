// SPDX-License-Identifier: Apache-2.0

/// How long something may take: a number of units, such as `24h` or `3wd`.
public struct TimeLimit: Hashable, Sendable {
  /// What is counted.
  public enum Unit: String, CaseIterable, Hashable, Sendable {
    /// Minutes by the clock.
    case minutes = "m"
    /// Hours by the clock.
    case hours = "h"
    /// Calendar days, to the end of the last.
    case days = "d"
    /// Hours of working time.
    case workingHours = "wh"
    /// Working days, to the end of the last one's hours.
    case workingDays = "wd"

    /// Whether the calendar of a department must be asked.
    public var needsWorkingTime: Bool { self == .workingHours || self == .workingDays }
  }

  /// How many.
  ///
  /// Invariant: 1 to `largest`.
  public let count: Int
  /// Of what.
  public let unit: Unit

  /// More of any unit is nobody's deadline, and keeps sums short.
  public static let largest = 10_000

  /// So many units; nil for less than one or more than `largest`.
  public init?(_ count: Int, _ unit: Unit) {
    guard (1...Self.largest).contains(count) else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The limit written as `24h`, `3wd` or `30 m`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    let unit = text.dropFirst(digits.count).drop { $0 == " " }
    guard let count = Int(digits), let unit = Unit(rawValue: String(unit)) else { return nil }
    self.init(count, unit)
  }
}

extension TimeLimit: CustomStringConvertible {
  /// The limit as it is written: `24h`.
  public var description: String { "\(count)\(unit.rawValue)" }
}
