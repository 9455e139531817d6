// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTestSupport
import Testing

@Suite("Leaving things out")
struct MutationTests {
  static let now = Instant(seconds: 1_795_176_000)

  @Test(
    "a verdict is the one that making the whole pack anew without the thing gives, for everything in the design's pack")
  func design() throws {
    let pack = try Pack(folder: DesignPack.folder)
    let cases = try cases(for: pack)
    let tester = try MutationTester(try Classifier(pack.rules, pack.map), cases: cases, at: Self.now)
    var caught = 0
    for omission in pack.rules.omissions + pack.map.omissions {
      let verdict = tester.verdict(on: omission)
      let slow = try slowVerdict(on: omission, of: pack, cases: cases)
      #expect(verdict.example == slow.example && verdict.testCase == slow.testCase, "\(omission)")
      if verdict.isCaught { caught += 1 }
    }
    #expect(caught > 20)
  }

  @Test("the same for parts that only the county's pack has")
  func county() throws {
    let (pack, classifier) = try CountyPack.load()
    let cases = pack.tests
    let tester = try MutationTester(classifier, cases: cases, at: Self.now)
    var kinds: Set<String> = []
    let wanted: Set = ["part near", "part within", "part replaces", "list"]
    for omission in pack.rules.omissions.reversed()
    where wanted.contains(kind(omission)) && kinds.insert(kind(omission)).inserted {
      let verdict = tester.verdict(on: omission)
      let slow = try slowVerdict(on: omission, of: pack, cases: cases)
      #expect(verdict.example == slow.example && verdict.testCase == slow.testCase, "\(omission)")
    }
    #expect(kinds == wanted)
  }

  @Test("the loss of a word that a miss needs is noticed, and the verdict names the example")
  func names() throws {
    let pack = try Pack(folder: DesignPack.folder)
    let tester = try MutationTester(try Classifier(pack.rules, pack.map), cases: [], at: Self.now)
    let rule = try #require(pack.rules.rules.firstIndex { $0.key == "wages-unpaid" })
    let unless = tester.verdict(on: .part(.unless, of: RuleID(rule)))
    let example = try #require(unless.example)
    #expect(pack.rules.rules[rule].examples[example.index].kind == .miss)
    #expect(unless.testCase == nil)
  }

  /// What the pack decides of a few posts, taken as what it should decide.
  private func cases(for pack: Pack) throws -> [TestCase] {
    var worker = try Classifier(pack.rules, pack.map).makeWorker(listing: .all)
    let texts = [
      "三十多名矿工被老板拖欠工资，没人管", "老板拖欠的工资昨天已结清", "瓦斯超标没人管，兴县煤矿", "你好", "上千名工人讨薪", "劳资科科长收了红包",
      "欠薪应急周转金怎么申请",
    ]
    return texts.enumerated().map { index, text in
      var post = Post(id: String(index), text: text)
      post.received = Self.now
      let decision = worker.decide(post, at: Self.now)
      var expectation = Expectation()
      expectation.level = decision.level
      expectation.lead = decision.route.lead
      expectation.route = decision.route.name
      expectation.assist = decision.route.assist
      expectation.rules = decision.matches.map(\.rule)
      expectation.due = Dictionary(
        uniqueKeysWithValues: decision.deadlines.compactMap { deadline in
          deadline.due.map { (deadline.step, $0.iso8601(in: pack.map.calendar.zone)) }
        })
      return TestCase(name: String(index), post: post, expectation: expectation)
    }
  }

  /// Everything made anew, everything run.
  private func slowVerdict(
    on omission: Omission, of pack: Pack, cases: [TestCase]
  ) throws -> MutationTester.Verdict {
    let whole = PackTester(try Classifier(pack.rules, pack.map), at: Self.now)
    // The examples of a rule that is gone are asked of the rule all the same: drafts are tested, so it loses its words.
    var rest = pack.rules.omitting(omission)
    if case .rule(let rule) = omission {
      var nothing = Rule.Lines()
      let word = "\u{E000}\u{E001}"
      nothing.any = [
        .word(Word(written: word, parts: [.init(choices: [word], gap: 0)], origin: pack.rules.rules[rule.index].origin))
      ]
      rest.rules[rule.index].body = .lines(nothing)
    }
    let changed = PackTester(try Classifier(rest, pack.map.omitting(omission)), at: Self.now)
    var verdict = MutationTester.Verdict()
    let before = try whole.examples()
    let after = try changed.examples()
    var counts: [String: Int] = [:]
    for (old, new) in zip(before, after) {
      let index = counts[old.rule.key, default: 0]
      counts[old.rule.key] = index + 1
      guard verdict.example == nil, !isFailure(old.outcome), isFailure(new.outcome) else { continue }
      let rule = pack.rules.rules.firstIndex { $0.key == old.rule.key }!
      verdict.example = MutationTester.ExamplePlace(rule: RuleID(rule), index: index)
    }
    for (index, (old, new)) in zip(whole.cases(cases), changed.cases(cases)).enumerated()
    where verdict.testCase == nil && old.mismatches.isEmpty && !new.mismatches.isEmpty {
      verdict.testCase = index
    }
    return verdict
  }

  private func isFailure(_ outcome: ExampleTester.Outcome) -> Bool {
    switch outcome {
    case .shouldHit, .shouldMiss: true
    default: false
    }
  }

  private func kind(_ omission: Omission) -> String {
    switch omission {
    case .part(let part, of: _): "part \(part.key)"
    default: String("\(omission)".prefix { $0 != "(" })
    }
  }
}
