// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuMatching
public import FenliuModel

/// What a decision comes down to, without its words: for counting and comparing many.
///
/// Names are places in the rules and the map that the classifier was made from.
public struct Outcome: Hashable, Sendable {
  /// A step and when it is due; nil where the calendar lacks the year.
  public struct Due: Hashable, Sendable {
    /// The step's key.
    public var step: String
    /// When it is due.
    public var due: Instant?
  }

  /// How serious the post is.
  public var level: Level
  /// All categories but `prohibited`.
  public var total: Points
  /// The categories in which a rule counts, in the order of categories.
  public var categories: [Scores.CategoryScore]
  /// The topics in which a rule counts, most points first.
  public var topics: [Scores.TopicScore]
  /// The topic that chose the route.
  public var leadingTopic: TopicID?
  /// The route; nil: the default.
  public var route: RouteID?
  /// The key of the kind of request; nil where it has none.
  public var kind: String?
  /// Who must answer.
  public var lead: DepartmentID
  /// Who helps to answer.
  public var assist: [DepartmentID]
  /// Who is told.
  public var notify: [DepartmentID]
  /// The routes by which it is handed over in addition.
  public var beside: [RouteID]
  /// Whether only those who handle it may see it.
  public var isSealed: Bool
  /// Until when, in the order of the map's steps.
  public var deadlines: [Due]
  /// What could not be decided.
  public var incomplete: [Incomplete]
  /// Whether there was nothing to read.
  public var isUnread: Bool

  /// Whether a rule of the category counts.
  public func counts(_ category: CategoryID) -> Bool { categories.contains { $0.category == category } }

  init(_ scores: Scores, _ routed: Routed, _ matches: Matches, isUnread: Bool) {
    level = scores.level
    total = scores.total
    categories = scores.categories
    topics = scores.topics
    leadingTopic = routed.leadingTopic
    route = routed.route
    kind = routed.kind
    lead = routed.lead
    assist = routed.assist.map(\.department)
    notify = routed.notify
    beside = routed.beside.map(\.route)
    isSealed = routed.isSealed
    deadlines = routed.deadlines.map { Due(step: $0.step, due: $0.due) }
    incomplete = matches.incomplete + routed.incomplete
    self.isUnread = isUnread
  }
}

/// The outcome of one post with what led to it, and what it would be without a part of the pack.
public struct Study: Sendable {
  /// The outcome.
  public let outcome: Outcome
  /// The rules that hit, with their hits; ranges are of normalized text.
  public let matches: Matches
  /// What each of them gives, by its place in `matches.matches`; zero for shadow and replaced ones.
  public let matchPoints: [Points]
  /// Whether each of them counts: neither shadow nor replaced.
  public let counts: [Bool]
}

extension Classifier {
  /// Where hits come from: a `HitSourceID` of `Study.matches` is a place here.
  public var sources: [HitSource] { compiled.matcher.sources }
}
