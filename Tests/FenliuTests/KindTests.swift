// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import Testing

@Suite("Kinds of request")
struct KindTests {
  private static let rules = """
    fenliu: 1
    title: t
    topics: {water: 水}
    levels: {general: total >= 1}
    words: {反问: [难道, 凭什么]}
    kinds:
      - {kind: complain, any: [$反问, {regex: '有没有人.{0,4}管'}], allow: [难道不是好事]}
      - {kind: ask, where: [title], any: [咨询]}
      - {kind: ask, all: [请问, [何时, 多久]], within: clause, none: [投诉]}
      - {kind: 催办, title: 催一催, any: [催], unless: [不催]}
    rules:
      - {id: water, category: early-sign, topic: water, any: [停水]}
    """

  private static let map = """
    fenliu: 1
    default: desk
    departments:
      desk: {title: 值班室}
      water: {title: 水务局}
      service: {title: 客服}
    routes:
      - {name: asked, when: kind 咨询 and topic water, lead: service}
      - {name: water, when: topic water and not kind 催一催, lead: water}
    periods:
      - {name: 投诉从快, kind: complain, from: 01-01, until: 12-31, basis: 投诉办理规定,
         deadlines: {critical: {reply: 2h}, major: {reply: 2h}, larger: {reply: 2h}, general: {reply: 2h}}}
    deadlines:
      critical: {reply: 8h}
      major: {reply: 8h}
      larger: {reply: 8h}
      general: {reply: 8h}
      none: {reply: 24h}
    """

  private static func load(_ rules: String = rules, _ map: String = map, case one: String = "") throws -> Loaded {
    let folder = try TemporaryFolder()
    try folder.write("p/rules.yaml", rules)
    try folder.write("p/map.yaml", map)
    if !one.isEmpty { try folder.write("p/k.test.yaml", one) }
    return try RuleLoader().load(pack: folder.path + "/p")
  }

  private static func decide(_ text: String, title: String? = nil) throws -> Decision {
    let loaded = try load()
    #expect(!loaded.diagnostics.containsError, "\(loaded.diagnostics.map(\.code))")
    var worker = try Classifier(try #require(loaded.rules), try #require(loaded.map).map).makeWorker()
    return worker.decide(Post(id: "1", title: title, text: text), at: CountyPack.now)
  }

  @Test(
    "the first line that holds gives the kind",
    arguments: [
      ("请问难道要等到何时", nil, "complain", "难道"), ("有没有人来管管", nil, "complain", "有没有人来管管"),
      ("请问何时来水", nil, "ask", "请问"), ("请问一下。何时来水", nil, nil, nil), ("请问何时来水，我要投诉", nil, nil, nil),
      ("水", "咨询", "ask", "咨询"), ("咨询", "水", nil, nil), ("难道不是好事", nil, nil, nil), ("难道不是好事，难道", nil, "complain", "难道"),
      ("催一下", nil, "催办", "催"), ("催一下，我不催", nil, nil, nil), ("停水", nil, nil, nil),
    ] as [(String, String?, String?, String?)])
  func first(text: String, title: String?, kind: String?, hit: String?) throws {
    let decision = try Self.decide(text, title: title)
    #expect(decision.kind == kind)
    #expect(decision.kindHit?.text == hit)
  }

  @Test("routes ask for it by key or title, also in the negative")
  func routes() throws {
    #expect(try Self.decide("请问停水到何时").route.name == "asked")
    #expect(try Self.decide("停水了").route.name == "water")
    #expect(try Self.decide("停水了，催").route.name == "default")
    #expect(try Self.decide("难道又停水").route.lead == "water")
  }

  @Test("a period of a kind shortens the deadlines of its posts and of no others")
  func period() throws {
    let complaint = try Self.decide("难道又停水")
    #expect(complaint.deadlines.map(\.due) == [CountyPack.now.advanced(bySeconds: 2 * 3600)])
    #expect(complaint.because.contains { $0.contains("投诉从快") })
    #expect(try Self.decide("停水了").deadlines.map(\.due) == [CountyPack.now.advanced(bySeconds: 8 * 3600)])
  }

  @Test("it changes nothing but itself: not the level, nor points, nor what is listed")
  func nothingElse() throws {
    let pack = try Pack(folder: SharedData.repository + "/rules/county")
    var without = pack.rules
    without.kindLines = []
    #expect(!pack.rules.kindLines.isEmpty)
    var worker = try Classifier(pack.rules, pack.map).makeWorker(listing: .all)
    var plain = try Classifier(without, pack.map).makeWorker(listing: .all)
    var kinds: Set<String> = []
    // However full a post is of what only kinds look for, alone and among words of rules.
    let asked = ["请问", "建议", "难道", "有没有什么人来管", "咨询", "感谢", "为什么"]
    let flooded = (0..<6).map { number -> Post in
      let words = asked + (number < 3 ? [] : ["拖欠工资", "停水", "污染", "老板", "三十多名工人", "着火了"])
      let many = (0..<30_000).map { words[($0 * 7 + number) % words.count] }
      return Post(id: "full-\(number)", text: many.joined(separator: number % 2 == 0 ? "" : "，") + "。老板拖欠工资，井下着火，有人被困")
    }
    for post in try DraftTests.posts() + flooded {
      var decision = worker.decide(post, at: CountyPack.now)
      let expected = plain.decide(post, at: CountyPack.now)
      if let kind = decision.kind { kinds.insert(kind) }
      (decision.kind, decision.kindHit) = (nil, nil)
      // What only kinds look for may be too much; that is said.
      if decision.incomplete != expected.incomplete {
        #expect(decision.incomplete == expected.incomplete + ["hits"] && post.id.hasPrefix("full"))
        (decision.incomplete, decision.because) = (expected.incomplete, expected.because)
      }
      #expect(decision == expected, "\(post.id)")
    }
    #expect(kinds.isSuperset(of: ["ask", "complain", "suggest", "report", "help", "praise"]))
  }

  @Test(
    "what cannot be meant is an error",
    arguments: [
      ("kind: ask, any: [请问]", "kind 投拆", "unknown-value"), ("kind: ask", "kind ask", "no-body"),
      ("kind: none, any: [请问]", "kind ask", "bad-name"), ("any: [请问]", "kind ask", "missing-key"),
      ("kind: ask, any: [请问], points: 2", "kind ask", "unknown-key"),
      ("kind: ask, any: [$没有]", "kind ask", "unknown-list"),
      ("kind: ask, any: [请问]", "kind", "bad-condition"),
      ("kind: foo, title: 投诉, any: [请问]", "kind ask", "named-twice"),
      ("kind: foo, title: complain, any: [请问]", "kind ask", "named-twice"),
      ("kind: praise, title: 建议, any: [请问]", "kind ask", "named-twice"),
      ("kind: foo, title: none, any: [请问]", "kind ask", "bad-name"),
      ("kind: ask, title: 问事, any: [请问]}\n  - {kind: foo, title: 咨询, any: [催]", "kind ask", "named-twice"),
      ("kind: foo, any: [请问]}\n  - {kind: bar, title: foo, any: [催]", "kind ask", "named-twice"),
      ("kind: foo, title: 甲, any: [请问]}\n  - {kind: bar, title: 甲, any: [催]", "kind ask", "named-twice"),
      ("kind: foo, title: 甲, any: [请问]}\n  - {kind: foo, title: 乙, any: [催]", "kind ask", "kind-titled-twice"),
      ("kind: ask, title: 甲, any: [请问]}\n  - {kind: ask, title: 咨询, any: [催]", "kind ask", "kind-titled-twice"),
    ])
  func errors(line: String, condition: String, code: String) throws {
    let rules = Self.rules.replacing(
      "kind: 催办, title: 催一催, any: [催], unless: [不催]", with: line)
    let map = Self.map.replacing("topic water and not kind 催一催", with: "topic water and \(condition)")
    let loaded = try Self.load(rules, map)
    #expect(loaded.diagnostics.map(\.code.rawValue).contains(code))
  }

  @Test("a kind has one title, whichever line gives it, and the six go on to be called as they were")
  func titles() throws {
    let lines = "kind: ask, any: [请问]}\n  - {kind: ask, title: 问事, any: [问]}\n  - {kind: 咨询, title: 问事, any: [咨询]"
    let rules = Self.rules.replacing("kind: 催办, title: 催一催, any: [催], unless: [不催]", with: lines)
    let map = Self.map.replacing("topic water and not kind 催一催", with: "topic water and not kind 问事")
    let loaded = try Self.load(rules, map)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
    let set = try #require(loaded.rules)
    #expect(set.kinds.count == Kind.builtIn.count && set.kinds[0] == Kind(key: "ask", title: "问事"))
    #expect(set.kindLines.filter { $0.kind == KindID(0) }.allSatisfy { $0.rule.title == "问事" })
  }

  @Test("a case may expect it")
  func expectation() throws {
    let cases = """
      - {name: a, post: {text: 难道停水}, expect: {kind: 投诉}}
      - {name: b, post: {text: 停水}, expect: {kind: none}}
      - {name: c, post: {text: 停水}, expect: {kind: ask}}
      """
    let loaded = try Self.load(case: cases)
    var worker = try Classifier(try #require(loaded.rules), try #require(loaded.map).map).makeWorker()
    let mismatches = loaded.tests.map { test in
      test.expectation.mismatches(with: worker.decide(test.post, at: CountyPack.now), zone: .shanghai)
    }
    #expect(mismatches == [[], [], [Mismatch(key: "kind", expected: "ask", actual: "none")]])
    let wrong = try Self.load(case: "- {name: a, post: {text: 停水}, expect: {kind: 投拆}}")
    #expect(wrong.diagnostics.map(\.code.rawValue).contains("unknown-value"))
  }
}
