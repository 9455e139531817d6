// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuRecords

/// A run over inputs: read, decide on all processors, write in the order of the input.
///
/// Each thread takes the next chunk, some thousand posts, makes all of its output, and hands it in. So nothing is shared on the
/// way of a post, and the bytes do not depend on how many threads there are.
struct Batch: Sendable {
  /// The files to read, `-` being standard input.
  var inputs: [String]
  /// How their rows are read.
  var options: RecordOptions
  /// How many threads decide.
  var jobs: Int
  /// The time of the run.
  var time: Instant
  /// The zone of the times that are written.
  var zone: Zone
  /// Whether decisions are written as a table rather than as lines of JSON.
  var asTable = false
  /// How that table shows departments, by their keys.
  var leads: [String: DecisionTable.Lead] = [:]
  /// Whether that table is one that a spreadsheet opens as it is, rather than the rows of a workbook.
  var isForSpreadsheets = true
  /// Whether to tell a terminal how far the run has come, and of how many bytes.
  var progressTotal: Int??
  /// What is kept on the way, so that another run can go on with this one; nil where that cannot be.
  var keeping: Keeping?

  /// How a run is kept, and where an earlier one stood.
  struct Keeping: Sendable {
    /// After how many bytes of text the next checkpoint comes, where it does not come for the time that went by.
    var every: Int
    /// After how many seconds a checkpoint comes, however few bytes there were: as long as slow work may have been in vain.
    var seconds = 10.0
    /// Where the earlier run stood with which this one goes on.
    var start: BatchState?
    /// Keeps where the run stands. Whatever the state names is on the disk by then.
    var save: @Sendable (BatchState) throws(OutputFailure) -> Void
  }

  /// Why a run failed.
  enum Failure: Error, Hashable {
    case input(InputFailure)
    case output(OutputFailure)
  }

  /// What came of a run.
  struct Outcome {
    let inputs: [BatchManifest.Input]
    let summary: BatchSummary
    let decisions: OutputFile.Written
    let rejects: OutputFile.Written
  }

  /// Runs to the end of all inputs, or to the first failure.
  ///
  /// Where it goes on with an earlier run, the files are that one's, opened again, and are cut back only when the place in the
  /// inputs has been found.
  func run<Decider: PostDecider & ~Copyable>(
    decisions: consuming OutputFile, rejects: consuming OutputFile, ids: consuming RepeatedIDs,
    decider: @escaping @Sendable () -> Decider
  ) throws(Failure) -> Outcome {
    var chunks = ChunkSource(inputs, options: options)
    if let start = keeping?.start {
      do throws(InputFailure) { try chunks.go(to: start) } catch { throw .input(error) }
      do throws(OutputFailure) {
        try decisions.cutBack()
        try rejects.cutBack()
        try ids.cutBack()
      } catch {
        throw .output(error)
      }
    }
    let source = Monitor(chunks)
    let progress = progressTotal.map { total in
      Progress(of: total) { source.withState { $0.byteCount } }
    }
    // Taken out at the end, when no thread is left.
    let sink = Monitor<BatchSink?>(
      BatchSink(
        inputs: inputs, decisions: decisions, rejects: rejects, ids: ids, window: 2 * jobs + 2, progress: progress,
        keeping: keeping
      ) { source.withState { $0.finished } })
    if asTable, keeping?.start?.outputs.first?.byteCount ?? 0 == 0 {
      sink.withState { $0?.writeHead(DecisionTable.head()) }
    }
    let (time, asTable, zone, isForSpreadsheets, leads) = (time, asTable, zone, isForSpreadsheets, leads)
    Threads.run(jobs) {
      var worker = ChunkWorker(
        decider(), at: time, asTable: asTable, isForSpreadsheets: isForSpreadsheets, zone: zone, leads: leads)
      while sink.withState({ $0?.failure == nil }), let work = source.withState({ $0.take() }) {
        // Given away for good, so that its memory is nobody else's when it comes back.
        var result = Optional(worker.result(of: work))
        var memory = sink.withState(when: { $0?.hasRoom(for: work.number) ?? true }) { sink in
          if let result = result.take() { sink?.put(result, number: work.number) }
          return sink?.takeSpare() ?? []
        }
        worker.reuse(&memory)
      }
    }
    let (failure, finished) = source.withState { ($0.failure, $0.finished) }
    if let failure { throw .input(failure) }
    guard let written = sink.withState({ $0.take() }) else { preconditionFailure("a sink was put in") }
    do throws(OutputFailure) {
      let outcome = try written.finish(finished.map(\.nature))
      return Outcome(
        inputs: finished, summary: outcome.summary, decisions: outcome.decisions, rejects: outcome.rejects)
    } catch {
      throw .output(error)
    }
  }
}
