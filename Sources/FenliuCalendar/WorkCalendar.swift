// SPDX-License-Identifier: Apache-2.0

/// Working hours of a week.
public struct WeeklyHours: Hashable, Sendable {
  /// A stretch of working time of one day.
  public struct Shift: Hashable, Sendable {
    public var start: TimeOfDay
    public var end: TimeOfDay
    public init(start: TimeOfDay, end: TimeOfDay) {
      self.start = start
      self.end = end
    }
  }
  /// Seven lists, Monday first.
  public var days: [[Shift]]
  public init(days: [[Shift]]) { self.days = days }
}

/// The days and hours that are worked.
public struct WorkCalendar: Hashable, Sendable {
  public var zone: Zone
  public var hours: WeeklyHours?
  public init(zone: Zone, hours: WeeklyHours? = nil) {
    self.zone = zone
    self.hours = hours
  }
}

/// How a due time was reckoned, day by day.
public struct DueSum: Hashable, Sendable {
  public init() {}
}
