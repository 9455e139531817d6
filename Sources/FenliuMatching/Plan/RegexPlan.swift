// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2

/// A regex while the plan is made.
struct RegexPlan {
  var atom: UInt32
  var pattern: BudgetedPattern
  /// One bit for each set of literals of which one must be in the field; none: it always runs.
  var required: UInt64
  var fields: FieldSet = []
  var isUrgent = false
  var rules: [RuleID] = []
  /// Whether the rule at hand uses it.
  var isInRule = true
}

extension PlanBuilder {
  /// The atom of a regex.
  mutating func atom(of regex: RegexPattern) throws(MatcherError) -> UInt32 {
    let key = AtomKey.regex(regex.source)
    if let atom = atoms[key] {
      for index in regexes.indices where regexes[index].atom == atom { regexes[index].isInRule = true }
      return atom
    }
    let atom = newAtom(key)
    let number = UInt32(regexes.count)
    do throws(PatternError) {
      let pattern = try BudgetedPattern(
        regex.source, counting: regex.source, stepsPerStart: nil, scansPerStep: WorkBound([0, 1]))
      regexes.append(RegexPlan(atom: atom, pattern: pattern, required: 0))
      _ = number
    } catch {
      throw error.isMistakeInPattern ? .regex(regex.source, message: error.message) : .noJIT
    }
    return atom
  }

  /// Notes for whom and where the regexes of a rule run.
  mutating func noteRegexes(of rule: Rule, _ id: RuleID) {
    var looksEverywhere = rule.unless != nil
    if case .lines(let lines) = rule.body, !lines.none.isEmpty { looksEverywhere = true }
    for index in regexes.indices where regexes[index].isInRule {
      regexes[index].isInRule = false
      regexes[index].fields.formUnion(looksEverywhere ? .all : rule.fields)
      regexes[index].isUrgent = regexes[index].isUrgent || rule.category == .danger
      regexes[index].rules.append(id)
    }
  }
}
