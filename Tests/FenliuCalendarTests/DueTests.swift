// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import Testing

@Suite("Due times")
struct DueTests {
  @Test("a limit is due when its case says", arguments: DueCase.all)
  func matchesCase(due: DueCase) throws {
    let (calendar, aroundTheClock) = Calendars.named(due.calendar)
    let limit = try #require(TimeLimit(due.limit))
    let result = calendar.due(limit, from: instant(due.start), aroundTheClock: aroundTheClock)
    switch result {
    case .at(let instant, _): #expect(instant.iso8601(in: .shanghai) == due.due)
    case .unknown(let year): #expect("unknown \(year)" == due.due)
    }
  }

  @Test(
    "a working day whose hours last until midnight closes with the day, another with its hours",
    arguments: [true, false])
  func midnight(isLate: Bool) throws {
    let hours = Calendars.hours(isLate ? "16:00-24:00" : "16:00-23:59")
    let calendar = WorkCalendar(hours: hours, holidays: Calendars.holidays)
    let limit = try #require(TimeLimit("1wd"))
    let due = calendar.due(limit, from: instant("2026-11-20T10:00:00+08:00"), aroundTheClock: false)
    let end = instant(isLate ? "2026-11-24T00:00:00+08:00" : "2026-11-23T23:59:00+08:00")
    #expect(due == .at(end, closesDay: isLate))
  }

  @Test("hours that are not worked off before the last year are unknown, and the search for them ends")
  func endOfTime() throws {
    let calendar = WorkCalendar(hours: Calendars.hours("08:00-08:01"))
    let due = calendar.due(try #require(TimeLimit("9999wh")), from: instant("9990-01-01T00:00:00Z"))
    guard case .unknown = due else { return #expect(Bool(false), "\(due)") }
  }

  @Test("a later start is never due earlier, and more units are never due earlier", arguments: Seeds.standard)
  func isMonotone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for name in ["office", "week", "summer", "round"] {
      let (calendar, aroundTheClock) = Calendars.named(name)
      for _ in 0..<60 {
        let unit = TimeLimit.Unit.allCases.randomElement(using: &random) ?? .days
        let count = Int.random(in: 1...60, using: &random)
        // From 2019 on, so that also long limits stay within the years that have rows.
        let start = Instant(seconds: Int64.random(in: 1_546_300_800...1_767_225_600, using: &random))
        let later = start.advanced(bySeconds: Int64.random(in: 1...500_000, using: &random))
        let limit = try #require(TimeLimit(count, unit))
        let more = Int.random(in: 1...5, using: &random)
        let longer = try #require(TimeLimit(count + more, unit))
        let due = try #require(calendar.due(limit, from: start, aroundTheClock: aroundTheClock).instant)
        let dueLater = try #require(calendar.due(limit, from: later, aroundTheClock: aroundTheClock).instant)
        let dueLonger = try #require(calendar.due(longer, from: start, aroundTheClock: aroundTheClock).instant)
        #expect(due > start)
        #expect(dueLater >= due, "\(limit) from \(start.iso8601(in: .shanghai)) and \(later.iso8601(in: .shanghai))")
        #expect(dueLonger >= due, "\(limit) and \(longer) from \(start.iso8601(in: .shanghai))")
      }
    }
  }

  @Test("the lines of a sum begin with the day of start and end with the day it is due", arguments: Seeds.standard)
  func sumsAddUp(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let start = Instant(seconds: Int64.random(in: 1_546_300_800...1_767_225_600, using: &random))
      let unit = [TimeLimit.Unit.days, .workingDays, .workingHours].randomElement(using: &random) ?? .days
      let count = Int.random(in: 1...20, using: &random)
      let limit = try #require(TimeLimit(count, unit))
      let sum = DueSum(limit, from: start, calendar: Calendars.office)
      let lines = Calendars.office.days(of: sum)
      #expect(lines.first?.date == Zone.shanghai.date(of: start))
      guard case .at(let due, let closesDay) = sum.due else {
        Issue.record("these years have rows")
        continue
      }
      #expect(lines.last?.date == Zone.shanghai.date(of: due).advanced(byDays: closesDay ? -1 : 0))
      for (line, next) in zip(lines, lines.dropFirst()) { #expect(next.date == line.date.advanced(byDays: 1)) }
      if unit == .workingHours {
        let worked = lines.reduce(Int64(0)) { sum, line in
          if case .worked(let seconds) = line.count { sum + seconds } else { sum }
        }
        #expect(worked == Int64(limit.count) * 3600)
      } else {
        #expect(lines.first?.count == .start)
        let counted = lines.compactMap { line in if case .counted(let number) = line.count { number } else { nil } }
        #expect(counted == Array(1...limit.count))
      }
    }
  }

  @Test("what follows a step that ends with a day starts on the day that ends")
  func chainsCountFromTheDayThatEnds() throws {
    let two = DueSum(
      try #require(TimeLimit("2d")), from: instant("2026-11-20T20:00:00+08:00"), calendar: Calendars.office)
    let day = try #require(TimeLimit("1d"))
    let then = DueSum(day, after: two, calendar: Calendars.office)
    #expect(then.due.instant?.iso8601(in: .shanghai) == "2026-11-24T00:00:00+08:00")
  }

  @Test("the sum of a day over Mid-Autumn names the holiday")
  func sumNamesHolidays() throws {
    let sum = DueSum(
      try #require(TimeLimit("1wd")), from: instant("2026-09-24T09:00:00+08:00"), calendar: Calendars.office)
    #expect(
      Calendars.office.days(of: sum).map(\.kind) == [
        .workday, .holiday("中秋"), .holiday("中秋"), .holiday("中秋"), .workday,
      ])
  }

  @Test("a calendar in which nobody ever works knows no due time, and says so soon")
  func endlessLeisure() throws {
    let due = WorkCalendar().due(try #require(TimeLimit("1wd")), from: Instant(seconds: 0))
    #expect(due.instant == nil)
  }
}
