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
      let behind = entry.key[entry.key.index(after: colon)...]
      let value = String(behind.drop { $0 == " " })
      let start = entry.keySpan.range.lowerBound + name.utf8.count
      let span = SourceSpan(file: file, range: start..<start + "：".utf8.count)
      findings.error(
        .fullWidthSign, ["sign": .text("：")], at: span,
        fixIts: [.init(.mend, span: span, replacement: value.count < behind.count || value.isEmpty ? ":" : ": ")])
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

  /// The entries that an entry in braces means where full-width signs join several: `{hit: x，miss：y}`. A sentence that
  /// holds these signs stays whole, unless what stands between them is a key.
  static func split(_ entry: YAMLEntry, at keys: [String], _ findings: Findings) -> [YAMLEntry] {
    guard let scalar = entry.value.scalar, scalar.style == .plain,
      scalar.span.range.count == scalar.text.utf8.count, let joint = joint(in: scalar.text, keys)
    else { return [entry] }
    let text = scalar.text
    func value(_ part: Substring) -> YAMLNode {
      let span = span(of: part, in: scalar)
      return YAMLNode(
        .scalar(YAMLScalar(text: String(part), style: .plain, span: span, start: span.range.lowerBound)), span: span)
    }
    for (sign, narrow) in [(joint.comma, ","), (joint.colon, ":")] {
      let hasSpace = text[sign.endIndex...].first.map { $0 == " " } ?? true
      let span = span(of: sign, in: scalar)
      findings.error(
        .fullWidthSign, ["sign": .text(String(sign))], at: span,
        fixIts: [.init(.mend, span: span, replacement: hasSpace ? narrow : narrow + " ")])
    }
    var first = entry
    first.value = value(text[..<joint.comma.startIndex])
    let rest = text[joint.colon.endIndex...].drop { $0 == " " }
    let second = YAMLEntry(
      key: String(joint.key), keySpan: span(of: joint.key, in: scalar), value: value(rest))
    return [first] + split(second, at: keys, findings)
  }

  /// The first comma with a key and a colon behind it.
  private static func joint(
    in text: String, _ keys: [String]
  ) -> (comma: Substring, key: Substring, colon: Substring)? {
    for comma in text.indices where text[comma] == "，" {
      let behind = text[text.index(after: comma)...]
      let rest = behind.drop { $0 == " " }
      guard let colon = rest.firstIndex(of: "："), keys.contains(String(rest[..<colon])) else { continue }
      return (text[comma..<behind.startIndex], rest[..<colon], rest[colon..<rest.index(after: colon)])
    }
    return nil
  }

  /// Reports the colons of keys where a mapping was meant and nothing but text is read; whether there are any. Only the
  /// author knows how the lines have to stand, so that there is no mend.
  static func report(keysIn scalar: YAMLScalar, _ keys: [String], _ findings: Findings) -> Bool {
    guard scalar.style == .plain else { return false }
    var hasKey = false
    for word in scalar.text.split(separator: " ") {
      guard let colon = word.firstIndex(of: "："), keys.contains(String(word[..<colon])) else {
        if hasKey { continue } else { return false }
      }
      hasKey = true
      let sign = word[colon..<word.index(after: colon)]
      findings.error(.fullWidthSign, ["sign": .text("：")], at: span(of: sign, in: scalar))
    }
    return hasKey
  }

  private static func span(of part: Substring, in scalar: YAMLScalar) -> SourceSpan {
    let start = scalar.text.utf8.distance(from: scalar.text.startIndex, to: part.startIndex)
    return scalar.span(of: start..<start + part.utf8.count)
  }
}
