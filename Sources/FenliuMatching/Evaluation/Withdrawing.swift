// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// `unless`: taking away each single hit that has an affirmed word near it.
extension MatchScratch {
  /// Takes hits of the rule at hand away and lists them as withdrawn.
  mutating func withdraw(
    _ line: LinePlan, _ rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher, into matches: inout Matches
  ) {
    gatherAffirmed(line, rule, texts, with: matcher)
    guard !evaluation.unless.isEmpty else { return }
    for index in evaluation.lines.indices {
      let line = evaluation.lines[index]
      var kept = line.lowerBound
      for place in line {
        let hit = evaluation.work[place]
        if let by = taker(of: hit, rule.unlessWithin, texts) {
          evaluation.withdrawn.append((hit, by))
        } else {
          evaluation.work[kept] = hit
          kept += 1
        }
      }
      evaluation.lines[index] = line.lowerBound..<kept
    }
    guard !rule.isShadow else { return }
    // A hit of two lines is withdrawn once.
    evaluation.withdrawn.sort { WorkHit.precedes($0.hit, $1.hit) }
    for (index, taken) in evaluation.withdrawn.enumerated() {
      if index > 0, taken.hit.isSame(as: evaluation.withdrawn[index - 1].hit) { continue }
      matches.withdrawals.append(
        Withdrawal(rule: rule.id, hit: taken.hit.hit, by: evaluation.unless[taken.by].hit))
    }
  }

  /// Fills `unless` with the hits of its line that are affirmed, in the order of places, wherever in the post.
  private mutating func gatherAffirmed(
    _ line: LinePlan, _ rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher
  ) {
    // What others are said to have said settles nothing, save where the rule listens to them. A rule of `danger` listens to everybody
    // for the danger; that it is over only the writer can say, and not in quotation marks.
    let filter = Evaluation.Filter(
      fields: rule.isDanger ? .settling : rule.fields.union(.usual), allow: rule.allow, packAllow: -1,
      isUrgent: rule.isDanger,
      isOutsideQuotations: rule.isDanger, looks: 4)
    let range = evaluation.gather(line, filter, matcher.plan, collected)
    for index in range {
      let hit = evaluation.work[index]
      guard isAffirmed(hit, texts, for: .unless, with: matcher) else { continue }
      let bytes = texts[hit.field]
      let end = coordinate(of: hit.end, hit.field, rule.unlessWithin, bytes)
      let isSameField = evaluation.unless.last?.field == hit.field
      evaluation.unlessEnds.append(isSameField ? max(end, evaluation.unlessEnds.last ?? end) : end)
      evaluation.unless.append(hit)
    }
    evaluation.work.removeSubrange(range)
  }

  /// The place in `unless` of the first hit, by place, that lies near enough to take `hit` away.
  private func taker(of hit: WorkHit, _ within: ProximityPlan, _ texts: Texts) -> Int? {
    if within.unit == .post { return 0 }
    let text = texts[hit.field]
    let lowest = coordinate(of: hit.start, hit.field, within, text) - within.limit
    var low = 0
    var high = evaluation.unless.count
    // Invariant: all up to `low` lie in an earlier field or end too early, all from `high` on do not.
    while low < high {
      let middle = (low + high) / 2
      let field = evaluation.unless[middle].field
      if field < hit.field || (field == hit.field && evaluation.unlessEnds[middle] < lowest) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < evaluation.unless.count, evaluation.unless[low].field == hit.field else { return nil }
    // The first that ends late enough starts first of those that do.
    let start = coordinate(of: evaluation.unless[low].start, hit.field, within, text)
    return start - within.limit <= coordinate(of: hit.end, hit.field, within, text) ? low : nil
  }
}
