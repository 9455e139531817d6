// SPDX-License-Identifier: Apache-2.0

/// A place between two rows of an input, at which reading can be taken up again.
///
/// It does not depend on where chunks are cut: whoever reads the input again, in whatever chunks, comes by it.
public struct RecordPosition: Hashable, Sendable, Codable {
  /// How many bytes of the input's text lie before it.
  public var offset: Int
  /// The line at which the next row begins, counted from 1.
  public var line: Int

  /// The place behind `offset` bytes of text, at the beginning of a line.
  public init(offset: Int, line: Int) {
    self.offset = offset
    self.line = line
  }
}
