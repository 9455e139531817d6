// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuExpression
import FenliuModel
import Testing

@testable import FenliuMatching

@Suite struct EvasionTests {
  private func rule(_ words: String..., by tricks: [Trick]) -> Rule {
    var rule = Sample.rule("r", any: words.flatMap { Sample.line($0) })
    rule.evasion = Tricks(tricks)
    return rule
  }

  @Test func wordsInDisguiseAreHits() throws {
    let rule = rule("赌博", "加微信", by: [.gaps, .homophones])
    #expect(try Found(Sample.ruleSet(rule), title: "赌*博", "加薇信，加微信").rules == ["r: ^赌*博 加薇信 加微信"])
    #expect(try Found(Sample.ruleSet(self.rule("赌博", by: [.homophones])), "赌*博").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(Sample.rule("r", any: Sample.line("赌博"))), "赌*博").rules.isEmpty)
  }

  @Test func aHitSaysHowItIsDisguised() throws {
    let found = try Found(Sample.ruleSet(rule("加微信", by: Trick.allCases)), "嘉 薇信，加微信")
    #expect(found.tricks == [Tricks([.gaps, .homophones]), []])
  }

  @Test func choicesAreDisguisedAndWordsWithGapsAreNot() throws {
    #expect(try Found(Sample.ruleSet(rule("(赌博|毒博)", by: [.gaps])), "毒*博").rules == ["r: 毒*博"])
    #expect(try Found(Sample.ruleSet(rule("赌博…网站", by: [.gaps])), "赌*博网站").rules.isEmpty)
  }

  @Test func whatTakesAwayIsFoundOnlyAsItIsWritten() throws {
    var settled = rule("赌博", by: [.gaps])
    settled.unless = .init(any: Sample.line("举报"), within: .sentence)
    #expect(try Found(Sample.ruleSet(settled), "举报赌*博").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(settled), "举*报赌*博").rules == ["r: 赌*博"])
    var barred = Sample.rule("r", any: Sample.line("赌博"), none: Sample.line("举报"))
    barred.evasion = Tricks(.gaps)
    #expect(try Found(Sample.ruleSet(barred), "举*报赌*博").rules == ["r: 赌*博"])
  }

  @Test func anAllowedPhraseAllows() throws {
    var rule = rule("微信", by: [.homophones])
    rule.allow = [Sample.word("威信扫地")]
    #expect(try Found(Sample.ruleSet(rule), "威信扫地").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(rule), "加威信").rules == ["r: 威信"])
  }

  @Test func aWeakDisguiseWantsASureOneBeside() throws {
    let rule = rule("微信", "扫码", by: [.homophones])
    #expect(try Found(Sample.ruleSet(rule), "加威芯").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(rule), "加威芯扫码").rules == ["r: 扫码"])
    #expect(try Found(Sample.ruleSet(rule), "加威芯，又加喂新").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(rule), "加威芯，扫妈").rules.isEmpty)
    #expect(try Found(Sample.ruleSet(rule), "加威芯，又加薇信").rules == ["r: 威芯 薇信"])
  }

  @Test func aSureDisguiseOfOneRuleConfirmsNoneOfAnother() throws {
    let rules = [rule("微信", by: [.homophones]), rule("赌博", by: [.gaps])]
    var set = Sample.ruleSet(rules[0], rules[1])
    set.rules[1].key = "gambling"
    #expect(try Found(set, "加威芯，赌*博").rules == ["gambling: 赌*博"])
    set.rules[0] = rule("微信", "赌博", by: [.homophones, .gaps])
    #expect(try Found(set, "加威芯，赌*博").rules == ["r: 威芯 赌*博", "gambling: 赌*博"])
  }

  @Test func aWordThatStandsAsItselfIsNoDisguiseOfItsTwin() throws {
    let rule = rule("登录", "登陆", "微信", by: [.homophones])
    #expect(try Found(Sample.ruleSet(rule), "登录，加威芯").rules == ["r: 登录 登录"])
    #expect(try Found(Sample.ruleSet(rule), "登路，加威芯").rules == ["r: 登路 登路 威芯"])
  }

  @Test func kindsAreFoundOnlyAsTheyAreWritten() throws {
    var set = Sample.ruleSet(Sample.rule("r", any: Sample.line("工资")))
    set.lists = [WordList(name: "x", words: [Sample.word("举报")], evasion: Tricks(.gaps))]
    set.kindLines = [KindLine(kind: KindID(3), rule: Sample.rule("k", any: [.list(WordListID(0))]))]
    #expect(try Found(set, "我要举报").kind == KindID(3))
    #expect(try Found(set, "我要举*报").kind == nil)
  }

  @Test func rulesShareAListEachWithItsOwnTricks() throws {
    var plain = Sample.rule("plain", any: [.list(WordListID(0))])
    var gaps = plain
    (gaps.key, gaps.evasion) = ("gaps", Tricks(.gaps))
    var set = Sample.ruleSet(plain, gaps)
    set.lists = [WordList(name: "x", words: [Sample.word("赌博"), Sample.word("毒品")], evasion: Tricks(.homophones))]
    #expect(try Found(set, "赌博").rules == ["plain: 赌博", "gaps: 赌博"])
    #expect(try Found(set, "堵博").rules == ["plain: 堵博", "gaps: 堵博"])
    // What the list says holds for its words, whatever the rule says.
    #expect(try Found(set, "赌*博").rules.isEmpty)
    set.lists[0].evasion = nil
    #expect(try Found(set, "赌*博").rules == ["gaps: 赌*博"])
    #expect(try Found(set, "堵博").rules.isEmpty)
    set.lists[0].evasion = Tricks(.homophones)
    plain.unless = .init(any: [.list(WordListID(0))], within: .sentence)
    set.rules[0] = plain
    #expect(try Found(set, "堵博").rules == ["plain: 堵博", "gaps: 堵博"])
  }

  @Test func nearnessAndZonesHoldForDisguises() throws {
    var rule = Sample.rule(
      "r", near: [.init(lines: [Sample.line("赌博"), Sample.line("网站")], within: .characters(2))])
    rule.evasion = Tricks(.gaps)
    #expect(try Found(Sample.ruleSet(rule), "赌*博的网站").rules == ["r: 赌*博 网站"])
    #expect(try Found(Sample.ruleSet(rule), "赌*博在那里有网站").rules.isEmpty)
    var own = self.rule("赌博", by: [.gaps])
    own.fields = .usual(in: .earlySign)
    #expect(try Found(Sample.ruleSet(own), "他说：“赌*博”，赌*博").rules == ["r: 赌*博"])
  }
}
