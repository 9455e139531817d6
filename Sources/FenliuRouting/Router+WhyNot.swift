// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

extension Router {
  /// Every route that leads to a department, as it would be tried for a post that was routed: those for the post itself with
  /// its leading topic, those beside with all its topics.
  public func attempts(
    leadingTo department: DepartmentID, _ routed: Routed, scores: Scores, facts: PostFacts
  ) -> [Attempt] {
    map.routes.indices.filter { map.routes[$0].lead == department }.map { place in
      let isBeside = map.routes[place].isBeside
      let topics =
        isBeside
        ? scores.topics.map(\.topic) + scores.prohibitedTopics : routed.leadingTopic.map { [$0] } ?? []
      return attempt(
        RouteID(place), scores, facts, kind: routed.kind, topics: topics,
        seesProhibited: isBeside || scores.isOnlyProhibited)
    }
  }
}
