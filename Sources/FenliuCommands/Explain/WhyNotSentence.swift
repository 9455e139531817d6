// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// What `explain --why-not` says: facts, without wording.
enum WhyNotSentence: SpokenSentence {
  case helpWhyNot, helpAll, helpFormat
  case unknownName(String, closest: String?)
  case head(key: String, title: String)
  case already
  case nothingNear
  case leftOut(Int)
  case line(NearRule.Line)
  case found(line: String, hits: [Decision.Hit])
  case missing(line: String, words: [String], more: Int)
  case partBehind(word: String, Decision.Hit, missing: [String], gap: Int)
  case partBefore(word: String, Decision.Hit, missing: [String])
  case oneCharacterOff(word: String, Decision.Hit)
  case numberBelow(line: String, Decision.Hit, value: String, least: String)
  case elsewhere(line: String, Decision.Hit, FieldSet)
  case polarity(line: String, Decision.Hit, wanted: Polarity)
  case weak(line: String, Decision.Hit)
  case allowed(line: String, Decision.Hit, phrase: Decision.Hit)
  case withdrawn(line: String, Decision.Hit, by: Decision.Hit)
  case tooFar(group: Int?, within: String, distance: Int?, [Decision.Hit])
  case none(Decision.Hit)
  case condition(String, facts: [String])
  case whenFails
  case outOfSeason(from: String?, until: String?, date: String)
  case status(Rule.Status)
  case replaced(String)
  case gaveUp
  case holdsAlone
  case levelIs(String)
  case levelHigher(String)
  case liftedBy(String)
  case levelLine(String, String)
  case compareIs(String, left: String, value: String?, short: String?)
  case partHolds(String)
  case partFails(String)
  case oneOf, allOf, negated
  case floors([String], String)
  case wouldHelp
  case leadIs(String, route: String)
  case attempt(String, String, isBeside: Bool)
  case atom(WhyNot.LeadAnswer.Atom)
  case wonBy(String)
  case besideOnly
  case topicShort(WhyNot.TopicStanding)
  case noRoute
  case isDefault
  case accused(String, field: Field, start: Int)
  case part(WhyNot.LeadAnswer.Part)
  case oversees
}

extension Decision.Hit {
  /// Where it stands in the original text, and how it is disguised: `text 3–6`, `text/quoted 3–6`, `text 3–6 (gaps)`.
  var place: String {
    let disguise = tricks.isEmpty ? "" : " (\(tricks.members.map(\.key).joined(separator: ", ")))"
    return "\(field.key)\(zone.key.map { "/" + $0 } ?? "") \(start)–\(end)\(disguise)"
  }
}
