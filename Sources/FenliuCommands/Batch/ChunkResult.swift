// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRecords

/// What came of a chunk, ready to be written.
struct ChunkResult: Sendable {
  /// The place of its input.
  let input: Int
  /// Where the run stands once this has been written.
  let end: BatchState.Reading
  /// How many bytes of text it was made of.
  let textLength: Int
  /// The decisions, in the order of the posts.
  var decisions: [UInt8] = []
  /// The rejects, in the order of the rows.
  var rejects: [UInt8] = []
  /// The hashes of the ids of the posts.
  var ids: [UInt64] = []
  /// The names of columns of a table that were not read.
  var unlistedColumns: [String] = []
  /// The keys of JSON rows that were not read.
  var unlistedKeys: [UnlistedName] = []
  /// What was counted.
  var tally = BatchTally()
}

/// Turns chunks into results: one thread's worth of parser, decider and writers.
struct ChunkWorker<Decider: PostDecider & ~Copyable>: ~Copyable {
  private var decider: Decider
  private let time: Instant
  private let asTable: Bool
  private var lines: DecisionWriter
  private var table: DecisionTable
  private var rejects: RejectWriter
  private var counter = BatchCounter()
  private var parser: RecordParser?

  /// A worker that decides by `decider`, and writes a table or else lines of JSON, with times of `zone`; a table
  /// shows departments as `leads` has them.
  init(
    _ decider: consuming Decider, at time: Instant, asTable: Bool, isForSpreadsheets: Bool = true, zone: Zone,
    leads: [String: DecisionTable.Lead]
  ) {
    self.decider = decider
    rejects = RejectWriter(unread: self.decider.decide(Post(id: ""), at: time), zone: zone)
    self.time = time
    self.asTable = asTable
    lines = DecisionWriter(zone: zone)
    table = DecisionTable(zone: zone, leads: leads, isForSpreadsheets: isForSpreadsheets)
  }

  /// Takes back the memory of decisions that were written.
  mutating func reuse(_ memory: inout [UInt8]) { if !asTable { lines.reuse(&memory) } }

  /// What comes of the chunk; depends on its rows only.
  mutating func result(of work: borrowing ChunkSource.Work) -> ChunkResult {
    var parser = RecordParser.reusing(parser.take(), for: work.format)
    var result = ChunkResult(input: work.input, end: work.end, textLength: work.chunk.length)
    parser.begin(work.chunk)
    while let record = parser.next() {
      counter.countRow()
      switch record {
      case .post(let post):
        result.ids.append(RepeatedIDs.hash(post.id))
        counter.countGaps(of: post, at: time)
        if asTable {
          let decision = decider.decide(post, at: time)
          table.write(decision)
          counter.count(decision)
        } else {
          decider.write(post, at: time, to: &lines, counting: &counter)
        }
      case .reject(let reject):
        rejects.write(reject)
        counter.count(reject)
      }
    }
    result.unlistedKeys = parser.unlisted
    if case .csv(let layout) = work.format.kind { result.unlistedColumns = layout.unlisted }
    result.decisions = asTable ? table.take() : lines.take()
    result.rejects = rejects.take()
    result.tally = counter.take()
    self.parser = parser
    return result
  }
}
