// SPDX-License-Identifier: Apache-2.0

/// When a department works: its zone, its hours in the week, by season, and the holidays.
///
/// Immutable and without input or output: every answer follows from the value.
public struct WorkCalendar: Hashable, Sendable {
  /// Hours that hold for a part of every year.
  public struct Season: Hashable, Sendable {
    /// The first day, as month × 100 + day.
    public let from: Int
    /// The last day, as month × 100 + day. Earlier than `from` where the season spans the new year.
    public let until: Int
    /// The hours meanwhile.
    public let hours: WeeklyHours

    /// Hours between two days of the year, both included; nil where a month or day does not exist.
    public init?(from: (month: Int, day: Int), until: (month: Int, day: Int), hours: WeeklyHours) {
      // 2000 has a 29th of February.
      guard LocalDate(year: 2000, month: from.month, day: from.day) != nil,
        LocalDate(year: 2000, month: until.month, day: until.day) != nil
      else { return nil }
      self.from = from.month * 100 + from.day
      self.until = until.month * 100 + until.day
      self.hours = hours
    }

    /// Whether the season holds on a day.
    public func contains(_ date: LocalDate) -> Bool {
      let (_, month, day) = date.components
      let key = month * 100 + day
      return from <= until ? from <= key && key <= until : key >= from || key <= until
    }
  }

  /// What a day is for work.
  public enum Kind: Hashable, Sendable {
    /// Hours as the weekday has them.
    case workday
    /// No hours on this weekday.
    case free
    /// A holiday, by name.
    case holiday(String)
    /// A make-up workday, by name.
    case makeUp(String)
    /// A day of a year whose holidays are unknown.
    case unknownYear(Int)
  }

  /// The place whose clocks are meant.
  public let zone: Zone
  /// The hours of the week, where no season says otherwise.
  public let hours: WeeklyHours
  /// The seasons; the first that contains a day gives its hours.
  public let seasons: [Season]
  /// The holidays; nil where the week alone decides, in every year.
  public let holidays: HolidayTable?

  /// A calendar of these parts.
  public init(
    zone: Zone = .shanghai, hours: WeeklyHours = .none, seasons: [Season] = [], holidays: HolidayTable? = nil
  ) {
    self.zone = zone
    self.hours = hours
    self.seasons = seasons
    self.holidays = holidays
  }

  /// The same zone and holidays with other hours all the year, as a department may have its own.
  public func with(hours: WeeklyHours) -> WorkCalendar {
    WorkCalendar(zone: zone, hours: hours, seasons: [], holidays: holidays)
  }

  /// Whether there are no working hours in any week.
  public var hasHours: Bool { !hours.isEmpty || seasons.contains { !$0.hours.isEmpty } }

  /// What a day is, and when people work on it.
  public func day(_ date: LocalDate) -> (kind: Kind, stretches: [WeeklyHours.Stretch]) {
    if let holidays {
      if let row = holidays.row(on: date) {
        switch row.day {
        case .off: return (.holiday(row.name), [])
        case .work: return (.makeUp(row.name), hours(on: date)[.monday])
        }
      }
      let year = date.year
      guard holidays.years.contains(year) else { return (.unknownYear(year), []) }
    }
    let stretches = hours(on: date)[date.weekday]
    return (stretches.isEmpty ? .free : .workday, stretches)
  }

  private func hours(on date: LocalDate) -> WeeklyHours {
    seasons.first { $0.contains(date) }?.hours ?? hours
  }
}
