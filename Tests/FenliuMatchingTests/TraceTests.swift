// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

@Suite("Traces of rules")
struct TraceTests {
  @Test("a trace holds where the matcher lists the rule, and has its hits", arguments: Seeds.standard)
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<4 {
      var set = Random.ruleSet(using: &random)
      set.rules[0].from = Rule.Season(year: nil, month: 12, day: 1)
      set.rules[1].condition = .compare(.variable(.views), .more, .constant(100))
      let matcher = try Matcher(set)
      var scratch = MatchScratch(matcher)
      var matches = Matches()
      let all = set.rules.indices.map { RuleID($0) }
      for place in 0..<16 {
        let title = Sample.normalized(Bool.random(using: &random) ? Random.text(8, using: &random) : "")
        let text = Sample.normalized(Random.text(40, using: &random))
        var facts = PostFacts(date: Sample.date)
        facts.views = place * 20
        matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
        let traces = matcher.traces(of: all, title: title, text: text, facts: facts, scratch: &scratch)
        #expect(traces.map(\.rule) == all)
        for trace in traces {
          let match = matches.matches.first { $0.rule == trace.rule }
          #expect(trace.holds == (match != nil), "\(set.rules[trace.rule.index].key)")
          if let match {
            let traced = trace.lines.flatMap(\.hits).map(shown)
            #expect(matches.hits[match.hits].allSatisfy { traced.contains(shown($0)) })
          }
          let withdrawn = Set(matches.withdrawals.filter { $0.rule == trace.rule }.map { shown($0.hit) })
          #expect(withdrawn.isSubset(of: trace.lines.flatMap(\.withdrawn).map { shown($0.hit) }))
        }
      }
    }
  }

  private func shown(_ hit: Hit) -> String { "\(hit.field)\(hit.range)" }

  private func trace(
    _ rule: Rule, title: String = "", _ text: String, lists: [WordList] = [], allow: [String] = []
  ) throws -> RuleTrace {
    let matcher = try Matcher(Sample.ruleSet(rule, lists: lists, allow: allow))
    var scratch = MatchScratch(matcher)
    let traces = matcher.traces(
      of: [RuleID(0)], title: Sample.normalized(title), text: Sample.normalized(text),
      facts: PostFacts(date: Sample.date), scratch: &scratch)
    return try #require(traces.first)
  }

  @Test("every line tells what was found of it, also behind one that has nothing")
  func lines() throws {
    let rule = Sample.rule(
      "r", any: Sample.line("水"), all: [Sample.line("工人"), Sample.line("堵门")],
      near: [.init(lines: [Sample.line("a"), Sample.line("b")], within: .characters(3))])
    let found = try trace(rule, "工人 b")
    #expect(found.lines.map(\.role) == [.any, .all(0), .all(1), .near(group: 0, line: 0), .near(group: 0, line: 1)])
    #expect(found.lines.map(\.isTouched) == [false, true, false, false, true])
    #expect(!found.holds)
  }

  @Test("allowed hits name the phrase, withdrawn ones the word, hits in another field are told apart")
  func taken() throws {
    var rule = Sample.rule("r", any: Sample.line("欠薪"), unless: .init(any: Sample.line("结清")), allow: ["欠薪基金"])
    let allowed = try trace(rule, "欠薪基金")
    #expect(allowed.lines[0].hits.isEmpty && allowed.lines[0].allowed.first?.by.range == 0..<12)
    let withdrawn = try trace(rule, "欠薪结清了")
    #expect(withdrawn.lines[0].hits.isEmpty && withdrawn.lines[0].withdrawn.first?.by.range == 6..<12)
    let denied = try trace(rule, "欠薪没结清")
    #expect(denied.holds && denied.lines[0].withdrawn.isEmpty)
    rule.fields = .title
    let elsewhere = try trace(rule, title: "求助", "欠薪")
    #expect(elsewhere.lines[0].elsewhere.map(\.field) == [.text] && !elsewhere.holds)
  }

  @Test("a group that lies too far apart tells how far, and which hits lie nearest")
  func distance() throws {
    let rule = Sample.rule("r", all: [Sample.line("工人"), Sample.line("堵门")], within: .characters(3))
    let far = try trace(rule, "工人一二三四五堵门六七堵门")
    #expect(far.groups.first?.distance == 5 && far.groups.first?.holds == false)
    #expect(far.groups.first?.nearest.map(\.range) == [0..<6, 21..<27])
    let apart = try trace(rule, title: "工人", "堵门")
    #expect(apart.groups.first?.distance == nil && !apart.holds)
    let near = try trace(rule, "工人一二三堵门")
    #expect(near.holds)
  }

  @Test(
    "of a word that is not there the part is told that is",
    arguments: [
      ("拖欠…工资", "老板拖欠我们的钱", PartialWord.Finding.parts(1), "拖欠"),
      ("拖欠…工资", "拖欠一二三四五六七八九工资", .parts(1), "拖欠"),
      ("(拖|拖欠)…2…工资…没发", "拖欠的工资，没发", .parts(2), "拖欠的工资"),
      ("拖欠…工资", "工资太低", .laterPart(1), "工资"),
      ("拖欠工资", "拖欠公资", .oneCharacterOff, "拖欠公资"),
    ])
  func parts(word: String, text: String, finding: PartialWord.Finding, stands: String) throws {
    let field = Sample.normalized(text)
    let partial = try #require(
      WordParts(of: [Sample.word(word)], title: Sample.normalized(""), text: field).partial(Sample.word(word)))
    #expect(partial.finding == finding && field.originalText(of: partial.range) == stands)
  }

  @Test("nothing is told of a word that has no part there")
  func noParts() {
    let words = ["拖欠…工资", "拖欠工资"].map { Sample.word($0) }
    let parts = WordParts(of: words, title: Sample.normalized(""), text: Sample.normalized("下雨了"))
    for word in words { #expect(parts.partial(word) == nil) }
  }
}
