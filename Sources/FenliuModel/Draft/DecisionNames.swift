// SPDX-License-Identifier: Apache-2.0

/// The names that decisions of a pack use, by their places in its tables; made once, shared by all workers.
public final class DecisionNames: Sendable {
  /// What decisions say of a rule.
  public struct Rule: Hashable, Sendable {
    public let key: String
    public let category: String
    public let topic: String?
  }

  /// What decisions say of where a hit comes from.
  public struct Source: Hashable, Sendable {
    /// The word or pattern as it was written.
    public let written: String
    /// Where: `county/words/unpaid.txt:3`.
    public let from: String
  }

  /// The route of posts that none fits.
  public static let defaultRoute = "default"

  /// The rules, and behind them the lines of `kinds`.
  public let rules: [Rule]
  public let sources: [Source]
  /// The keys of categories.
  public let categories: [String]
  /// The paths of topics.
  public let topics: [String]
  /// The keys of departments.
  public let departments: [String]
  public let routes: [String]
  /// The SHA-256 of the pack, in hexadecimal.
  public let digest: String

  /// The names of a pack, whose matcher has these sources.
  public init(rules: RuleSet, map: ResponsibilityMap, sources: [HitSource]) {
    // Behind the rules the lines of `kinds`: a regex of theirs can give up too.
    // No rule can have such a name.
    let lines = rules.kindLines.map { line in
      var rule = line.rule
      rule.key = "kind:" + rule.key
      return rule
    }
    self.rules = (rules.rules + lines).map { rule in
      Rule(
        key: rule.key, category: rules.categories[rule.category.index].key,
        topic: rule.topic.map { rules.topics[$0.index].path })
    }
    self.sources = sources.map { Source(written: $0.written, from: rules.describe($0.origin)) }
    categories = rules.categories.map(\.key)
    topics = rules.topics.map(\.path)
    departments = map.departments.map(\.key)
    routes = map.routes.map(\.name)
    digest = rules.digest
  }

  /// How decisions call what could not be decided: `unread`, `regex:RULE-ID`, `regex:kind:KIND`, `hits`, `calendar:2027`.
  public func describe(_ incomplete: Incomplete) -> String {
    switch incomplete {
    case .regex(let rule): "regex:\(rules[rule.index].key)"
    case .hits: "hits"
    case .unread: "unread"
    case .calendar(let year): "calendar:\(year)"
    }
  }
}
