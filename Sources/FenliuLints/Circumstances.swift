// SPDX-License-Identifier: Apache-2.0
import FenliuModel

extension Rule {
  /// The rule without season and `if`, which say nothing of words.
  var regardlessOfCircumstances: Rule {
    var rule = self
    rule.from = nil
    rule.until = nil
    rule.condition = nil
    return rule
  }
}

extension RuleSet {
  /// The rules without season and `if`.
  var regardlessOfCircumstances: RuleSet {
    var rules = self
    rules.rules = rules.rules.map(\.regardlessOfCircumstances)
    return rules
  }
}
