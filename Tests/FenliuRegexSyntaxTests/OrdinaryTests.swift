// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax
import Testing

/// Regexes as analysts write them, on long texts without line ends.
@Suite("An ordinary regex")
struct OrdinaryTests {
  private static let story = "今天小区里很热闹，物业公司贴了通知，大家都去看，孩子们放学后在院子里玩到天黑，"

  @Test(
    "completes in a long text, whether its words are there or not",
    arguments: [
      "噪(音|声).*?扰民", "(?=.*学校)(?=.*收费).+", "(?=.*学校).*收费", "欠.*薪", "拖欠.*?工资.*?不发", #"\d+个?月.*?没发"#,
      "(污水|废气)[^，。]{0,6}(排|臭)", "(?:学校|幼儿园).{0,40}收费", "(?=.*学校)(?=.*收费)",
    ])
  func completes(source: String) throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: source))
    var scratch = MatchScratch()
    for bytes in [6_600, 20_000] {
      let filler = String(repeating: Self.story, count: bytes / Self.story.utf8.count)
      for (first, last) in [("", ""), ("学校噪音拖欠", ""), ("", "收费扰民工资"), ("学校噪音拖欠3个月", "收费扰民欠薪工资不发")] {
        let text = Array((first + filler + last).utf8)
        var charge = Charge(total: 6_000_000)
        let outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { _, _ in }
        #expect(outcome == .complete, "\(bytes) bytes between \(first) and \(last)")
        #expect(charge.spent < charge.total / 4, "\(bytes) bytes between \(first) and \(last)")
      }
    }
  }

  @Test("that fails for a line is found in the lines after it")
  func lines() throws {
    let syntax = RegexSyntax(parsing: "(?=.*学校)(?=.*收费).+")
    #expect(syntax.failsForLine)
    let pattern = try BudgetedPattern(syntax)
    var scratch = MatchScratch()
    let text = Array("学校很好\r\n收费\n\r学校收费，学校\n收费的学校".utf8)
    var hits: [String] = []
    var charge = Charge()
    let outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { hit, _ in
      hits.append(String(decoding: text[hit], as: UTF8.self))
    }
    #expect(outcome == .complete)
    #expect(hits == ["学校收费，学校", "收费的学校"])
  }

  @Test(
    "fails for a line only where a dot leads from one place to the next",
    arguments: [
      ("(?=.*a).+", true), ("(?=.*a)", true), ("(?=.*a)(?=.*?b).*c", true), ("(?=.*a|b)", false), ("(?!.*a).+", false),
      ("(?=.*a)b", false), (".*a", false), ("(?=.*(a)).*\\1", false), ("(?=.*a).+|b", false), ("(?=.*a).{2,}", false),
    ])
  func failsForLine(source: String, fails: Bool) { #expect(RegexSyntax(parsing: source).failsForLine == fails) }
}
