// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords

/// One pass over the posts of some inputs on all processors, for commands that count and compare rather than write decisions.
///
/// Each thread takes the next chunk of rows and makes a value of each post; what comes of the chunks is handed on in the order of
/// the input, so that nothing depends on the number of threads.
///
/// ```swift
/// let seen = try PostPass(options, records: records).run {
///   classifier.makeWorker()
/// } value: { worker, post, label in
///   worker.outcome(of: post, at: time)
/// } take: { outcomes in
///   report.add(outcomes)
/// }
/// ```
struct PostPass: Sendable {
  /// The files to read, `-` being standard input.
  var inputs: [String]
  /// How their rows are read.
  var records: RecordOptions
  /// How many threads work.
  var threads: Int

  /// The posts that the options name.
  init(_ options: PostOptions, records: RecordOptions) {
    inputs = options.posts
    self.records = records
    threads = options.threads
  }

  /// What was read besides posts.
  struct Seen: Sendable {
    /// How many posts there were.
    var posts = 0
    /// How many rows were none.
    var rejects = 0
    /// The first of them, for people to look at.
    var firstRejects: [Reject] = []

    /// Of each input that has posts, by its place: the names of its rows, and whether one is the column of labels.
    var columns: [Int: (names: [String], hasLabel: Bool)] = [:]

    static let mostRejects = 5
    static let mostNames = 64
  }

  /// Makes a value of every post; nil leaves a post out. An input of which no row has the column of labels is refused, as
  /// a table is whose header lacks it.
  ///
  /// - Parameters:
  ///   - worker: makes what one thread keeps from post to post.
  ///   - value: what becomes of a post and the label it may have.
  ///   - take: takes the values of a chunk, one chunk after the other in the order of the input, never two at a time.
  func run<Worker: ~Copyable, Value: Sendable>(
    worker: @escaping @Sendable () -> Worker,
    value: @escaping @Sendable (inout Worker, Post, _ label: String?) -> Value?,
    take: @escaping @Sendable ([Value]) -> Void
  ) throws(CommandFailure) -> Seen {
    let source = Monitor(ChunkSource(inputs, options: records))
    let sink = Monitor(OrderedSink<Value>(window: 2 * threads + 2, take: take))
    Threads.run(threads) {
      var worker = worker()
      var parser: RecordParser?
      while let work = source.withState({ $0.take() }) {
        var current = RecordParser.reusing(parser.take(), for: work.format)
        var part = OrderedSink<Value>.Part()
        current.begin(work.chunk)
        while let record = current.next() {
          switch record {
          case .post(let post):
            part.seen.posts += 1
            if let made = value(&worker, post, current.label) { part.values.append(made) }
          case .reject(let reject): part.seen.add(reject)
          }
        }
        if part.seen.posts > 0 { part.seen.columns[work.input] = (current.names, current.hasLabel) }
        parser = current
        sink.withState(when: { $0.hasRoom(for: work.number) }) { $0.put(part, number: work.number) }
      }
    }
    if let failure = source.withState({ $0.failure }) { throw CommandFailure(.input(failure)) }
    let seen = sink.withState { $0.seen }
    if let label = records.names.given[.label],
      let input = inputs.indices.first(where: { seen.columns[$0]?.hasLabel == false })
    {
      let found = seen.columns[input]?.names ?? []
      throw CommandFailure(.input(.missingColumn(file: inputs[input], name: label, found: found)))
    }
    return seen
  }
}

extension PostPass.Seen {
  fileprivate mutating func add(_ reject: Reject) {
    rejects += 1
    if firstRejects.count < Self.mostRejects { firstRejects.append(reject) }
  }

  fileprivate mutating func add(_ other: PostPass.Seen) {
    posts += other.posts
    rejects += other.rejects
    firstRejects += other.firstRejects.prefix(Self.mostRejects - firstRejects.count)
    for (input, new) in other.columns {
      var old = columns[input] ?? ([], false)
      for name in new.names where old.names.count < Self.mostNames && !old.names.contains(name) {
        old.names.append(name)
      }
      columns[input] = (old.names, old.hasLabel || new.hasLabel)
    }
  }

  /// Says on standard error which rows were no posts: how many, and where the first ones stand.
  func tellRejects() {
    if posts == 0, rejects == 0 { StandardError.line(CommandSentence.noPosts.text) }
    guard rejects > 0 else { return }
    StandardError.line(CommandSentence.rowsRejected(rejects).text)
    for reject in firstRejects { StandardError.line("  \(reject.file):\(reject.line): \(reject.reason.rawValue)") }
    if firstRejects.contains(where: { $0.reason == .notUTF8 }) { StandardError.line(CommandSentence.saveAsUTF8.text) }
  }
}

/// Brings what threads made of chunks into the order of the input.
private struct OrderedSink<Value: Sendable>: ~Copyable, Sendable {
  /// What came of one chunk.
  struct Part: Sendable {
    var seen = PostPass.Seen()
    var values: [Value] = []
  }

  /// The sum of what was handed on.
  private(set) var seen = PostPass.Seen()
  private let window: Int
  private let take: @Sendable ([Value]) -> Void
  private var next = 0
  private var waiting: [Int: Part] = [:]

  init(window: Int, take: @escaping @Sendable ([Value]) -> Void) {
    self.window = window
    self.take = take
  }

  /// Whether the part of the chunk with this number may be handed in now; always true of the one that is next.
  func hasRoom(for number: Int) -> Bool { number < next + window }

  mutating func put(_ part: Part, number: Int) {
    waiting[number] = part
    while let ready = waiting.removeValue(forKey: next) {
      next += 1
      seen.add(ready.seen)
      take(ready.values)
    }
  }
}
