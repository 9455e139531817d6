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

  @Test(
    "that calls itself without using up a character, or calls the whole, is given up and not begun",
    arguments: ["(a|(?1))x", "(?<n>b?(?&n)|a)x", #"((?=a)\g<1>|a)x"#, #"a(?R)?b"#, #"a\g<0>?b"#, "(?(?=a)(?1)|b)(a)x"])
  func endlessCalls(pattern: String) throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: pattern))
    var scratch = MatchScratch()
    for length in [1, 300, 20_000] {
      let text = [UInt8](repeating: UInt8(ascii: "a"), count: length)
      var charge = Charge()
      #expect(pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { _, _ in } == .gaveUp)
      #expect(charge.spent < 30_000)
    }
  }

  @Test("that calls a group behind a character is searched")
  func countableCalls() throws {
    let pattern = try BudgetedPattern(RegexSyntax(parsing: #"(\((?:[^()]|(?:x|\((?1)*\)))*\))|(b(?2)?c)"#))
    var scratch = MatchScratch()
    var charge = Charge()
    var hits: [Range<Int>] = []
    let text = Array("abbccd".utf8)
    let outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { hit, _ in hits.append(hit) }
    #expect(outcome == .complete)
    #expect(hits == [1..<5])
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
