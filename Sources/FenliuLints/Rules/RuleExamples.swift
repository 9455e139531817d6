// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules

/// Rules and cases that show nothing of what they do.
struct RuleExamples {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    pack.rules.rules.indices.compactMap(missing) + pack.tests.compactMap(empty)
  }

  private func missing(_ place: Int) -> Diagnostic? {
    let rule = pack.rules.rules[place]
    guard rule.examples.contains(where: { $0.kind == .hit }) else {
      return Diagnostic(.warning, .ruleWithoutHitExample, facts: ["rule": .text(rule.key)], at: rule.span)
    }
    guard !rule.examples.contains(where: { $0.kind == .miss || $0.kind == .missFar }),
      let key = ["unless", "allow", "none"].first(where: { pack.places.rules[place].values[$0] != nil })
    else { return nil }
    return Diagnostic(
      .note, .ruleWithoutMissExample, facts: ["rule": .text(rule.key), "key": .text(key)],
      at: pack.span(key, of: place))
  }

  private func empty(_ test: TestCase) -> Diagnostic? {
    guard test.expectation == Expectation() else { return nil }
    return Diagnostic(.warning, .caseExpectsNothing, facts: ["name": .text(test.name)], at: test.span)
  }
}
