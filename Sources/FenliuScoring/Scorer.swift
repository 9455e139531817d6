// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
public import FenliuModel

/// Turns the rules that hit into points, topics and a level.
///
/// The order is the language's: points of each rule, then replacement, then caps, then the level lines, then floors. Immutable; any
/// number of threads may share one. A call costs time in proportion to the hits of the post, not to the rules of the pack.
public struct Scorer: Sendable {
  let rules: RuleSet
  /// What scoring asks of each rule; copying a whole `Rule` for it would cost more than the sum.
  private let cards: [Card]
  /// The own points of each source.
  private let sourcePoints: [Points?]
  /// For each rule the rules that replace it; empty arrays for most.
  private let replacers: [[RuleID]]
  private let replacesAny: Bool

  /// The memory of one thread.
  public struct Scratch: Sendable {
    fileprivate var values: [Points] = []
    fileprivate var seen: [HitSourceID] = []
    fileprivate var matchOfRule: [RuleID: Int] = [:]
    fileprivate var replaced: [Bool?] = []
    fileprivate var categorySums: [Points] = []
    fileprivate var categoryCounts: [Bool] = []
    fileprivate var topicSums: [TopicSum] = []

    /// Empty memory.
    public init() {}
  }

  /// A rule as far as scoring is concerned.
  private struct Card: Sendable {
    var category: CategoryID
    var topic: TopicID?
    var each: Int?
    /// The points where they are constant, else nil.
    var constant: Points?

    init(_ rule: Rule) {
      category = rule.category
      topic = rule.topic
      each = rule.each
      if case .constant(let value) = rule.points { constant = Points(value) }
    }
  }

  /// Points of one topic while they are added up. What danger gives is kept apart, so that nothing negative touches it.
  fileprivate struct TopicSum: Sendable {
    var topic: TopicID
    var danger: Points
    var rest: Points
    var points: Points { danger + max(rest, .zero) }
  }

  /// A scorer of `rules`, for matches whose sources are those of the matcher's table.
  public init(_ rules: RuleSet, sources: [HitSource]) {
    self.rules = rules
    cards = rules.rules.map(Card.init)
    sourcePoints = sources.map(\.points)
    var replacers = [[RuleID]](repeating: [], count: rules.rules.count)
    for (index, rule) in rules.rules.enumerated() where rule.status == .active || rule.status == .deprecated {
      for replaced in rule.replaces { replacers[replaced.index].append(RuleID(index)) }
    }
    self.replacers = replacers
    replacesAny = replacers.contains { !$0.isEmpty }
  }

  /// Scores what was found in one post.
  ///
  /// - Parameters:
  ///   - matches: what the matcher found.
  ///   - facts: what else is known of the post.
  ///   - openingEnd: where the opening ends in the normalized text, in bytes; nil where the post has a title.
  ///   - isUnread: whether there was nothing to read.
  ///   - scratch: the thread's memory.
  ///   - scores: the result; what it held before is forgotten.
  public func score(
    _ matches: Matches, facts: PostFacts, openingEnd: Int?, isUnread: Bool,
    scratch: inout Scratch, into scores: inout Scores
  ) {
    scores.removeAll()
    decideWhatCounts(matches, scratch: &scratch, into: &scores)
    for (index, match) in matches.matches.enumerated() {
      let counts = scores.counts[index]
      // A rule on trial shows what it would give.
      let points = counts || match.isShadow ? points(of: match, in: matches, facts: facts, scratch: &scratch) : .zero
      scores.matchPoints.append(points)
    }
    addUp(matches, openingEnd: openingEnd, scratch: &scratch, into: &scores)
    chooseLevel(facts: facts, isUnread: isUnread, into: &scores)
  }

  /// Marks shadow rules and those that another rule replaces. What is itself replaced replaces nothing.
  private func decideWhatCounts(_ matches: Matches, scratch: inout Scratch, into scores: inout Scores) {
    for match in matches.matches { scores.counts.append(!match.isShadow) }
    guard replacesAny else { return }
    scratch.matchOfRule.removeAll(keepingCapacity: true)
    for (index, match) in matches.matches.enumerated() where !match.isShadow {
      scratch.matchOfRule[match.rule] = index
    }
    scratch.replaced.removeAll(keepingCapacity: true)
    scratch.replaced.append(contentsOf: repeatElement(nil, count: matches.matches.count))
    for index in matches.matches.indices where scores.counts[index] {
      scores.counts[index] = !isReplaced(index, matches, &scratch)
    }
  }

  /// Whether a rule that counts replaces the one of this match. Ends because the loader refuses circles.
  private func isReplaced(_ index: Int, _ matches: Matches, _ scratch: inout Scratch) -> Bool {
    if let known = scratch.replaced[index] { return known }
    var replaced = false
    for replacer in replacers[matches.matches[index].rule.index] {
      guard let other = scratch.matchOfRule[replacer], other != index else { continue }
      if !isReplaced(other, matches, &scratch) {
        replaced = true
        break
      }
    }
    scratch.replaced[index] = replaced
    return replaced
  }

  /// What one rule gives: the best of its distinct words, or with `each` the sum of the best ones.
  private func points(
    of match: Match, in matches: Matches, facts: PostFacts, scratch: inout Scratch
  ) -> Points {
    let card = cards[match.rule.index]
    let own =
      card.constant
      ?? Points(
        rules.rules[match.rule.index].points.known(in: RuleContext(numbers: match.numbers, reach: facts.reach)))
    guard let most = card.each else {
      var best: Points?
      for hit in matches.hits[match.hits] {
        let value = sourcePoints[Int(hit.source.index)] ?? own
        best = max(best ?? value, value)
      }
      return best ?? own
    }
    scratch.seen.removeAll(keepingCapacity: true)
    for hit in matches.hits[match.hits] { scratch.seen.append(hit.source) }
    scratch.seen.sort { $0.index < $1.index }
    scratch.values.removeAll(keepingCapacity: true)
    for (place, source) in scratch.seen.enumerated() where place == 0 || scratch.seen[place - 1] != source {
      scratch.values.append(sourcePoints[Int(source.index)] ?? own)
    }
    guard !scratch.values.isEmpty else { return own }
    if scratch.values.count > most { scratch.values.sort(by: >) }
    return scratch.values.prefix(max(most, 1)).reduce(.zero, +)
  }

  private func addUp(
    _ matches: Matches, openingEnd: Int?, scratch: inout Scratch, into scores: inout Scores
  ) {
    scratch.categorySums.removeAll(keepingCapacity: true)
    scratch.categorySums.append(contentsOf: repeatElement(.zero, count: rules.categories.count))
    scratch.categoryCounts.removeAll(keepingCapacity: true)
    scratch.categoryCounts.append(contentsOf: repeatElement(false, count: rules.categories.count))
    scratch.topicSums.removeAll(keepingCapacity: true)
    for (index, match) in matches.matches.enumerated() where scores.counts[index] {
      let rule = cards[match.rule.index]
      var points = scores.matchPoints[index]
      if rule.category == .danger { points = max(points, .zero) }
      scratch.categorySums[rule.category.index] = scratch.categorySums[rule.category.index] + points
      scratch.categoryCounts[rule.category.index] = true
      if rule.category == .prohibited {
        if let topic = rule.topic, !scores.prohibitedTopics.contains(topic) { scores.prohibitedTopics.append(topic) }
        continue
      }
      scores.numbers.formMaximum(match.numbers)
      guard let topic = rule.topic else { continue }
      let weighted = points.weighted(by: weight(of: match, in: matches, openingEnd: openingEnd))
      add(weighted, to: topic, isDanger: rule.category == .danger, &scratch.topicSums)
    }
    for (index, category) in rules.categories.enumerated() where scratch.categoryCounts[index] {
      var sum = max(scratch.categorySums[index], .zero)
      if let cap = category.cap, CategoryID(index) != .danger { sum = min(sum, cap) }
      scores.categories.append(.init(category: CategoryID(index), points: sum))
      if CategoryID(index) != .prohibited { scores.total = scores.total + sum }
    }
    for sum in scratch.topicSums { scores.topics.append(.init(topic: sum.topic, points: sum.points)) }
    scores.topics.sort { ($1.points, $0.topic) < ($0.points, $1.topic) }
    scores.prohibitedTopics.sort()
  }

  private func add(_ points: Points, to topic: TopicID, isDanger: Bool, _ sums: inout [TopicSum]) {
    // A post has a handful of topics: looking along them beats hashing.
    let place: Int
    if let found = sums.firstIndex(where: { $0.topic == topic }) {
      place = found
    } else {
      place = sums.count
      sums.append(TopicSum(topic: topic, danger: .zero, rest: .zero))
    }
    if isDanger {
      sums[place].danger = sums[place].danger + points
    } else {
      sums[place].rest = sums[place].rest + points
    }
  }

  /// The largest weight among the hits of a match.
  private func weight(of match: Match, in matches: Matches, openingEnd: Int?) -> Points {
    guard rules.weights.title != .one || rules.weights.opening != .one else { return .one }
    var largest: Points?
    for hit in matches.hits[match.hits] {
      let weight: Points
      if hit.field == .title {
        weight = rules.weights.title
      } else if let openingEnd, hit.range.lowerBound < openingEnd {
        weight = rules.weights.opening
      } else {
        weight = .one
      }
      largest = max(largest ?? weight, weight)
    }
    return largest ?? .one
  }

  private func chooseLevel(facts: PostFacts, isUnread: Bool, into scores: inout Scores) {
    let context = LevelContext(scores: scores, reach: facts.reach)
    if let line = rules.levels.firstIndex(where: { $0.condition.holds(in: context) }) {
      scores.level = rules.levels[line].level
      scores.reason = .line(line)
    }
    // What is prohibited is a mark beside the decision: it lifts nothing.
    for score in scores.categories where score.category != .prohibited {
      guard let floor = rules.categories[score.category.index].floor, floor > scores.level else { continue }
      scores.level = floor
      scores.reason = .floor(score.category)
    }
    if isUnread, scores.level < .general {
      scores.level = .general
      scores.reason = .unread
    }
  }
}

/// What `points` of a rule may ask.
private struct RuleContext: ExpressionContext {
  var numbers: Numbers
  var reach: Int?

  func number(_ variable: NumberVariable) -> Double? {
    variable == .reach ? reach.map(Double.init) : numbers[variable]
  }
}

/// What `levels` may ask.
struct LevelContext: ExpressionContext {
  var scores: Scores
  var reach: Int?

  func number(_ variable: NumberVariable) -> Double? {
    switch variable {
    case .reach: reach.map(Double.init)
    case .total: scores.total.value
    default: scores.numbers[variable]
    }
  }

  func points(ofCategory index: Int) -> Double {
    // `prohibited` decides no level.
    guard CategoryID(index) != .prohibited else { return 0 }
    return scores.categories.first { $0.category.index == index }?.points.value ?? 0
  }

  func points(ofTopics indices: [Int]) -> Double {
    scores.topics.reduce(Points.zero) { sum, score in
      indices.contains(score.topic.index) ? sum + score.points : sum
    }.value
  }
}

extension Numbers {
  /// The number that a variable names, where it names one that patterns read.
  fileprivate subscript(_ variable: NumberVariable) -> Double? {
    switch variable {
    case .people: people
    case .months: months
    case .days: days
    case .amount: amount
    default: nil
    }
  }
}
