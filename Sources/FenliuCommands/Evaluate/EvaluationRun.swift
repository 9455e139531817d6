// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuTuning

/// Everything that `fenliu eval` found out.
struct EvaluationRun: Sendable {
  /// What was compared with what.
  let table: LabelTable
  /// The one class that is looked at.
  let only: Int?
  /// Whether words were asked about.
  let asksWords: Bool
  var tally: EvaluationTally
  /// Posts whose column of labels is empty.
  var unlabelled = 0
  /// Labels whose posts the file of labels leaves out, with their posts.
  var leftOut: [String: Int] = [:]
  /// Labels that mean nothing, or several things, with their posts.
  var unknown: [String: Int] = [:]
  /// Posts to look at: those decided wrongly.
  var shown: [ShownPost] = []
  /// What was read besides posts.
  var seen = PostPass.Seen()
  /// How far the figures would move.
  var bootstrap: Bootstrap?

  /// A post with what was decided of it.
  struct ShownPost: Sendable {
    var post: Post
    var verdict: Verdict
    var decision: Decision
  }

  /// What one post adds.
  enum Part: Sendable {
    case unlabelled
    case leftOut(String)
    case unknown(String)
    case evaluated(EvaluatedPost, shown: ShownPost?)
  }

  init(_ table: LabelTable, only: Int?, asksWords: Bool) {
    self.table = table
    self.only = only
    self.asksWords = asksWords
    tally = EvaluationTally(classes: table.classes.count, only: only)
  }

  /// Adds what a post tells; of posts to look at the first `most` are kept.
  mutating func add(_ part: Part, showing most: Int) {
    switch part {
    case .unlabelled: unlabelled += 1
    case .leftOut(let label): leftOut[label, default: 0] += 1
    case .unknown(let label): unknown[label, default: 0] += 1
    case .evaluated(let post, let shown):
      tally.add(post)
      if let shown, self.shown.count < most { self.shown.append(shown) }
    }
  }

  /// How many posts a list of labels has.
  static func posts(_ labels: [String: Int]) -> Int { labels.values.reduce(0, +) }

  /// Labels, most posts first, as they may be shown: they are whatever stands in the column.
  static func sorted(_ labels: [String: Int]) -> [(label: String, posts: Int)] {
    labels.map { (label: $0.key, posts: $0.value) }.sorted {
      $0.posts != $1.posts ? $0.posts > $1.posts : $0.label < $1.label
    }.map { (label: StrangersNames.shown($0.label), posts: $0.posts) }
  }
}
