// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

/// Where a batch stands between two chunks: all that another process needs to go on with the same bytes.
struct BatchState: Hashable, Sendable, Codable {
  /// A place in an input that is being read.
  struct Reading: Hashable, Sendable, Codable {
    /// Behind the last row whose result was written.
    var position: RecordPosition
    /// What had been read of the input by then, which is a little more.
    var input: BatchManifest.Input
  }

  /// The inputs that were read to their ends.
  var finished: [BatchManifest.Input] = []
  /// The place in the input after those; nil where nothing of it has been written.
  var reading: Reading?
  /// What was counted of each input.
  var counted: [BatchSummary.Input]
  /// What was written: decisions, rejects, and the log of ids.
  var outputs: [OutputFile.Written]

  /// Whether nothing has been read.
  var isAtStart: Bool { finished.isEmpty && reading == nil }
}
