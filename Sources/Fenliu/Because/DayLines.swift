// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The day-by-day lines of sums that a worker has put into words, because posts of one export share most of them.
///
/// A memory only: what it gives is what `make` would give. It holds at most `capacity` sums, some 2 MB, and then begins anew.
struct DayLines {
  private struct Key: Hashable {
    var limit: TimeLimit
    var calendar: Int
    var isAroundTheClock: Bool
    var startClosesDay: Bool
    /// The day of start where only days are counted, else the second.
    var start: Int64?
  }

  private static let capacity = 8192
  private var texts = TextList()
  /// Where the lines of each sum stand among the texts.
  private var places: [Key: Int] = [:]

  /// Appends the lines of a sum by one of the calendars, whose clocks are those of `zone`, to the texts of a draft; where they lie there.
  /// Empty where only the clock was asked.
  ///
  /// - Parameter calendar: its place among the calendars.
  mutating func keep(
    _ sum: DueSum, calendar: Int, zone: Zone, in draft: inout DecisionDraft, make: (DueSum, inout TextList) -> Void
  ) -> Range<Int> {
    let start: Int64?
    switch sum.limit.unit {
    case .minutes, .hours: return 0..<0
    case .days, .workingDays: start = sum.start.map { Int64(zone.date(of: $0).dayNumber) }
    case .workingHours: start = sum.start?.seconds
    }
    let key = Key(
      limit: sum.limit, calendar: calendar, isAroundTheClock: sum.isAroundTheClock,
      startClosesDay: sum.startClosesDay, start: start)
    let place = places[key] ?? remember(sum, key, make)
    return draft.keep(texts.bytes, texts.range(of: place))
  }

  private mutating func remember(_ sum: DueSum, _ key: Key, _ make: (DueSum, inout TextList) -> Void) -> Int {
    if places.count >= Self.capacity {
      places.removeAll(keepingCapacity: true)
      texts.removeAll()
    }
    make(sum, &texts)
    texts.endText()
    places[key] = texts.count - 1
    return texts.count - 1
  }
}
