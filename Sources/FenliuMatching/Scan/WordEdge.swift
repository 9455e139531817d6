// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Where words of letters and digits may begin and end.
enum WordEdge {
  /// Whether no two letters or digits of scripts with spaces touch at `offset`.
  @inline(__always)
  static func holds(at offset: Int, in text: Span<UInt8>) -> Bool { Folding.isWordEdge(at: offset, in: text) }
}
