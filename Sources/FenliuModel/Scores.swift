// SPDX-License-Identifier: Apache-2.0

/// What the rules that hit are worth together.
public struct Scores: Hashable, Sendable {
  /// Points of one category.
  public struct CategoryScore: Hashable, Sendable {
    public var category: CategoryID
    public var points: Points

    public init(category: CategoryID, points: Points) {
      self.category = category
      self.points = points
    }
  }

  /// Points of one topic, weights included.
  public struct TopicScore: Hashable, Sendable {
    public var topic: TopicID
    public var points: Points

    public init(topic: TopicID, points: Points) {
      self.topic = topic
      self.points = points
    }
  }

  /// Why the level is what it is.
  public enum Reason: Hashable, Sendable {
    /// No line held, and no floor lifted.
    case nothing
    /// The line of `levels` at this place.
    case line(Int)
    /// The floor of a category.
    case floor(CategoryID)
    /// Nothing to read.
    case unread
  }

  /// What each match gives after `each`, by its place in `Matches.matches`; zero for shadow and replaced ones.
  public var matchPoints: [Points] = []
  /// Whether each match counts: neither shadow nor replaced.
  public var counts: [Bool] = []
  /// The categories in which a rule counts, in the order of categories, after cap and bound.
  public var categories: [CategoryScore] = []
  /// All categories but `prohibited`.
  public var total: Points = .zero
  /// The topics in which a rule counts, most points first, then in the order of declaration. `prohibited` gives none.
  public var topics: [TopicScore] = []
  /// The topics of rules of `prohibited` that count, each once, in the order of declaration; for routes beside.
  public var prohibitedTopics: [TopicID] = []
  /// The greatest of each number of the counted rules, `prohibited` left out.
  public var numbers = Numbers()
  public var level: Level = .none
  public var reason: Reason = .nothing

  public init() {}

  /// Forgets the post, keeps the memory.
  public mutating func removeAll() {
    matchPoints.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    categories.removeAll(keepingCapacity: true)
    total = .zero
    topics.removeAll(keepingCapacity: true)
    prohibitedTopics.removeAll(keepingCapacity: true)
    numbers = Numbers()
    level = .none
    reason = .nothing
  }
}
