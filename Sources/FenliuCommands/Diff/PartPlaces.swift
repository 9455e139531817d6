// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// Where parts of a pack were written, as an editor can jump to them.
struct PartPlaces {
  let atHand: PackAtHand

  private var rules: RuleSet { atHand.pack.rules }
  private var map: ResponsibilityMap { atHand.pack.map }

  /// The place of a part; nil where the pack does not have it, or it has no place of its own.
  func place(of part: PackPart) -> String? {
    switch part {
    case .word(let written, in: .list(let name)):
      return list(name).flatMap { list in
        rules.lists[list].words.first { $0.written == written }.map { place(of: $0.origin) }
      }
    case .word(let written, in: .rule(let key)):
      return rule(key).flatMap { rule in origin(of: written, in: rules.rules[rule]).map(place) }
    case .rule(let key): return rule(key).map { atHand.place(of: rules.rules[$0].span) }
    case .list(let name): return list(name).flatMap { rules.lists[$0].words.first.map { place(of: $0.origin) } }
    case .allow: return rules.allow.isEmpty ? nil : place(of: .packAllow)
    case .collective: return rules.collective.isEmpty ? nil : place(of: .collective(0))
    case .kinds: return rules.kindLines.first.map { atHand.place(of: $0.rule.span) }
    case .level(let level):
      return rules.levels.firstIndex { $0.level == level }.map { place(of: .level($0)) }
    case .route(let name):
      return map.routes.firstIndex { $0.name == name }.map { place(of: .route(RouteID($0))) }
    case .recusal: return map.recusal == nil ? nil : place(of: .recusal)
    case .escalations: return map.escalations.isEmpty ? nil : place(of: .escalation(0))
    case .periods:
      return map.periods.firstIndex(where: \.changesDecisions).map { place(of: .period(PeriodID($0))) }
    case .deadlines(let level): return map.deadlines[level]?.isEmpty == false ? place(of: .step(level, 0)) : nil
    case .negators, .weights, .category, .routeOrder, .fallback, .department, .calendar, .places, .firstAsked, .scripts,
      .topicOrder:
      return nil
    }
  }

  private func list(_ name: String) -> Int? { rules.lists.firstIndex { $0.name == name } }
  private func rule(_ key: String) -> Int? { rules.rules.firstIndex { $0.key == key } }
  private func place(of origin: Origin) -> String { atHand.checked.pathPrefix + rules.describe(origin) }
  private func place(of omission: Omission) -> String { atHand.checked.place(of: omission, in: rules) }

  private func origin(of written: String, in rule: Rule) -> Origin? {
    for pattern in rule.patterns where pattern.source?.written == written { return pattern.source?.origin }
    return nil
  }
}
