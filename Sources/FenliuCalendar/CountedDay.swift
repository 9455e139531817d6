// SPDX-License-Identifier: Apache-2.0

/// One line of the sum that leads to a due time: a day, what it is, and what it counted for.
public struct CountedDay: Hashable, Sendable {
  /// What a day counted for.
  public enum Count: Hashable, Sendable {
    /// The day of start, which does not count.
    case start
    /// The n-th day counted.
    case counted(Int)
    /// So much working time of the day was used.
    case worked(seconds: Int64)
    /// Nothing, because nobody works.
    case free
    /// Nobody knows: here the sum ends.
    case unknown
  }

  /// The day.
  public let date: LocalDate
  /// What it is for work. For calendar days always `workday`: they ask no calendar.
  public let kind: WorkCalendar.Kind
  /// What it counted for.
  public let count: Count

  /// A line of a sum.
  public init(date: LocalDate, kind: WorkCalendar.Kind, count: Count) {
    self.date = date
    self.kind = kind
    self.count = count
  }
}

/// Collects the lines of a sum where somebody wants to see them.
struct DayCounter {
  /// The lines so far; nil where nobody will read them.
  var days: [CountedDay]?

  var isKept: Bool { days != nil }

  mutating func add(_ date: LocalDate, _ kind: WorkCalendar.Kind, _ count: CountedDay.Count) {
    days?.append(CountedDay(date: date, kind: kind, count: count))
  }
}
