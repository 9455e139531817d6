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

    /// Of each input that has posts, by its place, what its rows have.
    var columns: [Int: Columns] = [:]

    static let mostRejects = 5
  }

  /// What the rows of an input have.
  struct Columns: Sendable {
    /// How many rows there are.
    var rows: Int
    /// The names that mean something.
    var listed: [String]
    /// The others.
    var unlisted = UnlistedNames()
    /// Whether one is the column of labels.
    var hasLabel: Bool

    private static let mostListed = 64

    /// What `parser` saw in a chunk.
    init(rows: Int, _ parser: borrowing RecordParser) {
      self.rows = rows
      listed = parser.listed
      unlisted.add(parser.unlisted)
      hasLabel = parser.hasLabel
    }

    /// The names that may be told.
    var names: [String] { listed + unlisted.told(rows: rows).names }

    /// Adds what the next chunk has.
    mutating func add(_ next: Columns) {
      rows += next.rows
      for name in next.listed where listed.count < Self.mostListed && !listed.contains(name) { listed.append(name) }
      unlisted.add(next.unlisted.keys)
      unlisted.add([UnlistedName(name: "", posts: next.unlisted.others)])
      hasLabel = hasLabel || next.hasLabel
    }
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
        let rows = part.seen.posts + part.seen.rejects
        if part.seen.posts > 0 { part.seen.columns[work.input] = Columns(rows: rows, current) }
        parser = current
        sink.withState(when: { $0.hasRoom(for: work.number) }) { $0.put(part, number: work.number) }
      }
    }
    if let failure = source.withState({ $0.failure }) { throw CommandFailure(.input(failure)) }
    InputSentence.tell(source.withState { $0.finished })
    let seen = sink.withState { $0.seen }
    if let label = records.names.given[.label]?.first,
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
      if columns[input] == nil { columns[input] = new } else { columns[input]?.add(new) }
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
