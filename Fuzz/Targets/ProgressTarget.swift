// SPDX-License-Identifier: Apache-2.0
import FenliuRecords

@testable import ResumeFiles

/// The file by which an interrupted batch goes on: what is no such file is refused, what is one says only what can be, and is
/// written as it was read.
final class ProgressTarget: FuzzTarget {
  func run(_ bytes: [UInt8]) {
    // The second member alone: a digest would keep everything else out.
    check(RunRecord(run: bytes))
    check(RunRecord(bytes))
  }

  private func check(_ record: RunRecord?) {
    guard let record else { return }
    expectEqual(RunRecord(record.bytes()), record, "a record that was written")
    var whole = BatchTally()
    for input in record.state.counted {
      expect(input.tally.isBalanced, "\(input.file) does not add up")
      whole.add(input.tally)
    }
    expectEqual(record.state.outputs.last?.byteCount, 8 * whole.decisions, "the log of ids")
    for output in record.state.outputs + (record.results ?? []) {
      expect(
        !output.name.isEmpty && !output.name.contains("/") && output.name.first != ".", "\(output.name) leads away")
      expect(output.byteCount >= 0, "\(output.name) has \(output.byteCount) bytes")
    }
  }
}
