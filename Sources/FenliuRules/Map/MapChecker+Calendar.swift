public import FenliuCalendar
// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
import FenliuModel

extension LoadedMap {
  /// Days ahead at which a year without holidays is first spoken of.
  private static var warningAhead: Int { 60 }
  /// Days ahead at which it is an error of `check`; it stops no run.
  private static var errorAhead: Int { 15 }

  /// What `check` says of years that the calendar lacks, seen from `now`; nil where none is near, or no deadline asks.
  public func calendarFinding(at now: Instant) -> Diagnostic? {
    guard let holidays = map.calendar.holidays, asksForWorkingTime else { return nil }
    let today = map.calendar.zone.date(of: now)
    for ahead in 0...Self.warningAhead {
      let year = today.advanced(byDays: ahead).year
      if holidays.years.contains(year) { continue }
      return Diagnostic(
        ahead <= Self.errorAhead ? .error : .warning, .calendarYearMissing,
        facts: ["year": .text(String(year)), "days": .number(ahead)], at: places.holidays)
    }
    return nil
  }

  private var asksForWorkingTime: Bool {
    let steps =
      map.deadlines.values.flatMap { $0 } + map.routes.flatMap(\.deadlines)
      + map.periods.flatMap { $0.deadlines.values.flatMap { $0 } }
    return steps.contains { $0.term.unit.needsWorkingTime || $0.atLatest?.unit.needsWorkingTime ?? false }
  }
}
