// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuExpression
import FenliuModel
import Testing

@testable import FenliuMatching

@Suite("The matcher")
struct MatcherTests {
  @Test("the design's example holds with its hits and its number")
  func designExample() throws {
    let set = Sample.ruleSet(
      Sample.rule(
        "wages", any: Sample.line("欠薪", "讨薪", "(拖欠|克扣|不发)…(工资|薪|工钱)"),
        unless: .init(any: Sample.line("已补发", "已结清", "工资到账")), allow: ["欠薪应急周转金"]),
      Sample.rule(
        "many", all: [Sample.line("工人", "矿工", "工友", "农民工"), [Sample.people(5)]], within: .clause))
    let found = try Found(set, "三十多名矿工被老板拖欠工资，没人管")
    #expect(found.rules == ["wages: 拖欠工资", "many: 三十多名 矿工"])
    #expect(found.numbers[1].people == 30)
    #expect(try Found(set, "我是一名下岗矿工").rules == [])
    #expect(try Found(set, "工人说拖了两个多月").rules == [])
    #expect(try Found(set, "老板拖欠我们好几个人的工资").rules == ["wages: 拖欠我们好几个人的工资"])
    #expect(try Found(set, "拖欠工资，说好的工资到账遥遥无期").rules == ["wages: 拖欠工资"])
    let settled = try Found(set, "老板拖欠的工资昨天已结清")
    #expect(settled.rules == [])
    #expect(settled.withdrawn == ["wages: 拖欠的工资 by 已结清"])
    #expect(try Found(set, "设立欠薪应急周转金").rules == [])
    #expect(try Found(set, "设立欠薪应急周转金，仍有欠薪").rules == ["wages: 欠薪"])
  }

  @Test(
    "a word is found where it may stand",
    arguments: [
      ("spam", "no SPAM here", "spam: SPAM"), ("spam", "spammer", ""), ("spam", "不要spam了", "spam: spam"),
      ("spam*", "Spammer", "spam*: Spam"), ("spam*", "nospam", ""), ("3g", "13g 3g3 3g", "3g: 3g"),
      ("拖欠", "拖欠拖欠", "拖欠: 拖欠 拖欠"), ("aa", "aaaa aa", "aa: aa"), ("工工", "工工工", "工工: 工工 工工"),
      ("欠…薪", "欠，薪", ""), ("欠…薪", "欠1.5薪", "欠…薪: 欠1.5薪"), ("欠…薪", "欠1.薪", ""), ("欠…2…薪", "欠一二薪", "欠…2…薪: 欠一二薪"),
      ("欠…2…薪", "欠一二三薪", ""), ("欠…(薪|薪资)", "欠薪资薪", "欠…(薪|薪资): 欠薪资"), ("欠…薪", "欠欠薪", "欠…薪: 欠欠薪 欠薪"),
      ("a…b", "a b", "a…b: a b"), ("a…b", "a bb", ""), ("(欠|欠薪)", "欠薪", "(欠|欠薪): 欠薪"), ("欠薪", "欠薪", "欠薪: 欠薪"),
      ("欠\u{200B}薪", "欠薪", "欠\u{200B}薪: 欠薪"), ("薪資", "薪资", "薪資: 薪资"), ("工资", "", ""),
    ])
  func words(word: String, text: String, expected: String) throws {
    let found = try Found(Sample.ruleSet(Sample.rule(word, any: Sample.line(word))), text)
    #expect(found.rules == (expected.isEmpty ? [] : [expected]))
  }

  @Test("nested and overlapping words all hit, no hit spans two fields")
  func nested() throws {
    let set = Sample.ruleSet(Sample.rule("r", any: Sample.line("拖欠", "拖欠工资", "欠工", "资拖")))
    #expect(try Found(set, title: "拖欠工资", "拖欠").rules == ["r: ^拖欠 ^拖欠工资 ^欠工 拖欠"])
  }

  @Test("a rule looks only in its fields, none and unless in the whole post")
  func fields() throws {
    var rule = Sample.rule("r", any: Sample.line("招聘"), none: Sample.line("结束"))
    rule.fields = .title
    #expect(try Found(Sample.ruleSet(rule), title: "招聘", "招聘").rules == ["r: ^招聘"])
    #expect(try Found(Sample.ruleSet(rule), "招聘").rules == [])
    #expect(try Found(Sample.ruleSet(rule), title: "招聘", "结束").rules == [])
    rule = Sample.rule("r", any: Sample.line("招聘"), unless: .init(any: Sample.line("结束"), within: .post))
    rule.fields = .title
    #expect(try Found(Sample.ruleSet(rule), title: "招聘", "已结束").withdrawn == ["r: ^招聘 by 结束"])
  }

  @Test("the pack's allow is nothing to danger, nor to none and unless")
  func packAllow() throws {
    let any = Sample.line("自杀")
    let set = Sample.ruleSet(
      Sample.rule("danger", category: .danger, any: any), Sample.rule("other", any: any),
      Sample.rule("none", any: Sample.line("新闻"), none: any),
      Sample.rule("unless", any: Sample.line("新闻"), unless: .init(any: any)), allow: ["自杀新闻"])
    #expect(try Found(set, "自杀新闻").rules == ["danger: 自杀"])
    #expect(try Found(set, "新闻").rules == ["none: 新闻", "unless: 新闻"])
  }

  @Test("a list's allow goes with the list")
  func listAllow() throws {
    let list = WordList(name: "l", words: [Sample.word("欠薪")], allow: [Sample.word("无欠薪")])
    let set = Sample.ruleSet(
      Sample.rule("list", any: [.list(WordListID(0))]), Sample.rule("word", any: Sample.line("欠薪")), lists: [list])
    #expect(try Found(set, "无欠薪").rules == ["word: 欠薪"])
    #expect(try Found(set, "无欠薪，欠薪").rules == ["list: 欠薪", "word: 欠薪 欠薪"])
  }

  @Test(
    "unless counts only what is affirmed",
    arguments: [
      ("欠薪已结清", true), ("欠薪没有结清", false), ("欠薪何时结清", false), ("欠薪结清了吗", false), ("欠薪结清？", false), ("欠薪，承诺月底结清", false),
      ("欠薪，老板承诺，已经结清", true), ("欠薪不久前结清", true), ("欠薪。已结清", false), ("欠薪，没人管，已结清", true), ("欠薪结清遥遥无期", false),
      ("没想到欠薪结清", true), ("欠薪一二三四五六七结清", true), ("不一二三四五六结清欠薪", false), ("不一二三四五六七结清欠薪", true), ("保证金欠薪结清", true),
    ])
  func affirmed(text: String, isTaken: Bool) throws {
    let set = Sample.ruleSet(Sample.rule("r", any: Sample.line("欠薪"), unless: .init(any: Sample.line("结清"))))
    #expect(try Found(set, text).rules.isEmpty == isTaken)
  }

  @Test("each hit is taken away by itself")
  func single() throws {
    let set = Sample.ruleSet(Sample.rule("r", any: Sample.line("欠薪"), unless: .init(any: Sample.line("结清"))))
    let found = try Found(set, "去年欠薪已结清。今年又欠薪")
    #expect(found.rules == ["r: 欠薪"])
    #expect(found.withdrawn == ["r: 欠薪 by 结清"])
  }

  @Test("only hits that belong to a group are hits of the rule")
  func groups() throws {
    let lines = [Sample.line("工人"), [Sample.people(nil)]]
    let clause = Sample.ruleSet(Sample.rule("r", all: lines, within: .clause))
    let found = try Found(clause, "工人说，工人有30人，还有20人")
    #expect(found.rules == ["r: 工人 30人"])
    #expect(found.numbers[0].people == 30)
    #expect(try Found(clause, title: "工人", "30人").rules == [])
    #expect(try Found(Sample.ruleSet(Sample.rule("r", all: lines)), title: "工人", "30人").rules == ["r: ^工人 30人"])
    let near = Sample.ruleSet(Sample.rule("r", near: [.init(lines: lines, within: .characters(2))]))
    #expect(try Found(near, "工人甲乙30人").rules == ["r: 工人 30人"])
    #expect(try Found(near, "工人甲乙丙30人").rules == [])
  }

  @Test("named groups of a regex read numbers")
  func capturedNumbers() throws {
    let set = Sample.ruleSet(
      Sample.rule("r", any: [Sample.regex("(?<months>\\d{1,2}|[一二两三四五六七八九十]{1,3})个?月(没|未|不)发(?<people>\\d+人)?")]))
    let found = try Found(set, "三个月没发工资，十二个月没发5人")
    #expect(found.rules == ["r: 三个月没发 十二个月没发5人"])
    #expect(found.numbers[0].months == 12)
    #expect(found.numbers[0].people == 5)
  }

  @Test(
    "a rule counts only in its season",
    arguments: [("11-15", true), ("12-31", true), ("03-15", true), ("03-16", false), ("11-14", false)])
  func season(day: String, counts: Bool) throws {
    var rule = Sample.rule("r", any: Sample.line("暖气"))
    rule.from = Rule.Season(year: nil, month: 11, day: 15)
    rule.until = Rule.Season(year: nil, month: 3, day: 15)
    let facts = PostFacts(date: LocalDate("2026-" + day)!)
    #expect(try Found(Sample.ruleSet(rule), "暖气", facts: facts).rules.isEmpty != counts)
    rule.from = Rule.Season(year: 2026, month: 11, day: 15)
    rule.until = nil
    #expect(try Found(Sample.ruleSet(rule), "暖气", facts: facts).rules.isEmpty != (day >= "11-15"))
  }

  @Test("if asks source, region and reach")
  func condition() throws {
    func holds(_ condition: Condition) throws -> Bool {
      var rule = Sample.rule("r", any: Sample.line("暖气"))
      rule.condition = condition
      var facts = PostFacts(date: Sample.date)
      facts.source = "Weibo"
      facts.region = "山西省/吕梁市/兴县"
      facts.views = 1200
      return try !Found(Sample.ruleSet(rule), "暖气", facts: facts).rules.isEmpty
    }
    #expect(try holds(.isIn(.source, ["tieba", "weibo"])))
    #expect(try !holds(.isIn(.source, ["tieba"])))
    #expect(try holds(.isIn(.region, ["兴县"])))
    #expect(try !holds(.isIn(.region, ["县"])))
    #expect(try holds(.compare(.variable(.views), .more, .constant(1000))))
    #expect(try !holds(.compare(.variable(.likes), .atMost, .constant(1000))))
  }

  @Test("when counts, compares places, and may hold where nothing hits")
  func when() throws {
    let patterns = [Sample.line("a"), Sample.line("b")]
    func rules(_ condition: Condition, _ text: String) throws -> [String] {
      try Found(Sample.ruleSet(Sample.rule("r", when: condition, patterns)), text).rules
    }
    let (a, b) = (PatternIndex(0), PatternIndex(1))
    #expect(try rules(.compare(.count(a), .atLeast, .constant(2)), "a a") == ["r: a a"])
    #expect(try rules(.compare(.count(a), .atLeast, .constant(2)), "a") == [])
    #expect(try rules(.before(a, b, .clause), "b a") == [])
    #expect(try rules(.before(a, b, .clause), "a b") == ["r: a b"])
    #expect(try rules(.near(a, b, .clause), "b a") == ["r: b a"])
    #expect(try rules(.near(a, b, .clause), "b, a") == [])
    #expect(try rules(.not(.hits(a)), "c") == ["r: "])
    #expect(try rules(.not(.hits(a)), "a") == [])
    #expect(try rules(.atLeast(2, of: [a, b]), "b") == [])
    #expect(try rules(.atLeast(2, of: [a, b]), "b a") == ["r: b a"])
  }

  @Test("drafts are run on demand, shadow rules are marked")
  func status() throws {
    var draft = Sample.rule("draft", any: Sample.line("a"))
    draft.status = .draft
    var shadow = Sample.rule("shadow", any: Sample.line("a"))
    shadow.status = .shadow
    let set = Sample.ruleSet(draft, shadow)
    #expect(try Found(set, "a").rules == ["shadow: a"])
    let matcher = try Matcher(set, includingDrafts: true)
    var scratch = MatchScratch(matcher)
    var matches = Matches()
    let facts = PostFacts(date: Sample.date)
    matcher.match(
      title: Sample.normalized(""), text: Sample.normalized("a"), facts: facts, scratch: &scratch, into: &matches)
    #expect(matches.matches.map(\.rule) == [RuleID(0), RuleID(1)])
    #expect(matches.matches.map(\.isShadow) == [false, true])
  }
}
