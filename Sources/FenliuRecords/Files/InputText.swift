// SPDX-License-Identifier: Apache-2.0
import FenliuDigest

/// The text of an input in UTF-8, whatever the bytes of its file are: what rows are cut and parsed from.
///
///     bytes of the file → container → encoding → text
///
/// Offsets of rows count in this text. Length and digest of an input are those of the file's own bytes. An input may hold
/// several texts, one after the other, each with a beginning of its own, as the sheets of a workbook are.
struct InputText: ~Copyable, Sendable {
  private var file: InputFile

  /// Opens `name`, `-` being standard input.
  init(_ name: String) throws(InputFailure) { file = try InputFile(name) }

  /// Whether reads may come back with little because somebody is still writing.
  var isLive: Bool { file.isLive }
  /// How many bytes of the file have been read.
  var byteCount: Int { file.byteCount }

  /// Appends about `most` bytes of text to `buffer`; false at the end of the text.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    try file.read(upTo: most, into: &buffer)
  }

  /// Turns to the next text of the input, when one has ended; false after the last.
  mutating func turnToNext() throws(InputFailure) -> Bool { false }

  /// The digest of all bytes of the file; asked for after the last text.
  consuming func finish() -> SHA256Digest { file.finish() }
}
