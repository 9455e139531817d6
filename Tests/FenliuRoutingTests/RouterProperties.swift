// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting
import FenliuTestSupport
import Testing

@Suite("What holds for every post")
struct RouterProperties {
  /// A post of random topics, categories and names of departments, with a hit of the conduct rule in half of them.
  static func question(using random: inout SplitMix64) -> Question {
    var question = Question()
    var text = ""
    let map = RouterTests.router.map
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      text += map.departments.randomElement(using: &random)?.title ?? ""
      text += String(repeating: "路", count: Int.random(in: 0...25, using: &random))
    }
    let start = text.utf8.count
    text += "包庇"
    let bytes = Array(text.utf8)
    question.text.appendUnchanged(bytes.span)
    question.text.finish(bytes.span)
    if Bool.random(using: &random) {
      question.hit(rule: 0, at: [(.text, start..<bytes.count)])
      question.scores.topics.append(.init(topic: TopicID(4), points: .one))
    }
    for topic in 0..<8 where topic != 4 && Int.random(in: 0..<3, using: &random) == 0 {
      let points = Points(hundredths: Int.random(in: 0...4, using: &random) * 100)
      question.scores.topics.append(.init(topic: TopicID(topic), points: points))
      question.scores.total += points
    }
    question.scores.topics.sort { ($1.points, $0.topic) < ($0.points, $1.topic) }
    for category in 0..<6 where Int.random(in: 0..<3, using: &random) == 0 {
      question.scores.categories.append(.init(category: CategoryID(category), points: .one))
    }
    if question.scores.categories.contains(where: { $0.category == .prohibited }) {
      question.scores.prohibitedTopics = [TopicID(8), TopicID(9)].filter { _ in Bool.random(using: &random) }
    }
    question.scores.level = Level.allCases.randomElement(using: &random) ?? .none
    if question.scores.categories.contains(where: { $0.category == .danger }) {
      question.scores.level = max(question.scores.level, .major)
    }
    question.facts.source = ["weibo", "调度台", "劳资信箱", nil].randomElement(using: &random) ?? nil
    question.facts.region = ["山西省/吕梁市/兴县", "山西省", nil].randomElement(using: &random) ?? nil
    return question
  }

  @Test("nothing puts an accused department back", arguments: Seeds.standard)
  func accusedStayOut(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let routed = Self.question(using: &random).route(RouterTests.router)
      let accused = Set(routed.accused.map(\.department))
      // Where everybody is accused nobody is left; the sample map has ten departments and a post names four.
      #expect(!accused.contains(routed.lead))
      #expect(!routed.assist.contains { accused.contains($0.department) })
      #expect(!routed.notify.contains { accused.contains($0) })
      #expect(!(routed.ifReturned.map(accused.contains) ?? false))
      #expect(
        !routed.beside.contains { beside in
          ([beside.lead] + beside.assist + beside.notify).contains { accused.contains($0) }
        })
      if !accused.isEmpty { #expect(routed.isSealed) }
    }
  }

  @Test("a danger is led by a department of kind help, unless all of them are accused", arguments: Seeds.standard)
  func dangerIsHelped(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let question = Self.question(using: &random)
      guard question.scores.categories.contains(where: { $0.category == .danger }) else { continue }
      let routed = question.route(RouterTests.router)
      let departments = RouterTests.router.map.departments
      let helpers = departments.indices.filter { departments[$0].kind == .help }
      let accused = Set(routed.accused.map(\.department.index))
      let isHelperLeft = helpers.contains { !accused.contains($0) }
      #expect(departments[routed.lead.index].kind == (isHelperLeft ? .help : .service))
    }
  }

  @Test("a prohibited mark changes neither lead nor deadlines of a grievance", arguments: Seeds.standard)
  func prohibitedChangesNothing(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      var question = Self.question(using: &random)
      question.scores.categories.removeAll { $0.category == .prohibited }
      question.scores.prohibitedTopics = []
      guard question.scores.total > .zero else { continue }
      let without = question.route(RouterTests.router)
      question.scores.categories.append(.init(category: .prohibited, points: .one))
      question.scores.prohibitedTopics = [TopicID(8), TopicID(9)]
      let with = question.route(RouterTests.router)
      #expect(with.route == without.route)
      #expect(with.lead == without.lead)
      #expect(with.deadlines == without.deadlines)
    }
  }

  @Test("no department stands twice, and the lead neither assists nor is told", arguments: Seeds.standard)
  func nobodyTwice(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let routed = Self.question(using: &random).route(RouterTests.router)
      let assist = routed.assist.map(\.department)
      #expect(Set(assist).count == assist.count)
      #expect(Set(routed.notify).count == routed.notify.count)
      #expect(!assist.contains(routed.lead))
      #expect(!routed.notify.contains(routed.lead))
    }
  }

  @Test("the tables choose the route that a plain search chooses", arguments: Seeds.standard)
  func tablesAgreeWithSearch(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let question = Self.question(using: &random)
      let routed = question.route(RouterTests.router)
      let attempts = RouterTests.router.attempts(routed, scores: question.scores, facts: question.facts)
      let own = attempts.filter { !$0.isBeside }.first(where: \.fits)?.route
      let beside = attempts.filter { $0.isBeside && $0.fits }.map(\.route)
      if let own { #expect(routed.route == own) }
      let taken = (routed.route.map { [$0] } ?? []) + routed.beside.map(\.route)
      // A route beside may be gone because its department is accused and the overseer leads already.
      #expect(Set(taken).isSubset(of: Set(beside + (own.map { [$0] } ?? []))))
      if routed.accused.isEmpty { #expect(Set(taken) == Set(beside + (own.map { [$0] } ?? []))) }
    }
  }

  @Test("a later receipt is never due earlier, a higher level never later", arguments: Seeds.standard)
  func monotone(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<30 {
      var question = Self.question(using: &random)
      let start = Instant(seconds: Int64.random(in: 1_700_000_000...1_800_000_000, using: &random))
      let routed = question.route(RouterTests.router, start: start)
      let later = question.route(
        RouterTests.router, start: start.advanced(bySeconds: Int64.random(in: 1...400_000, using: &random)))
      for (early, late) in zip(routed.deadlines, later.deadlines) {
        #expect(early.step == late.step)
        if let first = early.due, let second = late.due { #expect(first <= second) }
      }
      guard question.scores.level < .critical, let higher = Level(rawValue: question.scores.level.rawValue + 1) else {
        continue
      }
      question.scores.level = higher
      let raised = question.route(RouterTests.router, start: start)
      guard raised.lead == routed.lead else { continue }
      for deadline in raised.deadlines {
        guard let due = deadline.due, let lower = routed.deadlines.first(where: { $0.step == deadline.step })?.due
        else { continue }
        #expect(due <= lower, "\(deadline.step) at \(higher)")
      }
    }
  }
}

@Suite("Places")
struct PlaceFinderTests {
  static let finder = PlaceFinder([
    .init(name: "兴县", region: "山西省/吕梁市/兴县", aliases: ["晋绥"]),
    .init(name: "吕梁市", region: "山西省/吕梁市"),
    .init(name: "临县", region: "山西省/吕梁市/临县"),
    .init(name: "新兴县", region: "广东省/云浮市/新兴县"),
  ])

  static func region(_ title: String, _ text: String) -> String? {
    func normalized(_ text: String) -> NormalizedText {
      var result = NormalizedText()
      let bytes = Array(text.utf8)
      result.appendUnchanged(bytes.span)
      result.finish(bytes.span)
      return result
    }
    return finder.region(title: normalized(title), text: normalized(text))
  }

  @Test(
    "the region is that of the one place named",
    arguments: [
      ("兴县的路", "临县也是", "山西省/吕梁市/兴县"), ("路", "兴县的路，兴县的桥", "山西省/吕梁市/兴县"),
      ("路", "吕梁市兴县", "山西省/吕梁市/兴县"), ("路", "晋绥旧地", "山西省/吕梁市/兴县"),
      ("路", "新兴县的路", "广东省/云浮市/新兴县"), ("吕梁市", "兴县", "山西省/吕梁市"),
    ])
  func one(title: String, text: String, region: String) { #expect(Self.region(title, text) == region) }

  @Test(
    "no place, or places apart from each other, leave it unknown",
    arguments: [("路", "桥"), ("兴县和临县", "兴县"), ("", "兴县、新兴县")])
  func unknown(title: String, text: String) { #expect(Self.region(title, text) == nil) }
}
