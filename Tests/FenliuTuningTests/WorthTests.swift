// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import FenliuTuning
import Testing

@Suite("What rules and words are worth") struct WorthTests {
  @Test("hits, precision, overlap, what it alone finds and what would change are what they are by hand")
  func byHand() throws {
    var table = WorthTable<String>()
    let right = Verdict(label: 0, decided: [0])
    table.add(
      [
        Contribution("a", counts: true, classes: [0], change: .none),
        Contribution("b", counts: true, classes: [0], change: .lost),
        Contribution("c", counts: true, classes: [1], change: .none),
        Contribution("n", counts: true, classes: [], change: .none),
      ], to: right)
    table.add([Contribution("a", counts: true, classes: [0], change: .lost)], to: right)
    table.add(
      [
        Contribution("a", counts: true, classes: [0], change: .gained),
        Contribution("b", counts: false, classes: [0], change: .none),
      ], to: Verdict(label: 1, decided: [0]))
    let a = try #require(table.worth["a"])
    #expect((a.hits, a.counts, a.right, a.shared, a.alone) == (3, 3, 2, 1, 2))
    #expect((a.lost, a.gained, a.other) == (1, 1, 0))
    let b = try #require(table.worth["b"])
    #expect((b.hits, b.counts, b.lost, b.alone) == (2, 1, 1, 0))
    #expect(b.precision == 1)
    let c = try #require(table.worth["c"])
    #expect((c.right, c.alone) == (0, 1))
    // A rule that speaks for no class is borne out by a right decision, and alone where nothing else counts.
    let n = try #require(table.worth["n"])
    #expect((n.right, n.shared) == (1, 1))
    #expect(table.mate(of: "b", first: <)?.part == "a")
    #expect(table.mate(of: "n", first: <)?.part == "a")
    #expect(table.mate(of: "c", first: <) == nil)
  }

  @Test(
    "a change is lost, gained or other",
    arguments: [
      ([0], Change.none), ([1], .lost), ([0, 1], .other),
    ])
  func changes(after: [Int], change: Change) {
    #expect(Change(from: Verdict(label: 0, decided: [0]), to: Verdict(label: 0, decided: after)) == change)
    #expect(Change(from: Verdict(label: 2, decided: [0]), to: Verdict(label: 2, decided: [2])) == .gained)
  }

  private static let pieces = [
    "拖欠工资", "欠薪", "三十多名矿工", "瓦斯超标", "被困井下", "干部吃拿卡要", "已结清", "你好", "今天天气不错", "讨薪", "三个月没发工资", "上千名工人", "救命", "，", "。",
  ]

  @Test(
    "what would be decided without a rule is what a pack without it decides", arguments: LabelAim.allCases,
    Array(Seeds.standard.prefix(3)))
  func withoutRules(aim: LabelAim, seed: UInt64) throws {
    let pack = try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
    let classifier = try Classifier(pack.rules, pack.map)
    let table = LabelTable(aim, rules: pack.rules, map: pack.map)
    let evaluator = Evaluator(table, of: classifier)
    let without = try pack.rules.rules.indices.map {
      try Classifier(pack.rules.omitting(.rule(RuleID($0))), pack.map)
    }
    var random = SplitMix64(seed: seed)
    var worker = classifier.makeWorker()
    var asked = 0
    for number in 0..<40 {
      let text = (0..<6).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      let label = Int.random(in: 0..<table.classes.count, using: &random)
      let post = Post(id: "\(number)", text: text)
      let time = Instant(seconds: 1_795_176_000)
      let found = evaluator.evaluate(post, label: label, at: time, with: &worker)
      for rule in found.rules where rule.counts {
        var other = without[rule.part.index].makeWorker()
        let after = Verdict(
          label: label, decided: table.classes(of: other.outcome(of: post, at: time)).map(\.index))
        #expect(
          rule.change == Change(from: found.verdict, to: after), "\(pack.rules.rules[rule.part.index].key): \(text)")
        asked += 1
      }
      #expect(found.isUntouched == !found.rules.contains { $0.counts })
    }
    #expect(asked > 20)
  }

  @Test("a rule speaks for its category, its topic, or the department its topic goes to")
  func classes() throws {
    let pack = try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
    func spoken(_ aim: LabelAim, _ key: String) throws -> String? {
      let table = LabelTable(aim, rules: pack.rules, map: pack.map)
      let rule = try #require(pack.rules.rules.firstIndex { $0.key == key })
      return RuleClasses(aim, rules: pack.rules, map: pack.map)[RuleID(rule)].map { table.classes[$0].key }
    }
    #expect(try spoken(.lead, "wages-unpaid") == "labour")
    #expect(try spoken(.lead, "danger-trapped") == "dispatch")
    #expect(try spoken(.lead, "prohibited-fraud") == nil)
    #expect(try spoken(.topic, "workers-many") == "labour.wages")
    #expect(try spoken(.category, "prohibited-fraud") == "prohibited")
    #expect(try spoken(.level, "wages-unpaid") == nil)
  }

  @Test("a word that takes a hit away is asked about too, and words that no post has are known")
  func words() throws {
    let pack = try Pack(folder: SharedData.repository + "/Tests/Cases/design/mine")
    let classifier = try Classifier(pack.rules, pack.map)
    let evaluator = Evaluator(LabelTable(.lead, rules: pack.rules, map: pack.map), of: classifier)
    var worker = classifier.makeWorker()
    let labour = try #require(pack.map.departments.firstIndex { $0.key == "labour" })
    let found = evaluator.evaluate(
      Post(id: "1", text: "老板欠薪，已结清"), label: labour, at: Instant(seconds: 1_795_176_000), with: &worker)
    #expect(found.isUntouched)
    #expect(found.words.map { classifier.sources[Int($0.part.index)].written } == ["已结清"])
    #expect(found.words.map(\.change) == [.gained])
    let groups = WordInventory(classifier).groups
    let settled = try #require(groups.first { $0.owner == .list(WordListID(0)) })
    #expect(settled.words.map { classifier.sources[Int($0.index)].written } == ["已补发", "已结清", "工资到账"])
    #expect(groups.contains { $0.words.contains { classifier.sources[Int($0.index)].written == "number people" } })
  }
}
