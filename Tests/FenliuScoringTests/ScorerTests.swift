// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuExpression
import FenliuModel
import FenliuScoring
import FenliuTestSupport
import Testing

/// A rule set made by hand, with matches as if a matcher had found them.
struct Bench {
  var set = RuleSet(title: "bench")
  var sources: [HitSource] = []
  var matches = Matches()

  static let origin = Origin(file: 0, line: 1)
  static let span = SourceSpan(file: FileID(index: 0), range: 0..<1)

  init() {
    set.files = ["bench/rules.yaml"]
    set.topics = [Topic(path: "labour.wages", title: "工资"), Topic(path: "safety.gas", title: "瓦斯")]
    set.levels = [
      line(.major, "points(group-risk) >= 4"), line(.larger, "total >= 5"), line(.general, "total >= 1"),
    ]
  }

  func line(_ level: Level, _ text: String) -> RuleSet.LevelLine {
    let words = Vocabulary(
      place: .levels, categories: Category.builtIn.map { .init(key: $0.key, title: $0.title) },
      topics: set.topics.map { .init(key: $0.path, title: $0.title) })
    let condition = try? ExpressionParser.condition(text, words).expression
    return .init(level: level, condition: condition ?? .not(.atLeast(0, of: [])), written: text)
  }

  /// Adds a rule and returns its place.
  @discardableResult
  mutating func rule(
    _ key: String, _ category: CategoryID, topic: Int? = nil, points: String = "1",
    change: (inout Rule) -> Void = { _ in }
  ) throws -> RuleID {
    var rule = Rule(
      key: key, category: category, body: .lines(Rule.Lines()), origin: Self.origin, span: Self.span)
    rule.topic = topic.map(TopicID.init)
    rule.points = try ExpressionParser.number(points, Vocabulary(place: .points)).expression
    change(&rule)
    set.rules.append(rule)
    return RuleID(set.rules.count - 1)
  }

  /// Lets a rule hit with one hit for each of the words' points, at a place.
  mutating func hit(
    _ rule: RuleID, words: [Points?] = [nil], field: Field = .text, at start: Int = 0, numbers: Numbers = Numbers()
  ) {
    let first = matches.hits.count
    for points in words {
      sources.append(HitSource(written: "w\(sources.count)", origin: Self.origin, points: points))
      matches.hits.append(
        Hit(field: field, range: start..<start + 3, source: HitSourceID(UInt32(sources.count - 1))))
    }
    matches.matches.append(
      Match(
        rule: rule, hits: first..<matches.hits.count, numbers: numbers,
        isShadow: set.rules[rule.index].status == .shadow))
  }

  func scores(reach: Int? = nil, openingEnd: Int? = nil, isUnread: Bool = false) -> Scores {
    var facts = PostFacts(date: LocalDate(year: 2026, month: 11, day: 20)!)
    facts.reach = reach
    var scores = Scores()
    var scratch = Scorer.Scratch()
    let scorer = Scorer(set, sources: sources)
    // Twice, because what is left of one post must not change the next.
    for _ in 0..<2 {
      scorer.score(
        matches, facts: facts, openingEnd: openingEnd, isUnread: isUnread, scratch: &scratch, into: &scores)
    }
    return scores
  }
}

@Suite("Scoring")
struct ScorerTests {
  @Test("the example of the design scores 2 and 3.48, 5.48 in all and 10.96 for the topic")
  func designExample() throws {
    var bench = Bench()
    bench.set.weights.opening = Points(2)
    var people = Numbers()
    people.people = 30
    bench.hit(try bench.rule("wages-unpaid", .earlySign, topic: 0, points: "2"), at: 27)
    bench.hit(try bench.rule("workers-many", .groupRisk, topic: 0, points: "2 + log10(people)"), numbers: people)
    let scores = bench.scores(openingEnd: 60)
    #expect(scores.matchPoints == [Points(2), Points(3.48)])
    #expect(scores.total == Points(5.48))
    #expect(scores.topics == [.init(topic: TopicID(0), points: Points(10.96))])
    #expect(scores.numbers.people == 30)
    #expect(scores.level == .larger)
    #expect(scores.reason == .line(1))
  }

  @Test("a rule counts its best word once, and with each its best distinct words")
  func each() throws {
    var bench = Bench()
    let words = [Points(1), Points(3), nil, Points(2)]
    bench.hit(try bench.rule("single", .trend, points: "1.5"), words: words)
    bench.hit(try bench.rule("two", .trend, points: "1.5") { $0.each = 2 }, words: words)
    bench.hit(try bench.rule("all", .trend, points: "1.5") { $0.each = 100 }, words: words)
    let repeated = try bench.rule("repeated", .trend, points: "1.5") { $0.each = 100 }
    bench.hit(repeated)
    bench.matches.hits.append(bench.matches.hits[bench.matches.hits.count - 1])
    bench.matches.matches[3].hits = bench.matches.matches[3].hits.lowerBound..<bench.matches.hits.count
    #expect(bench.scores().matchPoints == [Points(3), Points(5), Points(7.5), Points(1.5)])
  }

  @Test("a cap bounds a category, negative points never push a sum below 0, and never touch danger")
  func capsAndNegatives() throws {
    var bench = Bench()
    bench.set.categories[CategoryID.trend.index].cap = Points(3)
    bench.hit(try bench.rule("a", .trend, topic: 0, points: "5"))
    bench.hit(try bench.rule("settled", .earlySign, topic: 0, points: "-2"))
    bench.hit(try bench.rule("help", .danger, topic: 1, points: "4"))
    bench.hit(try bench.rule("calm", .danger, topic: 1, points: "-9"))
    bench.hit(try bench.rule("other", .action, topic: 1, points: "-9"))
    let scores = bench.scores()
    #expect(
      scores.categories == [
        .init(category: .earlySign, points: .zero), .init(category: .trend, points: Points(3)),
        .init(category: .action, points: .zero), .init(category: .danger, points: Points(4)),
      ])
    #expect(scores.total == Points(7))
    #expect(
      scores.topics == [
        .init(topic: TopicID(1), points: Points(4)), .init(topic: TopicID(0), points: Points(3)),
      ])
  }

  @Test("prohibited adds nothing to total, topics, numbers or level")
  func prohibitedIsBeside() throws {
    var bench = Bench()
    bench.set.categories[CategoryID.prohibited.index].floor = .critical
    bench.set.levels.insert(bench.line(.critical, "points(prohibited) >= 1"), at: 0)
    bench.hit(try bench.rule("grievance", .earlySign, topic: 0, points: "1"))
    let alone = bench.scores()
    var people = Numbers()
    people.people = 500
    bench.hit(try bench.rule("fraud", .prohibited, topic: 1, points: "9"), numbers: people)
    let both = bench.scores()
    #expect(both.level == alone.level && both.level == .general)
    #expect(both.total == alone.total && both.topics == alone.topics && both.numbers == alone.numbers)
    #expect(both.categories.map(\.category) == [.earlySign, .prohibited])
    #expect(both.prohibitedTopics == [TopicID(1)])
  }

  @Test("danger is at least major whatever else is said")
  func dangerFloor() throws {
    var bench = Bench()
    bench.hit(try bench.rule("help", .danger, points: "0.1"))
    bench.hit(try bench.rule("settled", .trend, points: "-50"))
    #expect(bench.scores().level == .major)
    #expect(bench.scores().reason == .floor(.danger))
  }

  @Test("what is replaced loses points and numbers and replaces nothing; what is on trial changes nothing")
  func replacement() throws {
    var bench = Bench()
    let low = try bench.rule("low", .trend, topic: 0, points: "1")
    let middle = try bench.rule("middle", .trend, topic: 0, points: "2") { $0.replaces = [low] }
    let high = try bench.rule("high", .trend, topic: 0, points: "4") { $0.replaces = [middle] }
    let trial = try bench.rule("trial", .trend, topic: 1, points: "8") {
      $0.replaces = [high]
      $0.status = .shadow
    }
    var months = Numbers()
    months.months = 3
    bench.hit(low)
    bench.hit(middle, numbers: months)
    bench.hit(high)
    bench.hit(trial)
    let scores = bench.scores()
    #expect(scores.counts == [true, false, true, false])
    #expect(scores.matchPoints == [Points(1), .zero, Points(4), Points(8)])
    #expect(scores.total == Points(5))
    #expect(scores.numbers.isEmpty)
    #expect(scores.topics.map(\.topic) == [TopicID(0)])
  }

  @Test("topics with equal points stand in the order of declaration")
  func ties() throws {
    var bench = Bench()
    bench.hit(try bench.rule("b", .trend, topic: 1))
    bench.hit(try bench.rule("a", .trend, topic: 0))
    #expect(bench.scores().topics.map(\.topic.index) == [0, 1])
  }

  @Test("title and opening weigh for the topic only")
  func weights() throws {
    var bench = Bench()
    bench.set.weights.title = Points(3)
    bench.set.weights.opening = Points(1.5)
    let rule = try bench.rule("a", .trend, topic: 0, points: "2")
    bench.hit(rule, at: 100)
    #expect(bench.scores(openingEnd: 50).topics[0].points == Points(2))
    #expect(bench.scores(openingEnd: 101).topics[0].points == Points(3))
    bench.matches.hits[0].field = .title
    #expect(bench.scores(openingEnd: nil).topics[0].points == Points(6))
    #expect(bench.scores(openingEnd: nil).total == Points(2))
  }

  @Test("a post with nothing to read is general, never none")
  func unread() throws {
    let scores = Bench().scores(isUnread: true)
    #expect(scores.level == .general)
    #expect(scores.reason == .unread)
    #expect(Bench().scores().level == .none)
  }

  @Test("reach is known to points and levels, and unknown reach is 0 in arithmetic")
  func reach() throws {
    var bench = Bench()
    bench.set.levels = [bench.line(.critical, "reach >= 10000")]
    bench.hit(try bench.rule("a", .trend, points: "log10(reach)"))
    #expect(bench.scores(reach: 10_000).matchPoints == [Points(4)])
    #expect(bench.scores(reach: 10_000).level == .critical)
    #expect(bench.scores().matchPoints == [.zero])
    #expect(bench.scores().level == .none)
  }

  @Test("more hits of positive rules never lower total or level", arguments: Seeds.standard)
  func monotone(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var bench = Bench()
    bench.set.categories[CategoryID.trend.index].cap = Points(4)
    var before = bench.scores()
    for number in 0..<12 {
      let category = CategoryID(Int.random(in: 0..<6, using: &random))
      let points = Double.random(in: 0...3, using: &random)
      let id = try bench.rule(
        "r\(number)", category, topic: Int.random(in: 0...1, using: &random), points: "\(Points(points))")
      bench.hit(id, at: Int.random(in: 0...90, using: &random))
      let after = bench.scores(openingEnd: 40)
      #expect(after.total >= before.total && after.level >= before.level)
      before = after
    }
  }
}

@Suite("Opening")
struct OpeningTests {
  @Test(
    "the opening is forty characters, white space not counted",
    arguments: [
      ("", 0), (String(repeating: "好", count: 50), 120), (String(repeating: "a ", count: 50), 79),
      (String(repeating: "\u{3000}好", count: 50), 240), (String(repeating: "😀", count: 39), 156),
    ])
  func end(text: String, bytes: Int) {
    #expect(Opening.end(in: Array(text.utf8)) == bytes)
  }
}
