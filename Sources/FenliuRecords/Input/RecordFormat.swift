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
  /// Its place among the formats of a run: chunks with the same number can be read by one parser.
  public let number: Int
}
