// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// What is said of something that was left out, and of the test that would notice: facts, without wording.
enum OmissionSentence: SpokenSentence, Hashable {
  case rule(String)
  case any(rule: String)
  case allLine(rule: String, Int)
  case allWithin(rule: String)
  case noneLine(rule: String)
  case near(rule: String, Int)
  case nearLine(rule: String, Int, line: Int)
  case nearWithin(rule: String, Int)
  case whenPart(rule: String, Int)
  case condition(rule: String)
  case season(rule: String)
  case fields(rule: String)
  case polarity(rule: String)
  case evasion(rule: String)
  case unless(rule: String)
  case allow(rule: String)
  case replaces(rule: String, [String])
  case list(String)
  case listAllow(String)
  case packAllow
  case collective(Int)
  case level(Level)
  case floor(String)
  case route(String)
  case escalation(String)
  case recusal
  case step(Level, String)
  case routeStep(route: String, String)
  case period(String)

  /// Names what is left out of a pack. Lines and groups count from 1, as people do.
  init(_ omission: Omission, rules: RuleSet, map: ResponsibilityMap) {
    switch omission {
    case .rule(let rule): self = .rule(rules.rules[rule.index].key)
    case .part(let part, of: let rule): self = .init(part, rules.rules[rule.index], rules)
    case .list(let list): self = .list(rules.lists[list.index].name)
    case .listAllow(let list): self = .listAllow(rules.lists[list.index].name)
    case .packAllow: self = .packAllow
    case .collective(let place): self = .collective(place + 1)
    case .level(let place): self = .level(rules.levels[place].level)
    case .floor(let category): self = .floor(rules.categories[category.index].key)
    case .route(let route): self = .route(map.routes[route.index].name)
    case .escalation(let place): self = .escalation(map.escalations[place].written)
    case .recusal: self = .recusal
    case .step(let level, let place): self = .step(level, map.deadlines[level]?[place].name ?? "")
    case .routeStep(let route, let place):
      self = .routeStep(route: map.routes[route.index].name, map.routes[route.index].deadlines[place].name)
    case .period(let period): self = .period(map.periods[period.index].name)
    }
  }

  private init(_ part: RulePart, _ rule: Rule, _ rules: RuleSet) {
    let key = rule.key
    switch part {
    case .any: self = .any(rule: key)
    case .all(let line): self = .allLine(rule: key, line + 1)
    case .allWithin: self = .allWithin(rule: key)
    case .none: self = .noneLine(rule: key)
    case .near(let group): self = .near(rule: key, group + 1)
    case .nearLine(let group, let line): self = .nearLine(rule: key, group + 1, line: line + 1)
    case .nearWithin(let group): self = .nearWithin(rule: key, group + 1)
    case .whenPart(let place): self = .whenPart(rule: key, place + 1)
    case .condition: self = .condition(rule: key)
    case .season: self = .season(rule: key)
    case .fields: self = .fields(rule: key)
    case .polarity: self = .polarity(rule: key)
    case .evasion: self = .evasion(rule: key)
    case .unless: self = .unless(rule: key)
    case .allow: self = .allow(rule: key)
    case .replaces: self = .replaces(rule: key, rule.replaces.map { rules.rules[$0.index].key })
    }
  }

  /// The test that would notice, in `language`.
  func advice(in language: Language) -> String { language == .chinese ? chineseAdvice : englishAdvice }

  /// The key of the kind, in JSON.
  var kind: String {
    switch self {
    case .rule: "rule"
    case .any: "any"
    case .allLine: "all"
    case .allWithin, .nearWithin: "within"
    case .noneLine: "none"
    case .near, .nearLine: "near"
    case .whenPart: "when"
    case .condition: "if"
    case .season: "season"
    case .fields: "where"
    case .polarity: "polarity"
    case .evasion: "evasion"
    case .unless: "unless"
    case .allow, .listAllow, .packAllow: "allow"
    case .replaces: "replaces"
    case .list: "list"
    case .collective: "collective"
    case .level: "level"
    case .floor: "floor"
    case .route: "route"
    case .escalation: "escalate"
    case .recusal: "recuse"
    case .step, .routeStep: "deadline"
    case .period: "period"
    }
  }
}
