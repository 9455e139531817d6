// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuCalendar
import FenliuTestSupport
import Testing

@Suite("Periods in decisions")
struct PeriodTests {
  /// The county's map with two periods that hold on the day of the tests.
  static func map(_ pack: Pack) throws -> ResponsibilityMap {
    var map = pack.map
    let leader = map.departments.firstIndex { !$0.isAroundTheClock } ?? 0
    for (name, limit) in [("汛期", "3m"), ("考试周", "2m")] {
      var period = ResponsibilityMap.Period(
        name: name, days: .everyYear(from: 101, until: 1231), basis: "\(name)值班制度")
      period.notify = [DepartmentID(leader)]
      for level in Level.allCases {
        for step in map.deadlines[level] ?? [] where !step.isRepeated && (name == "汛期" || step.after == nil) {
          period.deadlines[level, default: []].append(
            DeadlineStep(name: step.name, term: try #require(TimeLimit(limit))))
        }
      }
      map.periods.append(period)
    }
    return map
  }

  @Test(
    "a decision names the period that changed it, with its basis, and reckons the shorter time",
    arguments: [Language.chinese, .english])
  func because(language: Language) throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/county")
    var rules = pack.rules
    rules.language = language
    let map = try Self.map(pack)
    var worker = try Classifier(rules, map).makeWorker()
    var plain = try Classifier(rules, pack.map).makeWorker()
    let post = Post(id: "1", text: "三个月没发工资了，老板拖欠我们三十多名工人的工资")
    let (decision, without) = (worker.decide(post, at: CountyPack.now), plain.decide(post, at: CountyPack.now))
    #expect(decision.level == without.level && decision.total == without.total && decision.topics == without.topics)
    #expect(decision.level >= .general)
    #expect(decision.route.lead == without.route.lead && decision.route.name == without.route.name)
    #expect(Set(without.route.notify).isSubset(of: decision.route.notify))
    let own = language == .chinese ? "时段“考试周”（依据：考试周值班制度）" : "in the period '考试周', on the basis of 考试周值班制度"
    let sentence = try #require(decision.because.first { $0.hasPrefix(own) })
    #expect(sentence.contains(language == .chinese ? "期限缩短：" : "due sooner: "))
    #expect(!without.because.contains { $0.contains("考试周") })
    let words = language == .chinese ? "起 2 分钟；至" : ": 2 minutes from"
    #expect(decision.because.contains { $0.contains(words) })
    let due = Dictionary(uniqueKeysWithValues: without.deadlines.map { ($0.step, $0.due) })
    #expect(decision.deadlines.map(\.step) == without.deadlines.map(\.step))
    for deadline in decision.deadlines { #expect(deadline.due ?? .latest <= (due[deadline.step] ?? nil) ?? .latest) }
  }

  @Test(
    "the periods of the shipped maps tell nobody of what is sealed, and shorten its deadlines all the same",
    arguments: [
      ("railway", "2026-07-10T10:00", "货运员收了司机的红包", "职工食堂的饭菜都是馊的"),
      ("kindergarten", "2026-09-05T10:00", "老师收了家长的红包", "孩子的伙食费退得不对"),
      ("university", "2026-06-10T10:00", "导师收了学生的红包", "宿舍的热水三天没有了"),
    ])
  func sealed(folder: String, time: String, conduct: String, service: String) throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/\(folder)")
    var plainMap = pack.map
    plainMap.periods = []
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    var plain = try Classifier(pack.rules, plainMap).makeWorker()
    let start = try TimeParser(zone: pack.map.calendar.zone).instant(of: time).get()
    let told = pack.map.periods(on: pack.map.calendar.zone.date(of: start)).flatMap { period in
      pack.map.periods[period.index].notify.map { pack.map.departments[$0.index].key }
    }
    #expect(!told.isEmpty)
    let sealed = worker.decide(Post(id: "1", text: conduct), at: start)
    let without = plain.decide(Post(id: "1", text: conduct), at: start)
    #expect(sealed.route.isSealed && sealed.route.notify == without.route.notify)
    #expect(!sealed.because.contains { $0.hasPrefix("时段") && $0.contains("通知") })
    let due = Dictionary(uniqueKeysWithValues: without.deadlines.map { ($0.step, $0.due) })
    for deadline in sealed.deadlines { #expect(deadline.due ?? .latest <= (due[deadline.step] ?? nil) ?? .latest) }
    let open = worker.decide(Post(id: "2", text: service), at: start)
    #expect(!open.route.isSealed && Set(told).isSubset(of: open.route.notify))
  }

  @Test("a case received in a period notices when the period is left out")
  func omission() throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/county")
    let map = try Self.map(pack)
    let omissions = map.omissions.filter { if case .period = $0 { true } else { false } }
    #expect(omissions == [.period(PeriodID(0)), .period(PeriodID(1))])
    let rest = map.omitting(.period(PeriodID(0)))
    #expect(rest.periods.count == 2 && !rest.periods[0].changesDecisions && rest.periods[1] == map.periods[1])
  }
}
