// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

@Suite("Which deadline is never later")
struct DeadlineOrderTests {
  static let office: WorkCalendar = {
    let path = SharedData.repository + "/rules/calendars/cn.tsv"
    let holidays = FileManager.default.contents(atPath: path).map { HolidayTable.parse(Array($0)).table }
    var hours = WeeklyHours.none
    hours.set(
      (try? WeeklyHours.stretches("08:30-12:00, 14:00-17:30")) ?? [],
      on: [.monday, .tuesday, .wednesday, .thursday, .friday])
    return WorkCalendar(hours: hours, holidays: holidays)
  }()

  static func chain(using random: inout SplitMix64) -> DeadlineChain {
    let limits = (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in
      let unit = TimeLimit.Unit.allCases.randomElement(using: &random) ?? .days
      let most = [TimeLimit.Unit.minutes: 3000, .hours: 120, .days: 6, .workingHours: 40, .workingDays: 5][unit] ?? 5
      return TimeLimit(Int.random(in: 1...most, using: &random), unit)
    }
    return DeadlineChain(limits: limits, calendar: office, isAroundTheClock: Int.random(in: 0..<4, using: &random) == 0)
  }

  /// Every twenty minutes of the days around a holiday and of an ordinary week, and seconds beside midnight.
  static let starts: [Instant] = {
    var starts: [Instant] = []
    for first in ["2026-02-09", "2026-03-09", "2026-04-30", "2026-09-17"].compactMap({ LocalDate($0) }) {
      for day in 0..<18 {
        let midnight = Zone.shanghai.start(of: first.advanced(byDays: day))
        starts += (0..<72).map { midnight.advanced(bySeconds: $0 * 1200) } + [midnight.advanced(bySeconds: -1)]
      }
    }
    return starts
  }()

  @Test("what is said never to be later is not, and what is said to be later sometimes is", arguments: Seeds.standard)
  func agreesWithStarts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let first = Self.chain(using: &random)
      let second = Self.chain(using: &random)
      var later: Instant?
      for start in Self.starts {
        guard let left = first.due(from: start), let right = second.due(from: start), left > right else { continue }
        later = start
        break
      }
      let answer = DeadlineOrder.isNeverLater(first, second)
      // Sampled starts are fewer than these, but at the edges; so neither may know of one that the other misses.
      if answer {
        #expect(later == nil, "\(first.limits) \(first.isAroundTheClock) \(second.limits) \(second.isAroundTheClock)")
      }
      if later == nil, !answer {
        // The only starts these lack are single seconds and days outside their weeks.
        #expect(first.limits != second.limits || first.isAroundTheClock != second.isAroundTheClock)
      }
    }
  }

  @Test(
    "units are compared by argument where they can be",
    arguments: [
      ("24h", "2d", true), ("48h", "2d", true), ("49h", "2d", false), ("2d", "72h", true), ("2d", "71h", false),
      ("2d", "3wd", true), ("3wd", "4wd", true), ("60m", "1h", true), ("61m", "1h", false), ("3d", "2d", false),
    ])
  func arguments(first: String, second: String, expected: Bool) throws {
    let left = try #require(TimeLimit(first))
    let right = try #require(TimeLimit(second))
    #expect(DeadlineOrder.argue(left, right, true, .shanghai) == expected)
  }

  @Test(
    "where units tell nothing, starts do",
    arguments: [("2wd", "2d"), ("1wd", "48h"), ("16wh", "2d"), ("2d", "2wd"), ("24h", "1wd")])
  func samples(first: String, second: String) throws {
    let left = try #require(TimeLimit(first))
    let right = try #require(TimeLimit(second))
    #expect(DeadlineOrder.argue(left, right, true, .shanghai) == nil)
    #expect(
      !DeadlineOrder.isNeverLater(
        DeadlineChain(limits: [left], calendar: Self.office, isAroundTheClock: false),
        DeadlineChain(limits: [right], calendar: Self.office, isAroundTheClock: false)))
  }
}
