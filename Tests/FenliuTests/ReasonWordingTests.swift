// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import Testing

@testable import Fenliu

@Suite("Reasons in words")
struct ReasonWordingTests {
  static let calendar: WorkCalendar = {
    var hours = WeeklyHours.none
    if let stretches = try? WeeklyHours.stretches("08:30-12:00, 14:00-17:30") {
      hours.set(stretches, on: [.monday, .tuesday, .wednesday, .thursday, .friday])
    }
    return WorkCalendar(zone: .shanghai, hours: hours)
  }()
  static let friday = Instant(seconds: 1_795_176_000)  // 2026-11-20 20:00 in Shanghai

  static func deadline(
    _ wording: any ReasonWording.Type, _ limit: String, atLatest: Bool = false, after: String? = nil,
    isRepeated: Bool = false
  )
    -> Reason
  {
    let sum = DueSum(TimeLimit(limit)!, from: friday, calendar: calendar)
    return .deadline(
      step: "办结", atLatest: atLatest, after: after, isRepeated: isRepeated, sum: sum,
      days: wording.lines(calendar.days(of: sum)))
  }

  @Test("a deadline tells its sum day by day, in Chinese and in English")
  func deadlines() {
    #expect(
      ChineseReasons.sentence(for: Self.deadline(ChineseReasons.self, "2d"), zone: .shanghai)
        == "办结：自 2026-11-20 20:00 起 2 天：11-20 周五为起始日，不计，11-21 周六第 1 天，11-22 周日第 2 天；至 2026-11-22 24:00")
    #expect(
      EnglishReasons.sentence(for: Self.deadline(EnglishReasons.self, "1wd", atLatest: true), zone: .shanghai)
        == "办结 at latest: 1 working day from 2026-11-20 20:00: Fri 11-20 is the day of start, Sat 11-21 free, "
        + "Sun 11-22 free, Mon 11-23 day 1; due 2026-11-23 17:30")
    #expect(
      ChineseReasons.sentence(
        for: Self.deadline(ChineseReasons.self, "24h", after: "交办", isRepeated: true), zone: .shanghai)
        == "办结：交办后自 2026-11-20 20:00 起每 24 小时；至 2026-11-21 20:00")
    #expect(
      EnglishReasons.sentence(for: Self.deadline(EnglishReasons.self, "30m"), zone: .shanghai)
        == "办结: 30 minutes from 2026-11-20 20:00; due 2026-11-20 20:30")
  }

  @Test("a year whose holidays are unknown is named, not guessed")
  func unknownYear() {
    let table = HolidayTable([.init(date: LocalDate("2026-01-01")!, day: .off, name: "元旦")])
    let calendar = WorkCalendar(zone: .shanghai, hours: Self.calendar.hours, holidays: table)
    let late = Instant(seconds: Self.friday.seconds + 41 * 86_400)  // 2026-12-31
    let sum = DueSum(TimeLimit("3wd")!, from: late, calendar: calendar)
    func reason(_ wording: any ReasonWording.Type) -> Reason {
      .deadline(
        step: "办结", atLatest: false, after: nil, isRepeated: false, sum: sum,
        days: wording.lines(calendar.days(of: sum)))
    }
    #expect(ChineseReasons.sentence(for: reason(ChineseReasons.self), zone: .shanghai).hasSuffix("2027 年节假日安排未知，期限待定"))
    #expect(
      EnglishReasons.sentence(for: reason(EnglishReasons.self), zone: .shanghai).hasSuffix(
        "the holidays of 2027 are unknown, so it is open")
    )
  }

  static let plain: [(Reason, String, String)] = [
    (
      .match(rule: "欠薪", found: ["拖欠工资", "没发工资"], category: "苗头", points: Points(2)),
      "规则“欠薪”：见“拖欠工资”、“没发工资”，计苗头 2 分", "rule '欠薪': found '拖欠工资', '没发工资', 2 points for 苗头"
    ),
    (
      .prohibited(rule: "刷单", found: ["刷单返利"], basis: nil),
      "规则“刷单”：见“刷单返利”，标记违禁，须经人工确认，不影响诉求的等级与办理",
      "rule '刷单': found '刷单返利', marked as prohibited; a person must confirm it, and it changes neither the level nor the handling of a grievance"
    ),
    (
      .recused(department: "劳资科", name: "人事科", field: .text, start: 3, wouldHaveLed: true, lead: "纪检组"),
      "正文第 4 字起点名“人事科”，劳资科回避，改由纪检组主办", "the text names '人事科' at character 4: 劳资科 steps aside, 纪检组 leads"
    ),
    (
      .escalation(condition: "level >= major", notify: ["值班领导"], within: TimeLimit("2h")),
      "符合“level >= major”，通知值班领导（2 小时内）", "'level >= major' holds: 值班领导 notified within 2 hours"
    ),
    (
      .levelByFloor(.major, category: "危险"), "等级重大：“危险”类信号至少定为此级",
      "level major: a signal of '危险' is at least that"
    ),
    (
      .withdrawn(rule: "欠薪", found: "拖欠", by: "已结清"), "规则“欠薪”：“拖欠”不计，因附近有“已结清”",
      "rule '欠薪': '拖欠' does not count, because '已结清' is near"
    ),
  ]

  @Test("what a worker remembers of sums is what it would reckon again", arguments: Seeds.standard)
  func dayLines(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var memory = DayLines()
    for _ in 0..<200 {
      let unit = ["d", "wd", "wh", "h"].randomElement(using: &random)!
      let limit = TimeLimit("\(Int.random(in: 1...3, using: &random))\(unit)")!
      let start = Self.friday.advanced(bySeconds: Int64.random(in: 0..<400_000, using: &random))
      let sum = DueSum(
        limit, from: start, startClosesDay: Bool.random(using: &random), isAroundTheClock: Bool.random(using: &random),
        calendar: Self.calendar)
      let remembered = memory.text(for: sum, lead: DepartmentID(0), zone: .shanghai) {
        ChineseReasons.lines(Self.calendar.days(of: $0))
      }
      #expect(remembered == ChineseReasons.lines(Self.calendar.days(of: sum)))
    }
  }

  @Test("reasons are sentences that the person concerned could be shown", arguments: plain)
  func sentences(reason: Reason, chinese: String, english: String) {
    #expect(ChineseReasons.sentence(for: reason, zone: .shanghai) == chinese)
    #expect(EnglishReasons.sentence(for: reason, zone: .shanghai) == english)
  }
}
