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
  private var progress: Progress?

  /// Writes to these files, which may be streams.
  init(
    inputs: [String], decisions: consuming OutputFile, rejects: consuming OutputFile, ids: consuming RepeatedIDs,
    window: Int, progress: Progress?
  ) {
    self.inputs = inputs.map { BatchSummary.Input(file: $0) }
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
      } catch {
        failure = error
      }
    }
    if failure != nil { waiting.removeAll() }
  }

  /// Writes the first bytes of the decisions.
  mutating func writeHead(_ bytes: [UInt8]) {
    do throws(OutputFailure) { try decisions.write(bytes) } catch { failure = error }
  }

  private mutating func write(_ result: ChunkResult) throws(OutputFailure) {
    try decisions.write(result.decisions)
    try rejects.write(result.rejects)
    try ids.add(result.ids)
    inputs[result.input].tally.add(result.tally)
    inputs[result.input].add(unlisted: result.unlisted)
    progress?.advance(posts: result.tally.posts)
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
    var inputs = inputs
    for (place, nature) in natures.enumerated() { inputs[place].nature = nature }
    let summary = BatchSummary(inputs: inputs, repeatedIDs: try ids.count())
    precondition(summary.total.isBalanced, "a row became neither a decision nor a reject")
    return Outcome(summary: summary, decisions: try decisions.finish(), rejects: try rejects.finish())
  }
}

extension BatchSummary.Input {
  /// Adds names that are not known yet; 64 are enough for anybody.
  mutating func add(unlisted names: [String]) {
    for name in names where unlisted.count < 64 && !unlisted.contains(name) { unlisted.append(name) }
  }
}
