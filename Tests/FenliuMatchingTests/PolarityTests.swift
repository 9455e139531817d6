// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import Testing

@testable import FenliuMatching

@Suite struct PolarityTests {
  private func found(_ polarity: Polarity, _ text: String, title: String = "") throws -> [String] {
    var rule = Sample.rule("r", any: Sample.line("拖欠工资", "诈骗"))
    rule.polarity = polarity
    return try Found(Sample.ruleSet(rule), title: title, text).rules
  }

  @Test(
    "a hit counts for the polarity that it has, and for any",
    arguments: [
      ("老板拖欠工资三个月", true), ("我厂没有拖欠工资", false), ("并未发生拖欠工资的情况", false), ("这不是诈骗", false),
      ("请问公司是否拖欠工资？", false), ("保证不再拖欠工资", false), ("没有人管，老板拖欠工资", true),
    ])
  func polarity(text: String, isAffirmed: Bool) throws {
    #expect(try found(.affirmed, text).isEmpty != isAffirmed)
    #expect(try found(.negated, text).isEmpty == isAffirmed)
    #expect(try !found(.any, text).isEmpty)
  }

  @Test(
    "what only looks like a negation, or denies something else, negates nothing",
    arguments: [
      "别墅着火了", "不锈钢厂着火了", "未央路着火了", "无人机着火了", "无锡路着火了", "着火后物业无人到场", "仓库着火半小时没人来", "着火时保安在呢", "楼道着火烧毁未修的电动车", "特别担心着火",
      "无良商家着火",
      "不明原因着火", "未经批准着火", "着火后消防车没来", "着火以后物业一直不管", "着火了嘛", "别克车着火", "不到一年又着火", "没有人管着火的事", "不停着火", "区别墅着火",
    ])
  func noNegation(text: String) throws {
    for (polarity, isFound) in [(Polarity.affirmed, true), (.negated, false)] {
      var rule = Sample.rule("r", any: Sample.line("着火"))
      rule.polarity = polarity
      #expect(try Found(Sample.ruleSet(rule), text).rules.isEmpty != isFound, "\(text)")
    }
  }

  @Test(
    "two negations that make one yes negate nothing",
    arguments: [
      "没少拖欠工资", "这些年没少拖欠工资", "没有少拖欠工资", "没有不拖欠工资的", "没有一家不拖欠工资", "无不拖欠工资", "无一不拖欠工资", "不得不拖欠工资", "不能不拖欠工资", "不可能不拖欠工资",
      "免不了拖欠工资", "并非没有拖欠工资", "拖欠工资，一分没少", "不少拖欠工资的",
    ])
  func doubled(text: String) throws {
    #expect(try !found(.affirmed, text).isEmpty, "\(text)")
    #expect(try found(.negated, text).isEmpty, "\(text)")
  }

  @Test(
    "what only begins like them negates",
    arguments: [
      "没有拖欠工资", "能不能不拖欠工资", "会不会不拖欠工资", "有没有不拖欠工资的", "有没有少拖欠工资", "没有不合理拖欠工资", "没有不当诈骗", "无不良诈骗", "不能再拖欠工资", "不会拖欠工资",
    ])
  func notDoubled(text: String) throws {
    #expect(try found(.affirmed, text).isEmpty, "\(text)")
    #expect(try !found(.negated, text).isEmpty, "\(text)")
  }

  @Test("where the second of the two begins the hit, the first stands alone")
  func secondInHit() throws {
    for (text, isAffirmed) in [("没有不公平", false), ("不能不公平", false), ("没少不公平", true), ("没有一家不是不公平", true)] {
      var rule = Sample.rule("r", any: Sample.line("不公平"))
      rule.polarity = .affirmed
      #expect(try Found(Sample.ruleSet(rule), text).rules.isEmpty != isAffirmed, "\(text)")
    }
  }

  @Test(
    "what denies, asks or promises it does",
    arguments: [
      "没有着火", "着火不属实", "着火是谣言", "着火一事纯属虚构", "着火了没有", "着火了吗", "并未着火", "着火不会了", "是否着火", "保证不着火", "着火没有发生", "没着火",
    ])
  func negation(text: String) throws {
    var rule = Sample.rule("r", any: Sample.line("着火"))
    rule.polarity = .negated
    #expect(try !Found(Sample.ruleSet(rule), text).rules.isEmpty, "\(text)")
  }

  @Test("what would lose a hit takes none of an unless word either")
  func unlessStaysOneSided() throws {
    var rule = Sample.rule("r", any: Sample.line("着火"))
    rule.unless = .init(any: Sample.line("扑灭"), within: .sentence)
    #expect(try Found(Sample.ruleSet(rule), "着火，扑灭后无人管").rules == ["r: 着火"])
    #expect(try Found(Sample.ruleSet(rule), "着火，扑灭了").rules.isEmpty)
  }

  @Test("each hit is judged by itself, in title and text")
  func eachHit() throws {
    let text = "公司说没有拖欠工资。其实拖欠工资半年了，是诈骗。"
    #expect(try found(.affirmed, text, title: "没有诈骗") == ["r: 拖欠工资 诈骗"])
    #expect(try found(.negated, text, title: "没有诈骗") == ["r: ^诈骗 拖欠工资"])
  }

  @Test("unless takes away of the hits that are left")
  func beforeUnless() throws {
    var rule = Sample.rule("r", any: Sample.line("拖欠工资"))
    rule.polarity = .affirmed
    rule.unless = .init(any: Sample.line("结清"), within: .sentence)
    #expect(try Found(Sample.ruleSet(rule), "没有拖欠工资，老板拖欠工资").rules == ["r: 拖欠工资"])
    #expect(try Found(Sample.ruleSet(rule), "老板拖欠工资，昨天结清").rules.isEmpty)
  }

  @Test("a rule of which a line has no hit of its polarity withdraws nothing")
  func nothingToWithdraw() throws {
    var rule = Sample.rule("r", all: [Sample.line("拖欠工资"), Sample.line("诈骗")], within: .post)
    rule.polarity = .affirmed
    rule.unless = .init(any: Sample.line("结清"), within: .sentence)
    let found = try Found(Sample.ruleSet(rule), "老板拖欠工资，昨天结清。这不是诈骗")
    #expect(found.rules.isEmpty && found.withdrawn.isEmpty, "\(found)")
    #expect(try Found(Sample.ruleSet(rule), "老板拖欠工资，昨天结清。这是诈骗").withdrawn.count == 1)
  }
}
