// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Looking at one line of `kinds`. They stand behind all rules, so the first that holds is the last thing looked at.
extension MatchScratch {
  /// Looks at a line as at a rule, and keeps of what it lists the kind and the first hit.
  mutating func evaluateKind(
    _ rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher, into matches: inout Matches
  ) {
    let (listed, hits, withdrawn) = (matches.matches.count, matches.hits.count, matches.withdrawals.count)
    evaluate(rule, texts, with: matcher, into: &matches)
    if matches.matches.count > listed {
      let hit = matches.hits.count > hits ? matches.hits[hits] : nil
      matches.kind = KindMatch(kind: matcher.kinds[rule.id.index - matcher.ruleCount], hit: hit)
    }
    matches.matches.removeSubrange(listed...)
    matches.hits.removeSubrange(hits...)
    matches.withdrawals.removeSubrange(withdrawn...)
  }
}
