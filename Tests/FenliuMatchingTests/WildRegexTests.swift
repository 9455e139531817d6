// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2
import FenliuRegexSyntax
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuMatching

/// All regexes that ran wild somewhere as the rules of one set, over the text made for each.
///
/// Counts charges, never time: `scripts/measure-worst` measures.
@Suite("All wild regexes at once")
struct WildRegexTests {
  /// Lengths of texts; a megabyte with every text only where the tests are optimized.
  static let lengths =
    ProcessInfo.processInfo.environment["FENLIU_WILD_MEGABYTE"] == nil
    ? [300, 3_000, 30_000] : [300, 3_000, 30_000, 300_000, 1_000_000]

  static let matcher: Matcher = {
    var rules = WildRegex.all.enumerated().map { Sample.rule("r\($0.offset)", any: [Sample.regex($0.element.pattern)]) }
    rules.append(Sample.rule("word", any: Sample.line("拖欠工资")))
    rules.append(Sample.rule("danger", category: .danger, any: [Sample.regex("跳.{0,3}楼")]))
    var set = RuleSet(title: "wild")
    set.rules = rules
    guard let matcher = try? Matcher(set) else { fatalError("the wild regexes make a matcher") }
    return matcher
  }()

  private struct Result: Hashable {
    var rules: [RuleID] = []
    var incomplete: [Incomplete] = []
    var spent = 0
    var hits = 0
  }

  private func result(of text: String) -> Result {
    var scratch = MatchScratch(Self.matcher)
    var matches = Matches()
    Self.matcher.match(
      title: Sample.normalized(""), text: Sample.normalized(text), facts: PostFacts(date: Sample.date),
      scratch: &scratch, into: &matches)
    return Result(
      rules: matches.matches.map(\.rule), incomplete: matches.incomplete, spent: scratch.charge.spent,
      hits: matches.hits.count)
  }

  @Test(
    "stay within the charge, name what gave up, and let the other rules decide", arguments: WildRegex.all)
  func together(attack: WildRegex) throws {
    let others = (RuleID(WildRegex.all.count), RuleID(WildRegex.all.count + 1))
    for length in Self.lengths {
      let text = "跳了楼" + String(decoding: attack.text(bytes: length - 30), as: UTF8.self) + "拖欠工资"
      let result = result(of: text)
      #expect(result == self.result(of: text), "\(length) bytes twice")
      #expect(result.spent <= MatchScratch.regexSteps * 3 / 2, "\(length) bytes")
      #expect(result.rules.contains(others.0) && result.rules.contains(others.1), "\(length) bytes")
      if result.spent >= MatchScratch.regexSteps { #expect(!result.incomplete.isEmpty) }
    }
  }

  @Test("that have a hit when searched alone are found or named as incomplete", arguments: WildRegex.all)
  func neverNoMatch(attack: WildRegex) throws {
    let text = String(decoding: attack.text(bytes: 3_000), as: UTF8.self).lowercased()
    let result = result(of: text)
    let bytes = Sample.normalized(text).bytes
    var scratch = FenliuPCRE2.MatchScratch()
    for (index, other) in WildRegex.all.enumerated() where !result.rules.contains(RuleID(index)) {
      let syntax = RegexSyntax(parsing: other.pattern)
      let pattern = try BudgetedPattern(
        syntax.folded, counting: syntax.counted, stepsPerStart: syntax.stepsPerStart.map { WorkBound($0) },
        scansPerStep: WorkBound(syntax.scansPerStep), scansPerStart: WorkBound(syntax.scansPerStart),
        isAnchored: syntax.isAnchored, failsForLine: syntax.failsForLine)
      var (hits, charge) = (0, Charge())
      _ = pattern.forEachHit(in: bytes.span, charge: &charge, scratch: &scratch) { hit, _ in hits += hit.isEmpty ? 0 : 1
      }
      if hits > 0 { #expect(result.incomplete.contains(.regex(RuleID(index))), "\(other.name)") }
    }
  }

  @Test("are cited, at least thirty of them")
  func cited() {
    #expect(WildRegex.all.allSatisfy { !$0.source.isEmpty })
    #expect(WildRegex.all.filter { $0.source != "made here" }.count >= 30)
    #expect(Set(WildRegex.all.map(\.name)).count == WildRegex.all.count)
  }
}
