// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// `polarity`: of the hits of a rule those that are affirmed, or those that are not.
extension MatchScratch {
  /// Takes the others out of the lines of the rule at hand, before `unless` is asked.
  mutating func keepPolarity(of rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher) {
    for index in evaluation.lines.indices {
      let line = evaluation.lines[index]
      var kept = line.lowerBound
      for place in line {
        let hit = evaluation.work[place]
        guard isAffirmed(hit, texts, with: matcher) == (rule.polarity == .affirmed) else { continue }
        evaluation.work[kept] = hit
        kept += 1
      }
      evaluation.lines[index] = line.lowerBound..<kept
    }
  }

  /// Whether a hit is said of what has happened.
  mutating func isAffirmed(_ hit: WorkHit, _ texts: Texts, with matcher: borrowing Matcher) -> Bool {
    let bytes = texts[hit.field]
    let span = Int(hit.start)..<Int(hit.end)
    if hit.field == Field.title.rawValue {
      makeGeometry(.title, bytes)
      matcher.affirmation.find(in: bytes.span, &title.affirmation)
      return matcher.affirmation.affirms(span, title.affirmation, title.geometry, in: bytes.span)
    }
    makeGeometry(.text, bytes)
    matcher.affirmation.find(in: bytes.span, &text.affirmation)
    return matcher.affirmation.affirms(span, text.affirmation, text.geometry, in: bytes.span)
  }
}
