// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// What `explain` asks, computed when it does.
extension Router {
  /// A route that was tried, and what each thing it names came to.
  public struct Attempt: Hashable, Sendable {
    /// Something that a condition names, and whether it holds for the post.
    public struct Answer: Hashable, Sendable {
      /// A category, topic, level, region, source or kind.
      public let atom: RouteCondition
      /// Whether it holds.
      public let holds: Bool
    }

    /// Which route.
    public let route: RouteID
    /// Whether the whole condition holds.
    public let fits: Bool
    /// Whether it is handed over in addition, and so was no candidate for the post's own route.
    public let isBeside: Bool
    /// What it names, from left to right.
    public let answers: [Answer]
  }

  /// The routes tried for a post that was routed, in order, up to the one that won; then the routes beside.
  public func attempts(_ routed: Routed, scores: Scores, facts: PostFacts) -> [Attempt] {
    if scores.reason == .unread { return [] }
    var attempts: [Attempt] = []
    let isOnlyProhibited = scores.isOnlyProhibited
    var winner = routed.route
    if let route = winner, map.routes[route.index].isBeside {
      winner = nil
    } else {
      for (place, route) in map.routes.enumerated() where !route.isBeside {
        let id = RouteID(place)
        attempts.append(
          attempt(
            id, scores, facts, kind: routed.kind, topics: routed.leadingTopic.map { [$0] } ?? [],
            seesProhibited: isOnlyProhibited))
        if id == winner { break }
      }
    }
    for id in besideRoutes {
      let topics = scores.topics.map(\.topic) + scores.prohibitedTopics
      attempts.append(attempt(id, scores, facts, kind: routed.kind, topics: topics, seesProhibited: true))
    }
    return attempts
  }

  /// Whether a rule that counts is behind a route: its topic or category is one that the condition asks for. None is behind the default,
  /// and behind routes that name neither.
  ///
  /// - Parameter leadingTopic: of the post, which alone counts for a route that is not `beside`.
  public func isBehind(_ route: RouteID, rule: RuleID, leadingTopic: TopicID?) -> Bool {
    // Field by field: a copy of the whole rule costs more than the question.
    let category = rules.rules[rule.index].category
    if evidence[route.index].categories[category.index] { return true }
    guard let topic = rules.rules[rule.index].topic else { return false }
    if !evidence[route.index].isBeside, topic != leadingTopic || category == .prohibited { return false }
    return evidence[route.index].topics[topic.index]
  }

  func attempt(
    _ id: RouteID, _ scores: Scores, _ facts: PostFacts, kind: String?, topics: [TopicID],
    seesProhibited: Bool
  ) -> Attempt {
    let region = facts.region.map(ConditionTable.parts) ?? []
    let source = facts.source.map { ConditionTable.key($0) }
    func holds(_ atom: RouteCondition) -> Bool {
      switch atom {
      case .category(let category):
        (category != .prohibited || seesProhibited) && scores.categories.contains { $0.category == category }
      case .topic(let glob): topics.contains { glob.fits(rules.topics[$0.index].path) }
      case .level(let comparison, let level): comparison.holds(scores.level, level)
      case .region(let name): ConditionTable.contains(region, ConditionTable.parts(name))
      case .source(let name): ConditionTable.key(name) == source
      case .kind(let key): key == kind
      case .and, .or, .not: atom.isTrue(holds)
      }
    }
    let condition = map.routes[id.index].condition
    return Attempt(
      route: id, fits: condition.isTrue(holds), isBeside: map.routes[id.index].isBeside,
      answers: condition.atoms.map { Attempt.Answer(atom: $0, holds: holds($0)) })
  }
}
