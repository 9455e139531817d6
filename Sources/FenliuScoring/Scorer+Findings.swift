// SPDX-License-Identifier: Apache-2.0
public import FenliuExpression
public import FenliuModel

extension Scorer {
  /// What each level line came to for a post that was scored, in the order of the lines.
  public func levelFindings(_ scores: Scores, facts: PostFacts) -> [ConditionFinding] {
    let context = LevelContext(scores: scores, reach: facts.reach)
    return rules.levels.map { $0.condition.finding(in: context) }
  }
}
