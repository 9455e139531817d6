// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching
import FenliuModel
import FenliuRouting
import FenliuScoring

/// What lead, assisting departments and deadlines of a post cost once its scores are known.
enum RouteBenchmark {
  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    let prepared = try PreparedPosts(workload)
    let scorer = Scorer(prepared.pack.rules, sources: prepared.matcher.sources)
    let router = Router(rules: prepared.pack.rules, map: prepared.pack.map)
    var scratch = Scorer.Scratch()
    let scores = prepared.all.map { post in
      var scores = Scores()
      scorer.score(
        post.matches, facts: FindingLoop.facts, openingEnd: nil, isUnread: false, scratch: &scratch, into: &scores)
      return scores
    }
    let nothing = NormalizedText()
    let duty = prepared.pack.map.departments.firstIndex { $0.key == "duty" } ?? -1
    let (seconds, counted) = Stopwatch.rounds(options.rounds) {
      var withRoute = 0
      for (post, scores) in zip(prepared.all, scores) {
        let routed = router.route(
          scores, matches: post.matches, facts: FindingLoop.facts, title: nothing, text: post.text, start: Workload.time
        )
        if routed.lead.index != duty, routed.deadlines.count == 1 { withRoute += 1 }
      }
      return withRoute
    }
    report.check(
      "route", counted: counted, expected: prepared.all.count { !prepared.pointsByTopic(of: $0).isEmpty },
      by: "whether a post has a point")
    for (post, scores) in zip(prepared.all, scores) {
      let points = prepared.pointsByTopic(of: post)
      guard let best = points.values.max(), points.values.count(where: { $0 == best }) == 1 else { continue }
      let routed = router.route(
        scores, matches: post.matches, facts: FindingLoop.facts, title: nothing, text: post.text, start: Workload.time)
      let lead = prepared.pack.map.departments[routed.lead.index].key
      report.check(
        "route", counted: Int(lead.dropFirst()) ?? -1, expected: points.first { $0.value == best }?.key ?? -1,
        by: "the topic with most points")
    }
    report.tell(
      "route", seconds.median / Double(prepared.all.count) * 1e9, "ns a post",
      "\(counted) of \(prepared.all.count) posts have a route")
  }
}
