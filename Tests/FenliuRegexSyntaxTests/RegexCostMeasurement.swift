// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax
import FenliuTestSupport
import FoundationEssentials
import Glibc
import Testing

/// Measures what a charged step costs; `docs/regex.md` has the command and the figures. Not a test: it claims nothing.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["FENLIU_MEASURE"] != nil), .serialized)
struct RegexCostMeasurement {
  @Test("measure what a charged step of each catastrophic regex costs")
  func measure() throws {
    print("bytes\tCPU ms\tsteps\tns/step\thits\toutcome\tregex")
    for attack in RegexCases.catastrophic {
      let pattern = try BudgetedPattern(RegexSyntax(parsing: attack.pattern))
      var scratch = MatchScratch()
      for length in [200, 3_000, 30_000, 1 << 20] {
        let text = attack.text(bytes: length)
        var (worst, hits, charge, outcome) = (0.0, 0, Charge(), BudgetedPattern.Outcome.complete)
        for _ in 0..<3 {
          (hits, charge) = (0, Charge())
          let start = Self.threadTime()
          outcome = pattern.forEachHit(in: text.span, charge: &charge, scratch: &scratch) { _, _ in hits += 1 }
          worst = max(worst, Self.threadTime() - start)
        }
        let columns: [String] = [
          String(length), Self.rounded(worst * 1e3), String(charge.spent),
          Self.rounded(worst * 1e9 / Double(charge.spent)),
          String(hits), "\(outcome)", attack.name,
        ]
        print(columns.joined(separator: "\t"))
      }
    }
  }

  private static func rounded(_ number: Double) -> String { String((number * 100).rounded() / 100) }

  /// Seconds of CPU that this thread has used.
  private static func threadTime() -> Double {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
