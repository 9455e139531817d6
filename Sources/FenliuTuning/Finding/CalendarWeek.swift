// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// A week as ISO 8601 counts them: from Monday, the first of a year being the one that holds its first Thursday.
public struct CalendarWeek: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year whose week it is; around New Year's Day not always the year of the date.
  public let year: Int
  /// Its number, from 1 to 53.
  public let number: Int

  /// The week in which a day lies.
  public init(of date: LocalDate) {
    let thursday = date.advanced(byDays: Weekday.thursday.rawValue - date.weekday.rawValue)
    year = thursday.year
    // A date that exists in every year.
    let first = LocalDate(year: thursday.year, month: 1, day: 1) ?? thursday
    number = (thursday.dayNumber - first.dayNumber) / 7 + 1
  }

  public static func < (left: CalendarWeek, right: CalendarWeek) -> Bool {
    (left.year, left.number) < (right.year, right.number)
  }

  /// The week as `2026-W07`.
  public var description: String { "\(year)-W\(number < 10 ? "0" : "")\(number)" }
}
