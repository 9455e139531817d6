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
        guard isAffirmed(hit, texts, for: .polarity, with: matcher) == (rule.polarity == .affirmed) else { continue }
        evaluation.work[kept] = hit
        kept += 1
      }
      evaluation.lines[index] = line.lowerBound..<kept
    }
  }

  /// Whether a hit is said of what has happened.
  mutating func isAffirmed(
    _ hit: WorkHit, _ texts: Texts, for purpose: Affirmation.Purpose, with matcher: borrowing Matcher
  ) -> Bool {
    let bytes = texts[hit.field]
    let span = Int(hit.start)..<Int(hit.end)
    if hit.field == Field.title.rawValue {
      makeGeometry(.title, bytes)
      return title.affirms(span, for: purpose, in: bytes.span, with: matcher)
    }
    makeGeometry(.text, bytes)
    return text.affirms(span, for: purpose, in: bytes.span, with: matcher)
  }
}

extension FieldState {
  /// The same of a place in the field, whose geometry is made.
  fileprivate mutating func affirms(
    _ range: Range<Int>, for purpose: Affirmation.Purpose, in text: Span<UInt8>, with matcher: borrowing Matcher
  ) -> Bool {
    switch purpose {
    case .unless:
      matcher.affirmation.find(in: text, &affirmation)
      return matcher.affirmation.affirms(range, affirmation, geometry, in: text)
    case .polarity:
      matcher.polarity.find(in: text, &polarity)
      return matcher.polarity.affirms(range, polarity, geometry, in: text)
    }
  }
}
