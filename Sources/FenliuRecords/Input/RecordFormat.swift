// SPDX-License-Identifier: Apache-2.0

/// How rows are written, found out from the beginning of their input, or of their sheet in it.
public struct RecordFormat: Sendable {
  /// The two ways.
  public enum Kind: Hashable, Sendable {
    /// A JSON object a line.
    case jsonLines
    /// Cells, named by a header.
    case csv(CSVLayout)
  }

  /// The input as it was named to the program.
  public let file: String
  /// How it is written.
  public let kind: Kind
  /// How its rows are read.
  public let options: RecordOptions
  /// The line of its header, where rows stand above it that are not blank; nil where it comes first, or there is none.
  public let lateHeader: Int?
  /// Its place among the formats of a run: chunks with the same number can be read by one parser.
  public let number: Int
  /// The sheet of a workbook that the rows are of, which are counted as the sheet counts them; nil for other inputs.
  public var sheet: String?
}
