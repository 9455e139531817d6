// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Words of `collective`, which every number pattern of people finds.
///
/// They are found as words are, and hit as numbers do. The words of a line that stand for enough people are one group, collected once
/// however many rules ask for so many.
extension PlanBuilder {
  /// The words that a line of `collective` takes from its list, or those of its own, as far as they are planned.
  struct Collective {
    var line: Int
    /// Where they come from; nil for words of its own.
    var list: WordListID?
    /// Its words: what finds each, how many people it stands for, and who calls it so.
    var words: [(atom: UInt32, people: Double, source: UInt32)] = []
    /// The phrases that its list allows.
    var allow: [Word] = []
  }

  struct CollectiveKey: Hashable {
    /// The place in `collectives`.
    var part: Int
    var least: Double
  }

  /// Makes the atoms of all words, before any other: so an atom tells by its number that it stands for people.
  mutating func addCollectives() {
    precondition(uses.isEmpty, "collective words come first")
    for (place, line) in ruleSet.collective.enumerated() {
      for part in line.parts {
        collectives.append(collective(part, line: place))
      }
    }
  }

  private mutating func collective(_ part: CollectiveLine, line: Int) -> Collective {
    var planned = Collective(line: line, list: part.list, allow: part.list.map { ruleSet.lists[$0.index].allow } ?? [])
    for entry in part.counted(in: ruleSet.lists) {
      guard let atom = atom(of: entry.word, people: entry.people) else { continue }
      if Int(atom) == collectivePeople.count { collectivePeople.append(Double(entry.people)) }
      planned.words.append((atom, Double(entry.people), UInt32(sources.count)))
      sources.append(HitSource(written: CollectiveWord.written, origin: entry.word.origin))
    }
    return planned
  }

  /// The groups of all words that stand for at least so many people: one for each line, or two where it has a list and words of its own.
  mutating func collectiveGroups(least: Double?) throws(MatcherError) -> [UInt32] {
    var found: [UInt32] = []
    for (place, part) in collectives.enumerated() {
      let key = CollectiveKey(part: place, least: least ?? -Double.infinity)
      if let known = collectiveGroups[key] {
        found.append(known)
        continue
      }
      let words = part.words.filter { $0.people >= key.least }
      guard !words.isEmpty else { continue }
      let group = newGroup(allow: try allowGroup(part.allow, isUrgent: false), isUrgent: false)
      for word in words where !uses[Int(word.atom)].contains(where: { $0.group == group }) {
        uses[Int(word.atom)].append(Plan.Use(group: group, source: word.source))
      }
      collectiveGroups[key] = group
      found.append(group)
    }
    return found
  }

  /// The groups of each part, in the order in which they were made.
  var groupsOfCollectives: [Plan.Collective] {
    collectives.enumerated().map { place, part in
      Plan.Collective(
        line: part.line, list: part.list,
        groups: collectiveGroups.filter { $0.key.part == place }.map(\.value).sorted())
    }
  }
}

extension CollectiveLine {
  /// Its list and its own words, each as a line: the exceptions of a list are not those of other words, and either may be left out.
  fileprivate var parts: [CollectiveLine] {
    var (listed, own) = (self, self)
    listed.words = []
    (own.list, own.tags) = (nil, [:])
    return (list == nil ? [] : [listed]) + (words.isEmpty ? [] : [own])
  }
}
