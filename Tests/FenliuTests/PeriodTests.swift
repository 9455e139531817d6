// SPDX-License-Identifier: Apache-2.0
import Fenliu
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
