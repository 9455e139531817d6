// SPDX-License-Identifier: Apache-2.0

/// Why an input cannot be read at all. Nothing of it was decided.
public enum InputFailure: Error, Hashable, Sendable {
  /// The system refused, with its error number.
  case system(file: String, number: Int32)
  /// The bytes are of another encoding or format, which is named: `UTF-16`, `UTF-32`, `XLSX`, `gzip`, `JSON array`, or
  /// `not UTF-8` when the header is not.
  case otherFormat(file: String, found: String)
  /// No column is title or text; the names there are.
  case noText(file: String, found: [String])
  /// A column that `--columns` names is not there; the names there are.
  case missingColumn(file: String, name: String, found: [String])
  /// The header has one cell, which other marks than commas of ASCII cut in several: the mark.
  case wideSeparator(file: String, mark: String)
  /// Two columns go by names of the same column of ours.
  case ambiguousColumn(file: String, column: Column, names: [String])
  /// The first row is no header: its quotes do not come out even, or it is endless.
  case brokenHeader(file: String)
}
