// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// The words of a pack that can hit or take a hit away, and where they belong.
///
/// Words that only ever stand under `none` or `allow` are left out: they act by what does not happen.
public struct WordInventory: Sendable {
  /// Whose word it is.
  public enum Owner: Hashable, Sendable {
    case list(WordListID)
    case rule(RuleID)
  }

  /// Words that stand together.
  public struct Group: Sendable {
    public let owner: Owner
    /// In the order in which they were written.
    public let words: [HitSourceID]
  }

  /// The lists that rules name, or whose words stand for people that rules count, then the rules that have words of their own.
  public let groups: [Group]

  /// The words of the classifier's pack.
  public init(_ classifier: Classifier) {
    let rules = classifier.rules
    var sources: [HitSource: [HitSourceID]] = [:]
    for (place, source) in classifier.sources.enumerated() {
      sources[source, default: []].append(HitSourceID(UInt32(place)))
    }
    var lists: Set<Int> = []
    var own: [Group] = []
    for (place, rule) in rules.rules.enumerated() where rule.status != .draft {
      var words: [HitSourceID] = []
      for pattern in rule.actingLines.joined() {
        switch pattern {
        case .list(let list): lists.insert(list.index)
        case .word(let word):
          words += sources[HitSource(written: word.written, origin: word.origin, points: word.points)] ?? []
        case .regex(let regex): words += sources[HitSource(written: regex.source, origin: regex.origin)] ?? []
        case .number(let number):
          words += sources[HitSource(written: "number \(number.name.key)", origin: number.origin)] ?? []
        }
      }
      if !words.isEmpty { own.append(Group(owner: .rule(RuleID(place)), words: Self.distinct(words))) }
    }
    if rules.rules.contains(where: { $0.status != .draft && $0.countsPeople }) {
      lists.formUnion(rules.collective.compactMap { $0.list?.index })
    }
    groups =
      lists.sorted().map { list in
        let words = rules.lists[list].words.flatMap {
          (sources[HitSource(written: $0.written, origin: $0.origin, points: $0.points)] ?? [])
            + (sources[HitSource(written: CollectiveWord.written, origin: $0.origin)] ?? [])
        }
        return Group(owner: .list(WordListID(list)), words: Self.distinct(words))
      } + own
  }

  private static func distinct(_ words: [HitSourceID]) -> [HitSourceID] {
    var seen: Set<HitSourceID> = []
    return words.filter { seen.insert($0).inserted }
  }
}

extension Rule {
  /// The lines whose hits make the rule hold, or take its hits away.
  fileprivate var actingLines: [Line] {
    let unless = unless.map { [$0.any] } ?? []
    switch body {
    case .lines(let lines): return [lines.any] + lines.all + lines.near.flatMap(\.lines) + unless
    case .when(_, let patterns): return patterns.map(\.line) + unless
    }
  }
}
