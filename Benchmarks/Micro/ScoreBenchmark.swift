// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching
import FenliuModel
import FenliuScoring

/// What points, topics and the level of a post cost once its matches are known.
enum ScoreBenchmark {
  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    let prepared = try PreparedPosts(workload)
    let scorer = Scorer(prepared.pack.rules, sources: prepared.matcher.sources)
    var scratch = Scorer.Scratch()
    var scores = Scores()
    let (seconds, counted) = Stopwatch.rounds(options.rounds) {
      var sum = 0
      for post in prepared.all {
        scorer.score(
          post.matches, facts: FindingLoop.facts, openingEnd: nil, isUnread: false, scratch: &scratch, into: &scores)
        sum += scores.total.hundredths
      }
      return sum
    }
    let expected = prepared.all.reduce(0) { $0 + prepared.pointsByTopic(of: $1).values.reduce(0, +) }
    report.check("score", counted: counted, expected: expected * 100, by: "one a word and three a regex")
    report.tell(
      "score", seconds.median / Double(prepared.all.count) * 1e9, "ns a post",
      "\(counted / 100) points in \(prepared.all.count) posts")
  }
}
