// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads words where they stand in YAML, and lists of them.
struct WordReader {
  let pack: PackReader

  private var findings: Findings { pack.findings }

  /// The origin of what stands at `span`.
  func origin(_ span: SourceSpan) -> Origin {
    Origin(file: UInt32(span.file.index), line: UInt32(pack.line(of: span)))
  }

  /// The word of a scalar; nil, with a report, where it is none.
  func word(_ scalar: YAMLScalar) -> Word? {
    do {
      var word = try WordParser.parse(scalar.text, origin: origin(scalar.span))
      word.span = scalar.span
      return word
    } catch {
      error.report(scalar, findings)
      return nil
    }
  }

  /// The words of a list whose items are words only.
  func words(_ node: YAMLNode) -> [Word]? {
    guard let items = node.items(findings) else { return nil }
    guard !items.isEmpty else {
      findings.error(.emptyList, at: node.span)
      return nil
    }
    var words: [Word] = []
    var known = WordPlaces()
    for scalar in items.flatMap({ scalars($0, inFlow: node.isFlow) }) {
      if scalar.text.hasPrefix("$"), scalar.text.count > 1, scalar.style == .plain {
        findings.error(.listInList, ["name": .text(scalar.text)], at: scalar.span)
      } else if known.isNew(scalar, findings), let word = word(scalar) {
        words.append(word)
      }
    }
    return words
  }

  /// The texts of an item of a list of words; what YAML read otherwise is reported, with its mend.
  func scalars(_ item: YAMLNode, inFlow: Bool) -> [YAMLScalar] {
    switch item.content {
    case .scalar(let scalar):
      guard !item.isEmpty else {
        findings.wrongKind("word", item)
        return []
      }
      return FullWidth.mend(word: scalar, joint: inFlow ? ", " : blockJoint(scalar), findings)
    case .mapping where !item.isFlow: return needsQuotes(item, .wordWithColon, [:])
    case .sequence where item.isFlow: return needsQuotes(item, .textNeedsQuotes, ["sign": .text("[")])
    default:
      findings.wrongKind("word", item)
      return []
    }
  }

  /// What ends one item of a block and begins the next, indented like the one at `scalar`; nil where it is no item of a
  /// list but a value alone.
  private func blockJoint(_ scalar: YAMLScalar) -> String? {
    let line = RawLine(holding: scalar.span.range.lowerBound, in: pack.sources[scalar.span.file].bytes)
    var dash = scalar.span.range.lowerBound
    while dash > line.start, line.bytes[dash - 1] == 0x20 { dash -= 1 }
    guard dash > line.start, line.bytes[dash - 1] == UInt8(ascii: "-") else { return nil }
    return "\n" + String(repeating: " ", count: dash - 1 - line.start) + "- "
  }

  private func needsQuotes(
    _ item: YAMLNode, _ code: Diagnostic.Code, _ facts: [String: Diagnostic.Fact]
  ) -> [YAMLScalar] {
    let raw = pack.sources[item.span.file].bytes[item.span.range]
    let isOneLine = !raw.contains(where: \.endsLine)
    findings.error(
      code, facts, at: isOneLine ? item.span : item.firstPart,
      fixIts: isOneLine ? [.init(.mend, span: item.span, replacement: RawLine.quoted(raw))] : [])
    return []
  }

}

extension WordParser.Problem {
  /// Reports it under the characters of the word it is about.
  func report(_ scalar: YAMLScalar, _ findings: Findings) {
    let span = range.isEmpty ? scalar.span : scalar.span(of: range)
    findings.error(code, facts, at: span, fixIts: mend.map { [.init(.mend, span: span, replacement: $0)] } ?? [])
  }
}

extension FullWidth {
  /// The words that an unquoted item means: `欠薪，讨薪` are two, `“欠薪”` is one in quotes. In quotes of YAML the signs
  /// are the author's own.
  static func mend(word scalar: YAMLScalar, joint: String?, _ findings: Findings) -> [YAMLScalar] {
    guard scalar.style == .plain, let sign = scalar.text.first(where: { $0 == "，" || $0 == "“" || $0 == "”" }),
      scalar.span(of: 0..<scalar.text.utf8.count).range.count == scalar.text.utf8.count
    else { return [scalar] }
    if sign != "，", !(scalar.text.first == "“" && scalar.text.last == "”") { return [scalar] }
    var pieces: [YAMLScalar] = []
    var offset = 0
    for piece in scalar.text.split(separator: "，", omittingEmptySubsequences: false) {
      let trimmed = piece.drop { $0 == " " || $0 == "“" }.reversed().drop { $0 == " " || $0 == "”" }
      let text = String(trimmed.reversed())
      let lead = piece.utf8.count - piece.drop { $0 == " " || $0 == "“" }.utf8.count
      if !text.isEmpty {
        let span = scalar.span(of: offset + lead..<offset + lead + text.utf8.count)
        pieces.append(YAMLScalar(text: text, style: .plain, span: span, start: span.range.lowerBound))
      }
      offset += piece.utf8.count + "，".utf8.count
    }
    let mended = pieces.map {
      sign == "，" && !$0.text.needsQuotes ? $0.text : RawLine.quoted($0.text.utf8)
    }
    let list = mended.joined(separator: joint ?? ", ")
    // A value alone becomes a list in brackets where it was several words.
    let replacement = joint == nil && mended.count > 1 ? "[\(list)]" : list
    findings.error(
      .fullWidthSign, ["sign": .text(String(sign))], at: scalar.span,
      fixIts: [.init(.mend, span: scalar.span, replacement: replacement)])
    return pieces
  }
}

extension String {
  /// Whether YAML would not read it as it is.
  fileprivate var needsQuotes: Bool {
    guard let first else { return true }
    return "*&!#@%[]{}'\"|>`-?".contains(first) || contains(": ") || contains(" #")
  }
}
