// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules

/// Keys and texts as they were written.
extension LayoutReader {
  func key(of entry: YAMLEntry) -> Layout.Text {
    let range = entry.keySpan.range
    let style: Layout.Text.Style =
      switch range.isEmpty ? 0 : lines.bytes[range.lowerBound] {
      case UInt8(ascii: "'"): .singleQuoted
      case UInt8(ascii: "\""), UInt8(ascii: "|"), UInt8(ascii: ">"): .doubleQuoted
      default: entry.key.isEmpty ? .singleQuoted : .plain
      }
    return Layout.Text(text: entry.key, style: style, isFolded: isFolded(range))
  }

  mutating func text(_ scalar: YAMLScalar, key: String?, comments heads: inout [Layout.Gap]) -> Layout.Part {
    let style: Layout.Text.Style
    switch scalar.style {
    case .plain: style = .plain
    case .singleQuoted: style = .singleQuoted
    case .doubleQuoted: style = .doubleQuoted
    case .literal, .folded:
      heads += take(before: lines.endOfLine(at: scalar.span.range.lowerBound))
      if let block = BlockTextReader(lines).read(scalar) { return .block(block) }
      style = .doubleQuoted
    }
    return .text(
      Layout.Text(text: scalar.text, style: style, isFolded: isFolded(scalar.span.range), isRegex: key == "regex"))
  }

  private func isFolded(_ range: Range<Int>) -> Bool {
    !range.isEmpty && lines.line(at: range.lowerBound) != lines.line(at: range.upperBound - 1)
  }
}
