// SPDX-License-Identifier: Apache-2.0

/// The place of a file in the list of files that one load has read.
public struct FileID: Hashable, Sendable {
  /// Where the file stands in that list.
  public let index: Int

  /// Names the file at `index`.
  public init(index: Int) { self.index = index }
}

/// A stretch of bytes in a file that an author wrote.
///
/// Lines and columns are computed only when somebody is about to read them.
public struct SourceSpan: Hashable, Sendable {
  /// The file the bytes stand in.
  public let file: FileID
  /// The bytes, counted from the start of the file's text in UTF-8. May be empty: a place between two bytes.
  public let range: Range<Int>

  /// The bytes of `range` in `file`.
  public init(file: FileID, range: Range<Int>) {
    self.file = file
    self.range = range
  }
}
