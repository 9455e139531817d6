// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import Testing

/// A post about which everything is written down.
struct Facts: ExpressionContext {
  var numbers: [NumberVariable: Double] = [:]
  var texts: [TextVariable: String] = [:]
  var counts: [Int] = []
  var nearPairs: Set<[Int]> = []
  var categories: [Double] = [0, 0, 0, 0, 0, 0]
  var topics: [Double] = []

  func number(_ variable: NumberVariable) -> Double? { numbers[variable] }
  func text(_ variable: TextVariable, isIn values: [String]) -> Bool { texts[variable].map(values.contains) ?? false }
  func count(of pattern: PatternIndex) -> Int { counts[pattern.index] }
  func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool {
    nearPairs.contains([first.index, second.index]) || !inOrder && nearPairs.contains([second.index, first.index])
  }
  func points(ofCategory index: Int) -> Double { categories[index] }
  func points(ofTopics indices: [Int]) -> Double { indices.reduce(0) { $0 + topics[$1] } }
}

enum Words {
  static let categories = ["early-sign", "trend", "action", "group-risk", "prohibited", "danger"].map {
    Vocabulary.Entry(key: $0, title: $0)
  }
  static let topics = ["labour", "labour.wages", "safety.gas"].map { Vocabulary.Entry(key: $0, title: $0) }
  static func at(_ place: Vocabulary.Place) -> Vocabulary {
    Vocabulary(place: place, patterns: ["debt", "sign-a", "sign-b", "工人"], categories: categories, topics: topics)
  }
}

@Suite("Expressions")
struct ExpressionTests {
  static let arithmetic: [(String, Double)] = [
    ("2", 2), ("-1.5", -1.5), ("2 + 3 * 4", 14), ("(2 + 3) * 4", 20), ("10 - 4 - 3", 3), ("12 / 4 / 3", 1),
    ("2 + log10(people)", 4), ("log10(0)", 0), ("log10(-5)", 0), ("min(people, 3)", 3), ("max(months, 2 - 1)", 1),
    ("people / 0", 0), ("months + 1", 1), ("amount * 2", 0),
  ]

  @Test("arithmetic gives what it gives on paper, with unknown numbers as 0", arguments: arithmetic)
  func arithmeticValues(text: String, value: Double) throws {
    let parsed = try ExpressionParser.number(text, Words.at(.points))
    #expect(parsed.expression.known(in: Facts(numbers: [.people: 100])) == value)
  }

  @Test("a bare unknown number stays unknown, and a comparison with it is false")
  func unknownNumbers() throws {
    let words = Words.at(.condition)
    let facts = Facts(numbers: [.likes: 3])
    func holds(_ text: String) throws -> Bool {
      try ExpressionParser.condition(text, words).expression.holds(in: facts)
    }
    #expect(try !holds("views > 0"))
    #expect(try !holds("views <= 0"))
    #expect(try !holds("views != 5"))
    #expect(try holds("not views > 0"))
    #expect(try holds("views + 1 > 0"))
    #expect(try holds("likes = 3 and likes >= 3 and likes <= 3 and not likes < 3"))
  }

  @Test("and binds tighter than or, not tighter than and")
  func precedence() throws {
    let words = Words.at(.when)
    func holds(_ text: String, _ counts: [Int]) throws -> Bool {
      try ExpressionParser.condition(text, words).expression.holds(in: Facts(counts: counts))
    }
    #expect(try holds("debt or sign-a and sign-b", [1, 0, 0, 0]))
    #expect(try !holds("(debt or sign-a) and sign-b", [1, 0, 0, 0]))
    #expect(try holds("not debt and 工人", [0, 0, 0, 2]))
    #expect(try holds("count(工人) >= 2", [0, 0, 0, 2]))
    #expect(try !holds("2 of sign*", [9, 1, 0, 9]))
    #expect(try holds("2 of *", [0, 1, 0, 9]))
    #expect(try holds("1 of sign-*", [0, 0, 1, 0]))
  }

  @Test("near asks in both orders, before in one")
  func nearness() throws {
    let words = Words.at(.when)
    let facts = Facts(counts: [1, 1, 1, 1], nearPairs: [[3, 0]])
    #expect(try ExpressionParser.condition("near(debt, 工人, 8 characters)", words).expression.holds(in: facts))
    #expect(try !ExpressionParser.condition("before(debt, 工人, clause)", words).expression.holds(in: facts))
    #expect(try ExpressionParser.condition("before(工人, debt, 8)", words).expression.holds(in: facts))
  }

  @Test("sources and regions are compared with lists")
  func lists() throws {
    let words = Words.at(.condition)
    let facts = Facts(texts: [.source: "weibo", .region: "山西省/吕梁市"])
    #expect(
      try ExpressionParser.condition("source in [weibo, tieba] and region in [山西省/吕梁市]", words)
        .expression.holds(in: facts))
    #expect(try !ExpressionParser.condition("source in [\"we chat\", 'tieba']", words).expression.holds(in: facts))
  }

  @Test("levels see points of categories and topics")
  func levels() throws {
    let words = Words.at(.levels)
    let facts = Facts(numbers: [.people: 100, .total: 4], categories: [0, 0, 1, 4, 0, 0], topics: [1, 2, 4])
    func holds(_ text: String) throws -> Bool {
      try ExpressionParser.condition(text, words).expression.holds(in: facts)
    }
    #expect(try holds("points(danger) >= 4 or (people >= 100 and points(group-risk) >= 4 and points(action) > 0)"))
    #expect(try holds("topic-points(labour.*) = 3 and topic-points(*) = 7 and total = 4"))
    #expect(try !holds("topic-points(labour) > 1"))
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    var text: String
    var place: Vocabulary.Place
    var code: Diagnostic.Code
    var marked: String
    var mend: String?
    var testDescription: String { text }
  }

  static let mistakes: [Mistake] = [
    .init(text: "2+log10(people)", place: .points, code: .operatorNeedsSpaces, marked: "2+log10", mend: "2 + log10"),
    .init(text: "peopel > 3", place: .levels, code: .unknownName, marked: "peopel"),
    .init(text: "people > 3", place: .condition, code: .nameNotHere, marked: "people"),
    .init(text: "points(early-sing) > 3", place: .levels, code: .unknownCategory, marked: "early-sing"),
    .init(text: "topic-points(pay.*) > 3", place: .levels, code: .unknownTopic, marked: "pay.*"),
    .init(text: "dept and 工人", place: .when, code: .unknownPattern, marked: "dept"),
    .init(text: "near(debt, 工人, paragraph)", place: .when, code: .badProximity, marked: "paragraph"),
    .init(text: "total", place: .levels, code: .notATruthValue, marked: "total"),
    .init(text: "(total > 2) + 1 > 3", place: .levels, code: .notANumber, marked: "(total > 2)"),
    .init(text: "total >= 5 total", place: .levels, code: .expressionSyntax, marked: "total"),
    .init(text: "total >=", place: .levels, code: .expressionSyntax, marked: ""),
    .init(
      text: "source = weibo", place: .condition, code: .expressionSyntax, marked: "source = weibo",
      mend: "source in [weibo]"),
    .init(text: "source in [weibo", place: .condition, code: .expressionSyntax, marked: ""),
    .init(text: "source in ['weibo", place: .condition, code: .expressionSyntax, marked: "'weibo"),
    .init(text: "2 of x*", place: .when, code: .unknownPattern, marked: "x*"),
    .init(text: "count(debt) > 1", place: .levels, code: .nameNotHere, marked: "count"),
  ]

  @Test("a mistake is told with its code, at its place", arguments: mistakes)
  func placesMistakes(mistake: Mistake) throws {
    let problem = #expect(throws: ExpressionProblem.self) {
      _ = try ExpressionParser.condition(mistake.text, Words.at(mistake.place))
    }
    let found = try #require(problem)
    #expect(found.code == mistake.code)
    #expect(String(decoding: Array(mistake.text.utf8)[found.range], as: UTF8.self) == mistake.marked)
    #expect(found.mend == mistake.mend)
  }

  @Test("brackets nested without end are refused, not followed into a crash")
  func deepNesting() {
    let text = String(repeating: "(", count: 100_000) + "1" + String(repeating: ")", count: 100_000)
    let problem = #expect(throws: ExpressionProblem.self) {
      _ = try ExpressionParser.number(text, Words.at(.points))
    }
    #expect(problem?.code == .expressionTooDeep)
  }

  @Test(
    "a chain of operators as long as nobody writes is refused, not evaluated into a crash", arguments: [" + ", " or "])
  func longChain(sign: String) {
    let isSum = sign == " + "
    let text = Array(repeating: isSum ? "1" : "debt", count: 200_000).joined(separator: sign)
    let problem = #expect(throws: ExpressionProblem.self) {
      if isSum {
        _ = try ExpressionParser.number(text, Words.at(.points))
      } else {
        _ = try ExpressionParser.condition(text, Words.at(.when))
      }
    }
    #expect(problem?.code == .expressionTooDeep)
  }

  @Test("a number that no computer holds is none")
  func hugeNumber() {
    let text = String(repeating: "9", count: 400)
    #expect(throws: ExpressionProblem.self) { _ = try ExpressionParser.number(text, Words.at(.points)) }
  }

  @Test("a division by a constant 0 is a lint")
  func lint() throws {
    let parsed = try ExpressionParser.number("people / 0", Words.at(.points))
    #expect(parsed.lints.map(\.code) == [.divisionByZero])
  }
}

@Suite("What conditions came to")
struct ConditionFindingTests {
  private struct Post: ExpressionContext {
    let views: Double?
    func number(_ variable: NumberVariable) -> Double? { variable == .views ? views : variable == .likes ? 3 : nil }
    func text(_ variable: TextVariable, isIn values: [String]) -> Bool { values.contains("weibo") }
  }

  @Test(
    "a finding holds where the condition does, whatever its parts",
    arguments: [
      "views > 10", "not views > 10", "views > 10 and likes >= 3", "views > 10 or likes >= 3",
      "(views > 10 or likes > 5) and source in [weibo]", "not (views > 10 and not likes < 9) or reposts > 1",
      "not (source in [tieba] or views >= 20)",
    ])
  func agrees(text: String) throws {
    let condition = try ExpressionParser.condition(text, Vocabulary(place: .condition)).expression
    for views in [nil, 5, 15, 25] as [Double?] {
      let post = Post(views: views)
      #expect(condition.finding(in: post).holds == condition.holds(in: post))
    }
  }

  @Test("what `and` and `or` join stands side by side, and a comparison tells how much it lacks")
  func parts() throws {
    let condition = try ExpressionParser.condition(
      "views > 10 and likes >= 5 and reposts > 1", Vocabulary(place: .condition)
    ).expression
    guard case .all(let parts) = condition.finding(in: Post(views: 12)) else {
      Issue.record("not joined by and")
      return
    }
    #expect(parts.map(\.holds) == [true, false, false])
    #expect(parts.map(\.shortfall) == [nil, 2, nil])
  }
}
