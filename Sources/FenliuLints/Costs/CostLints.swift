// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Says which rules cost most, why, and what would make each cheaper.
struct CostLints {
  let pack: LintedPack
  let costs: RuleCosts

  func findings() -> [Diagnostic] {
    costs.rules.enumerated().map { rank, cost in
      let rule = pack.rules.rules[cost.rule.index]
      var facts: [String: Diagnostic.Fact] = [
        "rank": .number(rank + 1), "rule": .text(rule.key), "time": .text(Self.microseconds(cost.time)),
        "all": .text(Self.microseconds(costs.all)), "part": .text(Self.microseconds(cost.patternTime)),
        "posts": .number(costs.posts),
      ]
      let code: Diagnostic.Code
      switch cost.cause {
      case .regex(let runs, let hits, let literal):
        code = .costlyRegex
        facts["runs"] = .number(runs)
        facts["hits"] = .number(hits)
        facts["literal"] = literal.map { .text($0) } ?? .term("no-word")
      case .word(let word, let finds, let hits):
        code = .costlyWord
        facts["word"] = .text(word)
        facts["finds"] = .number(finds)
        facts["hits"] = .number(hits)
      case .number(let units):
        code = .costlyNumber
        facts["units"] = .number(units)
      }
      return Diagnostic(.note, code, facts: facts, at: Self.span(of: cost.pattern) ?? rule.span)
    }
  }

  /// Where a pattern was written, if it knows.
  private static func span(of pattern: Pattern) -> SourceSpan? {
    switch pattern {
    case .word(let word): word.span
    case .regex(let regex): regex.span
    case .list, .number: nil
    }
  }

  /// Two digits behind the point, as `1.84`.
  private static func microseconds(_ nanoseconds: Double) -> String {
    let hundredths = Int((max(0, nanoseconds) / 10).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
