// SPDX-License-Identifier: Apache-2.0

/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  /// A day of the week.
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// The key in files: `mon` to `sun`.
  public var key: String { Self.keys[rawValue] }

  /// The day whose key is `key`; nil when there is none.
  public init?(key: some StringProtocol) {
    guard let place = Self.keys.firstIndex(where: { $0 == key }) else { return nil }
    self = Self.allCases[place]
  }

  /// Whether `left` comes before `right` in a week that begins on Monday.
  public static func < (left: Weekday, right: Weekday) -> Bool { left.rawValue < right.rawValue }

  private static let keys = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
}
