// SPDX-License-Identifier: Apache-2.0

/// How a due time was reckoned: where it started, what was counted, and where that led.
///
/// The lines in between are made when somebody reads them, by `WorkCalendar.days(of:)`.
public struct DueSum: Hashable, Sendable {
  /// From when it was counted; nil where that is the due time of a step nobody can know.
  public let start: Instant?
  /// Whether the start is the 24:00 of a day rather than the 00:00 of the next.
  public let startClosesDay: Bool
  /// What was counted.
  public let limit: TimeLimit
  /// Whether every hour of every day was working time.
  public let isAroundTheClock: Bool
  /// Where it led.
  public let due: WorkCalendar.Due

  /// Counts `limit` from `start` by `calendar`.
  public init(
    _ limit: TimeLimit, from start: Instant, startClosesDay: Bool = false, isAroundTheClock: Bool = false,
    calendar: WorkCalendar
  ) {
    self.init(
      start: start, startClosesDay: startClosesDay, limit: limit, isAroundTheClock: isAroundTheClock,
      due: calendar.due(limit, from: start, startClosesDay: startClosesDay, aroundTheClock: isAroundTheClock))
  }

  /// Counts `limit` on from where another sum led. What follows an unknown time is unknown for the same reason.
  public init(_ limit: TimeLimit, after sum: DueSum, isAroundTheClock: Bool = false, calendar: WorkCalendar) {
    switch sum.due {
    case .at(let start, let closesDay):
      self.init(limit, from: start, startClosesDay: closesDay, isAroundTheClock: isAroundTheClock, calendar: calendar)
    case .unknown:
      self.init(start: nil, startClosesDay: false, limit: limit, isAroundTheClock: isAroundTheClock, due: sum.due)
    }
  }

  private init(
    start: Instant?, startClosesDay: Bool, limit: TimeLimit, isAroundTheClock: Bool, due: WorkCalendar.Due
  ) {
    self.start = start
    self.startClosesDay = startClosesDay
    self.limit = limit
    self.isAroundTheClock = isAroundTheClock
    self.due = due
  }
}

extension WorkCalendar {
  /// The lines of a sum made with this calendar, day by day; empty where only the clock was asked.
  public func days(of sum: DueSum) -> [CountedDay] {
    guard let start = sum.start else { return [] }
    return days(
      of: sum.limit, from: start, startClosesDay: sum.startClosesDay, aroundTheClock: sum.isAroundTheClock)
  }
}
