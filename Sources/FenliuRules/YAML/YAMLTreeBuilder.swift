// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Makes nodes of libyaml's events, and reports what is YAML but not of the rule language.
struct YAMLTreeBuilder {
  private static let mostLevels = 40

  private let file: FileID
  private let text: MendedText
  private let findings: Findings
  private var events: ArraySlice<LibYAML.Event> = []
  private var depth = 0
  private var isTooDeep = false

  init(file: FileID, text: MendedText, findings: Findings) {
    self.file = file
    self.text = text
    self.findings = findings
  }

  /// The node of the only document; nil when there is none.
  mutating func build(_ all: [LibYAML.Event]) -> YAMLNode? {
    events = all[...]
    guard case .documentStart? = events.first?.kind else {
      findings.error(.yamlEmpty, at: SourceSpan(file: file, range: 0..<0))
      return nil
    }
    events.removeFirst()
    let node = node()
    if let next = events.first {
      findings.error(.yamlSeveralDocuments, at: span(next.range))
    }
    return isTooDeep ? nil : node
  }

  private mutating func node() -> YAMLNode {
    let event = events.removeFirst()
    switch event.kind {
    case .scalar(let text, let style): return scalar(text, style, event)
    case .alias: return foreign(event, .yamlAlias)
    case .sequenceStart:
      reportCollectionMarks(event)
      return sequence(event)
    case .mappingStart:
      reportCollectionMarks(event)
      return mapping(event)
    case .documentStart, .end: preconditionFailure("libyaml's events are balanced")
    }
  }

  // MARK: scalars

  private func scalar(_ value: String, _ style: YAMLScalar.Style, _ event: LibYAML.Event) -> YAMLNode {
    if event.hasAnchor { return foreign(event, .yamlAnchor) }
    if event.hasTag { return foreign(event, .yamlTag) }
    let span = span(event.range)
    let scalar = ScalarPlaces.scalar(value, style, span: span, in: text.originalBytes)
    return YAMLNode(.scalar(scalar), span: span)
  }

  /// An alias, or a scalar with an anchor or tag: read as the text that is written there.
  private func foreign(_ event: LibYAML.Event, _ code: Diagnostic.Code) -> YAMLNode {
    let span = span(event.range)
    let raw = text.originalBytes[span.range]
    findings.error(code, at: span, fixIts: [.init(.mend, span: span, replacement: RawLine.quoted(raw))])
    let scalar = YAMLScalar(
      text: String(decoding: raw, as: UTF8.self), style: .singleQuoted, span: span, start: span.range.lowerBound)
    return YAMLNode(.scalar(scalar), span: span)
  }

  private func reportCollectionMarks(_ event: LibYAML.Event) {
    if event.hasAnchor { findings.error(.yamlAnchor, at: span(event.range)) }
    if event.hasTag { findings.error(.yamlTag, at: span(event.range)) }
  }

  // MARK: collections

  private mutating func enter(_ event: LibYAML.Event) -> Bool {
    depth += 1
    guard depth > Self.mostLevels else { return true }
    if !isTooDeep {
      isTooDeep = true
      findings.error(.yamlTooDeep, ["most": .number(Self.mostLevels)], at: span(event.range))
    }
    return false
  }

  /// Passes over the rest of a collection whose start has been taken.
  private mutating func skip() -> LibYAML.Event {
    var open = 1
    while true {
      let event = events.removeFirst()
      switch event.kind {
      case .sequenceStart, .mappingStart: open += 1
      case .end:
        open -= 1
        if open == 0 { return event }
      default: break
      }
    }
  }

  private mutating func sequence(_ start: LibYAML.Event) -> YAMLNode {
    defer { depth -= 1 }
    guard enter(start) else {
      let end = skip()
      return YAMLNode(.sequence([]), span: joined(start, end), isFlow: true)
    }
    var items: [YAMLNode] = []
    while true {
      if case .end = events.first!.kind { break }
      let item = node()
      if item.isEmpty, let emptied = emptied(item) {
        items.append(emptied)
      } else {
        items.append(item)
      }
    }
    let end = events.removeFirst()
    let isFlow = self.isFlow(start, UInt8(ascii: "["))
    return YAMLNode(
      .sequence(items), span: isFlow ? joined(start, end) : block(start, items.last?.span), isFlow: isFlow)
  }

  private mutating func mapping(_ start: LibYAML.Event) -> YAMLNode {
    defer { depth -= 1 }
    guard enter(start) else {
      let end = skip()
      return YAMLNode(.mapping([]), span: joined(start, end), isFlow: true)
    }
    let isFlow = self.isFlow(start, UInt8(ascii: "{"))
    var entries: [YAMLEntry] = []
    var places: [String: SourceSpan] = [:]
    while true {
      if case .end = events.first!.kind { break }
      let key = node()
      let value = node()
      guard let name = key.scalar else {
        findings.error(.yamlKeyNotText, at: key.span)
        continue
      }
      if isFlow, value.isEmpty, name.style == .plain, merge(name, into: &entries) { continue }
      let entry = YAMLEntry(key: name.text, keySpan: key.span, value: emptiedValue(value) ?? value)
      if let first = places[name.text] {
        findings.error(
          .duplicateKey, ["key": .text(name.text)], at: key.span,
          related: [.init(span: first, code: .firstNamedHere)])
      } else {
        places[name.text] = key.span
        entries.append(entry)
      }
    }
    let end = events.removeFirst()
    for entry in entries { reportCutValue(entry) }
    let last = entries.last.map { $0.value.isEmpty ? $0.keySpan : $0.value.span }
    return YAMLNode(.mapping(entries), span: isFlow ? joined(start, end) : block(start, last), isFlow: isFlow)
  }

  // MARK: what a comma cut

  /// `{points: max(people, 3)}`: the comma ended the value, and `3)` became a key. Puts them together again.
  private func merge(_ name: YAMLScalar, into entries: inout [YAMLEntry]) -> Bool {
    guard let last = entries.last, let value = last.value.scalar, value.style == .plain,
      last.key == "regex" || Self.isOpen(value.text)
    else { return false }
    let range = value.span.range.lowerBound..<name.span.range.upperBound
    let span = SourceSpan(file: file, range: range)
    let whole = YAMLScalar(
      text: String(decoding: text.originalBytes[range], as: UTF8.self), style: .plain, span: span,
      start: range.lowerBound)
    entries[entries.count - 1].value = YAMLNode(.scalar(whole), span: span, isFlow: true)
    return true
  }

  /// A value that was put together again is marked by `isFlow`, which no other scalar has.
  private func reportCutValue(_ entry: YAMLEntry) {
    guard entry.value.isFlow, entry.value.scalar != nil, entry.key != "regex" else { return }
    let span = entry.value.span
    let mend = RawLine.quoted(text.originalBytes[span.range])
    findings.error(.flowComma, at: span, fixIts: [.init(.mend, span: span, replacement: mend)])
  }

  private static func isOpen(_ text: String) -> Bool {
    let open = text.utf8.count { $0 == UInt8(ascii: "(") || $0 == UInt8(ascii: "[") }
    let closed = text.utf8.count { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "]") }
    return open > closed
  }

  // MARK: what a # emptied

  private func emptied(_ item: YAMLNode) -> YAMLNode? {
    guard let comment = comment(behind: item.span.range.lowerBound) else { return nil }
    return emptied(comment)
  }

  private func emptiedValue(_ value: YAMLNode) -> YAMLNode? {
    guard value.isEmpty, let comment = comment(behind: value.span.range.lowerBound), isGlued(comment) else {
      return nil
    }
    return emptied(comment)
  }

  private func emptied(_ comment: Range<Int>) -> YAMLNode {
    let span = SourceSpan(file: file, range: comment)
    let mend = Diagnostic.FixIt(.mend, span: span, replacement: RawLine.quoted(text.originalBytes[comment]))
    findings.error(.emptiedByHash, at: span, fixIts: isGlued(comment) ? [mend] : [])
    let scalar = YAMLScalar(
      text: String(decoding: text.originalBytes[comment], as: UTF8.self), style: .singleQuoted, span: span,
      start: comment.lowerBound)
    return YAMLNode(.scalar(scalar), span: span)
  }

  /// Whether text follows the # at once: more likely a word than a remark.
  private func isGlued(_ comment: Range<Int>) -> Bool {
    comment.count > 1 && text.originalBytes[comment.lowerBound + 1] != 0x20
  }

  private func comment(behind offset: Int) -> Range<Int>? {
    let bytes = text.originalBytes
    var start = offset
    while start < bytes.count, bytes[start] == 0x20 { start += 1 }
    guard start < bytes.count, bytes[start] == UInt8(ascii: "#") else { return nil }
    var end = RawLine(holding: start, in: bytes).end
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    return start..<end
  }

  // MARK: places

  private func isFlow(_ start: LibYAML.Event, _ bracket: UInt8) -> Bool {
    start.range.contains { text.bytes[$0] == bracket }
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: text.original(of: range)) }

  private func joined(_ start: LibYAML.Event, _ end: LibYAML.Event) -> SourceSpan {
    span(start.range.lowerBound..<max(start.range.lowerBound, end.range.upperBound))
  }

  private func block(_ start: LibYAML.Event, _ last: SourceSpan?) -> SourceSpan {
    let low = span(start.range).range.lowerBound
    return SourceSpan(file: file, range: low..<max(low, last?.range.upperBound ?? low))
  }
}
