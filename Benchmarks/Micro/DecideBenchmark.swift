// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching

/// How long a caller of `decide` waits for the decision of one post of 200 characters.
enum DecideBenchmark {
  /// How many characters each post has, and the most posts.
  private static let length = 200
  private static let most = 20_000

  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    var texts: [String] = []
    for post in workload.posts where texts.count < most {
      let characters = post.unicodeScalars.prefix(length)
      if characters.count == length { texts.append(String(characters)) }
    }
    let words = WordOracle(try workload.words())
    var regexes = try RegexOracle(workload.regexes())
    try measure("decide whole", try workload.pack("whole"), texts, options, &report) { text in
      Set(words.words(in: text).map { $0 % 40 }).count + (try regexes.matching(text)).count
    }
    guard let folder = options.pack else { return }
    let pack = try Pack(folder: folder)
    var plain = FindingLoop(try Matcher(pack.rules, gating: false))
    try measure("decide pack", pack, texts, options, &report) { text in
      plain.find(in: text)
      // All regexes together may cost more than one post may.
      return plain.matches.incomplete.isEmpty ? plain.matches.matches.count : nil
    }
  }

  /// `rules` is how many rules hold for a text, by an oracle; nil: it cannot tell.
  private static func measure(
    _ name: String, _ pack: Pack, _ texts: [String], _ options: Options, _ report: inout Report,
    rules: (String) throws -> Int?
  ) throws {
    let classifier = try Classifier(pack.rules, pack.map)
    var worker = classifier.makeWorker()
    var clock: [[Double]] = []
    var processor: [[Double]] = []
    var counted = 0
    for _ in 0..<options.rounds {
      counted = 0
      var waited: [Double] = []
      var worked: [Double] = []
      for (number, text) in texts.enumerated() {
        let post = Post(id: "\(number)", text: text)
        let begin = Stopwatch.clockTime()
        let start = Stopwatch.threadTime()
        let decision = worker.decide(post, at: Workload.time)
        worked.append(Stopwatch.threadTime() - start)
        waited.append(Stopwatch.clockTime() - begin)
        counted += decision.matches.count + decision.shadow.count
      }
      clock.append(waited)
      processor.append(worked)
    }
    // A usual decision lists twenty rules only.
    worker = classifier.makeWorker(listing: .all)
    var (expected, checked, unsure) = (0, 0, 0)
    for text in texts.prefix(500) {
      guard let count = try rules(text) else {
        unsure += 1
        continue
      }
      expected += count
      let decision = worker.decide(Post(id: "", text: text), at: Workload.time)
      checked += decision.matches.count + decision.shadow.count
    }
    report.check(name, counted: checked, expected: expected, by: "the oracle")
    report.check(name, counted: unsure > 50 ? 1 : 0, expected: 0, by: "an oracle that can tell of nearly all")
    for (share, title) in [(0.5, "p50"), (0.99, "p99"), (0.999, "p99.9")] {
      report.tell(
        "\(name) \(title)", processor.map { $0.percentile(share) }.median * 1e6, "µs of processor time",
        "\(counted) rules listed in \(texts.count) posts")
      report.tell("\(name) \(title) clock", clock.map { $0.percentile(share) }.median * 1e6, "µs")
    }
  }
}
