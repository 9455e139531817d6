// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2
import FenliuRegexSyntax

/// A regex while the plan is made.
struct RegexPlan {
  var atom: UInt32
  var pattern: BudgetedPattern
  /// Whether it runs only where one of its literals was seen.
  var isGated: Bool
  /// The most characters of a hit before the first of its literals; nil where there is no bound, or it is too far to be worth while.
  var reach: Int?
  var fields: FieldSet = []
  var isUrgent = false
  var rules: [RuleID] = []
  /// Whether the rule at hand uses it.
  var isInRule = true

  /// How many bytes apart its literals are looked at as one: where a hit may start before both.
  var bytesApart: UInt32 { reach.map { 4 * UInt32($0) } ?? .max }
}

extension PlanBuilder {
  /// Characters before a literal up to which a regex is searched only around its literals.
  private static let farthestReach = 200

  /// The atom of a regex.
  mutating func atom(of regex: RegexPattern) throws(MatcherError) -> UInt32 {
    let key = AtomKey.regex(regex.source)
    if let atom = atoms[key] {
      for index in regexes.indices where regexes[index].atom == atom { regexes[index].isInRule = true }
      return atom
    }
    let atom = newAtom(key)
    let number = UInt32(regexes.count)
    let syntax = regex.syntax
    let pattern: BudgetedPattern
    do throws(PatternError) {
      pattern = try BudgetedPattern(
        syntax.folded, counting: syntax.counted, stepsPerStart: syntax.stepsPerStart.map { WorkBound($0) },
        scansPerStep: WorkBound(syntax.scansPerStep),
        scansPerStart: WorkBound(syntax.scansPerStart), isAnchored: syntax.isAnchored,
        failsForLine: syntax.failsForLine)
    } catch {
      throw error.isMistakeInPattern ? .regex(regex.source, message: error.message) : .noJIT
    }
    var isGated = false
    if self.isGated, let literals = syntax.necessaryLiterals, !literals.isEmpty {
      // The scan looks for them as they are: a regex knows no whole words.
      for literal in literals.map({ Array($0.utf8) }) {
        consume(literal, literalID(literal), .regex, target: number, hasOpenEnd: true, hasOpenStart: true)
      }
      isGated = true
    }
    let reach = syntax.charactersBeforeLiteral.flatMap { $0 <= Self.farthestReach ? $0 : nil }
    regexes.append(RegexPlan(atom: atom, pattern: pattern, isGated: isGated, reach: reach))
    return atom
  }

  /// Notes for whom and where the regexes of a rule run.
  mutating func noteRegexes(of rule: Rule, _ id: RuleID) {
    var looksEverywhere = rule.unless != nil
    if case .lines(let lines) = rule.body, !lines.none.isEmpty { looksEverywhere = true }
    for index in regexes.indices where regexes[index].isInRule {
      regexes[index].isInRule = false
      regexes[index].fields.formUnion(looksEverywhere ? .everything : rule.fields)
      regexes[index].isUrgent = regexes[index].isUrgent || rule.category == .danger
      regexes[index].rules.append(id)
    }
  }
}
