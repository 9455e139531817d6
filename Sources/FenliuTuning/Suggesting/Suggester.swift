// SPDX-License-Identifier: Apache-2.0
public import Fenliu
import Glibc

/// Proposes words and points from labelled posts.
///
/// Everything that does not depend on labels is prepared once: the n-grams of all posts and who of them may be proposed at all. A fit
/// is then a pure function of the places of the posts it learns from, so that fits for the parts of a cross-validation run side by
/// side.
public struct Suggester: Sendable {
  let posts: [LabelledPost]
  /// The points that the pack gives each post, by topic.
  let given: [[Scores.TopicScore]]
  let copies: NearCopies
  let limits: SuggestionLimits
  let weights: RuleSet.Weights
  let columns: TopicColumns
  let classCount: Int
  let index: NgramIndex
  let mayBeProposed: [Bool]

  /// - Parameters:
  ///   - given: what the pack decides of each post.
  ///   - copies: the near-copies among the posts.
  ///   - columns: the topics that the labels lead to.
  ///   - weights: what words of title and opening count, in the pack.
  public init(
    _ posts: [LabelledPost], given: [Outcome], copies: NearCopies, columns: TopicColumns, table: LabelTable,
    weights: RuleSet.Weights, limits: SuggestionLimits
  ) {
    self.posts = posts
    self.given = given.map(\.topics)
    self.copies = copies
    self.limits = limits
    self.weights = weights
    self.columns = columns
    classCount = table.classes.count
    let index = NgramIndex(posts.map(\.post), copies: copies, least: limits.minSupport)
    self.index = index
    mayBeProposed = index.ngrams.indices.map { number in
      let ngram = index.ngrams[number]
      return ngram.kind.lengths.contains(ngram.units.count) && index.isNatural(number) && !index.isName(number)
        && !IdleWords.isIdle(ngram)
        && !limits.excluded.contains { ngram.text.contains($0) }
    }
  }

  /// What the posts at these places teach, by topic, then points, then word. Of near-copies only the first is learnt from.
  public func suggestions(learningFrom places: [Int]) -> [Suggestion] {
    let learnt = distinct(places)
    let classes = posts.map(\.label.index)
    let words = CandidateWords(
      index, posts: learnt, classes: classes, classCount: classCount, mayBeProposed: mayBeProposed,
      least: limits.minSupport)
    guard !words.ngrams.isEmpty, !columns.topics.isEmpty else { return [] }
    let given = learnt.map(points)
    let unit = unit(of: given)
    let input = WordFit.Input(
      rows: rows(learnt, words), given: given.map { row in row.map { $0 * (unit ?? 0) } },
      classes: learnt.map { classes[$0] }, classOfTopic: columns.classes,
      scales: words.telling.map { powf(Float(max($0, 0)), WordFit.priorPower) })
    let fitted = WordFit.fit(input)
    return rounded(chosen(fitted, words), unit: unit, words, learnt)
  }

  /// One of each group of near-copies.
  private func distinct(_ places: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return places.filter { seen.insert(copies.first[$0]).inserted }
  }

  /// The points that the pack gives a post for each topic of the fit.
  private func points(of post: Int) -> [Float] {
    columns.topics.map { topic in Float(given[post].first { $0.topic == topic }?.points.value ?? 0) }
  }

  /// How far the sum of a leading topic lies above zero in the unit of weights, on average; the rest of the method is made for it.
  private static let usualSum: Float = 2.7

  /// What one point of the pack is worth in the unit of weights; nil where the pack says too little of these posts.
  private func unit(of given: [[Float]]) -> Float? {
    let leading = given.compactMap { $0.max() }.filter { $0 > 0 }
    guard leading.count * 4 >= given.count, !leading.isEmpty else { return nil }
    return Self.usualSum / (leading.reduce(0, +) / Float(leading.count))
  }

  /// What each post has of the words: 1 in the text, and the weight of title or opening in addition, as the pack has it.
  private func rows(_ learnt: [Int], _ words: CandidateWords) -> SparseRows {
    var columns = Array(repeating: Int32(-1), count: index.ngrams.count)
    for (column, ngram) in words.ngrams.enumerated() { columns[Int(ngram)] = Int32(column) }
    let title = Float(weights.title.value)
    let opening = Float(weights.opening.value)
    var rows = SparseRows(width: words.ngrams.count)
    for post in learnt {
      rows.append(
        index.occurrences[post].compactMap { occurrence in
          let column = columns[Int(occurrence.ngram)]
          guard column >= 0 else { return nil }
          var value: Float = occurrence.isInText ? occurrence.isInOpening ? opening : 1 : 0
          if occurrence.isInTitle { value = title > 1 ? value + title : 1 }
          return (column, value)
        })
    }
    return rows
  }

  /// One weight of the fit that is kept.
  private struct Choice {
    var word: Int
    var topic: Int
    var weight: Float
  }

  /// A word speaks for a label only where its posts have the label so many times more often than all posts do. (A fit also finds uses
  /// for words that speak for another, to make up for its mistakes; nobody could read those, and new posts do not need them.)
  private static let leastLean = 1.5

  /// For each label the weights that change most: weight times the square root of the support.
  private func chosen(_ fitted: [[Float]], _ words: CandidateWords) -> [Choice] {
    var chosen: [Choice] = []
    for label in Set(columns.classes).sorted() {
      var ofLabel: [(choice: Choice, worth: Float)] = []
      let usual = Double(words.all[label]) / Double(max(words.all.reduce(0, +), 1))
      for word in fitted.indices {
        let share = Double(words.byClass[word][label]) / Double(words.support[word])
        guard share >= Self.leastLean * usual else { continue }
        for topic in columns.topics.indices where columns.classes[topic] == label && fitted[word][topic] > 0 {
          let weight = fitted[word][topic]
          ofLabel.append(
            (Choice(word: word, topic: topic, weight: weight), weight * Float(words.support[word]).squareRoot()))
        }
      }
      ofLabel.sort { ($1.worth, $0.choice.word, $0.choice.topic) < ($0.worth, $1.choice.word, $1.choice.topic) }
      chosen += ofLabel.prefix(limits.maxWords).map(\.choice)
    }
    return chosen
  }

  /// Weights as points that a person can read; those that come to nothing are left out.
  private func rounded(_ choices: [Choice], unit: Float?, _ words: CandidateWords, _ learnt: [Int]) -> [Suggestion] {
    // Where the pack gives no scale, points are as fine as they may be, and nothing is lost by rounding.
    let up = unit == nil ? 0 : Self.roundingUp
    let unit = unit ?? newUnit(choices)
    let steps: Float = limits.hasHalves ? 2 : 1
    var ids = Array(repeating: [String](), count: words.ngrams.count)
    var columns = Array(repeating: -1, count: index.ngrams.count)
    for (column, ngram) in words.ngrams.enumerated() { columns[Int(ngram)] = column }
    for post in learnt {
      for occurrence in index.occurrences[post] {
        let column = columns[Int(occurrence.ngram)]
        if column >= 0, ids[column].count < Self.shownPosts { ids[column].append(posts[post].post.id) }
      }
    }
    var suggestions: [Suggestion] = []
    for choice in choices {
      let points = min((choice.weight / unit * steps + up).rounded() / steps, Float(limits.maxPoints))
      guard points > 0 else { continue }
      suggestions.append(
        Suggestion(
          word: index.ngrams[Int(words.ngrams[choice.word])].text, topic: self.columns.topics[choice.topic],
          points: Points(Double(points)), support: words.support[choice.word],
          right: words.byClass[choice.word][self.columns.classes[choice.topic]], posts: ids[choice.word]))
    }
    return suggestions.sorted { ($0.topic, $1.points, $0.word) < ($1.topic, $0.points, $1.word) }
  }

  /// What is added before points are rounded: a weight of three tenths of a point becomes one. Many small weights make up a good part of
  /// what a fit knows; rounded down they would be lost together.
  private static let roundingUp: Float = 0.2

  /// How many of the posts behind a word are named.
  private static let shownPosts = 3

  /// Where the pack gives no scale: nearly the greatest weight gets the most points.
  private func newUnit(_ choices: [Choice]) -> Float {
    let weights = choices.map(\.weight).sorted()
    guard !weights.isEmpty else { return 1 }
    return weights[min(weights.count * 999 / 1000, weights.count - 1)] / Float(limits.maxPoints)
  }
}
