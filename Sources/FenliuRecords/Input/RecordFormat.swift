// SPDX-License-Identifier: Apache-2.0

/// How the rows of one input are written, found out from its beginning.
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
}
