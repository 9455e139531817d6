// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// Conditions of rules that no post fulfils.
struct ConditionLints {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    let truth = ConditionTruth { PointBounds.natural($0) }
    return pack.rules.rules.enumerated().flatMap { place, rule -> [Diagnostic] in
      var conditions: [(key: String, condition: Condition)] = []
      if let condition = rule.condition { conditions.append(("if", condition)) }
      if case .when(let condition, _) = rule.body { conditions.append(("when", condition)) }
      return conditions.filter { !truth.canHold($0.condition) }.map { key, _ in
        Diagnostic(.warning, .conditionNeverHolds, facts: ["key": .text(key)], at: pack.span(key, of: place))
      }
    }
  }
}
