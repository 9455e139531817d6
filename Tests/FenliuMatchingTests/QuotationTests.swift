// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

/// What rules of `prohibited` never see: words that the writer only repeats.
@Suite struct QuotationTests {
  private func found(_ text: String, title: String = "", category: CategoryID = .prohibited) throws -> [String] {
    var rule = Sample.rule("r", category: category, any: Sample.line("返利", "kill you"))
    rule.fields = .usual(in: category)
    return try Found(Sample.ruleSet(rule), title: title, text).rules
  }

  @Test(
    "prohibited looks into no quotation marks, of whatever kind and however far apart, nor into what is passed on",
    arguments: [
      "楼道里贴着“返利”的广告", "骗子发短信：“返利”", "骗子说“返利，\n加微信领钱”", "骗子说：“返利，\r\n\r\n加微信”", "他说\"返利\"", "他说‘返利’", "墙上写着『返利』", "「返利」",
      "〝返利〞", "﹁返利﹂",
      "#骗子说“返利”#", "#“返利#加微信”", "A caller told me \"I will kill you and your family\", what can I do?",
      "He said 'I will kill you', what now?",
      "He said ‘I don’t care, I will kill you’", "“他说‘返利’”", "“他说“甲”返利”", "＂返利＂", "他说“返\n利", "//@某某：返利", "转发：返利",
      "【转发】返利", "> 返利", "他说：返利", "«返利»",
      "“返利" + String(repeating: "长", count: 2_000) + "”", "@小明 “返利”",
    ])
  func isNotSeen(text: String) throws {
    #expect(try found(text).isEmpty, "\(text)")
    #expect(try found("", title: text).isEmpty, "\(text)")
  }

  @Test(
    "an apostrophe is no quotation mark, and an unclosed mark quotes nothing",
    arguments: [
      "it's over, I'm going to kill you, that's all", "the boss' friend will kill you, it's true", "“返利", "返利”", "\"返利",
      "“甲”返利“乙”", "他说“甲”，返利", "\"甲\"返利\"乙\"",
      "don’t worry, we’ll kill you, they’re gone", "‘甲，返利", "《返利》", "（返利）", "【返利】", "”返利“", "甲”返利“乙", "身高5\"返利6\"",
      "“甲「乙”返利",
    ])
  func isSeen(text: String) throws {
    #expect(try found(text).isEmpty == false, "\(text)")
    #expect(try found("", title: text).isEmpty == false, "\(text)")
  }

  @Test("other rules read quotation marks as before")
  func others() throws {
    #expect(try found("楼道里贴着“返利”的广告", category: .trend) == ["r: 返利"])
    #expect(try found("他说\"返利\"", category: .trend) == ["r: 返利"])
  }

  @Test(
    "what takes a danger away stands outside of quotation marks, too", arguments: ["矿上说“已救出”", "通报称‘已救出’", "短信\"已救出\""])
  func danger(text: String) throws {
    var rule = Sample.rule("r", category: .danger, any: Sample.line("被困"))
    rule.fields = .urgent
    rule.unless = .init(any: Sample.line("已救出"), within: .post)
    #expect(try Found(Sample.ruleSet(rule), "工友被困，\(text)，还有敲管子的声音").rules == ["r: 被困"])
    #expect(try Found(Sample.ruleSet(rule), "工友被困，已救出，\(text)").rules.isEmpty)
  }

  @Test("any marks in any order are read as they are defined", arguments: Seeds.standard)
  func marks(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let signs = ["“", "”", "‘", "’", "\"", "'", "「", "」", "『", "』", "«", "»", "甲", "a", "7", "\n", " ", "é", "😡"]
    let text = (0..<400).map { _ in signs.randomElement(using: &random)! }.joined()
    let bytes = Array(text.utf8)
    var quotations = Quotations()
    quotations.read(bytes.span)
    let expected = oracleQuotations(Array(text.unicodeScalars))
    var offset = 0
    for (place, character) in text.unicodeScalars.enumerated() {
      let end = offset + UTF8.width(character)
      #expect(quotations.touch(offset..<end) == expected.contains { $0.contains(place) }, "\(place)")
      offset = end
    }
  }
}
