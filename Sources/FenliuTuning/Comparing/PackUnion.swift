// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Two packs told in the same ids, so that their parts can be compared and exchanged.
///
/// What both name keeps the place that it has in the new pack; what only the old one has stands behind. A rule that a pack
/// lacks is a draft in it, a list is empty. Only topics can suffer: their order is that of the new pack, and order decides ties.
struct PackUnion: Sendable {
  /// The new pack; its ids are also its own.
  let new: Contents
  /// The old pack in the same ids.
  let old: Contents
  /// For each id of the old pack the common one.
  let categories: [Int]
  let topics: [Int]
  let lists: [Int]
  let rules: [Int]
  let departments: [Int]

  /// Whether the topics that both packs have, or only the old one has, come in another order than in the old pack.
  var reordersTopics: Bool { zip(topics, topics.dropFirst()).contains { $0 > $1 } }

  /// Rules and map of one pack.
  struct Contents: Sendable {
    var rules: RuleSet
    var map: ResponsibilityMap
  }

  init(old: Contents, new: Contents) {
    var (extended, aligned) = (new, old)
    categories = Self.places(of: old.rules.categories, among: new.rules.categories, by: \.key)
    topics = Self.places(of: old.rules.topics, among: new.rules.topics, by: \.path)
    lists = Self.places(of: old.rules.lists, among: new.rules.lists, by: \.name)
    rules = Self.places(of: old.rules.rules, among: new.rules.rules, by: \.key)
    departments = Self.places(of: old.map.departments, among: new.map.departments, by: \.key)
    let translation = Translation(
      categories: categories, topics: topics, lists: lists, rules: rules, departments: departments)
    extended.rules.categories = Self.merged(new.rules.categories, with: old.rules.categories, at: categories)
    aligned.rules.categories = Self.merged(
      extended.rules.categories, with: old.rules.categories, at: categories, replacing: true)
    extended.rules.topics = Self.merged(new.rules.topics, with: old.rules.topics, at: topics)
    aligned.rules.topics = extended.rules.topics
    extended.rules.lists = Self.merged(new.rules.lists, with: old.rules.lists.map(\.emptied), at: lists)
    aligned.rules.lists = Self.merged(
      extended.rules.lists.map(\.emptied), with: old.rules.lists, at: lists, replacing: true)
    let oldRules = old.rules.rules.map(translation.rule)
    extended.rules.rules = Self.merged(new.rules.rules, with: oldRules.map(\.asDraft), at: rules)
    aligned.rules.rules = Self.merged(
      extended.rules.rules.map(\.asDraft), with: oldRules, at: rules, replacing: true)
    let kinds = Self.places(of: old.rules.kinds, among: new.rules.kinds, by: \.key)
    extended.rules.kinds = Self.merged(new.rules.kinds, with: old.rules.kinds, at: kinds)
    aligned.rules.kinds = extended.rules.kinds
    aligned.rules.kindLines = old.rules.kindLines.map { line in
      KindLine(kind: KindID(kinds[line.kind.index]), rule: translation.rule(line.rule))
    }
    aligned.rules.collective = old.rules.collective.map(translation.line)
    aligned.rules.levels = old.rules.levels.map(translation.line)
    extended.map.departments = Self.merged(
      new.map.departments, with: old.map.departments.map(translation.department), at: departments)
    aligned.map = translation.map(old.map)
    aligned.map.departments = Self.merged(
      extended.map.departments, with: old.map.departments.map(translation.department), at: departments,
      replacing: true)
    (self.new, self.old) = (extended, aligned)
  }

  /// The place of each element of `old` in `new`, or behind it.
  private static func places<Element>(
    of old: [Element], among new: [Element], by name: KeyPath<Element, String>
  ) -> [Int] {
    var known: [String: Int] = [:]
    for (place, element) in new.enumerated() { known[element[keyPath: name]] = place }
    var next = new.count
    return old.map { element in
      if let place = known[element[keyPath: name]] { return place }
      defer { next += 1 }
      return next
    }
  }

  /// `base` with what it lacks behind it, and, where asked, with the others in the place of its own.
  private static func merged<Element>(
    _ base: [Element], with others: [Element], at places: [Int], replacing: Bool = false
  ) -> [Element] {
    var merged = base
    for (other, place) in zip(others, places) {
      if place >= merged.count {
        merged.append(other)
      } else if replacing {
        merged[place] = other
      }
    }
    return merged
  }
}

extension WordList {
  /// The list without its words.
  fileprivate var emptied: WordList { WordList(name: name, words: []) }
}

extension Rule {
  /// The rule as one that never runs.
  fileprivate var asDraft: Rule {
    var rule = self
    rule.status = .draft
    return rule
  }
}
