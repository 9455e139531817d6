// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import Glibc

/// Fits the points of words that a pack has, and leaves everything else of it as it is.
///
/// The same model as for new words: softmax over the topics' sums, the label's chance that of any of its topics. Points start where
/// the analyst put them, and moving away costs the square of the way, so that a word moves only as far as posts push it. They end
/// at whole or half points between the least step and the most that is allowed: a word never becomes worth nothing, nor less. Words
/// of fewer than five different posts stay as they are.
public struct PointFitter: Sendable {
  /// A word whose points changed.
  public struct Change: Hashable, Sendable {
    /// Where the word stands.
    public var origin: Origin
    /// Its points before, and as they are fitted.
    public var before: Points
    public var after: Points
  }

  let posts: [LabelledPost]
  let given: [[Scores.TopicScore]]
  let uses: [[PointUse]]
  let copies: NearCopies
  let limits: SuggestionLimits
  let columns: TopicColumns
  /// The points of each word that can be fitted.
  let points: [Origin: Points]

  /// - Parameters:
  ///   - given: what the pack decides of each post.
  ///   - uses: which words count in each post.
  public init(
    _ posts: [LabelledPost], given: [Outcome], uses: [[PointUse]], copies: NearCopies, columns: TopicColumns,
    rules: RuleSet, limits: SuggestionLimits
  ) {
    self.posts = posts
    self.given = given.map(\.topics)
    self.uses = uses
    self.copies = copies
    self.limits = limits
    self.columns = columns
    var points: [Origin: Points] = [:]
    for list in rules.lists {
      for word in list.words { if let own = word.points, own > .zero { points[word.origin] = own } }
    }
    self.points = points
  }

  /// Whether there is nothing to fit.
  public var isEmpty: Bool { !uses.joined().contains { points[$0.origin] != nil } }

  /// How many of the words that changed speak for each label.
  public func words(of changes: [Change]) -> [LabelTable.ClassID: Int] {
    var topics: [Origin: Set<TopicID>] = [:]
    for use in uses.joined() { topics[use.origin, default: []].insert(use.topic) }
    var words: [LabelTable.ClassID: Int] = [:]
    for change in changes {
      for label in Set(topics[change.origin, default: []].compactMap(columns.label)) { words[label, default: 0] += 1 }
    }
    return words
  }

  /// What an average leading sum may be worth to the softmax, in nats.
  private static let sums: [Double] = [0.5, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24]
  /// What it costs to move a word by as much as makes one nat.
  private static let ridge = 0.003
  private static let iterations = 200

  /// The changes that the posts at these places ask for, in the order of files and lines.
  public func changes(learningFrom places: [Int]) -> [Change] {
    var seen: Set<Int> = []
    let learnt = places.filter { seen.insert(copies.first[$0]).inserted }
    var numberOfTopic: [TopicID: Int] = [:]
    for (number, topic) in columns.topics.enumerated() { numberOfTopic[topic] = number }
    var support: [Origin: Int] = [:]
    for post in learnt { for origin in Set(uses[post].map(\.origin)) { support[origin, default: 0] += 1 } }
    let words = points.keys.filter { support[$0, default: 0] >= limits.minSupport }
      .sorted { ($0.file, $0.line) < ($1.file, $1.line) }
    guard !words.isEmpty, !columns.topics.isEmpty else { return [] }
    var numberOfWord: [Origin: Int] = [:]
    for (number, word) in words.enumerated() { numberOfWord[word] = number }
    let rows = learnt.map { post in
      Row(
        sums: columns.topics.map { topic in given[post].first { $0.topic == topic }?.points.value ?? 0 },
        uses: uses[post].compactMap { use in
          guard let word = numberOfWord[use.origin], let topic = numberOfTopic[use.topic] else { return nil }
          return (word, topic, use.weight.value)
        },
        isOfLabel: columns.classes.map { $0 == posts[post].label.index })
    }
    let moved = moves(of: rows, words: words.count)
    let step = limits.hasHalves ? 0.5 : 1.0
    return zip(words, moved).compactMap { word, move in
      let before = points[word]!
      let fitted = ((before.value + move) / step).rounded() * step
      let after = Points(min(max(fitted, step), Double(limits.maxPoints)))
      return after == before ? nil : Change(origin: word, before: before, after: after)
    }
  }

  /// A post to learn from.
  private struct Row {
    /// What each topic has as the pack stands.
    var sums: [Double]
    /// The words that count: word, topic, and how often.
    var uses: [(word: Int, topic: Int, weight: Double)]
    /// Whether each topic leads to the label.
    var isOfLabel: [Bool]
  }

  /// How far each word should move, in points, found by FISTA without bounds: rounding sees to those.
  private func moves(of rows: [Row], words: Int) -> [Double] {
    let leading = rows.compactMap { $0.sums.max() }.filter { $0 > 0 }
    guard !leading.isEmpty else { return Array(repeating: 0, count: words) }
    let usual = leading.reduce(0, +) / Double(leading.count)
    // The steepness that suits the points as they stand, so that the fit mends what is wrong between words and does not only make all
    // of them larger or smaller.
    let losses = Self.sums.map { (scale: $0 / usual, loss: loss(of: rows, scale: $0 / usual)) }
    let scale = losses.min { $0.loss < $1.loss }!.scale
    // No gradient changes faster than by the squared weights of the words of a post, all together.
    let widest = rows.map { row in row.uses.reduce(0) { $0 + $1.weight * $1.weight } }.max() ?? 1
    let steep = scale * scale * (widest + Self.ridge)
    var moves = Array(repeating: 0.0, count: words)
    var ahead = moves
    var momentum = 1.0
    for _ in 0..<Self.iterations {
      var gradient = ahead.map { $0 * Self.ridge * scale * scale }
      for row in rows {
        var sums = row.sums
        for use in row.uses { sums[use.topic] += ahead[use.word] * use.weight }
        let residuals = residuals(sums.map { $0 * scale }, row.isOfLabel)
        for use in row.uses {
          gradient[use.word] += scale * residuals[use.topic] * use.weight / Double(rows.count)
        }
      }
      let next = (1 + (1 + 4 * momentum * momentum).squareRoot()) / 2
      for word in 0..<words {
        let new = ahead[word] - gradient[word] / steep
        ahead[word] = new + (momentum - 1) / next * (new - moves[word])
        moves[word] = new
      }
      momentum = next
    }
    return moves
  }

  /// How far the points as they stand are from the labels.
  private func loss(of rows: [Row], scale: Double) -> Double {
    rows.reduce(0) { loss, row in
      let most = row.sums.max() ?? 0
      let chances = row.sums.map { exp(($0 - most) * scale) }
      let ofLabel = zip(chances, row.isOfLabel).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
      return loss - log(max(ofLabel / chances.reduce(0, +), 1e-12))
    }
  }

  /// Chances of the topics minus what they should be.
  private func residuals(_ sums: [Double], _ isOfLabel: [Bool]) -> [Double] {
    let most = sums.max() ?? 0
    let mostOfLabel = zip(sums, isOfLabel).filter(\.1).map(\.0).max() ?? most
    let chances = sums.map { exp($0 - most) }
    let wanted = zip(sums, isOfLabel).map { $1 ? exp($0 - mostOfLabel) : 0 }
    let (all, label) = (chances.reduce(0, +), max(wanted.reduce(0, +), .leastNormalMagnitude))
    return zip(chances, wanted).map { $0 / all - $1 / label }
  }
}

extension RuleSet {
  /// The rules with other points for some words.
  public func with(_ changes: [PointFitter.Change]) -> RuleSet {
    var after: [Origin: Points] = [:]
    for change in changes { after[change.origin] = change.after }
    var changed = self
    for list in changed.lists.indices {
      for word in changed.lists[list].words.indices {
        if let points = after[changed.lists[list].words[word].origin] {
          changed.lists[list].words[word].points = points
        }
      }
    }
    return changed
  }
}
