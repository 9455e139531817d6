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
    -> Quoting
  {
    let sum = DueSum(TimeLimit(limit)!, from: friday, calendar: calendar)
    return deadline(wording, sum, atLatest: atLatest, after: after, isRepeated: isRepeated)
  }

  /// A deadline and the texts that it is of.
  static func deadline(
    _ wording: any ReasonWording.Type, _ sum: DueSum, calendar: WorkCalendar = calendar, atLatest: Bool = false,
    after: String? = nil, isRepeated: Bool = false
  ) -> Quoting {
    let days = lines(wording, calendar.days(of: sum))
    return Quoting(
      reason: .deadline(
        .init(
          step: "办结", atLatest: atLatest, after: after, isRepeated: isRepeated, sum: sum, days: 0..<days.utf8.count)),
      texts: Array(days.utf8))
  }

  /// A reason with the texts that its stretches are of.
  struct Quoting {
    var reason: Reason
    var texts: [UInt8] = []

    func sentence(_ wording: any ReasonWording.Type) -> String {
      var list = TextList()
      wording.append(reason, quoting: texts, zone: .shanghai, to: &list)
      list.endText()
      return list[0]
    }
  }

  static func lines(_ wording: any ReasonWording.Type, _ days: [CountedDay]) -> String {
    var list = TextList()
    wording.append(days, to: &list)
    list.endText()
    return list[0]
  }

  /// A reason made of words that were found.
  static func quoting(_ words: String..., make: ([Range<Int>], Quotes) -> Reason) -> Quoting {
    var texts: [UInt8] = []
    let ranges = words.map { word in
      texts.append(contentsOf: word.utf8)
      return texts.count - word.utf8.count..<texts.count
    }
    var quotes = Quotes()
    for range in ranges { quotes.add(range, of: texts) }
    return Quoting(reason: make(ranges, quotes), texts: texts)
  }

  @Test("a deadline tells its sum day by day, in Chinese and in English")
  func deadlines() {
    #expect(
      Self.deadline(ChineseReasons.self, "2d").sentence(ChineseReasons.self)
        == "办结：自 2026-11-20 20:00 起 2 天：11-20 周五为起始日，不计，11-21 周六第 1 天，11-22 周日第 2 天；至 2026-11-22 24:00")
    #expect(
      Self.deadline(EnglishReasons.self, "1wd", atLatest: true).sentence(EnglishReasons.self)
        == "办结 at latest: 1 working day from 2026-11-20 20:00: Fri 11-20 is the day of start, Sat 11-21 free, "
        + "Sun 11-22 free, Mon 11-23 day 1; due 2026-11-23 17:30")
    #expect(
      Self.deadline(ChineseReasons.self, "24h", after: "交办", isRepeated: true).sentence(ChineseReasons.self)
        == "办结：交办后自 2026-11-20 20:00 起每 24 小时；至 2026-11-21 20:00")
    #expect(
      Self.deadline(EnglishReasons.self, "30m").sentence(EnglishReasons.self)
        == "办结: 30 minutes from 2026-11-20 20:00; due 2026-11-20 20:30")
  }

  @Test("a year whose holidays are unknown is named, not guessed")
  func unknownYear() {
    let table = HolidayTable([.init(date: LocalDate("2026-01-01")!, day: .off, name: "元旦")])
    let calendar = WorkCalendar(zone: .shanghai, hours: Self.calendar.hours, holidays: table)
    let late = Instant(seconds: Self.friday.seconds + 41 * 86_400)  // 2026-12-31
    let sum = DueSum(TimeLimit("3wd")!, from: late, calendar: calendar)
    func sentence(_ wording: any ReasonWording.Type) -> String {
      Self.deadline(wording, sum, calendar: calendar).sentence(wording)
    }
    #expect(sentence(ChineseReasons.self).hasSuffix("2027 年节假日安排未知，期限待定"))
    #expect(
      sentence(EnglishReasons.self).hasSuffix("the holidays of 2027 are unknown, so it is open"))
  }

  static let plain: [(Quoting, String, String)] = [
    (
      quoting("拖欠工资", "没发工资") { .match(rule: "欠薪", found: $1, category: "苗头", points: Points(2)) },
      "规则“欠薪”：见“拖欠工资”、“没发工资”，计苗头 2 分", "rule '欠薪': found '拖欠工资', '没发工资', 2 points for 苗头"
    ),
    (
      quoting("刷单返利") { .prohibited(rule: "刷单", found: $1, basis: nil) },
      "规则“刷单”：见“刷单返利”，标记违禁，须经人工确认，不影响诉求的等级与办理",
      "rule '刷单': found '刷单返利', marked as prohibited; a person must confirm it, and it changes neither the level nor the handling of a grievance"
    ),
    (
      Quoting(
        reason: .recused(
          department: "劳资科", name: "人事科", field: .text, start: 3, wouldHaveLed: true, lead: "纪检组")),
      "正文第 4 字起点名“人事科”，劳资科回避，改由纪检组主办", "the text names '人事科' at character 4: 劳资科 steps aside, 纪检组 leads"
    ),
    (
      Quoting(reason: .escalation(condition: "level >= major", notify: ["值班领导"], within: TimeLimit("2h"))),
      "符合“level >= major”，通知值班领导（2 小时内）", "'level >= major' holds: 值班领导 notified within 2 hours"
    ),
    (
      Quoting(reason: .period(name: "汛期", basis: "防汛值班制度", notify: ["值班领导"], sooner: ["首次答复", "办结"])),
      "时段“汛期”（依据：防汛值班制度），通知值班领导，期限缩短：首次答复、办结",
      "in the period '汛期', on the basis of 防汛值班制度: 值班领导 notified; due sooner: 首次答复, 办结"
    ),
    (
      Quoting(reason: .period(name: "汛期", basis: "防汛值班制度", notify: [], sooner: ["办结"])),
      "时段“汛期”（依据：防汛值班制度），期限缩短：办结", "in the period '汛期', on the basis of 防汛值班制度: due sooner: 办结"
    ),
    (
      Quoting(reason: .levelByFloor(.major, category: "危险")), "等级重大：“危险”类信号至少定为此级",
      "level major: a signal of '危险' is at least that"
    ),
    (
      quoting("拖欠", "已结清") { words, _ in .withdrawn(rule: "欠薪", found: words[0], by: words[1]) },
      "规则“欠薪”：“拖欠”不计，因附近有“已结清”",
      "rule '欠薪': '拖欠' does not count, because '已结清' is near"
    ),
  ]

  @Test("what a worker remembers of sums is what it would reckon again", arguments: Seeds.standard)
  func dayLines(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var memory = DayLines()
    var draft = DecisionDraft()
    for _ in 0..<200 {
      let unit = ["d", "wd", "wh", "h"].randomElement(using: &random)!
      let limit = TimeLimit("\(Int.random(in: 1...3, using: &random))\(unit)")!
      let start = Self.friday.advanced(bySeconds: Int64.random(in: 0..<400_000, using: &random))
      let sum = DueSum(
        limit, from: start, startClosesDay: Bool.random(using: &random), isAroundTheClock: Bool.random(using: &random),
        calendar: Self.calendar)
      let lines = Self.lines(ChineseReasons.self, Self.calendar.days(of: sum))
      let remembered = memory.keep(sum, calendar: 0, zone: .shanghai, in: &draft) { sum, text in
        ChineseReasons.append(Self.calendar.days(of: sum), to: &text)
      }
      #expect(draft.text(remembered) == lines)
    }
  }

  @Test("reasons are sentences that the person concerned could be shown", arguments: plain)
  func sentences(reason: Quoting, chinese: String, english: String) {
    #expect(reason.sentence(ChineseReasons.self) == chinese)
    #expect(reason.sentence(EnglishReasons.self) == english)
  }
}
