// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// Reads patterns and lines: words, `$lists`, regexes and numbers.
struct PatternReader {
  let pack: PackReader
  /// The names of all word lists of the pack.
  let lists: [String: WordListID]

  private var findings: Findings { pack.findings }
  private var words: WordReader { WordReader(pack: pack) }

  /// A line: one pattern, or a list of which one must hit; nil, with a report, where nothing of it can be used.
  func line(_ node: YAMLNode) -> Line? {
    guard let items = node.sequence else { return patterns(node, inFlow: node.isFlow).nonEmpty }
    guard !items.isEmpty else {
      findings.error(.emptyList, at: node.span)
      return nil
    }
    var known = WordPlaces()
    for case .scalar(let scalar) in items.map(\.content) where !scalar.text.isEmpty {
      _ = known.isNew(scalar, findings)
    }
    return items.flatMap { patterns($0, inFlow: node.isFlow) }.nonEmpty
  }

  /// A list of lines, each of which must hit.
  func lines(_ node: YAMLNode) -> [Line]? {
    guard let items = node.items(findings) else { return nil }
    guard !items.isEmpty else {
      findings.error(.emptyList, at: node.span)
      return nil
    }
    return items.compactMap { item in
      // In a flow list of lines an item in brackets is a line of its own.
      item.sequence == nil ? patterns(item, inFlow: node.isFlow).nonEmpty : line(item)
    }
  }

  /// The patterns of an item: one, or several where full-width commas held words together.
  private func patterns(_ node: YAMLNode, inFlow: Bool) -> [Pattern] {
    if let entries = node.mapping, let first = entries.first {
      if entries.contains(where: { $0.key == "regex" }) { return regex(node).map { [.regex($0)] } ?? [] }
      if entries.contains(where: { $0.key == "number" }) { return number(node).map { [.number($0)] } ?? [] }
      if node.isFlow {
        findings.unknown(
          .unknownKey, ["owner": .term("pattern"), "key": .text(first.key)], name: first.key, at: first.keySpan,
          among: ["regex", "number"])
        return []
      }
    }
    return words.scalars(node, inFlow: inFlow).compactMap(pattern)
  }

  private func pattern(_ scalar: YAMLScalar) -> Pattern? {
    guard scalar.text.hasPrefix("$"), scalar.text.count > 1 else { return words.word(scalar).map(Pattern.word) }
    let name = String(scalar.text.dropFirst())
    guard let list = lists[name] else {
      let near = closest(to: name, among: lists.keys.sorted())
      findings.error(
        .unknownList, ["name": .text(name)], at: scalar.span,
        fixIts: near.map { [.init(.didYouMean, span: scalar.span, replacement: "$" + $0)] } ?? [])
      return nil
    }
    return .list(list)
  }

  private func regex(_ node: YAMLNode) -> RegexPattern? {
    guard let reader = MappingReader(node, .regex, findings), let scalar = reader.text("regex") else {
      return nil
    }
    guard scalar.style == .singleQuoted else {
      // YAML has already lost backslashes, a comment or a bracket of it.
      var raw = pack.sources[scalar.span.file].bytes[scalar.span.range]
      if scalar.style == .doubleQuoted { raw = raw.dropFirst().dropLast() }
      let isOneLine = !raw.contains(where: \.endsLine)
      findings.error(
        .regexNotQuoted, at: scalar.span,
        fixIts: isOneLine ? [.init(.mend, span: scalar.span, replacement: RawLine.quoted(raw))] : [])
      return nil
    }
    return RegexCheck.syntax(of: scalar, findings).map {
      RegexPattern($0, origin: words.origin(scalar.span), span: scalar.span)
    }
  }

  private func number(_ node: YAMLNode) -> NumberPattern? {
    guard let reader = MappingReader(node, .number, findings), reader.isComplete else { return nil }
    let name = reader.choice("number", among: NumberName.allCases.map { ($0.key, $0) })
    let least = reader.number("least")
    guard let name, let units = reader.texts("units") else { return nil }
    guard !units.isEmpty else {
      findings.error(.emptyList, at: reader.entry("units")!.keySpan)
      return nil
    }
    if reader.has("least"), least == nil { return nil }
    return NumberPattern(
      name: name, units: units.map(\.text), least: least, origin: words.origin(node.span))
  }

  /// How near hits must lie to each other.
  func proximity(_ scalar: YAMLScalar) -> Proximity? {
    if let proximity = Proximity(scalar.text) { return proximity }
    findings.unknown(
      .badProximity, ["found": .text(scalar.text)], name: scalar.text, at: scalar.span,
      among: ["clause", "sentence", "post"])
    return nil
  }
}

extension Array {
  /// The array, nil where nothing is in it.
  var nonEmpty: [Element]? { isEmpty ? nil : self }
}
