// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
public import FenliuModel

/// What somebody looks for in posts.
public enum Sought: Hashable, Sendable {
  /// A word, regex or number that was typed.
  case pattern(Pattern)
  /// The words of a list of the pack.
  case list(WordListID)
  /// Rules of the pack; they hold as in a decision, whatever their status is.
  case rules([RuleID])
}

extension RuleSet {
  /// A rule set in which exactly what is sought is looked for, and which rule stands for which of it.
  ///
  /// What was typed becomes a rule of `danger`, because the pack's allowed phrases do not apply to those: who looks for a word
  /// wants to see all of its places. Rules of the pack keep their category, and with it their allowed phrases.
  func seeking(_ sought: [Sought]) -> (rules: RuleSet, owner: [Int]) {
    var set = self
    var owner: [Int] = []
    set.rules = []
    for (place, sought) in sought.enumerated() {
      let typed: Pattern
      switch sought {
      case .pattern(let pattern): typed = pattern
      case .list(let list): typed = .list(list)
      case .rules(let ids):
        for id in ids {
          var rule = rules[id.index]
          rule.status = .active
          rule.replaces = []
          set.rules.append(rule)
          owner.append(place)
        }
        continue
      }
      var lines = Rule.Lines()
      lines.any = [typed]
      var rule = Rule(
        key: "sought-\(place)", category: .danger, body: .lines(lines), origin: Origin(file: 0, line: 1),
        span: SourceSpan(file: FileID(index: 0), range: 0..<0))
      rule.fields = .everything
      set.rules.append(rule)
      owner.append(place)
    }
    return (set, owner)
  }
}
