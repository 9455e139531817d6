// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
public import FenliuModel

/// Matchers that lack something of their rule set, made from one that has it all by changing a few numbers of its plan.
///
/// Each finds what a matcher of `RuleSet.omitting` would find, whose making costs a thousand times as much: a rule or line
/// that is left out is only never looked at. The tests compare both.
extension Matcher {
  /// The same matcher without something of the rules it was made from.
  public func omitting(_ omission: Omission, of rules: RuleSet) -> Matcher {
    var matcher = self
    switch omission {
    case .rule(let rule): matcher.mute(rule)
    case .part(let part, of: let rule): matcher.omit(part, of: rule, rules.rules[rule.index])
    case .list(let list):
      for group in groups(of: list) { matcher.omit(group: group) }
    case .listAllow(let list):
      for group in groups(of: list) { matcher.plan.groups[Int(group)].allow = -1 }
    case .packAllow:
      for place in plan.rules.indices { matcher.plan.rules[place].packAllow = -1 }
    case .collective(let place):
      for group in plan.collectives.filter({ $0.line == place }).flatMap(\.groups) { matcher.omit(group: group) }
    case .level, .floor, .route, .escalation, .recusal, .step, .routeStep, .period: break
    }
    return matcher
  }

  /// Lets a rule hit nothing.
  private mutating func mute(_ rule: RuleID) {
    guard let place = plan.rules.firstIndex(where: { $0.id == rule }) else { return }
    plan.rules[place].any = LinePlan(groups: [])
    plan.rules[place].unless = nil
    // At least one of no patterns: never.
    if plan.rules[place].when != nil { plan.rules[place].when = ConditionPlan(.atLeast(1, of: [])) }
  }

  private mutating func omit(_ part: RulePart, of id: RuleID, _ rule: Rule) {
    guard let place = plan.rules.firstIndex(where: { $0.id == id }) else { return }
    var planned = plan.rules[place]
    switch part {
    case .condition: planned.condition = nil
    case .season: (planned.from, planned.until) = (nil, nil)
    case .fields:
      planned.fields = .usual(in: rule.category)
      // They ran only where a rule looked.
      for regex in regexes.indices where regexes[regex].rules.contains(id) {
        regexes[regex].fields = .everything
      }
    case .polarity: planned.polarity = .any
    case .evasion: planned.isPlainOnly = true
    case .unless: planned.unless = nil
    case .allow: planned.allow = -1
    case .replaces: break
    case .none: planned.none = nil
    case .any: planned.any = nil
    case .all, .allWithin, .near, .nearLine, .nearWithin:
      planned.omit(part)
    case .whenPart:
      guard case .when(let condition, _) = rule.omitting(part).body else { return }
      planned.when = ConditionPlan(condition)
      let number = UInt32(place)
      if condition.holds(in: NothingFound()), !plan.unconditional.contains(number) { plan.unconditional.append(number) }
    }
    plan.rules[place] = planned
  }

  /// The groups that the words of a list are collected in: as words, and as numbers of people.
  private func groups(of list: WordListID) -> [UInt32] {
    plan.listGroups[list.index] + plan.collectives.filter { $0.list == list }.flatMap(\.groups)
  }

  /// Takes a group out of every line.
  private mutating func omit(group: UInt32) {
    for place in plan.rules.indices { plan.rules[place].omit(group: group) }
  }
}

extension RulePlan {
  fileprivate mutating func omit(_ part: RulePart) {
    // `all` stands in front of the groups of `near`.
    let all = hasAll ? 1 : 0
    switch part {
    case .all(let line):
      near[0].lines.remove(at: line)
      if near[0].lines.isEmpty {
        near.removeFirst()
        hasAll = false
      }
    case .allWithin: near[0].within = ProximityPlan(.post)
    case .near(let group): near.remove(at: all + group)
    case .nearLine(let group, let line): near[all + group].lines.remove(at: line)
    case .nearWithin(let group): near[all + group].within = ProximityPlan(.post)
    default: break
    }
  }

  fileprivate mutating func omit(group: UInt32) {
    any?.groups.removeAll { $0 == group }
    none?.groups.removeAll { $0 == group }
    unless?.groups.removeAll { $0 == group }
    for index in patterns.indices { patterns[index].groups.removeAll { $0 == group } }
    for index in near.indices {
      for line in near[index].lines.indices { near[index].lines[line].groups.removeAll { $0 == group } }
    }
  }
}
