// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension OmissionSentence {
  /// What was left out, in English.
  var english: String {
    switch self {
    case .rule(let rule): "\(rule): the rule"
    case .any(let rule): "\(rule): the line any"
    case .allLine(let rule, let line): "\(rule): line \(line) of all"
    case .allWithin(let rule): "\(rule): within of all"
    case .noneLine(let rule): "\(rule): none"
    case .near(let rule, let group): "\(rule): near group \(group)"
    case .nearLine(let rule, let group, let line): "\(rule): line \(line) of near group \(group)"
    case .nearWithin(let rule, let group): "\(rule): within of near group \(group)"
    case .whenPart(let rule, let place): "\(rule): condition \(place) of when"
    case .condition(let rule): "\(rule): if"
    case .season(let rule): "\(rule): from and until"
    case .fields(let rule): "\(rule): where"
    case .polarity(let rule): "\(rule): polarity"
    case .evasion(let rule): "\(rule): evasion"
    case .unless(let rule): "\(rule): unless"
    case .allow(let rule): "\(rule): allow"
    case .replaces(let rule, let others): "\(rule): replaces \(others.joined(separator: ", "))"
    case .list(let list): "$\(list): the words of the list"
    case .listAllow(let list): "$\(list): allow of the list"
    case .packAllow: "allow of the pack"
    case .collective(let line): "collective: line \(line)"
    case .level(let level): "levels: the line of \(level.key)"
    case .floor(let category): "categories: the floor of \(category)"
    case .route(let route): "routes: \(route)"
    case .escalation(let written): "escalate: \(written)"
    case .recusal: "recuse"
    case .step(let level, let step): "deadlines: \(step) of \(level.key)"
    case .routeStep(let route, let step): "routes: the deadline \(step) of \(route)"
    case .period(let name): "periods: \(name)"
    }
  }

  /// The test that would notice, in English.
  var englishAdvice: String {
    switch self {
    case .rule: "write a hit example, or a case that names the rule under rules"
    case .any: "write a miss example that has everything but a word of any"
    case .allLine, .nearLine: "write a miss example that has everything but a word of this line"
    case .near: "write a miss example that has everything but this group"
    case .allWithin, .nearWithin: "write a miss example in which the lines stand further apart"
    case .noneLine: "write a miss example in which a word of none stands"
    case .whenPart: "write a miss example in which all holds but this condition"
    case .condition: "write a case that does not meet the condition, with the rule under not-rules"
    case .season: "write a case on a day out of season, with the rule under not-rules"
    case .fields: "write a case with the words in the other field, and the rule under not-rules"
    case .evasion: "write a hit example in which the rule's words stand only in disguise"
    case .polarity: "write a miss example in which the words are said the other way"
    case .unless:
      "write a miss example in which the rule's words stand, and an unless word that is affirmed beside them"
    case .allow: "write a miss example with an allowed phrase"
    case .replaces: "write a case in which both rules hit, whose level or lead shows which one counts"
    case .list: "write an example in which a word of the list decides"
    case .listAllow: "write a miss example with a phrase that the list allows"
    case .collective: "write a hit example that says how many only by such a word"
    case .packAllow: "write a miss example with a phrase that the pack allows"
    case .level: "write a case that reaches this level by this line"
    case .floor: "write a case that reaches the level by the floor alone"
    case .route: "write a case with this route, named under route"
    case .escalation: "write a case that the line fits, with notify, or with notify under due"
    case .recusal: "write a case that accuses a department, with recused"
    case .step(let level, let step): "write a case of level \(level.key) with \(step) under due"
    case .routeStep(let route, let step): "write a case of route \(route) with \(step) under due"
    case .period(let name):
      "write a case received in the period '\(name)', with notify, or with a step that it shortens under due"
    }
  }
}
