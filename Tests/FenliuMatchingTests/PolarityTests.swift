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
}
