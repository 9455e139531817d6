// SPDX-License-Identifier: Apache-2.0

/// Where a word, pattern or rule was written, for people: a file of the library and a line.
public struct Origin: Hashable, Sendable {
  /// The place of the file in the rule set's list.
  public var file: UInt32
  /// The line, counted from 1.
  public var line: UInt32

  public init(file: UInt32, line: UInt32) {
    self.file = file
    self.line = line
  }
}
