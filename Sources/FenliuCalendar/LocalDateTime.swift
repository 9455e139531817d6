// SPDX-License-Identifier: Apache-2.0

/// What calendar and clock on the wall show together.
public struct LocalDateTime: Hashable, Comparable, Sendable {
  /// The day.
  public let date: LocalDate
  /// The time on that day.
  public let time: TimeOfDay

  /// The time `time` on the day `date`.
  public init(date: LocalDate, time: TimeOfDay) {
    self.date = date
    self.time = time
  }

  /// Seconds since 1970-01-01 00:00 on the same wall.
  var wallSeconds: Int64 { Int64(date.dayNumber) * 86_400 + Int64(time.seconds) }

  /// What the wall shows so many of its seconds after 1970-01-01 00:00.
  init(wallSeconds: Int64) {
    let day = wallSeconds.flooredQuotient(by: 86_400)
    date = LocalDate(dayNumber: Int(day))
    time = TimeOfDay(seconds: Int(wallSeconds - day * 86_400))
  }

  /// Whether `left` comes before `right` on one wall.
  public static func < (left: LocalDateTime, right: LocalDateTime) -> Bool { left.wallSeconds < right.wallSeconds }
}
