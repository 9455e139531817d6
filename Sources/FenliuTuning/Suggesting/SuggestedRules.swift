// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import FenliuDiagnostics
import FenliuExpression

/// The rules that suggestions make: one for each topic, over a list of its words.
public struct SuggestedRules: Sendable {
  /// A rule and its list.
  public struct List: Sendable {
    /// The id of the rule, and the name of its list.
    public var name: String
    /// The topic it speaks for.
    public var topic: TopicID
    /// The category of the topic's other rules.
    public var category: CategoryID
    /// Its words, most points first.
    public var words: [Suggestion]
  }

  /// The most words of one list that a post can have counted; so many that no post of usual length is cut off.
  public static let each = 100

  /// In the order of topics.
  public let lists: [List]
  /// How many hits a list must have in a post before it says anything: with two, a word that fell by chance moves nothing.
  public let leastHits: Int
  private let rules: RuleSet

  /// The rules that `suggestions` make in a pack with these rules.
  public init(_ suggestions: [Suggestion], in rules: RuleSet, leastHits: Int = 1, named prefix: String = "suggested") {
    self.leastHits = leastHits
    self.rules = rules
    var words: [TopicID: [Suggestion]] = [:]
    for suggestion in suggestions { words[suggestion.topic, default: []].append(suggestion) }
    lists = words.keys.sorted().map { topic in
      let path = rules.topics[topic.index].path.split(separator: ".").joined(separator: "-")
      return List(
        name: prefix + "-" + path, topic: topic, category: Self.category(of: topic, in: rules), words: words[topic]!)
    }
  }

  /// The category of a topic's suggestions: of those that rules of the topic have (else any rule of the pack, else the pack declares)
  /// the one that grades least. Without a floor rather than with one, declared by the pack rather than built in, with a low cap rather
  /// than a high one or none. Never danger nor what is prohibited: a guess says where a post belongs, not how serious it is.
  private static func category(of topic: TopicID, in rules: RuleSet) -> CategoryID {
    func mildest(_ some: some Sequence<CategoryID>) -> CategoryID? {
      func weight(_ id: CategoryID) -> (Int, Int, Points, CategoryID) {
        let category = rules.categories[id.index]
        let cap = category.cap ?? Points(hundredths: .max)
        return (category.floor == nil ? 0 : 1, id.index < Category.builtIn.count ? 1 : 0, cap, id)
      }
      return some.filter { $0 != .danger && $0 != .prohibited }.min { weight($0) < weight($1) }
    }
    return mildest(rules.rules.filter { $0.topic == topic }.map(\.category)) ?? mildest(rules.rules.map(\.category))
      ?? mildest(rules.categories.indices.map(CategoryID.init)) ?? .earlySign
  }

  /// The pack's rules with the suggestions in force, as they would be if an analyst took all of them.
  public var inForce: RuleSet {
    var all = rules
    for list in lists {
      let file = UInt32(all.files.count)
      all.files.append("suggested/words/\(list.name).tsv")
      let words = list.words.enumerated().map { line, suggestion in
        Word(
          written: suggestion.word, parts: [.init(choices: [suggestion.word], gap: 0)], points: suggestion.points,
          origin: Origin(file: file, line: UInt32(line + 2)))
      }
      all.lists.append(WordList(name: list.name, words: words))
      let line: Line = [.list(WordListID(all.lists.count - 1))]
      var rule = Rule(
        key: list.name, category: list.category, body: body(line), origin: Origin(file: file, line: 1),
        span: SourceSpan(file: FileID(index: 0), range: 0..<0))
      rule.topic = list.topic
      rule.each = Self.each
      all.rules.append(rule)
    }
    return all
  }

  private func body(_ line: Line) -> Rule.Body {
    guard leastHits > 1 else {
      var lines = Rule.Lines()
      lines.any = line
      return .lines(lines)
    }
    return .when(
      .compare(.count(PatternIndex(0)), .atLeast, .constant(Double(leastHits))),
      patterns: [.init(name: "words", line: line)])
  }
}
