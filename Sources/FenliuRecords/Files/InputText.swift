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
  /// The workbook that the file is, where it is one.
  private var workbook: WorkbookText?
  /// What was read of the file and not yet given out.
  private var held: [UInt8] = []

  /// Opens `name`, `-` being standard input.
  init(_ name: String, options: RecordOptions) throws(InputFailure) {
    var file = try InputFile(name)
    while held.count < 4, try file.read(upTo: 65_536, into: &held) {}
    if WorkbookText.begins(held) || WorkbookText.beginsAsCompoundFile(held) {
      workbook = try WorkbookText(name, head: held, rest: &file, options: options)
    } else {
      workbook = nil
    }
    self.file = file
  }

  /// The sheet that the text is of, where it is one.
  var sheet: WorkbookText.Sheet? {
    switch workbook {
    case .some(let workbook): workbook.sheet
    case nil: nil
    }
  }
  /// The names of the sheets that are read, and of those that are not.
  var sheets: (read: [String], passedOver: [String]) {
    switch workbook {
    case .some(let workbook): (workbook.sheetNames, workbook.passedOver)
    case nil: ([], [])
    }
  }

  /// Whether reads may come back with little because somebody is still writing.
  var isLive: Bool { file.isLive }
  /// How many bytes of the file have been read.
  var byteCount: Int { file.byteCount }

  /// Appends about `most` bytes of text to `buffer`; false at the end of the text.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    if workbook != nil { return try workbook?.read(upTo: most, into: &buffer) ?? false }
    if !held.isEmpty {
      buffer.append(contentsOf: held)
      held = []
      return true
    }
    return try file.read(upTo: most, into: &buffer)
  }

  /// Turns to the next text of the input, when one has ended; false after the last.
  mutating func turnToNext() throws(InputFailure) -> Bool { try workbook?.turnToNext() ?? false }

  /// The digest of all bytes of the file; asked for after the last text.
  consuming func finish() -> SHA256Digest { file.finish() }
}
