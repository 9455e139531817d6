// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuKeywords
import FenliuModel
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuMatching

@Suite("Bounds on one post")
struct BudgetTests {
  @Test("what a post has too much of is named, and danger at its end is still found")
  func overfull() throws {
    let set = Sample.ruleSet(
      Sample.rule("many", any: Sample.line("欠")), Sample.rule("danger", category: .danger, any: Sample.line("自杀")),
      Sample.rule("late", any: Sample.line("断粮")))
    let text = String(repeating: "欠", count: Collected.most + 1) + "断粮自杀"
    let found = try Found(set, text)
    #expect(found.incomplete == [.hits])
    #expect(found.rules.contains("danger: 自杀"))
    #expect(found.rules.allSatisfy { !$0.hasPrefix("late") })
    #expect(try Found(set, String(repeating: "欠", count: Evaluation.mostVisits / 4) + "断粮自杀").incomplete == [])
  }

  @Test("a regex that gives up is named for each of its rules, and never taken for no match")
  func regexGivesUp() throws {
    let slow = Sample.regex("(a+)+b(?<!ab)c")
    let set = Sample.ruleSet(
      Sample.rule("one", any: [slow]), Sample.rule("two", all: [[slow], Sample.line("x")]),
      Sample.rule("danger", category: .danger, any: [Sample.regex("(?:自|跳)[^。]{0,3}(?:杀|楼)")]))
    let text = "跳楼" + String(repeating: "a", count: 60_000) + "bc"
    let found = try Found(set, text)
    #expect(found.incomplete == [.regex(RuleID(0)), .regex(RuleID(1))])
    #expect(found.rules == ["danger: 跳楼"])
  }

  @Test(
    "a post of 1 MB made of the words themselves is answered",
    arguments: [("拖欠工资", ["wages"]), ("一一一一人", []), ("没已结清，", []), ("a1 ", ["latin"]), ("30名矿工", ["many"])])
  func large(unit: String, rules: [String]) throws {
    let set = Sample.ruleSet(
      Sample.rule(
        "wages", any: Sample.line("欠", "拖欠", "(拖|欠)…(工|资|工资)…资"),
        unless: .init(any: Sample.line("结清"), within: .characters(3))),
      Sample.rule("many", all: [Sample.line("矿", "工", "矿工"), [Sample.people(2)]], within: .clause),
      Sample.rule("latin", any: Sample.line("a1", "a*"), none: Sample.line("zzz")))
    let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
    #expect(try Found(set, text).rules.map { String($0.prefix { $0 != ":" }) } == rules)
  }

  @Test("a literal by the thousand neither hides a word behind it, nor a regex that is seen there for the first time")
  func manyOpenings() throws {
    let set = Sample.ruleSet(
      Sample.rule("again", any: [Sample.regex("[0-9]欠薪")]), Sample.rule("late", any: [Sample.regex("[0-9]讨薪")]),
      Sample.rule("word", any: Sample.line("断粮")))
    let most = max(KeywordScanner.manyHits, MatchScratch.mostFinds)
    let found = try Found(set, String(repeating: "欠薪", count: most + 1) + "5欠薪，6讨薪，讨薪，断粮")
    #expect(found.rules == ["again: 5欠薪", "late: 6讨薪", "word: 断粮"])
    #expect(found.incomplete == [])
  }

  /// Regexes as analysts write them, of every kind that the proof of literals knows.
  private static let regexes = [
    "(?<months>\\d{1,2}|[一二两三四五六七八九十]{1,3})个?月(没|未|不)发(工资|薪)", "(?:拖|克)欠.{0,8}(?:工资|薪)", "工资(?!条)", "(?<=不)作为",
    "投诉|举报|信访",
    "(?i)http\\S+", "电话[:： ]?\\d{3,}", "[一-龥]{2}局长", "违(法|规|章)建(筑|设)", "\\d+元", "a(b|c)*d", "噪(音|声).{0,12}?扰民", "^请问",
    "吗[?？]?$",
    "(污水|废气|垃圾)[^，。]{0,6}(排|臭|味)", "加微信|微信[:：]", "(?x) 物 业  # 公司", "card|pin|transfer(?:red|s)?", "水\\s*电",
    "(?=.{0,9}学校).{0,20}收费",
  ]

  @Test(
    "regexes behind their gates find what they find without, in every post of the shared data",
    .enabled(if: SharedData.isPresent))
  func gates() throws {
    var set = RuleSet(title: "regexes")
    set.rules = Self.regexes.enumerated().map { Sample.rule("r\($0.offset)", any: [Sample.regex($0.element)]) }
    let gated = try Matcher(set)
    let ungated = try Matcher(set, gating: false)
    #expect(gated.regexes.filter(\.isGated).count >= 12)
    var scratch = MatchScratch(gated)
    var otherScratch = MatchScratch(ungated)
    var matches = Matches()
    var others = Matches()
    var posts = 0
    let facts = PostFacts(date: Sample.date)
    let empty = Sample.normalized("")
    let folder = SharedData.folder + "/data"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".jsonl") {
      let data = try #require(FileManager.default.contents(atPath: folder + "/" + name))
      for line in data.split(separator: UInt8(ascii: "\n")) {
        // The line as it is: its keys and quotes are text like any other. Small letters are all that matters to a gate.
        let bytes = line.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        var field = NormalizedText()
        field.appendUnchanged(bytes.span)
        field.finish(bytes.span)
        gated.match(title: empty, text: field, facts: facts, scratch: &scratch, into: &matches)
        ungated.match(title: empty, text: field, facts: facts, scratch: &otherScratch, into: &others)
        posts += 1
        #expect(matches.incomplete == [] && others.incomplete == [])
        guard matches.hits == others.hits, matches.matches == others.matches else {
          let different = Set(matches.hits).symmetricDifference(others.hits).map { Self.regexes[Int($0.source.index)] }
          Issue.record("\(name): post \(posts) differs by \(different)")
          return
        }
      }
    }
    #expect(posts > 50_000)
  }
}
