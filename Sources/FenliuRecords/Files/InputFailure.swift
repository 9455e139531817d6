// SPDX-License-Identifier: Apache-2.0
public import FenliuCompression
public import FenliuEncodings
public import FenliuWorkbook

/// Why an input cannot be read at all. Nothing of it was decided.
public enum InputFailure: Error, Hashable, Sendable {
  /// The system refused, with its error number.
  case system(file: String, number: Int32)
  /// The bytes are of a format that is not read.
  case otherFormat(file: String, found: ForeignFormat)
  /// The header is not what the encoding allows that the input has.
  case headerNotText(file: String, encoding: TextEncoding)
  /// The system cannot read the encoding.
  case noConverter(file: String, encoding: TextEncoding)
  /// A compressed input ends in the middle: after so many bytes, out of which so many came.
  case truncated(file: String, Compression, byteCount: Int, contentCount: Int)
  /// A compressed input cannot be undone, and where.
  case compression(file: String, Compression, DecompressionFailure)
  /// A workbook is broken, or none that is read.
  case workbook(file: String, WorkbookFailure)
  /// A sheet that `--sheet` names is not there; the names there are.
  case noSheet(file: String, name: String, found: [String])
  /// No column is title or text; the names there are.
  case noText(file: String, found: [String])
  /// There is a title and no column that is known to be the text, but some that may be.
  case unsureText(file: String, candidates: [String])
  /// A column that `--columns` names is not there; the names there are.
  case missingColumn(file: String, name: String, found: [String])
  /// The header has one cell, which other marks than commas of ASCII cut in several: the mark.
  case wideSeparator(file: String, mark: String)
  /// Two columns go by names of the same column of ours.
  case ambiguousColumn(file: String, column: Column, names: [String])
  /// The input is not what an earlier run, which this one goes on with, had read of it.
  case changed(file: String)
  /// The first row is no header: its quotes do not come out even, or it is endless.
  case brokenHeader(file: String)
  /// Carriage returns alone end the lines.
  case bareReturns(file: String)
}
