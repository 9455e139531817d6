// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Puts comments at the ends of lines that follow each other under each other.
///
/// Two blanks stand before a comment at least. A line of more than `widest` columns has its comment two blanks behind it, so that
/// one long line does not push the comments of short ones out of sight.
enum CommentColumns {
  static let widest = 80

  static func align(_ lines: inout [LayoutPrinter.Line]) {
    var start = 0
    while start < lines.count {
      guard lines[start].comment != nil else {
        start += 1
        continue
      }
      var end = start
      while end < lines.count, lines[end].comment != nil { end += 1 }
      let widths = lines[start..<end].map { DisplayWidth.columns(of: $0.text) }
      let column = widths.filter { $0 <= widest }.max() ?? 0
      for index in start..<end {
        let width = widths[index - start]
        let gap = max(2, width <= widest ? column - width + 2 : 2)
        lines[index].text += String(repeating: " ", count: gap) + (lines[index].comment ?? "")
        lines[index].comment = nil
      }
      start = end
    }
  }
}
