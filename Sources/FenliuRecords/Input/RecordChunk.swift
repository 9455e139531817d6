// SPDX-License-Identifier: Apache-2.0

/// Some whole rows of an input, one after the other, ready to be parsed by any thread.
public struct RecordChunk: Sendable {
  /// How they are written.
  public let format: RecordFormat
  /// The rows with their line ends. The last one of a file may lack it.
  public let bytes: [UInt8]
  /// Where the first of them stands in the text of the input.
  public let offset: Int
  /// The line at which the first row begins, counted from 1.
  public let line: Int
  /// A row too long to be held, which stands in place of rows: `bytes` is empty then.
  public let oversized: Reject?

  init(_ format: RecordFormat, bytes: [UInt8], offset: Int, line: Int) {
    self.format = format
    self.bytes = bytes
    self.offset = offset
    self.line = line
    oversized = nil
  }

  init(_ format: RecordFormat, oversized: Reject) {
    self.format = format
    bytes = []
    offset = oversized.offset
    line = oversized.line
    self.oversized = oversized
  }
}
