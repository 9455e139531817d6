// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching
import FenliuModel

/// How fast posts are searched for many regexes, each hit confirmed by PCRE2 and with its range: one rule a regex.
enum RegexBenchmark {
  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    for size in options.sizes(usual: [200, 1_000]) {
      let name = "regexes \(size)"
      let pack = try workload.pack("regexes-\(size)")
      let start = Stopwatch.threadTime()
      let matcher = try Matcher(pack.rules)
      report.tell("\(name) build", (Stopwatch.threadTime() - start) * 1e3, "ms")
      var loop = FindingLoop(matcher)
      var oracle = try RegexOracle(workload.regexes(size))
      let beginning = workload.beginning(bytes: 500_000)
      report.check(
        name, counted: count(&loop, beginning),
        expected: try beginning.reduce(0) { $0 + (try oracle.matching($1)).count },
        by: "PCRE2 regex by regex")
      let (seconds, counted) = Stopwatch.rounds(options.rounds) { count(&loop, workload.posts[...]) }
      report.tell(
        name, bytes: workload.posts.reduce(0) { $0 + $1.utf8.count }, in: seconds,
        "\(counted) regexes match in \(workload.posts.count) posts")
    }
  }

  /// How many pairs of a post and a regex there are.
  private static func count(_ loop: inout FindingLoop, _ posts: ArraySlice<String>) -> Int {
    var pairs = 0
    for post in posts {
      loop.find(in: post)
      pairs += loop.matches.matches.count
    }
    return pairs
  }
}
