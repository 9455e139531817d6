// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// Where a source of hits stands in the rule set.
public enum SourceOwner: Hashable, Sendable {
  /// A word of a list.
  case list(WordListID)
  /// A word, regex or number written in a line of a rule.
  case line(RuleID)
  /// An allowed phrase: of a rule, a list, or the pack.
  case allow
  /// A word, regex or number written in a line of `kinds`.
  case kind
  /// A word of `collective`.
  case collective
}

extension Matcher {
  /// For each of `sources`, where it stands.
  public var sourceOwners: [SourceOwner] {
    var owners: [SourceOwner] = Array(repeating: .allow, count: plan.groups.count)
    for rule in plan.rules {
      let near = rule.near.flatMap(\.lines)
      let lines = [rule.any, rule.none, rule.unless].compactMap { $0 } + near + rule.patterns
      for group in lines.flatMap(\.groups) {
        owners[Int(group)] = rule.id.index < ruleCount ? .line(rule.id) : .kind
      }
    }
    // Last, because rules share lists.
    for (list, groups) in plan.listGroups.enumerated() {
      for group in groups { owners[Int(group)] = .list(WordListID(list)) }
    }
    for group in plan.collectives.flatMap(\.groups) { owners[Int(group)] = .collective }
    // What nothing uses is a word of `collective` for which no pattern asks.
    var result: [SourceOwner] = Array(repeating: .collective, count: plan.sources.count)
    for use in plan.uses { result[Int(use.source)] = owners[Int(use.group)] }
    return result
  }
}

extension MatchScratch {
  /// The rules of which the last post had something, whether they hold or not. No other rule can come to hold when a part
  /// of it is left out.
  public func rulesLookedAt(with matcher: Matcher) -> [RuleID] {
    evaluation.queue.map { matcher.plan.rules[Int($0)].id }.filter { $0.index < matcher.ruleCount }
  }

  /// Calls `body` with the source of every occurrence in the last post, whether it counts or not.
  public func forEachSourceFound(_ body: (HitSourceID) -> Void) {
    for entry in collected.entries { body(HitSourceID(entry.source)) }
  }
}
