// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import Testing

@Suite("Words that stand for many people, end to end")
struct CollectiveDecisionTests {
  private static let rules = """
    fenliu: 1
    title: t
    include: [words/*.tsv]
    topics: {water: 水}
    collective:
      - {words: $集体, people: {class: 30, village: 200}}
    levels: {major: people >= 100 and points(group-risk) >= 3, general: total >= 1}
    rules:
      - id: many
        category: group-risk
        topic: water
        all: [{number: people, units: [人, 户], least: 50}, [停水]]
        within: clause
        points: 1 + log10(people)
        examples: {hit: [全村停水, 六十户停水], miss: [全班停水, 全村第一个停水]}
    """

  private static let map = """
    fenliu: 1
    default: desk
    departments: {desk: {title: 值班室}}
    deadlines:
      critical: {reply: 8h}
      major: {reply: 8h}
      larger: {reply: 8h}
      general: {reply: 8h}
      none: {reply: 24h}
    """

  private static func pack() throws -> Pack {
    let folder = try TemporaryFolder()
    try folder.write("p/rules.yaml", rules)
    try folder.write("p/map.yaml", map)
    try folder.write("p/words/集体.tsv", "word\ttags\n全班\tclass\n全村\tvillage\n")
    return try Pack(folder: folder.path + "/p")
  }

  @Test("the number reaches points, level, numbers and hits of the decision, and its sentences")
  func decision() throws {
    let pack = try Self.pack()
    var worker = try Classifier(pack.rules, pack.map).makeWorker()
    let decision = worker.decide(Post(id: "1", text: "我们全村停水三天"), at: CountyPack.now)
    #expect(decision.level == .major && decision.numbers.people == 200)
    let match = try #require(decision.matches.first)
    #expect(match.points == Points(3.3))
    let hit = try #require(match.hits.first)
    #expect(hit.text == "全村" && hit.start == 2 && hit.end == 4)
    #expect(hit.word == "number people" && hit.from == "p/words/集体.tsv:3")
    #expect(decision.because.contains { $0.contains("“全村”") }, "\(decision.because)")
    #expect(worker.decide(Post(id: "2", text: "我们全班停水三天"), at: CountyPack.now).matches.isEmpty)
  }

  @Test("who asks why not is told of a word that stands for too few")
  func whyNot() throws {
    let pack = try Self.pack()
    let classifier = try Classifier(pack.rules, pack.map)
    let answer = try classifier.whyNot(
      [classifier.question("many")], of: Post(id: "1", text: "全班停水"), at: CountyPack.now)
    let told = String(describing: try #require(answer.first))
    #expect(told.contains("numberBelow") && told.contains("全班") && told.contains("集体.tsv:2"), "\(told)")
  }

  @Test("a line that is left out is missed by the example that has such a word only")
  func mutation() throws {
    let pack = try Self.pack()
    let tester = try MutationTester(try Classifier(pack.rules, pack.map), cases: [], at: CountyPack.now)
    #expect(pack.rules.omissions.contains(.collective(0)))
    #expect(tester.verdict(on: .collective(0)).example?.index == 0)
    var without = pack.rules
    without.rules[0].examples.removeFirst(1)
    let other = try MutationTester(try Classifier(without, pack.map), cases: [], at: CountyPack.now)
    #expect(!other.verdict(on: .collective(0)).isCaught)
  }

  @Test("its examples are tested with it")
  func examples() throws {
    let rules = try Self.pack().rules
    var tester = try ExampleTester(rules)
    for example in rules.rules[0].examples {
      let outcome = tester.outcome(of: example, rule: RuleID(0), facts: PostFacts(date: .init("2026-11-20")!))
      #expect(outcome == .passed, "\(example.text)")
    }
  }
}
