// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads the conditions of the map: `topic labour.* and not region 兴县`.
///
///     or = and {"or" and}    and = not {"and" not}    not = ["not"] unit
///     unit = "category" NAME | "topic" GLOB | "level" (>= | = | <=) LEVEL | "region" NAME | "source" NAME | "kind" NAME | "(" or ")"
///
/// A name that holds white space or brackets stands in quotes. Categories, topics and levels may be given by title.
struct RouteConditionParser {
  /// What names mean.
  struct Names {
    let categories: [FenliuModel.Category]
    let topics: [Topic]
    /// Whether all rules loaded. Where some did not, a name that is missing may be theirs, and nothing is said of it.
    let areComplete: Bool
    /// The kinds of request.
    var kinds = Kind.builtIn
    /// Whether a topic that no rule has is an error: in routes. Elsewhere the condition just never holds.
    var needsTopic = true
  }

  private struct Token {
    let text: String
    let range: Range<Int>
    let isQuoted: Bool
  }

  /// Brackets and `not` nest no deeper.
  private static let deepest = 64
  /// So many words a condition may have: `or` after `or` is a tree as deep.
  private static let longest = 2_000

  private let scalar: YAMLScalar
  private let names: Names
  private let findings: Findings
  private var tokens: [Token]
  private var place = 0
  private var depth = 0

  private init(_ scalar: YAMLScalar, _ names: Names, _ findings: Findings) {
    self.scalar = scalar
    self.names = names
    self.findings = findings
    tokens = Self.tokens(of: scalar.text)
  }

  /// The condition that `scalar` writes; nil, with a report, where it writes none.
  static func parse(_ scalar: YAMLScalar, _ names: Names, _ findings: Findings) -> RouteCondition? {
    var parser = RouteConditionParser(scalar, names, findings)
    if parser.tokens.count > longest {
      parser.place = longest
      parser.report(expected: "and-or-end")
      return nil
    }
    guard let condition = parser.alternatives() else { return nil }
    if parser.place < parser.tokens.count {
      parser.report(expected: "and-or-end")
      return nil
    }
    return condition
  }

  private mutating func alternatives() -> RouteCondition? {
    guard var condition = conjunction() else { return nil }
    while accept("or") {
      guard let right = conjunction() else { return nil }
      condition = .or(condition, right)
    }
    return condition
  }

  private mutating func conjunction() -> RouteCondition? {
    guard var condition = negation() else { return nil }
    while accept("and") {
      guard let right = negation() else { return nil }
      condition = .and(condition, right)
    }
    return condition
  }

  private mutating func negation() -> RouteCondition? {
    guard accept("not") else { return unit() }
    return unit().map(RouteCondition.not)
  }

  private mutating func unit() -> RouteCondition? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest, let token = next, !token.isQuoted else {
      report(expected: "condition")
      return nil
    }
    place += 1
    switch token.text {
    case "(":
      guard let inner = alternatives() else { return nil }
      guard accept(")") else {
        report(expected: "closing-bracket")
        return nil
      }
      return inner
    case "category": return name("category-name").flatMap(category)
    case "topic": return name("topic-name").flatMap(topic)
    case "region": return name("region-name").map { .region($0.text) }
    case "source": return name("source-name").map { .source($0.text) }
    case "kind":
      return name("kind-name").flatMap { token in
        let scalar = YAMLScalar(
          text: token.text, style: .plain, span: span(token), start: span(token).range.lowerBound)
        return Self.kind(scalar, names.kinds, areComplete: names.areComplete, findings).map(RouteCondition.kind)
      }
    case "level": return level()
    default:
      place -= 1
      let words = ["category", "topic", "level", "region", "source", "kind", "not"]
      let near = closest(to: token.text, among: words)
      report(expected: "condition", fixIts: near.map { [.init(.didYouMean, span: span(token), replacement: $0)] } ?? [])
      return nil
    }
  }

  private func category(_ token: Token) -> RouteCondition? {
    if let place = names.categories.firstIndex(where: { $0.key == token.text || $0.title == token.text }) {
      return .category(CategoryID(place))
    }
    if names.areComplete {
      findings.unknown(
        .unknownRouteCategory, ["name": .text(token.text)], name: token.text, at: span(token),
        among: names.categories.flatMap { [$0.key, $0.title] })
    }
    return nil
  }

  /// The key of the kind that is written; nil, with a report, where there is none.
  static func kind(_ scalar: YAMLScalar, _ kinds: [Kind], areComplete: Bool, _ findings: Findings) -> String? {
    if let place = Kind.place(of: scalar.text, among: kinds) { return kinds[place].key }
    if areComplete { findings.unknownValue(scalar, of: "kind", among: kinds.flatMap { [$0.key, $0.title] }) }
    return nil
  }

  private func topic(_ token: Token) -> RouteCondition? {
    let glob = TopicGlob(token.text)
    if names.topics.contains(where: { glob.fits($0.path) }) { return .topic(glob) }
    if let topic = names.topics.first(where: { $0.title == token.text }) { return .topic(TopicGlob(topic.path)) }
    guard names.needsTopic else { return .topic(glob) }
    if names.areComplete {
      let parents = Set(names.topics.flatMap { Self.parents(of: $0.path) })
      let candidates = names.topics.flatMap { [$0.path, $0.title] } + parents.sorted().map { $0 + ".*" }
      findings.unknown(
        .unknownRouteTopic, ["name": .text(token.text)], name: token.text, at: span(token), among: candidates)
    }
    return nil
  }

  private mutating func level() -> RouteCondition? {
    guard let sign = next, !sign.isQuoted, Self.comparators.contains(sign.text) else {
      report(expected: "level-comparison")
      return nil
    }
    place += 1
    guard let comparison = RouteCondition.Comparison(rawValue: sign.text) else {
      let meant = ["==": "=", ">": ">=", "<": "<="][sign.text]
      findings.error(
        .badComparison, ["sign": .text(sign.text)], at: span(sign),
        fixIts: meant.map { [.init(.didYouMean, span: span(sign), replacement: $0)] } ?? [])
      return nil
    }
    guard let token = name("level-name") else { return nil }
    if let level = Level(token.text) { return .level(comparison, level) }
    findings.unknown(
      .unknownLevel, ["name": .text(token.text)], name: token.text, at: span(token),
      among: Level.allCases.flatMap { [$0.key, $0.title(in: .chinese)] })
    return nil
  }

  private mutating func name(_ expected: String) -> Token? {
    guard let token = next, token.isQuoted || !Self.reserved.contains(token.text) else {
      report(expected: expected)
      return nil
    }
    place += 1
    return token
  }

  private static let reserved: Set<String> = ["(", ")", "and", "or", "not", ">=", "<=", "=", "==", ">", "<", "!="]
  private static let comparators: Set<String> = [">=", "<=", "=", "==", ">", "<", "!="]

  private static func parents(of path: String) -> [String] {
    let parts = path.split(separator: ".")
    return (1..<max(1, parts.count)).map { parts[..<$0].joined(separator: ".") }
  }

  private var next: Token? { place < tokens.count ? tokens[place] : nil }

  private mutating func accept(_ word: String) -> Bool {
    guard let token = next, !token.isQuoted, token.text == word else { return false }
    place += 1
    return true
  }

  private func span(_ token: Token) -> SourceSpan { scalar.span(of: token.range) }

  private func report(expected: String, fixIts: [Diagnostic.FixIt] = []) {
    let found = next.map { Diagnostic.Fact.text($0.text) } ?? .term("end-of-condition")
    findings.error(
      .badCondition, ["found": found, "expected": .term(expected)], at: next.map(span) ?? scalar.span, fixIts: fixIts)
  }

  private static func tokens(of text: String) -> [Token] {
    let bytes = Array(text.utf8)
    var tokens: [Token] = []
    var place = 0
    func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }
    func isSign(_ byte: UInt8) -> Bool { [60, 61, 62, 33].contains(byte) }
    func add(_ range: Range<Int>, inside: Range<Int>? = nil) {
      let text = String(decoding: bytes[inside ?? range], as: UTF8.self)
      tokens.append(Token(text: text, range: range, isQuoted: inside != nil))
    }
    while place < bytes.count {
      let byte = bytes[place]
      let start = place
      if isSpace(byte) {
        place += 1
      } else if byte == UInt8(ascii: "(") || byte == UInt8(ascii: ")") {
        place += 1
        add(start..<place)
      } else if isSign(byte) {
        while place < bytes.count, isSign(bytes[place]) { place += 1 }
        add(start..<place)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        let end = bytes[(place + 1)...].firstIndex(of: byte)
      {
        place = end + 1
        add(start..<place, inside: start + 1..<end)
      } else {
        while place < bytes.count, !isSpace(bytes[place]), !isSign(bytes[place]), bytes[place] != UInt8(ascii: "("),
          bytes[place] != UInt8(ascii: ")")
        {
          place += 1
        }
        add(start..<place)
      }
    }
    return tokens
  }
}
