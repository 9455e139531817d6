// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// Reads what a rule looks for: any, all, none and near, or `when` over named patterns; and `unless`.
struct BodyReader {
  private static let lineKeys = ["any", "all", "none", "near", "within"]

  let pack: PackReader
  let lists: [String: WordListID]

  private var findings: Findings { pack.findings }
  private var patterns: PatternReader { PatternReader(pack: pack, lists: lists) }

  /// The body of the rule that is named at `id`; nil, with a report, where it has none.
  func body(_ reader: MappingReader, _ id: YAMLScalar) -> Rule.Body? {
    if reader.has("when") || reader.has("patterns") {
      for key in Self.lineKeys where reader.has(key) {
        findings.error(.mixedBody, ["key": .text(key)], at: reader.entry(key)!.keySpan)
        return nil
      }
      return condition(reader, id)
    }
    guard reader.has("any") || reader.has("all") || reader.has("near") else {
      findings.error(.noBody, at: id.span)
      if let node = reader.value("none") { _ = patterns.line(node) }
      return nil
    }
    return lines(reader)
  }

  private func lines(_ reader: MappingReader) -> Rule.Body? {
    var lines = Rule.Lines()
    var isGood = true
    if let node = reader.value("any") {
      if let line = patterns.line(node) { lines.any = line } else { isGood = false }
    }
    if let node = reader.value("none") {
      if let line = patterns.line(node) { lines.none = line } else { isGood = false }
    }
    if let node = reader.value("all") {
      if let all = patterns.lines(node) { lines.all = all } else { isGood = false }
    }
    if let scalar = reader.text("within") {
      if let within = patterns.proximity(scalar) { lines.allWithin = within } else { isGood = false }
      if !reader.has("all") { findings.error(.withinWithoutAll, at: reader.entry("within")!.keySpan) }
    }
    if let node = reader.value("near") {
      // One group, or a list of groups.
      for group in node.sequence ?? [node] {
        if let near = near(group) { lines.near.append(near) } else { isGood = false }
      }
    }
    return isGood ? .lines(lines) : nil
  }

  private func near(_ node: YAMLNode) -> Rule.Near? {
    guard let reader = MappingReader(node, .near, findings) else { return nil }
    let lines = reader.value("of").flatMap(patterns.lines)
    let within = reader.text("within").flatMap(patterns.proximity)
    guard let lines, let within else { return nil }
    guard lines.count >= 2 else {
      if reader.value("of")?.sequence?.count ?? 0 < 2 {
        findings.error(.nearNeedsTwo, at: reader.entry("of")!.keySpan)
      }
      return nil
    }
    return Rule.Near(lines: lines, within: within)
  }

  private func condition(_ reader: MappingReader, _ id: YAMLScalar) -> Rule.Body? {
    for (key, other) in [("when", "patterns"), ("patterns", "when")] where !reader.has(key) {
      findings.error(
        .missingKey, ["owner": .term("rule"), "key": .text(key)], at: reader.entry(other)!.keySpan)
      return nil
    }
    var named: [Rule.Named] = []
    var places: [SourceSpan] = []
    var table = NameTable("pattern")
    var isGood = true
    for entry in reader.value("patterns")?.entries(findings) ?? [] {
      guard table.insert(entry.key, at: entry.keySpan, findings) else {
        isGood = false
        continue
      }
      // A pattern in error keeps its name, so that `when` has no second message for it.
      let line = patterns.line(entry.value)
      if line == nil { isGood = false }
      named.append(Rule.Named(name: entry.key, line: line ?? []))
      places.append(entry.keySpan)
    }
    let vocabulary = Vocabulary(place: .when, patterns: named.map(\.name))
    let condition: Condition? = reader.text("when").flatMap { scalar in
      findings.expression(scalar) { text throws(ExpressionProblem) in
        try ExpressionParser.condition(text, vocabulary)
      }
    }
    guard let condition, isGood else { return nil }
    let used = condition.patterns
    for (index, place) in places.enumerated() where !used.contains(PatternIndex(index)) {
      findings.warning(.unusedPattern, ["name": .text(named[index].name)], at: place)
    }
    return .when(condition, patterns: named)
  }

  /// The part `unless`: a line, or a line with how near it must lie.
  func unless(_ reader: MappingReader) -> Rule.Unless? {
    guard let node = reader.value("unless") else { return nil }
    guard node.mapping?.contains(where: { $0.key == "any" || $0.key == "within" }) == true else {
      return patterns.line(node).map { Rule.Unless(any: $0) }
    }
    guard let part = MappingReader(node, .unless, findings) else { return nil }
    let line = part.value("any").flatMap(patterns.line)
    let within = part.text("within").map(patterns.proximity)
    guard let line else { return nil }
    guard let within else { return Rule.Unless(any: line) }
    return within.map { Rule.Unless(any: line, within: $0) }
  }
}

extension Condition {
  /// The named patterns that the condition asks about.
  var patterns: Set<PatternIndex> {
    switch self {
    case .compare(let left, _, let right): left.patterns.union(right.patterns)
    case .isIn: []
    case .hits(let pattern): [pattern]
    case .near(let first, let second, _), .before(let first, let second, _): [first, second]
    case .atLeast(_, let patterns): Set(patterns)
    case .and(let left, let right), .or(let left, let right): left.patterns.union(right.patterns)
    case .not(let inner): inner.patterns
    }
  }
}

extension NumberExpression {
  fileprivate var patterns: Set<PatternIndex> {
    switch self {
    case .count(let pattern): [pattern]
    case .constant, .variable, .categoryPoints, .topicPoints: []
    case .log10(let inner): inner.patterns
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .minimum(let left, let right), .maximum(let left, let right):
      left.patterns.union(right.patterns)
    }
  }
}
