// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords
import FenliuModel
import FenliuNormalization

/// How fast all words are found in posts, one call a post: normalizing it, finding, and the range of each hit in the original.
enum ScanBenchmark {
  /// The engines by name, each compiled for its type; the ratios are to the first.
  private static let engines: [(name: String, measure: @Sendable (ScanTask, String, inout Report) -> ScanTask.Result)] =
    [
      ("automaton", { $0.measure(KeywordAutomaton.self, $1, &$2) }),
      ("scanner", { $0.measure(KeywordScanner.self, $1, &$2) }),
    ]

  static func run(_ workload: Workload, _ options: Options, _ report: inout Report) throws {
    for size in options.sizes(usual: [1_000, 10_000, 100_000]) {
      let task = ScanTask(words: try workload.words(size), workload: workload, rounds: options.rounds)
      var first: ScanTask.Result?
      for (engine, measure) in engines {
        let name = "scan \(size) \(engine)"
        let result = measure(task, name, &report)
        guard let plain = first else {
          first = result
          continue
        }
        report.check(name, counted: result.hits, expected: plain.hits, by: engines[0].name)
        report.tell("\(name)/\(engines[0].name)", plain.seconds / result.seconds, "times")
      }
    }
  }
}

/// Words to find in posts, and how often some of them occur by an oracle.
struct ScanTask {
  /// What one engine found in all posts, and the median of the times it took.
  struct Result {
    var hits: Int
    var seconds: Double
  }

  private let words: [String]
  private let posts: [String]
  private let beginning: ArraySlice<String>
  private let rounds: Int
  /// How often the words occur in `beginning`.
  private let expected: Int

  init(words: [String], workload: Workload, rounds: Int) {
    self.words = words
    self.rounds = rounds
    posts = workload.posts
    beginning = workload.beginning(bytes: 1_000_000)
    let oracle = WordOracle(words)
    expected = beginning.reduce(0) { $0 + oracle.hitCount(in: $1) }
  }

  /// Builds an engine, checks it and measures it.
  func measure<Engine: KeywordEngine>(_ type: Engine.Type, _ name: String, _ report: inout Report) -> Result {
    let start = Stopwatch.threadTime()
    let engine = Engine(words)
    report.tell("\(name) build", (Stopwatch.threadTime() - start) * 1e3, "ms", "\(words.count) words")
    report.check(
      name, counted: count(engine, beginning), expected: expected, by: "a dictionary asked at every place")
    let (seconds, hits) = Stopwatch.rounds(rounds) { count(engine, posts[...]) }
    report.tell(
      name, bytes: posts.reduce(0) { $0 + $1.utf8.count }, in: seconds, "\(hits) hits in \(posts.count) posts")
    return Result(hits: hits, seconds: seconds.median)
  }

  @inline(__always)
  private func count<Engine: KeywordEngine>(_ engine: Engine, _ posts: ArraySlice<String>) -> Int {
    let normalizer = Normalizer()
    var buffer = NormalizedText()
    var memory = Engine.makeMemory()
    var hits = 0
    var places = 0
    for post in posts {
      normalizer.normalize(post, into: &buffer, counting: false)
      let bytes = buffer.bytes
      engine.forEachHit(in: bytes.span, &memory) { _, range in
        hits += 1
        places &+= buffer.originalRange(of: range).upperBound
      }
    }
    precondition(places >= hits, "no hit ends where the text begins")
    return hits
  }
}
