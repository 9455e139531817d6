// SPDX-License-Identifier: Apache-2.0

/// The days that differ from their week: holidays, and workdays that make up for them.
///
/// A year of which no day is named is unknown: its holidays were not announced yet, and nothing is guessed of it.
public struct HolidayTable: Hashable, Sendable {
  /// What a day is instead of what its weekday says.
  public enum Day: String, Hashable, Sendable {
    /// Nobody works.
    case off
    /// A make-up workday, with Monday's hours.
    case work
  }

  /// A named day.
  public struct Row: Hashable, Sendable {
    /// Which day.
    public let date: LocalDate
    /// What it is.
    public let day: Day
    /// What it is called, such as 国庆节; may be empty.
    public let name: String

    /// Names a day.
    public init(date: LocalDate, day: Day, name: String) {
      self.date = date
      self.day = day
      self.name = name
    }
  }

  /// The named days, by date.
  ///
  /// Invariant: dates increase strictly.
  public let rows: [Row]
  /// The number of the first day of the first year that has rows.
  private let firstDay: Int
  /// What each day from `firstDay` on is: 0 as its weekday says, else one more than its place in `rows`.
  private let places: [UInt16]
  /// The years that have rows.
  public let years: Set<Int>

  /// The table of these days; of two rows for a day the first stands.
  public init(_ rows: [Row]) {
    var seen: Set<LocalDate> = []
    let sorted = rows.filter { seen.insert($0.date).inserted }.sorted { $0.date < $1.date }.prefix(Int(UInt16.max) - 1)
    self.rows = Array(sorted)
    years = Set(sorted.map(\.date.year))
    guard let first = sorted.first, let last = sorted.last,
      let start = LocalDate(year: first.date.year, month: 1, day: 1)
    else {
      firstDay = 0
      places = []
      return
    }
    firstDay = start.dayNumber
    var places = [UInt16](repeating: 0, count: last.date.dayNumber - start.dayNumber + 1)
    for (place, row) in sorted.enumerated() {
      places[row.date.dayNumber - start.dayNumber] = UInt16(place + 1)
    }
    self.places = places
  }

  /// The row of a day; nil where it is as its weekday says.
  public func row(on date: LocalDate) -> Row? {
    let offset = date.dayNumber - firstDay
    guard offset >= 0, offset < places.count, places[offset] > 0 else { return nil }
    return rows[Int(places[offset]) - 1]
  }
}
