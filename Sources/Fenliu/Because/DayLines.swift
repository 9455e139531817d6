// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The day-by-day lines of sums that a worker has put into words, because posts of one export share most of them.
///
/// A memory only: what it gives is what `make` would give. It holds at most `capacity` sums and then begins anew.
struct DayLines {
  private struct Key: Hashable {
    var limit: TimeLimit
    var lead: DepartmentID
    var isAroundTheClock: Bool
    var startClosesDay: Bool
    /// The day of start where only days are counted, else the second.
    var start: Int64?
  }

  private static let capacity = 1024
  private var texts: [Key: String] = [:]

  /// The lines of a sum by the calendar of a department, whose clocks are those of `zone`.
  mutating func text(for sum: DueSum, lead: DepartmentID, zone: Zone, make: (DueSum) -> String) -> String {
    let start: Int64?
    switch sum.limit.unit {
    case .minutes, .hours: return ""
    case .days, .workingDays: start = sum.start.map { Int64(zone.date(of: $0).dayNumber) }
    case .workingHours: start = sum.start?.seconds
    }
    let key = Key(
      limit: sum.limit, lead: lead, isAroundTheClock: sum.isAroundTheClock, startClosesDay: sum.startClosesDay,
      start: start)
    if let text = texts[key] { return text }
    if texts.count >= Self.capacity { texts.removeAll(keepingCapacity: true) }
    let text = make(sum)
    texts[key] = text
    return text
  }
}
