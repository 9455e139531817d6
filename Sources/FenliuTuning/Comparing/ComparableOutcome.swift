// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// What of an outcome is compared, in ids that both packs share.
struct ComparableOutcome: Hashable, Sendable {
  var level: Level
  /// The route's place among the names of both packs; -1: the default.
  var route: Int
  var lead: Int
  var assist: Set<Int>
  var notify: Set<Int>
  var beside: Set<Int>
  var isSealed: Bool
  /// The key of the kind of request; nil where it has none.
  var kind: String?
  var categories: Set<Int>
  var deadlines: [Outcome.Due]
}

/// Points of an outcome in ids that both packs share: where they are equal, only levels and map can differ.
struct PointsOfPost: Hashable, Sendable {
  var categories: [Int: Points]
  var topics: [Int: Points]
}

/// Tells outcomes of a pack in the ids that both share.
struct OutcomeReader: Sendable {
  /// For each id of the pack the common one; nil: they are the same.
  var categories: [Int]?
  var topics: [Int]?
  var departments: [Int]?
  var routes: [Int]

  /// - Parameters:
  ///   - union: both packs; nil ids for the new one.
  ///   - map: the pack's own map.
  ///   - names: the names of all routes.
  init(ofOld union: PackUnion?, map: ResponsibilityMap, names: [String: Int]) {
    categories = union?.categories
    topics = union?.topics
    departments = union?.departments
    routes = map.routes.map { names[$0.name] ?? -1 }
  }

  func verdict(_ outcome: Outcome) -> ComparableOutcome {
    ComparableOutcome(
      level: outcome.level, route: outcome.route.map { routes[$0.index] } ?? -1, lead: department(outcome.lead),
      assist: Set(outcome.assist.map(department)), notify: Set(outcome.notify.map(department)),
      beside: Set(outcome.beside.map { routes[$0.index] }), isSealed: outcome.isSealed,
      kind: outcome.kind, categories: Set(outcome.categories.map { category($0.category) }),
      deadlines: outcome.deadlines)
  }

  func points(_ outcome: Outcome) -> PointsOfPost {
    PointsOfPost(
      categories: Dictionary(outcome.categories.map { (category($0.category), $0.points) }) { first, _ in first },
      topics: Dictionary(outcome.topics.map { (topic($0.topic), $0.points) }) { first, _ in first })
  }

  private func category(_ id: CategoryID) -> Int { categories?[id.index] ?? id.index }
  private func topic(_ id: TopicID) -> Int { topics?[id.index] ?? id.index }
  private func department(_ id: DepartmentID) -> Int { departments?[id.index] ?? id.index }
}
