// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuNormalization
import FenliuScoring

/// A word with points of its own that counts in a post: how often its points are added to which topic.
public struct PointUse: Hashable, Sendable {
  /// Where the word stands in its list.
  public var origin: Origin
  /// The topic that its points are for.
  public var topic: TopicID
  /// How often they count: the weight of title or opening.
  public var weight: Points

  /// The words of a post that rules with `each` count, each once a topic.
  public static func all(in study: Study, of post: Post, rules: RuleSet, sources: [HitSource]) -> [PointUse] {
    let hasTitle = !Normalizer().normalized(post.title ?? "").bytes.isEmpty
    let openingEnd = hasTitle ? nil : Opening.end(in: Normalizer().normalized(post.text ?? "").bytes)
    var uses: [PointUse] = []
    for (place, match) in study.matches.matches.enumerated() where study.counts[place] {
      let rule = rules.rules[match.rule.index]
      guard let most = rule.each, let topic = rule.topic, rule.category != .danger, rule.category != .prohibited else {
        continue
      }
      let hits = study.matches.hits[match.hits]
      // Those that the rule counts: the ones with most points, as many as its `max` says.
      let words = Set(hits.map(\.source)).filter { sources[Int($0.index)].points != nil }
        .sorted { (sources[Int($1.index)].points!, $0.index) < (sources[Int($0.index)].points!, $1.index) }.prefix(most)
      let weight = weight(of: hits, openingEnd: openingEnd, rules.weights)
      uses += words.map { PointUse(origin: sources[Int($0.index)].origin, topic: topic, weight: weight) }
    }
    return uses.sorted { ($0.topic, $0.origin.file, $0.origin.line) < ($1.topic, $1.origin.file, $1.origin.line) }
  }

  /// How often the points of a match count for its topic: by the heaviest place in which it hits.
  private static func weight(of hits: ArraySlice<Hit>, openingEnd: Int?, _ weights: RuleSet.Weights) -> Points {
    hits.map { hit in
      if hit.field == .title { return weights.title }
      if let openingEnd, hit.range.lowerBound < openingEnd { return weights.opening }
      return .one
    }.max() ?? .one
  }
}
