// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

/// Puts results together in the order of the chunks, whatever the order in which threads bring them.
///
/// Memory stays flat: a thread that is more than `window` chunks ahead waits. The one that works on the chunk to be
/// written next never does, so there is always one that goes on.
struct BatchSink: ~Copyable {
  /// How many chunks may lie between the one written next and one that is handed in.
  let window: Int
  /// What was counted of each input that had rows.
  private(set) var inputs: [BatchSummary.Input]
  /// Why writing ended early.
  private(set) var failure: OutputFailure?

  private var decisions: OutputFile
  private var rejects: OutputFile
  private var ids: RepeatedIDs
  private var next = 0
  private var waiting: [Int: ChunkResult] = [:]
  /// The memory of decisions that were written, for results to come: to ask the system for it again, page by page, costs more than to
  /// fill it.
  private var spare: [[UInt8]] = []
  private var progress: Progress?
  private let keeping: Batch.Keeping?
  /// The bytes of text whose results were written after the last checkpoint.
  private var sinceCheckpoint = 0
  private var lastCheckpoint = ContinuousClock.now
  /// What is known of the inputs that were read to their ends.
  private let finished: @Sendable () -> [BatchManifest.Input]

  /// Writes to these files, which may be streams.
  init(
    inputs: [String], decisions: consuming OutputFile, rejects: consuming OutputFile, ids: consuming RepeatedIDs,
    window: Int, progress: Progress?, keeping: Batch.Keeping?,
    finished: @escaping @Sendable () -> [BatchManifest.Input]
  ) {
    self.inputs = keeping?.start?.counted ?? inputs.map { BatchSummary.Input(file: $0) }
    self.keeping = keeping
    self.finished = finished
    self.decisions = decisions
    self.rejects = rejects
    self.ids = ids
    self.window = window
    self.progress = progress
  }

  /// Whether the result of the chunk with this number may be handed in now.
  func hasRoom(for number: Int) -> Bool { number < next + window || failure != nil }

  /// Takes the result of the chunk with this number, and writes what can be written in order.
  mutating func put(_ result: consuming ChunkResult, number: Int) {
    waiting[number] = result
    while failure == nil, let ready = waiting.removeValue(forKey: next) {
      next += 1
      do throws(OutputFailure) {
        try write(ready)
        if spare.count < window / 2 { spare.append(ready.decisions) }
      } catch {
        failure = error
      }
    }
    if failure != nil { waiting.removeAll() }
  }

  /// Memory for the next result, empty where there is none.
  mutating func takeSpare() -> [UInt8] { spare.popLast() ?? [] }

  /// Writes the first bytes of the decisions.
  mutating func writeHead(_ bytes: [UInt8]) {
    do throws(OutputFailure) { try decisions.write(bytes) } catch { failure = error }
  }

  private mutating func write(_ result: ChunkResult) throws(OutputFailure) {
    try decisions.write(result.decisions)
    try rejects.write(result.rejects)
    try ids.add(result.ids)
    inputs[result.input].tally.add(result.tally)
    inputs[result.input].unlisted.add(columns: result.unlistedColumns)
    inputs[result.input].unlisted.add(result.unlistedKeys)
    progress?.advance(posts: result.tally.posts)
    guard let keeping else { return }
    sinceCheckpoint += result.textLength
    let isLate = lastCheckpoint.duration(to: .now) >= .seconds(keeping.seconds)
    if sinceCheckpoint >= keeping.every || isLate { try checkpoint(behind: result.input, result.end) }
  }

  /// Lets the disk have all that was written, and then where the run stands: behind so many inputs and a part of the next.
  private mutating func checkpoint(behind count: Int, _ reading: BatchState.Reading?) throws(OutputFailure) {
    guard let keeping else { return }
    sinceCheckpoint = 0
    lastCheckpoint = .now
    var outputs = [try decisions.checkpoint(), try rejects.checkpoint()]
    if let log = try ids.checkpoint() { outputs.append(log) }
    try keeping.save(
      BatchState(finished: Array(finished().prefix(count)), reading: reading, counted: inputs, outputs: outputs))
  }

  /// What was written, when all has been handed in.
  struct Outcome {
    let summary: BatchSummary
    let decisions: OutputFile.Written
    let rejects: OutputFile.Written
  }

  /// Ends the files and the count of ids, when all inputs were read and it is known what they are.
  consuming func finish(_ natures: [InputNature]) throws(OutputFailure) -> Outcome {
    progress?.end()
    if let failure { throw failure }
    precondition(waiting.isEmpty, "a chunk was handed out whose result never came")
    try checkpoint(behind: inputs.count, nil)
    var inputs = inputs
    for (place, nature) in natures.enumerated() { inputs[place].nature = nature }
    let summary = BatchSummary(inputs: inputs, repeatedIDs: try ids.count())
    precondition(summary.total.isBalanced, "a row became neither a decision nor a reject")
    return Outcome(summary: summary, decisions: try decisions.finish(), rejects: try rejects.finish())
  }
}
