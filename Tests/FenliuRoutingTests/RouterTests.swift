// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting
import FenliuTestSupport
import Testing

@Suite("Routing")
struct RouterTests {
  static let router = Router(rules: SampleMap.rules, map: SampleMap.map())

  @Test("a post goes where its case says", arguments: RoutingCase.all)
  func matchesCase(example: RoutingCase) {
    #expect(described(example.question.route(Self.router), Self.router.map) == example.expected)
  }

  @Test("the route tried last is the one that won, and none before it fits", arguments: RoutingCase.all)
  func explanationAgrees(example: RoutingCase) {
    let question = example.question
    let routed = question.route(Self.router)
    let attempts = Self.router.attempts(routed, scores: question.scores, facts: question.facts)
    let own = attempts.filter { !$0.isBeside }
    if let route = routed.route, !Self.router.map.routes[route.index].isBeside {
      #expect(own.last?.route == route)
      #expect(own.last?.fits == true)
      #expect(own.dropLast().allSatisfy { !$0.fits })
    } else {
      #expect(own.allSatisfy { !$0.fits })
    }
  }

  @Test("the steps of the level are due as DESIGN section 7 says")
  func designExample() throws {
    let example = try #require(RoutingCase.all.first)
    let routed = example.question.route(Self.router)
    let due = routed.deadlines.map { "\($0.step) \($0.due?.iso8601(in: .shanghai) ?? "-")" }
    #expect(
      due == [
        "hand-over 2026-11-21T08:00:00+08:00", "first-reply 2026-11-23T00:00:00+08:00",
        "resolve 2026-11-24T00:00:00+08:00", "resolve-at-latest 2026-11-26T00:00:00+08:00",
      ])
    #expect(routed.incomplete.isEmpty)
  }

  @Test("a step after another counts from its due time, not from its at latest")
  func afterStep() {
    var question = Question()
    question.scores.level = .general
    let routed = question.route(Self.router)
    let step = routed.deadlines.first { $0.step == "report-back" }
    #expect(step?.due?.iso8601(in: .shanghai) == "2026-11-22T08:00:00+08:00")
    #expect(step?.after == "hand-over")
  }

  @Test("what nobody could read has the deadlines of general and must be read")
  func unread() {
    var question = Question()
    question.scores.level = .general
    question.scores.reason = .unread
    let steps = question.route(Self.router).deadlines.map(\.step)
    #expect(
      steps == [
        "hand-over", "hand-over-at-latest", "report-back", "first-reply", "resolve", "resolve-at-latest", "read",
      ])
  }

  @Test("a route's own steps replace the level's or join them")
  func routeDeadlines() throws {
    var map = SampleMap.map()
    let own = [
      DeadlineStep(name: "hand-over", term: try #require(TimeLimit("1h"))),
      DeadlineStep(name: "visit", term: try #require(TimeLimit("2h"))),
    ]
    map.routes[3].deadlines = own
    var question = Question()
    question.scores.level = .larger
    question.scores.topics = [.init(topic: TopicID(1), points: .one)]
    question.scores.total = .one
    let routed = question.route(Router(rules: SampleMap.rules, map: map))
    #expect(routed.deadlines.map(\.step) == ["hand-over", "first-reply", "resolve", "resolve-at-latest", "visit"])
    #expect(routed.deadlines[0].due?.iso8601(in: .shanghai) == "2026-11-20T21:00:00+08:00")
  }

  @Test("a year that the calendar lacks leaves its deadline open and everything else as it is")
  func missingYear() {
    let holidays = HolidayTable([.init(date: LocalDate(dayNumber: 20_454), day: .off, name: "x")])
    var hours = WeeklyHours.none
    let stretches = (try? WeeklyHours.stretches("09:00-17:00")) ?? []
    hours.set(stretches, on: Weekday.allCases)
    let router = Router(
      rules: SampleMap.rules, map: SampleMap.map(calendar: WorkCalendar(hours: hours, holidays: holidays)))
    var question = Question()
    question.scores.level = .major
    question.scores.topics = [.init(topic: TopicID(1), points: .one)]
    question.scores.total = .one
    // 2026-12-31 20:00 in Shanghai.
    let routed = question.route(router, start: Instant(seconds: 1_798_718_400))
    #expect(routed.deadlines.first { $0.step == "sheet" }?.due == nil)
    #expect(routed.deadlines.filter { $0.due == nil }.count == 1)
    #expect(routed.incomplete == [.calendar(year: 2027)])
    #expect(routed.deadlines.first { $0.step == "notify" }?.due?.iso8601(in: .shanghai) == "2026-12-31T22:00:00+08:00")
  }

  @Test("deadlines start with the receipt, else with a time that is not in the future, else with the run")
  func start() {
    let run = Instant(seconds: 1000)
    var post = Post(id: "a", text: "x")
    #expect(Router.start(of: post, at: run) == run)
    post.time = Instant(seconds: 1001)
    #expect(Router.start(of: post, at: run) == run)
    post.time = Instant(seconds: 999)
    #expect(Router.start(of: post, at: run) == Instant(seconds: 999))
    post.received = Instant(seconds: 1500)
    #expect(Router.start(of: post, at: run) == Instant(seconds: 1500))
  }
}
