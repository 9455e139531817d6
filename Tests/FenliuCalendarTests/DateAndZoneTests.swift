// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import Testing

@Suite("Days, clocks and zones")
struct DateAndZoneTests {
  @Test("every day from 1 to 9999 follows the one before and comes back from its parts")
  func daysFollow() throws {
    let first = try #require(LocalDate(year: 1, month: 1, day: 1))
    let last = try #require(LocalDate(year: 9999, month: 12, day: 31))
    var (year, month, day) = (1, 1, 1)
    var wrong = 0
    for number in first.dayNumber...last.dayNumber {
      let date = LocalDate(dayNumber: number)
      if date.components != (year, month, day) || LocalDate(year: year, month: month, day: day) != date { wrong += 1 }
      day += 1
      if day > LocalDate.days(inMonth: month, of: year) { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    #expect(wrong == 0)
  }

  @Test(
    "a day that no calendar has is refused",
    arguments: [
      "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-1-1", "0000-01-01", "2026/01/01", "1900-02-29",
    ])
  func noSuchDay(text: String) { #expect(LocalDate(text) == nil) }

  @Test("weekdays are those of the wall calendar")
  func weekdays() {
    #expect(LocalDate("2026-11-20")?.weekday == .friday)
    #expect(LocalDate("1970-01-01")?.weekday == .thursday)
    #expect(LocalDate("1969-12-29")?.weekday == .monday)
    #expect(LocalDate("2000-02-29")?.weekday == .tuesday)
  }

  @Test("instants are written in ISO 8601 with the offset of their zone")
  func iso8601() throws {
    #expect(Instant(seconds: 0).iso8601(in: .utc) == "1970-01-01T00:00:00+00:00")
    #expect(Instant(seconds: 1_795_176_000).iso8601(in: .shanghai) == "2026-11-20T20:00:00+08:00")
    let west = try #require(Zone("-03:30"))
    #expect(Instant(seconds: -1).iso8601(in: west) == "1969-12-31T20:29:59-03:30")
    #expect(Instant.earliest.iso8601(in: west).utf8.count == 25)
    #expect(Instant.latest.iso8601(in: .shanghai).utf8.count == 25)
  }

  @Test("China's clocks had summer time in 1988 and had none since 1992")
  func shanghai() {
    #expect(Zone.shanghai.offset(at: instant("1988-07-01T00:00:00+08:00")) == 9 * 3600)
    #expect(Zone.shanghai.offset(at: instant("1992-07-01T00:00:00+08:00")) == 8 * 3600)
    #expect(Zone.shanghai.offset(at: instant("2026-07-01T00:00:00+08:00")) == 8 * 3600)
  }

  @Test("what a zone's wall shows leads back to the instant", arguments: Seeds.standard)
  func wallsLeadBack(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for zone in [Zone.shanghai, .utc, Zone("+05:45"), Zone("-12:00")].compactMap(\.self) {
      for _ in 0..<200 {
        // After 1991 none of these puts its clocks back.
        let instant = Instant(seconds: Int64.random(in: 694_224_000...4_102_444_800, using: &random))
        #expect(zone.instant(of: zone.local(instant)) == instant)
      }
    }
  }

  @Test(
    "a zone of the machine's database knows summer time in the far future", .enabled(if: Zone("Europe/Berlin") != nil))
  func machineZones() throws {
    let berlin = try #require(Zone("Europe/Berlin"))
    #expect(berlin.offset(at: instant("2026-07-01T00:00:00+00:00")) == 7200)
    #expect(berlin.offset(at: instant("2026-12-01T00:00:00+00:00")) == 3600)
    #expect(berlin.offset(at: instant("2095-07-01T00:00:00+00:00")) == 7200)
    #expect(berlin.offset(at: instant("2095-12-01T00:00:00+00:00")) == 3600)
    // 2026-03-29 02:30 does not exist there; 2026-10-25 02:30 is shown twice, and the first is meant.
    let date = try #require(LocalDate("2026-03-29"))
    let gap = LocalDateTime(date: date, time: TimeOfDay(seconds: 9000))
    #expect(berlin.instant(of: gap).iso8601(in: .utc) == "2026-03-29T01:30:00+00:00")
    let twice = LocalDateTime(date: try #require(LocalDate("2026-10-25")), time: TimeOfDay(seconds: 9000))
    #expect(berlin.instant(of: twice).iso8601(in: .utc) == "2026-10-25T00:30:00+00:00")
  }

  @Test(
    "a name that is no zone is refused", arguments: ["Mars/Olympus", "../../etc/passwd", "", "/", "+25:00", "zone.tab"])
  func noSuchZone(name: String) { #expect(Zone(name) == nil) }

  @Test(
    "hours that make no day are refused",
    arguments: [
      "8-12", "08:30-12:00 14:00-17:30", "12:00-08:30", "08:00-12:00, 11:00-13:00", "08:30-24:30", "", "08:30-",
    ])
  func noSuchHours(text: String) { #expect(throws: WeeklyHours.TextError.self) { try WeeklyHours.stretches(text) } }

  @Test("ranges of weekdays may pass Sunday")
  func weekdayRanges() {
    #expect(WeeklyHours.weekdays("sat-mon") == [.saturday, .sunday, .monday])
    #expect(WeeklyHours.weekdays("mon-fri")?.count == 5)
    #expect(WeeklyHours.weekdays("sun") == [.sunday])
    #expect(WeeklyHours.weekdays("fri-") == nil)
    #expect(WeeklyHours.weekdays("friday") == nil)
  }

  @Test("limits are read with their unit and refused without measure")
  func limits() {
    #expect(TimeLimit("24h") == TimeLimit(24, .hours))
    #expect(TimeLimit("3 wd") == TimeLimit(3, .workingDays))
    for text in ["0h", "-1h", "1.5h", "h", "3", "3w", "10001d", "1h "] { #expect(TimeLimit(text) == nil, "\(text)") }
  }
}

@Suite("The file of holidays")
struct HolidayTableTests {
  @Test("the shipped calendar has every year from 2004 to 2026 and nothing beyond")
  func shippedYears() { #expect(Calendars.holidays.years == Set(2004...2026)) }

  @Test("each mistake of a file is told at its bytes")
  func problems() {
    let text =
      "date\tday\tname\n2026-10-01\toff\t国庆节\n2026-13-01\toff\tx\n2026-10-02\tfree\tx\n2026-10-01\twork\tx\n2026-10-03\n"
    let (table, problems) = HolidayTable.parse(Array(text.utf8))
    #expect(table.rows.count == 1)
    #expect(problems.map(\.kind) == [.date, .day, .repeated, .cells])
    #expect(problems.map(\.text) == ["2026-13-01", "free", "2026-10-01", "2026-10-03"])
    #expect(HolidayTable.parse([]).problems.map(\.kind) == [.header])
  }
}
