// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// A comment of a YAML file. libyaml's events leave comments out, so they are found in what lies between the texts.
struct SourceComment {
  /// From the # to the line's end, without blanks at its end.
  let text: String
  /// Where the # stands.
  let offset: Int
  /// The line, counted from 0.
  let line: Int
  /// How many bytes stand before it on its line.
  let column: Int
  /// Whether nothing else stands on its line.
  let isAlone: Bool

  /// All comments of a file whose top node is `root`, in their order.
  static func all(in lines: SourceLines, around root: YAMLNode) -> [SourceComment] {
    var texts: [Range<Int>] = []
    collect(root, into: &texts)
    var comments: [SourceComment] = []
    var offset = 0
    for text in texts.sorted(by: { $0.lowerBound < $1.lowerBound }) where text.lowerBound >= offset {
      scan(offset..<text.lowerBound, lines, into: &comments)
      // What stands behind the | or > of a block is no text yet.
      if lines.bytes[text.lowerBound] == UInt8(ascii: "|") || lines.bytes[text.lowerBound] == UInt8(ascii: ">") {
        scan(text.lowerBound..<lines.endOfLine(at: text.lowerBound), lines, into: &comments)
      }
      offset = text.upperBound
    }
    scan(offset..<lines.bytes.count, lines, into: &comments)
    return comments
  }

  private static func scan(_ range: Range<Int>, _ lines: SourceLines, into comments: inout [SourceComment]) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      guard lines.bytes[offset] == UInt8(ascii: "#") else {
        offset += 1
        continue
      }
      let end = lines.endOfLine(at: offset)
      var last = end
      while lines.bytes[last - 1] == 0x20 || lines.bytes[last - 1] == 0x09 { last -= 1 }
      comments.append(
        SourceComment(
          text: String(decoding: lines.bytes[offset..<last], as: UTF8.self), offset: offset,
          line: lines.line(at: offset), column: lines.column(at: offset), isAlone: lines.isFirst(offset)))
      offset = end
    }
  }

  private static func collect(_ node: YAMLNode, into texts: inout [Range<Int>]) {
    switch node.content {
    case .scalar: if !node.span.range.isEmpty { texts.append(node.span.range) }
    case .sequence(let items): for item in items { collect(item, into: &texts) }
    case .mapping(let entries):
      for entry in entries {
        if !entry.keySpan.range.isEmpty { texts.append(entry.keySpan.range) }
        collect(entry.value, into: &texts)
      }
    }
  }
}
