// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// What differs between two packs, part by part, and the new pack with some of it taken back.
struct PackDifferences: Sendable {
  let union: PackUnion
  /// How each part differs: words, and the whole parts that hold them.
  private(set) var changes: [PackPart: PartChange] = [:]
  /// The parts that can be taken back on their own, in the order in which they are tried: lists, rules, then what concerns all posts.
  private(set) var whole: [PackPart] = []
  /// The whole parts that change only what is found is worth, and what follows from it.
  private(set) var judged: Set<PackPart> = []
  /// The places of lists and rules by name, in the common ids.
  private var listPlaces: [String: Int] = [:]
  private var rulePlaces: [String: Int] = [:]

  init(_ union: PackUnion) {
    self.union = union
    findLists()
    findRules()
    findSettings()
    findMap()
  }

  /// Whether anything differs.
  var isEmpty: Bool { changes.isEmpty }

  private mutating func note(_ part: PackPart, _ change: PartChange, isJudged: Bool = false) {
    changes[part] = change
    whole.append(part)
    if isJudged || part.isAlwaysJudged { judged.insert(part) }
  }

  private mutating func findLists() {
    // Of these the tags say how many people a word stands for.
    let lines = union.old.rules.collective + union.new.rules.collective
    let counted = Set(lines.compactMap { $0.list?.index })
    for (place, (old, new)) in zip(union.old.rules.lists, union.new.rules.lists).enumerated() {
      listPlaces[new.name] = place
      let (before, after) = (old.words.map(\.meaning), new.words.map(\.meaning))
      let hasSameTags = !counted.contains(place) || old.words.map(\.tags) == new.words.map(\.tags)
      if before == after, hasSameTags, old.allow.map(\.meaning) == new.allow.map(\.meaning) { continue }
      noteWords(before, after, in: .list(new.name))
      if !hasSameTags { noteTags(old.words, new.words, in: .list(new.name)) }
      let change: PartChange = old.words.isEmpty ? .added : new.words.isEmpty ? .removed : .changed
      // Their own points change nothing that is found.
      let isJudged =
        hasSameTags && old.words.map(\.found) == new.words.map(\.found)
        && old.allow.map(\.meaning) == new.allow.map(\.meaning)
      note(.list(new.name), change, isJudged: isJudged)
    }
  }

  private mutating func noteWords(_ old: [Word], _ new: [Word], in holder: PackPart.Holder) {
    let before = Dictionary(old.map { ($0.found, $0.points) }) { first, _ in first }
    let after = Dictionary(new.map { ($0.found, $0.points) }) { first, _ in first }
    for (word, points) in after {
      guard let earlier = before[word] else {
        changes[.word(word.written, in: holder)] = .added
        continue
      }
      if earlier != points { changes[.word(word.written, in: holder)] = .changed }
    }
    for word in before.keys where after[word] == nil {
      // A word that is written the same and means something else was changed.
      let part = PackPart.word(word.written, in: holder)
      changes[part] = changes[part] == nil ? .removed : .changed
    }
  }

  /// Words that stand for another number of people than they did.
  private mutating func noteTags(_ old: [Word], _ new: [Word], in holder: PackPart.Holder) {
    let before = Dictionary(old.map { ($0.found, $0.tags) }) { first, _ in first }
    for word in new {
      if let tags = before[word.found], tags != word.tags { changes[.word(word.written, in: holder)] = .changed }
    }
  }

  private mutating func findRules() {
    for (place, (old, new)) in zip(union.old.rules.rules, union.new.rules.rules).enumerated() {
      rulePlaces[new.key] = place
      let (before, after) = (old.meaning, new.meaning)
      if before == after || (!old.isRunning && !new.isRunning) { continue }
      guard old.isRunning, new.isRunning else {
        note(.rule(new.key), new.isRunning ? .added : .removed)
        continue
      }
      note(.rule(new.key), .changed, isJudged: before.judged(as: after) == after)
      let (earlier, later) = (Set(before.patterns), Set(after.patterns))
      for pattern in later.subtracting(earlier) {
        if let written = pattern.source?.written { changes[.word(written, in: .rule(new.key))] = .added }
      }
      for pattern in earlier.subtracting(later) {
        if let written = pattern.source?.written { changes[.word(written, in: .rule(new.key))] = .removed }
      }
    }
  }

  private mutating func findSettings() {
    let (old, new) = (union.old.rules, union.new.rules)
    if old.allow.map(\.meaning) != new.allow.map(\.meaning) { note(.allow, .changed) }
    if old.negators != new.negators { note(.negators, .changed) }
    if old.collective.map(\.meaning) != new.collective.map(\.meaning) { note(.collective, .changed) }
    if Set(old.scripts) != Set(new.scripts) { note(.scripts, .changed) }
    for (before, after) in zip(old.categories, new.categories)
    where (before.cap, before.floor) != (after.cap, after.floor) {
      note(.category(after.key), .changed)
    }
    if old.weights != new.weights { note(.weights, .changed) }
    if union.reordersTopics { changes[.topicOrder] = .changed }
    let (before, after) = (old.kindMeanings, new.kindMeanings)
    if before != after { note(.kinds, before.isEmpty ? .added : after.isEmpty ? .removed : .changed) }
    for level in Level.allCases.reversed() {
      let before = old.levels.filter { $0.level == level }.map(\.written)
      let after = new.levels.filter { $0.level == level }.map(\.written)
      if before != after {
        note(.level(level), before.isEmpty ? .added : after.isEmpty ? .removed : .changed)
      }
    }
  }

  private mutating func findMap() {
    let (old, new) = (union.old.map, union.new.map)
    let before = Dictionary(old.routes.map { ($0.name, $0.meaning) }) { first, _ in first }
    let after = Dictionary(new.routes.map { ($0.name, $0.meaning) }) { first, _ in first }
    for route in new.routes where before[route.name] != route.meaning {
      note(.route(route.name), before[route.name] == nil ? .added : .changed)
    }
    for route in old.routes where after[route.name] == nil { note(.route(route.name), .removed) }
    let common = { (routes: [Route], others: [String: Route]) in routes.map(\.name).filter { others[$0] != nil } }
    if common(old.routes, after) != common(new.routes, before) { note(.routeOrder, .changed) }
    if old.defaultDepartment != new.defaultDepartment { note(.fallback, .changed) }
    if old.recusal != new.recusal { note(.recusal, .changed) }
    if old.escalations != new.escalations { note(.escalations, .changed) }
    if old.decidingPeriods != new.decidingPeriods { note(.periods, .changed) }
    for (earlier, later) in zip(old.departments, new.departments) where earlier != later {
      note(.department(later.key), .changed)
    }
    for level in Level.allCases.reversed() where old.deadlines[level] ?? [] != new.deadlines[level] ?? [] {
      note(.deadlines(level), .changed)
    }
    if old.calendar != new.calendar { note(.calendar, .changed) }
    if old.places != new.places { note(.places, .changed) }
    if old.firstAsked != new.firstAsked { note(.firstAsked, .changed) }
  }

  /// The new pack with some whole parts as they are in the old one.
  func new(without parts: some Collection<PackPart>) -> PackUnion.Contents {
    var contents = union.new
    var ordersRoutes = false
    for part in parts {
      switch part {
      case .list(let name):
        if let place = listPlaces[name] {
          let isJudged = judged.contains(part)
          contents.rules.lists[place] = union.old.rules.lists[place].keepingPlaces(
            of: union.new.rules.lists[place], isJudged)
        }
      case .rule(let key):
        if let place = rulePlaces[key] {
          let (old, new) = (union.old.rules.rules[place], union.new.rules.rules[place])
          contents.rules.rules[place] = judged.contains(part) ? new.judged(as: old) : old
        }
      case .allow: contents.rules.allow = union.old.rules.allow
      case .negators: contents.rules.negators = union.old.rules.negators
      case .collective: contents.rules.collective = union.old.rules.collective
      case .scripts: contents.rules.scripts = union.old.rules.scripts
      case .kinds: contents.rules.kindLines = union.old.rules.kindLines
      case .weights: contents.rules.weights = union.old.rules.weights
      case .category(let key):
        if let place = contents.rules.categories.firstIndex(where: { $0.key == key }) {
          contents.rules.categories[place] = union.old.rules.categories[place]
        }
      case .level(let level):
        let lines =
          contents.rules.levels.filter { $0.level != level } + union.old.rules.levels.filter { $0.level == level }
        // Lines of a level keep their order.
        contents.rules.levels = Level.allCases.reversed().flatMap { level in lines.filter { $0.level == level } }
      case .route(let name): contents.map.take(route: name, from: union.old.map)
      case .routeOrder: ordersRoutes = true
      case .fallback: contents.map.defaultDepartment = union.old.map.defaultDepartment
      case .recusal: contents.map.recusal = union.old.map.recusal
      case .escalations: contents.map.escalations = union.old.map.escalations
      case .periods: contents.map.periods = union.old.map.periods
      case .department(let key):
        if let place = contents.map.departments.firstIndex(where: { $0.key == key }) {
          contents.map.departments[place] = union.old.map.departments[place]
        }
      case .deadlines(let level): contents.map.deadlines[level] = union.old.map.deadlines[level]
      case .calendar: contents.map.calendar = union.old.map.calendar
      case .places: contents.map.places = union.old.map.places
      case .firstAsked: contents.map.firstAsked = union.old.map.firstAsked
      case .word, .topicOrder: preconditionFailure("only whole parts are taken back")
      }
    }
    if ordersRoutes { contents.map.orderRoutes(as: union.old.map) }
    return contents
  }
}

extension PackPart {
  /// Whether it is of those that never change what is found.
  fileprivate var isAlwaysJudged: Bool {
    switch self {
    case .weights, .level, .category, .route, .routeOrder, .fallback, .recusal, .escalations, .periods, .deadlines,
      .department, .firstAsked:
      true
    case .word, .rule, .list, .kinds, .allow, .negators, .collective, .calendar, .places, .scripts, .topicOrder: false
    }
  }
}

extension RuleSet {
  /// The lines of `kinds` without what is written for people.
  fileprivate var kindMeanings: [KindLine] { kindLines.map { KindLine(kind: $0.kind, rule: $0.rule.meaning) } }
}

extension Rule {
  /// The rule with what another one makes of its hits.
  fileprivate func judged(as other: Rule) -> Rule {
    var rule = self
    rule.points = other.points
    rule.each = other.each
    rule.topic = other.topic
    rule.replaces = other.replaces
    return rule
  }
}

extension WordList {
  /// The list, or, where both have the same words, the other one with its points: so each word is still where it was written.
  fileprivate func keepingPlaces(of other: WordList, _ haveSameWords: Bool) -> WordList {
    guard haveSameWords else { return self }
    var list = other
    for (place, word) in zip(list.words.indices, words) { list.words[place].points = word.points }
    return list
  }
}
