// SPDX-License-Identifier: Apache-2.0
@testable import FenliuCalendar
@testable import FenliuRecords

/// Times, dates, limits, hours and counts as exports and packs write them: nothing is guessed, what is read is read again as the
/// same from how it is written out, and white space around it changes nothing.
final class TimesTarget: FuzzTarget {
  private static let pieces: [String] = [
    "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "2026", "11", "20", "1900", "9999", "-", "/", ".", ":", "T", "Z",
    " ",
    "年", "月", "日", "号", "时", "点", "分", "秒", "+08:00", "-0500", "+", "\u{3000}", "\u{A0}", "24", "60", "1795176000",
    "00", "t", "z", "万", "亿", "k", "w", "千", ",", "，", "多", "上午", "下午", "24h", "3wd", "wh", "mon-fri", "08:30-12:00",
  ]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let zone = source.pick(CalendarTarget.zones)
    let order = source.pick([nil, DateOrder.dayFirst, .monthFirst])
    let text = source.text(of: Self.pieces)
    let parser = TimeParser(zone: zone, dateOrder: order)
    let result = parser.instant(of: text)
    expectEqual(parser.instant(of: " \u{3000}\(text)\u{A0}\t"), result, "\(text.debugDescription) with white space")
    if case .success(let instant) = result {
      let written = instant.iso8601(in: zone)
      // The hour before 1900 began somewhere is written with a year that is refused.
      if !written.hasPrefix("1899") {
        expectEqual(parser.instant(of: written), .success(instant), "\(text.debugDescription), written \(written)")
      }
      if order == nil {
        for other in [DateOrder.dayFirst, .monthFirst] {
          let strict = TimeParser(zone: zone, dateOrder: other).instant(of: text)
          expect(
            strict == result || strict == .failure(.notATime), "\(text.debugDescription) was a guess: \(strict)")
        }
      }
    }
    if let limit = TimeLimit(text) { expectEqual(TimeLimit(limit.description), limit, text) }
    if let date = LocalDate(text) { expectEqual(date.description, text, "a date") }
    if let time = TimeOfDay(text), time.second == 0 { expectEqual(TimeOfDay(time.description), time, text) }
    if let days = WeeklyHours.weekdays(text) { expect(Set(days).count == days.count && !days.isEmpty, text) }
    if let stretches = try? WeeklyHours.stretches(text) {
      var hours = WeeklyHours.none
      expect(hours.set(stretches, on: [.monday]), "hours that were read are refused: \(text)")
    }
    if let zone = Zone(text) { _ = zone.local(.latest) }
    if case .count(let count) = CountParser.reading(of: Array(text.utf8).span) {
      expect(count >= 0, "\(text): \(count)")
    }
  }
}

/// Calendars of every shape: a due time is never before its start, a later start or a longer limit never due earlier, and the days
/// that are told add up. Files of holidays and of the time zone database, whatever they hold, are read or refused.
final class CalendarTarget: FuzzTarget {
  static let zones: [Zone] =
    [.shanghai, .utc]
    + ["+05:45", "-11:00", "America/New_York", "Europe/London", "Australia/Lord_Howe", "Pacific/Apia"].compactMap {
      Zone($0)
    }

  private let limits: [Int] = [1, 2, 3, 5, 24, 48, 100, 600, 10_000]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    if source.byte() & 7 == 0 { return readFiles(source.rest()) }
    let calendar = calendar(&source)
    let unit = source.pick(TimeLimit.Unit.allCases)
    let count = source.pick(limits)
    var start = Instant(seconds: 1_760_000_000 + Int64(source.word()) * 1_031 + Int64(source.byte()))
    // Only what stands at midnight can be the end of a day.
    let closesDay = source.byte() & 15 == 0
    if closesDay { start = calendar.zone.start(of: calendar.zone.date(of: start)) }
    let aroundTheClock = source.byte() & 7 == 0
    guard let limit = TimeLimit(count, unit) else { fatalError("\(count) is no limit") }
    func due(_ limit: TimeLimit, _ start: Instant) -> WorkCalendar.Due {
      calendar.due(limit, from: start, startClosesDay: closesDay, aroundTheClock: aroundTheClock)
    }
    let first = due(limit, start)
    if let instant = first.instant { expect(instant >= start, "\(limit) from \(start) is due before: \(instant)") }
    var later = start.advanced(bySeconds: Int64(source.word()) * Int64(1 + source.number(below: 60)))
    if closesDay { later = max(start, calendar.zone.start(of: calendar.zone.date(of: later))) }
    if let one = first.instant, let other = due(limit, later).instant {
      expect(one <= other, "\(limit) from \(start) is due \(one), from \(later) already \(other)")
    }
    if let longer = TimeLimit(count + 1, unit), let one = first.instant, let other = due(longer, start).instant {
      expect(one <= other, "\(longer) is due before \(limit)")
    }
    checkDays(
      DueSum(
        limit, from: start, startClosesDay: closesDay, isAroundTheClock: aroundTheClock, calendar: calendar), calendar,
      first)
  }

  private func checkDays(_ sum: DueSum, _ calendar: WorkCalendar, _ due: WorkCalendar.Due) {
    expectEqual(sum.due, due, "the sum of \(sum.limit)")
    let days = calendar.days(of: sum)
    for (day, next) in zip(days, days.dropFirst()) {
      expect(day.date.advanced(byDays: 1) == next.date, "\(next.date) does not follow \(day.date)")
    }
    guard case .at = due, !days.isEmpty else { return }
    switch sum.limit.unit {
    case .days, .workingDays:
      expectEqual(days.last?.count, .counted(sum.limit.count), "the last day of \(sum.limit)")
    case .workingHours:
      let worked = days.reduce(Int64(0)) { total, day in
        if case .worked(let seconds) = day.count { total + seconds } else { total }
      }
      expectEqual(worked, Int64(sum.limit.count) * 3600, "the hours of \(sum.limit)")
    case .minutes, .hours: break
    }
  }

  private func calendar(_ source: inout ByteSource) -> WorkCalendar {
    let zone = source.pick(Self.zones)
    let base = LocalDate(year: 2025, month: 1, day: 1)?.dayNumber ?? 0
    var holidays: HolidayTable?
    if source.byte() & 1 == 0 {
      var rows: [HolidayTable.Row] = []
      for _ in 0..<source.number(below: 24) {
        let date = LocalDate(dayNumber: base + Int(source.word()) % 1_500)
        rows.append(.init(date: date, day: source.byte() & 1 == 0 ? .off : .work, name: "节"))
      }
      holidays = HolidayTable(rows)
    }
    let hours = hours(&source)
    var seasons: [WorkCalendar.Season] = []
    if source.byte() & 3 == 0 {
      let from = (1 + source.number(below: 12), 1 + source.number(below: 28))
      let until = (1 + source.number(below: 12), 1 + source.number(below: 28))
      seasons = [WorkCalendar.Season(from: from, until: until, hours: self.hours(&source))].compactMap { $0 }
    }
    return WorkCalendar(zone: zone, hours: hours, seasons: seasons, holidays: holidays)
  }

  private func hours(_ source: inout ByteSource) -> WeeklyHours {
    var hours = WeeklyHours.none
    for _ in 0..<1 + source.number(below: 3) {
      var ends = (0..<2 + source.number(below: 5)).map { _ in Int(source.byte()) * 340 }.sorted()
      if source.byte() & 7 == 0 { ends.append(86_400) }
      let stretches = zip(ends, ends.dropFirst()).enumerated().filter { $0.offset % 2 == 0 }.compactMap { pair in
        WeeklyHours.Stretch(from: TimeOfDay(seconds: pair.element.0), to: TimeOfDay(seconds: pair.element.1))
      }
      let days = source.byte()
      hours.set(stretches, on: Weekday.allCases.filter { days >> UInt8($0.rawValue) & 1 == 1 })
    }
    return hours
  }

  private func readFiles(_ bytes: [UInt8]) {
    let (table, problems) = HolidayTable.parse(bytes)
    for problem in problems {
      expect(problem.range.upperBound <= bytes.count, "\(problem.kind) at \(problem.range) of \(bytes.count)")
    }
    for row in table.rows { expectEqual(table.row(on: row.date), row, "the row of \(row.date)") }
    let instants = [Instant.earliest, Instant(seconds: 0), Instant(seconds: 1_795_176_000), .latest]
    if let zone = TZif.table(bytes) { for instant in instants { _ = zone.offset(at: instant) } }
    if let rule = SummerTimeRule(bytes) { for instant in instants { _ = rule.offset(at: instant.seconds) } }
  }
}
