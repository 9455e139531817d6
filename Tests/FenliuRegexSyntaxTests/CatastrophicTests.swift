// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax
import FenliuTestSupport
import Testing

/// Regexes that brought down services, with texts made for them.
@Suite("A catastrophic regex")
struct CatastrophicTests {
  @Test(
    "ends within its charge, in a short text and in one of a megabyte, and always in the same place",
    arguments: RegexCases.catastrophic)
  func staysWithinCharge(attack: RegexCases.Attack) throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: attack.pattern))
    var scratch = MatchScratch()
    for length in [40, 3_000, 1 << 20] {
      let text = attack.text(bytes: length)
      var results: [Run] = []
      for _ in 0..<2 {
        var run = Run()
        run.outcome = pattern.forEachHit(in: text.span, charge: &run.charge, scratch: &scratch) { _, _ in run.hits += 1
        }
        results.append(run)
      }
      #expect(results[0] == results[1])
      #expect(results[0].charge.spent <= Charge.stepsPerPost * 3 / 2, "\(length) bytes")
      #expect(results[0].charge.spent > 0)
    }
  }

  @Test("that gave up says so, and leaves what it found", arguments: ["(a+)+$", "(.*)*x$", "(a|aa)+$"])
  func saysSo(pattern: String) throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: pattern))
    let text = Array((String(repeating: "ax", count: 2_000) + "!").utf8)
    let nasty = Array((String(repeating: "a", count: 300) + String(repeating: "x", count: 300) + "!").utf8)
    var scratch = MatchScratch()
    for text in [text, nasty] {
      var charge = Charge(total: 3_000)
      let outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { _, _ in }
      #expect(outcome == .gaveUp)
    }
  }

  @Test("with nothing left to spend is not searched")
  func usedUp() throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: "a"))
    var scratch = MatchScratch()
    var charge = Charge(total: 10)
    charge.pay(10)
    let text: [UInt8] = [97]
    #expect(charge.isUsedUp)
    let outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { _, _ in
      Issue.record("was searched")
    }
    #expect(outcome == .gaveUp)
  }

  private struct Run: Hashable {
    var charge = Charge()
    var outcome = BudgetedPattern.Outcome.complete
    var hits = 0
  }
}

extension BudgetedPattern {
  /// The regex with what is proven of it.
  convenience init(_ syntax: RegexSyntax) throws {
    try self.init(
      syntax.folded, counting: syntax.counted, stepsPerStart: syntax.stepsPerStart.map { WorkBound($0) },
      scansPerStep: WorkBound(syntax.scansPerStep),
      scansPerStart: WorkBound(syntax.scansPerStart), isAnchored: syntax.isAnchored,
      failsForLine: syntax.failsForLine)
  }
}
