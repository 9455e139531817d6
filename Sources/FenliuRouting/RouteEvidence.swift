// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What a route's condition names, by the places of categories and topics; made once, for whoever asks what led to the route.
struct RouteEvidence: Sendable {
  /// Whether each category is named.
  let categories: [Bool]
  /// Whether each topic is named, by itself or with all below another.
  let topics: [Bool]
  let isBeside: Bool

  init(_ route: Route, in rules: RuleSet) {
    var categories = Array(repeating: false, count: rules.categories.count)
    var globs: [TopicGlob] = []
    for atom in route.condition.atoms {
      switch atom {
      case .category(let category): categories[category.index] = true
      case .topic(let glob): globs.append(glob)
      default: break
      }
    }
    self.categories = categories
    topics = rules.topics.map { topic in globs.contains { $0.fits(topic.path) } }
    isBeside = route.isBeside
  }
}
