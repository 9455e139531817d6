// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuEncodings

/// How rows are read.
public struct RecordOptions: Sendable {
  /// Which column means what.
  public var names: ColumnNames
  /// How times are read.
  public var times: TimeParser
  /// The sheets of workbooks that are read; none means those that are shown and have a header.
  public var sheets: [String] = []
  /// Where temporary files are made that a workbook may need.
  public var temporaryFolder = "/tmp"
  /// How the characters of all inputs are written; nil where each is asked by itself.
  public var encoding: TextEncoding?
  /// The most bytes that title and text may have together, in UTF-8.
  public var maxPost: Int
  /// About how many bytes of whole rows are handed out at once.
  public var chunkSize: Int

  /// The usual columns, times of `zone`, posts of up to a million bytes.
  public init(
    names: ColumnNames = ColumnNames(), times: TimeParser = TimeParser(zone: .shanghai),
    maxPost: Int = Self.defaultMaxPost, chunkSize: Int = Self.usualChunk
  ) {
    self.names = names
    self.times = times
    self.maxPost = maxPost
    self.chunkSize = max(1, chunkSize)
  }

  /// Some hundred to some thousand posts: enough that threads seldom meet, little enough that what waits to be written,
  /// several times as large, stays small.
  public static let usualChunk = 1 << 19
  /// What `--max-post` is unless it is given: 1 MB.
  public static let defaultMaxPost = 1_000_000

  /// The most bytes that a whole row may have: a post of which every character is escaped, and columns that are not read.
  /// Longer rows are rejected without ever being held in memory.
  var maxRow: Int { maxPost * 8 + 65_536 }
  /// The most bytes that a column other than title and text may have.
  var maxCell: Int { 4096 }
}
