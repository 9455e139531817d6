// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Mends of the full-width signs that a Chinese keyboard gives where YAML wants its own, in keys and in lists of words.
enum FullWidth {
  private static let quotes: Set<Character> = ["“", "”", "‘", "’", "＂", "＇"]

  /// The entry as it was meant: `“title”: x`, or in braces `{title：x}`; nil where the key has no such sign.
  static func mend(key entry: YAMLEntry, _ findings: Findings) -> YAMLEntry? {
    let file = entry.keySpan.file
    if let colon = entry.key.firstIndex(of: "：") {
      let name = String(entry.key[..<colon])
      let value = String(entry.key[entry.key.index(after: colon)...].drop { $0 == " " })
      let start = entry.keySpan.range.lowerBound + name.utf8.count
      let span = SourceSpan(file: file, range: start..<start + "：".utf8.count)
      findings.error(
        .fullWidthSign, ["sign": .text("：")], at: span,
        fixIts: [.init(.mend, span: span, replacement: value.isEmpty ? ":" : ": ")])
      guard entry.value.isEmpty, !value.isEmpty else { return nil }
      let valueStart = entry.keySpan.range.upperBound - value.utf8.count
      let valueSpan = SourceSpan(file: file, range: valueStart..<entry.keySpan.range.upperBound)
      let scalar = YAMLScalar(text: value, style: .plain, span: valueSpan, start: valueStart)
      return YAMLEntry(key: name, keySpan: entry.keySpan, value: YAMLNode(.scalar(scalar), span: valueSpan))
    }
    guard let sign = entry.key.first, quotes.contains(sign) else { return nil }
    let name = String(entry.key.filter { !quotes.contains($0) })
    findings.error(
      .fullWidthSign, ["sign": .text(String(sign))], at: entry.keySpan,
      fixIts: [.init(.mend, span: entry.keySpan, replacement: name)])
    return YAMLEntry(key: name, keySpan: entry.keySpan, value: entry.value)
  }
}
