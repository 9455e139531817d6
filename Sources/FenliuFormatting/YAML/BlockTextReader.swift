// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// Takes the lines of a text behind `|` or `>` as they are, without their indentation.
struct BlockTextReader {
  private let lines: SourceLines

  init(_ lines: SourceLines) { self.lines = lines }

  /// The lines of `scalar`; nil where it can only be kept in quotes.
  func read(_ scalar: YAMLScalar) -> Layout.BlockText? {
    let range = scalar.span.range
    let raw = lines.bytes[range]
    // Other line ends than these are part of the text for some readers and not for others.
    guard
      String(decoding: raw, as: UTF8.self).unicodeScalars.allSatisfy({
        !"\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
      })
    else { return nil }
    let headEnd = lines.endOfLine(at: range.lowerBound)
    let head = raw[..<min(headEnd, range.upperBound)].prefix { $0 != UInt8(ascii: "#") }
    var content = contentLines(in: min(headEnd, range.upperBound)..<range.upperBound)
    guard let first = content.firstIndex(where: { $0.contains { $0 != 0x20 } }),
      let firstOfText = scalar.text.split(separator: "\n", omittingEmptySubsequences: false).first(where: {
        $0.contains { $0 != " " }
      })
    else { return nil }
    let depth = content[first].prefix { $0 == 0x20 }.count - firstOfText.prefix { $0 == " " }.count
    guard depth >= 0 else { return nil }
    let isKept = head.contains(UInt8(ascii: "+"))
    while !isKept, content.count > first + 1, let last = content.last, last.count <= depth,
      last.allSatisfy({ $0 == 0x20 })
    {
      content.removeLast()
    }
    let chomping = !scalar.text.hasSuffix("\n") ? "-" : isKept ? "+" : ""
    return Layout.BlockText(
      sign: head.first == UInt8(ascii: "|") ? "|" : ">", chomping: chomping,
      lines: content.map { line in
        let rest = line.dropFirst(min(depth, line.prefix { $0 == 0x20 }.count))
        return String(decoding: rest, as: UTF8.self)
      },
      needsDepth: firstOfText.first == " " || firstOfText.first == "\t")
  }

  /// The lines behind the first line end in `range`.
  private func contentLines(in range: Range<Int>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    guard range.lowerBound < range.upperBound else { return [] }
    var offset = range.lowerBound + SourceLines.breakLength(in: lines.bytes, at: range.lowerBound)
    while offset < range.upperBound {
      let end = min(lines.endOfLine(at: offset), range.upperBound)
      found.append(lines.bytes[offset..<end])
      guard end < lines.bytes.count else { break }
      offset = end + max(1, SourceLines.breakLength(in: lines.bytes, at: end))
    }
    return found
  }
}
