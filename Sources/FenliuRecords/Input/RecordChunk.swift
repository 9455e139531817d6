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
  /// Whether the text is not the input's own bytes, but was brought to UTF-8 from another encoding.
  let isReencoded: Bool
  /// A row that is none, and was never parsed, which stands in place of rows: `bytes` is empty then.
  public let refused: Reject?

  init(_ format: RecordFormat, bytes: [UInt8], offset: Int, line: Int, isReencoded: Bool = false) {
    self.format = format
    self.bytes = bytes
    self.offset = offset
    self.line = line
    self.isReencoded = isReencoded
    refused = nil
  }

  init(_ format: RecordFormat, refused: Reject) {
    self.format = format
    bytes = []
    offset = refused.offset
    line = refused.line
    isReencoded = false
    self.refused = refused
  }
}
