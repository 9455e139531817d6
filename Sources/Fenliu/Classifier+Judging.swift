// SPDX-License-Identifier: Apache-2.0
import FenliuMatching
public import FenliuModel
import FenliuRouting
import FenliuScoring

extension Classifier {
  /// A classifier that finds what this one finds and judges it by other points, levels and another map; made in a millisecond or
  /// two, because words and regexes need not be compiled again.
  ///
  /// - Parameters:
  ///   - rules: rules that look for the same in the same order. They may differ in the points of words and rules, in `each`,
  ///     `replaces`, topics, weights, levels, caps and floors, and have more drafts, topics, categories or empty lists behind.
  ///   - map: a map with the same zone and places.
  public func judging(by rules: RuleSet, _ map: ResponsibilityMap) -> Classifier {
    struct Place: Hashable {
      var written: String
      var origin: Origin
    }
    var points: [Place: Points] = [:]
    for list in rules.lists {
      for word in list.words { points[Place(written: word.written, origin: word.origin)] = word.points }
    }
    let sources = compiled.matcher.sources.map { source in
      var source = source
      source.points = points[Place(written: source.written, origin: source.origin)]
      return source
    }
    let router = Router(rules: rules, map: map)
    return Classifier(
      Compiled(
        compiled, rules: rules, map: map, scorer: Scorer(rules, sources: sources), router: router,
        builder: DecisionBuilder(rules: rules, map: map, router: router, sources: sources)))
  }
}
