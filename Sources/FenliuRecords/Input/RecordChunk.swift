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
  /// Rows that are none, and were never parsed, which stand in place of others: `bytes` is empty then.
  public let refused: [Reject]

  init(_ format: RecordFormat, bytes: [UInt8], offset: Int, line: Int, isReencoded: Bool = false) {
    self.format = format
    self.bytes = bytes
    self.offset = offset
    self.line = line
    self.isReencoded = isReencoded
    refused = []
  }

  init(_ format: RecordFormat, refused: [Reject]) {
    precondition(!refused.isEmpty, "a chunk has rows or what stands in their place")
    self.format = format
    bytes = []
    offset = refused[0].offset
    line = refused[0].line
    isReencoded = false
    self.refused = refused
  }

  /// How many bytes of text it stands for.
  public var length: Int { refused.reduce(bytes.count) { $0 + $1.length } }

  /// The rows from `position` on, which lies between two of them; nil where it lies elsewhere.
  public func rest(from position: RecordPosition) -> RecordChunk? {
    let place = position.offset - offset
    guard place > 0, place < bytes.count, bytes[place - 1] == UInt8(ascii: "\n") else { return nil }
    return RecordChunk(
      format, bytes: Array(bytes[place...]), offset: position.offset, line: position.line, isReencoded: isReencoded)
  }
}
