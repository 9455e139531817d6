// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

@Suite("Words that stand for many people")
struct CollectiveTests {
  private static func line(_ words: String..., people: Int) -> CollectiveLine {
    CollectiveLine(list: nil, tags: [:], words: words.map { Sample.word($0) }, people: people, origin: Sample.origin)
  }

  private static func set(_ rules: Rule...) -> RuleSet {
    var set = RuleSet(title: "sample")
    set.rules = rules
    set.collective = [
      line("全班", "整个班", "全校", "全厂", "全车", "全院", people: 30), line("全村", "整栋楼", "整个村", people: 200),
      line("whole class", "(entire building|entire block)", people: 40),
    ]
    return set
  }

  private static let many = Sample.rule("many", any: [Sample.people(5)])

  @Test(
    "a number pattern of people finds them, worth so many",
    arguments: [
      ("全班同学都拉肚子", 30), ("整栋楼停水", 200), ("全村人都在等", 200), ("全班家长，全村", 200), ("十个人，全班", 30), ("三百人，全班", 300),
      ("The whole class is ill", 40), ("an entire block without heat", 40), ("全　班", nil), ("班里都病了", nil),
    ] as [(String, Double?)])
  func value(text: String, people: Double?) throws {
    let found = try Found(Self.set(Self.many), text)
    #expect(found.numbers.first?.people == people, "\(found)")
    #expect(found.rules.isEmpty == (people == nil))
  }

  @Test(
    "what stands beside makes another word of it, one of many, or says the number itself",
    arguments: [
      "安全村", "健全班子", "平安全校", "保全厂区", "完整栋楼", "调整个班次", "全班长", "全班子成员", "全班主任", "全校园", "全校长", "全村镇", "全村委会", "全厂家", "全院长",
      "全车间",
      "全班第一", "全村最穷", "全校唯一", "全班倒数", "全班前三", "全班一位家长", "全班 3 个孩子", "全村共两户", "全村一共 3 人", "whole classes",
      "unwhole class", "全班三个小学生", "全村三口人", "全村两名残疾人", "全班三个", "全班两个，", "全班四个都病了", "全班四个人", "全班三位家长老师不管",
    ])
  func context(text: String) throws {
    // A number that the text says itself is found, and is below the least that is asked.
    #expect(try Found(Self.set(Self.many), text).rules == [], "\(text)")
  }

  @Test(
    "words that only look alike beside them change nothing",
    arguments: [
      "周末全班停课", "我们全校师生", "全村村民", "整个村子", "全厂工人", "全班都三十分钟没动", "全班一起", "全村上访", "全村多年没水", "全班", "，全班。", "全校 ok",
    ])
  func plain(text: String) throws {
    #expect(try Found(Self.set(Self.many), text).rules.count == 1, "\(text)")
  }

  @Test(
    "a number of something else that follows leaves them whole",
    arguments: [
      "全村三个月停水", "全村三个多月停水", "全班两个小时没老师", "全班三个老师", "全校三名代课老师", "全校两位校医", "全村两口井都干了", "全校十个班停课", "全村四个自然村停水",
      "全班三个厕所学生不够用",
      "全村两个人民调解员", "全村三天没水", "全校共五个水龙头", "全村三个星期", "全班三名额",
    ])
  func numbersOfOtherThings(text: String) throws {
    let found = try Found(Self.set(Self.many), text)
    #expect(found.numbers.first?.people ?? 0 >= 30, "\(text) \(found)")
  }

  @Test("the people that a number counts are read where the units have 人 alone")
  func people() throws {
    let units = Pattern.number(NumberPattern(name: .people, units: ["人", "名", "户"], least: 5, origin: Sample.origin))
    let found = try Found(Self.set(Sample.rule("many", any: [units])), "全班三十五个人")
    #expect(found.rules == ["many: 三十五个人"] && found.numbers.first?.people == 35, "\(found)")
  }

  @Test("least is asked of their number")
  func least() throws {
    let set = Self.set(Sample.rule("fifty", any: [Sample.people(50)]), Sample.rule("any", any: [Sample.people(nil)]))
    #expect(try Found(set, "全班停课").rules == ["any: 全班"])
    #expect(try Found(set, "全村停水").rules == ["fifty: 全村", "any: 全村"])
  }

  @Test("numbers of other things do not find them")
  func otherNumbers() throws {
    let months = Pattern.number(NumberPattern(name: .months, units: ["个月"], least: nil, origin: Sample.origin))
    #expect(try Found(Self.set(Sample.rule("m", any: [months])), "全班等了").rules == [])
  }

  @Test("they are hits of a line like any number: all, within, near, unless, allow, polarity, where and none hold")
  func lines() throws {
    let all = Sample.rule("all", all: [[Sample.people(5)], Sample.line("停水")], within: .clause)
    #expect(try Found(Self.set(all), "全村停水").rules == ["all: 全村 停水"])
    #expect(try Found(Self.set(all), "全村，停水").rules == [])
    var rule = Self.many
    rule.unless = .init(any: Sample.line("已好"), within: .sentence)
    #expect(try Found(Self.set(rule), "全班已好").withdrawn == ["many: 全班 by 已好"])
    rule = Self.many
    rule.allow = [Sample.word("祝全班")]
    #expect(try Found(Self.set(rule), "祝全班快乐").rules == [])
    rule = Self.many
    rule.polarity = .affirmed
    #expect(try Found(Self.set(rule), "不是全班都去").rules == [])
    rule.polarity = .negated
    #expect(try Found(Self.set(rule), "不是全班都去").rules == ["many: 全班"])
    rule = Self.many
    rule.fields = .title
    #expect(try Found(Self.set(rule), title: "全班", "全村").rules == ["many: ^全班"])
    let none = Sample.rule("none", any: Sample.line("停水"), none: [Sample.people(5)])
    #expect(try Found(Self.set(none), "全村停水").rules == [])
  }

  @Test("a line that also names the word has two hits at its place, and one however many number patterns it has")
  func once() throws {
    let both = Sample.rule("both", any: [Sample.pattern("全班"), Sample.people(5), Sample.people(10)])
    #expect(try Found(Self.set(both), "全班停课").rules == ["both: 全班 全班"])
  }

  @Test("a list's words count by their tags, and its exceptions hold")
  func list() throws {
    var words = ["全班", "全村", "全船"].map { Sample.word($0) }
    words[0].tags = ["class"]
    words[1].tags = ["big", "village"]
    words[2].tags = ["ship"]
    var set = Sample.ruleSet(Self.many, lists: [WordList(name: "l", words: words, allow: [Sample.word("全村好")])])
    set.collective = [
      CollectiveLine(
        list: WordListID(0), tags: ["class": 30, "village": 200], words: [], people: 40, origin: Sample.origin)
    ]
    #expect(try Found(set, "全班全村全船").rules == ["many: 全班 全村"])
    #expect(try Found(set, "全班全村全船").numbers.first?.people == 200)
    #expect(try Found(set, "全村好").rules == [])
    set.collective[0].words = [Sample.word("全村好")]
    #expect(try Found(set, "全村好").rules == ["many: 全村好"])
  }

  @Test("the source of a hit is a number of people, where the word was written, and belongs to no rule")
  func source() throws {
    var set = Self.set(Self.many)
    set.collective[0].words[0].origin = Origin(file: 0, line: 77)
    let matcher = try Matcher(set)
    let owned = zip(matcher.sources, matcher.sourceOwners).filter { $0.1 == .collective }
    #expect(owned.count == 11 && owned.allSatisfy { $0.0.written == "number people" })
    #expect(owned.first?.0.origin.line == 77)
  }
}
