// SPDX-License-Identifier: Apache-2.0

extension RuleSet {
  /// Everything that can be left out of the rules: for each rule that counts itself and its parts, then lists, allowed
  /// phrases, levels, and what categories lift posts to.
  public var omissions: [Omission] {
    var omissions: [Omission] = []
    for (place, rule) in rules.enumerated() where rule.status == .active || rule.status == .deprecated {
      omissions.append(.rule(RuleID(place)))
      omissions += rule.parts.map { .part($0, of: RuleID(place)) }
    }
    // What no rule names can be missed by none.
    let named = rules.reduce(into: Set<WordListID>()) { $0.formUnion($1.listsUsed) }
    let counts = rules.contains { $0.status != .draft && $0.countsPeople }
    let counted = counts ? Set(collective.compactMap(\.list)) : []
    for (place, list) in lists.enumerated() where named.union(counted).contains(WordListID(place)) {
      if !list.words.isEmpty, named.contains(WordListID(place)) { omissions.append(.list(WordListID(place))) }
      if !list.allow.isEmpty { omissions.append(.listAllow(WordListID(place))) }
    }
    if !allow.isEmpty { omissions.append(.packAllow) }
    if counts { omissions += collective.indices.map { .collective($0) } }
    omissions += levels.indices.map { .level($0) }
    let used = Set(rules.map(\.category))
    for (place, category) in categories.enumerated() where used.contains(CategoryID(place)) {
      // The floor of danger is the language's own.
      if place != CategoryID.danger.index, category.floor != nil { omissions.append(.floor(CategoryID(place))) }
    }
    return omissions
  }

  /// The same rules without something of them; as they are where it is of the map.
  public func omitting(_ omission: Omission) -> RuleSet {
    var set = self
    switch omission {
    case .rule(let rule): set.rules[rule.index].status = .draft
    case .part(let part, of: let rule): set.rules[rule.index] = rules[rule.index].omitting(part)
    case .list(let list):
      set.lists[list.index].words = []
      set.lists[list.index].allow = []
    case .listAllow(let list): set.lists[list.index].allow = []
    case .packAllow: set.allow = []
    case .collective(let place): set.collective.remove(at: place)
    case .level(let place): set.levels.remove(at: place)
    case .floor(let category): set.categories[category.index].floor = nil
    case .route, .escalation, .recusal, .step, .routeStep, .period: break
    }
    return set
  }
}
