// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// What was found of rules and words, as rows with names, the most telling first.
///
/// Most telling is what changes most decisions between right and wrong, then what counts in most posts.
struct EvaluationRows {
  /// A rule or a word.
  struct Row {
    /// The rule's id, or the word as it was written.
    var name: String
    /// Where it was written.
    var place: String
    /// The class that a rule speaks for; nil of none, and of words.
    var spoken: Int?
    var worth: Worth
    /// The one that most often says the same, with in how many posts.
    var mate: (name: String, place: String, posts: Int)?
  }

  /// Words of a list or a rule that hit nothing.
  struct Unused {
    /// `$unpaid`, or the rule's id.
    var owner: String
    /// How many words there are.
    var all: Int
    var words: [HitSource]
  }

  let rules: [Row]
  let words: [Row]
  /// The lists and rules of which a word hits nothing, those with most such words first.
  let unused: [Unused]

  init(_ run: EvaluationRun, _ classifier: Classifier) {
    let pack = classifier.rules
    let classes = RuleClasses(run.table.aim, rules: pack, map: classifier.map)
    let ofRules = run.tally.rules
    rules = Self.sorted(ofRules.worth) { $0.index }.map { id, worth in
      let rule = pack.rules[id.index]
      let mate = ofRules.mate(of: id) { $0.index < $1.index }
      return Row(
        name: rule.key, place: pack.describe(rule.origin), spoken: classes[id], worth: worth,
        mate: mate.map { (pack.rules[$0.part.index].key, pack.describe(pack.rules[$0.part.index].origin), $0.posts) })
    }
    let sources = classifier.sources
    let ofWords = run.tally.words
    words = Self.sorted(ofWords.worth) { Int($0.index) }.map { id, worth in
      let source = sources[Int(id.index)]
      let mate = ofWords.mate(of: id) { $0.index < $1.index }
      return Row(
        name: source.written, place: pack.describe(source.origin), worth: worth,
        mate: mate.map {
          let other = sources[Int($0.part.index)]
          return (other.written, pack.describe(other.origin), $0.posts)
        })
    }
    guard run.asksWords, run.only == nil else {
      unused = []
      return
    }
    let groups = WordInventory(classifier).groups.compactMap { group -> Unused? in
      let never = group.words.filter { ofWords.worth[$0] == nil }
      guard !never.isEmpty else { return nil }
      let owner =
        switch group.owner {
        case .list(let list): "$" + pack.lists[list.index].name
        case .rule(let rule): pack.rules[rule.index].key
        }
      return Unused(owner: owner, all: group.words.count, words: never.map { sources[Int($0.index)] })
    }
    unused = groups.enumerated().sorted { left, right in
      let (one, other) = (left.element.words.count, right.element.words.count)
      return one != other ? one > other : left.offset < right.offset
    }.map(\.element)
  }

  private static func sorted<Part>(
    _ worth: [Part: Worth], by place: (Part) -> Int
  ) -> [(part: Part, worth: Worth)] {
    worth.map { (part: $0.key, worth: $0.value) }.sorted { left, right in
      let (one, other) = (left.worth, right.worth)
      if one.lost + one.gained != other.lost + other.gained { return one.lost + one.gained > other.lost + other.gained }
      if one.counts != other.counts { return one.counts > other.counts }
      if one.hits != other.hits { return one.hits > other.hits }
      return place(left.part) < place(right.part)
    }
  }
}
