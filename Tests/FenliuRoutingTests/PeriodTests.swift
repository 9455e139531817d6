// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting
import FenliuTestSupport
import Testing

@Suite("Periods")
struct PeriodTests {
  typealias Period = ResponsibilityMap.Period

  /// Hours by day and a holiday in a known year, so that some due times cannot be known.
  private static let calendar: WorkCalendar = {
    var hours = WeeklyHours.none
    if let stretches = try? WeeklyHours.stretches("08:30-12:00, 14:00-17:30") {
      hours.set(stretches, on: [.monday, .tuesday, .wednesday, .thursday, .friday])
    }
    let rows = ["2025-10-01", "2026-10-01"].compactMap { LocalDate($0) }
    return WorkCalendar(hours: hours, holidays: HolidayTable(rows.map { .init(date: $0, day: .off, name: "国庆节") }))
  }()

  private static func map(_ periods: [Period]) -> ResponsibilityMap {
    var map = SampleMap.map(calendar: calendar)
    map.periods = periods
    return map
  }

  private static func period(_ days: Period.Days, _ change: (inout Period) -> Void) -> Period {
    var period = Period(name: "汛期", days: days, basis: "防汛值班制度")
    change(&period)
    return period
  }

  private static func step(_ name: String, _ limit: String) -> DeadlineStep {
    DeadlineStep(name: name, term: TimeLimit(limit)!)
  }

  private static let allYear = Period.Days.everyYear(from: 101, until: 1231)

  /// Periods of random days that say anything of any step, as no map that loads could.
  private static func periods(using random: inout SplitMix64) -> [Period] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in
      let first = LocalDate("2026-01-01")!.advanced(byDays: Int.random(in: 0..<365, using: &random))
      let length = Int.random(in: 0..<200, using: &random)
      return period(.once(from: first, until: first.advanced(byDays: length))) { period in
        period.notify = SampleMap.keys.shuffled(using: &random).prefix(2).map(SampleMap.department)
        for level in Level.allCases {
          for own in map([]).deadlines[level] ?? [] where Bool.random(using: &random) {
            let unit = TimeLimit.Unit.allCases.randomElement(using: &random) ?? .hours
            var step = DeadlineStep(name: own.name, term: TimeLimit(Int.random(in: 1...40, using: &random), unit)!)
            if own.atLatest != nil, Bool.random(using: &random) { step.atLatest = TimeLimit("30h") }
            step.after = Bool.random(using: &random) ? own.after : nil
            period.deadlines[level, default: []].append(step)
          }
        }
      }
    }
  }

  private static func start(using random: inout SplitMix64) -> Instant {
    Instant(seconds: 1_767_200_400 + Int64.random(in: 0..<31_600_000, using: &random))
  }

  @Test("nothing is later for periods, and nothing else changes but who is told", arguments: Seeds.standard)
  func neverLater(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<10 {
      let periods = Self.periods(using: &random)
      let plain = Router(rules: SampleMap.rules, map: Self.map([]))
      let router = Router(rules: SampleMap.rules, map: Self.map(periods))
      for _ in 0..<20 {
        let question = RouterProperties.question(using: &random)
        let start = Self.start(using: &random)
        let (before, after) = (question.route(plain, start: start), question.route(router, start: start))
        #expect(after.lead == before.lead && after.route == before.route && after.assist == before.assist)
        #expect(after.beside == before.beside && after.isSealed == before.isSealed)
        #expect(Set(before.notify).isSubset(of: after.notify))
        if after.isSealed { #expect(after.notify == before.notify) }
        #expect(after.deadlines.map(\.step) == before.deadlines.map(\.step))
        for (later, sooner) in zip(before.deadlines, after.deadlines) {
          #expect(sooner.due ?? .latest <= later.due ?? .latest, "\(later) \(sooner)")
          #expect(sooner.isRepeated == later.isRepeated)
          if let period = sooner.period { #expect(after.periods.contains(period)) }
        }
        if after.periods.isEmpty { #expect(after == before) }
      }
    }
  }

  @Test("each due time is the earliest of all that hold, reckoned one by one", arguments: Seeds.standard)
  func agreesWithOracle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<40 {
      let map = Self.map(Self.periods(using: &random))
      let router = Router(rules: SampleMap.rules, map: map)
      let level = Level.allCases.randomElement(using: &random) ?? .none
      let start = Self.start(using: &random)
      var question = Question()
      question.scores.level = level
      let routed = question.route(router, start: start)
      let holding = map.periods.filter { $0.days.contains(map.calendar.zone.date(of: start)) }
      let lead = map.departments[routed.lead.index]

      func sums(_ name: String, latest: Bool) -> [DueSum] {
        let all = [map.deadlines[level] ?? []] + holding.map { $0.deadlines[level] ?? [] }
        return all.flatMap { $0.filter { $0.name == name } }.compactMap { step in
          guard let limit = latest ? step.atLatest : step.term else { return nil }
          guard let base = step.after else {
            return DueSum(limit, from: start, isAroundTheClock: lead.isAroundTheClock, calendar: map.calendar)
          }
          guard let sum = earliest(base, latest: false) else { return nil }
          return DueSum(limit, after: sum, isAroundTheClock: lead.isAroundTheClock, calendar: map.calendar)
        }
      }
      func earliest(_ name: String, latest: Bool) -> DueSum? {
        sums(name, latest: latest).min { $0.due.instant ?? .latest < $1.due.instant ?? .latest }
      }
      for step in map.deadlines[level] ?? [] {
        for latest in step.atLatest == nil ? [false] : [false, true] {
          let key = latest ? step.name + "-at-latest" : step.name
          let due = routed.deadlines.first { $0.step == key }
          #expect(due?.due == earliest(step.name, latest: latest)?.due.instant, "\(key)")
        }
      }
    }
  }

  @Test("it holds from the first day to the last on the clocks of the map's zone")
  func edges() {
    let days = Period.Days.once(from: LocalDate("2026-06-01")!, until: LocalDate("2026-06-02")!)
    let router = Router(
      rules: SampleMap.rules, map: Self.map([Self.period(days) { $0.notify = [SampleMap.department("leader")] }]))
    var question = Question()
    question.scores.level = .general
    let first = Zone.shanghai.start(of: LocalDate("2026-06-01")!)
    for (offset, isTold) in [(-1, false), (0, true), (2 * 86_400 - 1, true), (2 * 86_400, false)] {
      let routed = question.route(router, start: first.advanced(bySeconds: Int64(offset)))
      #expect(routed.notify.contains(SampleMap.department("leader")) == isTold, "\(offset)")
      #expect(routed.periods == (isTold ? [PeriodID(0)] : []))
    }
  }

  @Test(
    "days of every year may pass the new year, and have a 29th of February",
    arguments: [
      ("12-20", "02-10", "2026-12-19", false), ("12-20", "02-10", "2026-12-20", true),
      ("12-20", "02-10", "2027-02-10", true), ("12-20", "02-10", "2027-02-11", false),
      ("02-29", "02-29", "2028-02-29", true), ("02-29", "02-29", "2026-02-28", false),
      ("06-01", "09-30", "2026-09-30", true), ("06-01", "09-30", "2026-10-01", false),
    ])
  func everyYear(from: String, until: String, day: String, expected: Bool) {
    func key(_ text: String) -> Int { Int(text.prefix(2))! * 100 + Int(text.suffix(2))! }
    #expect(Period.Days.everyYear(from: key(from), until: key(until)).contains(LocalDate(day)!) == expected)
  }

  @Test("of what is sealed a period tells nobody, and below general nobody either")
  func told() {
    let router = Router(
      rules: SampleMap.rules,
      map: Self.map([
        Self.period(Self.allYear) { $0.notify = [SampleMap.department("labour"), SampleMap.department("leader")] }
      ]))
    var question = Question()
    question.scores.level = .none
    #expect(question.route(router).notify.isEmpty)
    question.scores.level = .general
    question.scores.reason = .unread
    #expect(question.route(router).notify == [SampleMap.department("labour"), SampleMap.department("leader")])
    let text = Array("劳资科包庇".utf8)
    question = Question()
    question.scores.level = .larger
    question.scores.topics = [.init(topic: TopicID(4), points: .one)]
    question.text.appendUnchanged(text.span)
    question.text.finish(text.span)
    question.hit(rule: 0, at: [(.text, 9..<15)])
    let routed = question.route(router)
    #expect(routed.accused.map(\.department) == [SampleMap.department("labour")])
    #expect(routed.isSealed && routed.notify.isEmpty && routed.periods == [PeriodID(0)])
    // Sealed by its route, with nobody accused.
    question.text = .init()
    question.matches = .init()
    let sealed = question.route(router)
    #expect(sealed.accused.isEmpty && sealed.isSealed && sealed.notify.isEmpty)
  }

  @Test("a step that follows one made sooner comes sooner with it; what a period does not name stays")
  func following() {
    let router = Router(
      rules: SampleMap.rules,
      map: Self.map([
        Self.period(Self.allYear) { $0.deadlines = [.general: [Self.step("hand-over", "2h")]] },
        Self.period(Self.allYear) {
          $0.deadlines = [.general: [Self.step("hand-over", "4h"), Self.step("resolve", "1d")]]
        },
      ]))
    var question = Question()
    question.scores.level = .general
    let due = question.route(router).deadlines.map { "\($0.step) \($0.due?.iso8601(in: .shanghai) ?? "-")" }
    // From Friday, 20 November, at 20:00.
    #expect(
      due == [
        "hand-over 2026-11-20T22:00:00+08:00", "hand-over-at-latest 2026-11-22T20:00:00+08:00",
        "report-back 2026-11-21T10:00:00+08:00", "first-reply 2026-11-24T00:00:00+08:00",
        "resolve 2026-11-22T00:00:00+08:00", "resolve-at-latest 2026-11-26T00:00:00+08:00",
      ])
    let periods = question.route(router).deadlines.map { $0.period?.index }
    #expect(periods == [0, nil, nil, nil, 1, nil])
  }
}
