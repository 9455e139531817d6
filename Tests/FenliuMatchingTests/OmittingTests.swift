// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

@Suite("Matchers that lack something")
struct OmittingTests {
  @Test(
    "a matcher that was changed finds what a matcher made without the part finds",
    arguments: Seeds.standard.prefix(8))
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var differences = 0
    for _ in 0..<2 {
      var set = Random.ruleSet(using: &random)
      set.rules[0].from = Rule.Season(year: nil, month: 12, day: 1)
      let whole = try Matcher(set)
      let texts = (0..<8).map { _ in
        (
          Sample.normalized(Bool.random(using: &random) ? Random.text(8, using: &random) : ""),
          Sample.normalized(Random.text(40, using: &random))
        )
      }
      let before = found(whole, texts)
      for omission in set.omissions {
        let changed = found(whole.omitting(omission, of: set), texts)
        let made = found(try Matcher(set.omitting(omission)), texts)
        let isSame = changed == made
        #expect(isSame, "\(omission): \(zip(changed, made).first { $0 != $1 } ?? ("", ""))")
        if changed != before { differences += 1 }
      }
    }
    #expect(differences > 5)
  }

  @Test("only rules that a post set off can come to hold when a part is left out", arguments: Seeds.standard)
  func lookedAt(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let set = Random.ruleSet(using: &random)
    let whole = try Matcher(set)
    var scratch = MatchScratch(whole)
    var matches = Matches()
    for _ in 0..<12 {
      let text = Sample.normalized(Random.text(40, using: &random))
      let facts = PostFacts(date: Sample.date)
      whole.match(title: Sample.normalized(""), text: text, facts: facts, scratch: &scratch, into: &matches)
      let lookedAt = Set(scratch.rulesLookedAt(with: whole))
      for case .part(let part, of: let rule) in set.omissions where !lookedAt.contains(rule) {
        let matcher = whole.omitting(.part(part, of: rule), of: set)
        var other = MatchScratch(matcher)
        matcher.match(title: Sample.normalized(""), text: text, facts: facts, scratch: &other, into: &matches)
        // What holds without a hit, such as `not p` alone, is always looked at.
        if case .whenPart = part { continue }
        #expect(!matches.matches.contains { $0.rule == rule }, "\(part) of \(set.rules[rule.index].key)")
      }
    }
  }

  @Test("every source stands in a list, a line or an allowed phrase")
  func owners() throws {
    var rule = Sample.rule(
      "r", any: [.list(WordListID(0)), Sample.pattern("欠薪")], unless: .init(any: Sample.line("结清")))
    rule.allow = [Sample.word("欠薪基金")]
    let list = WordList(name: "l", words: [Sample.word("讨薪"), Sample.word("工资")], allow: [Sample.word("工资条")])
    let matcher = try Matcher(Sample.ruleSet(rule, lists: [list], allow: ["好"]))
    let owners = Dictionary(
      uniqueKeysWithValues: zip(matcher.sources.map(\.written), matcher.sourceOwners))
    #expect(owners["讨薪"] == .list(WordListID(0)) && owners["工资"] == .list(WordListID(0)))
    #expect(owners["欠薪"] == .line(RuleID(0)) && owners["结清"] == .line(RuleID(0)))
    #expect(owners["欠薪基金"] == .allow && owners["工资条"] == .allow && owners["好"] == .allow)
  }

  private func found(_ matcher: Matcher, _ texts: [(NormalizedText, NormalizedText)]) -> [String] {
    var scratch = MatchScratch(matcher)
    var matches = Matches()
    var result: [String] = []
    func shown(_ hit: Hit) -> String {
      let source = matcher.sources[Int(hit.source.index)]
      return "\(hit.field.key)\(hit.range)\(source.written)"
    }
    for (title, text) in texts {
      matcher.match(
        title: title, text: text, facts: PostFacts(date: Sample.date), scratch: &scratch, into: &matches)
      for match in matches.matches {
        result.append("\(match.rule): \(matches.hits[match.hits].map(shown).sorted()) \(match.numbers)")
      }
      for withdrawal in matches.withdrawals {
        // Of two words in one place the one made first is named, and what is left out changes who that is.
        result.append(
          "\(withdrawal.rule) withdrawn \(withdrawal.hit.field)\(withdrawal.hit.range) by \(withdrawal.by.range)")
      }
      result.append("—")
    }
    return result
  }
}
