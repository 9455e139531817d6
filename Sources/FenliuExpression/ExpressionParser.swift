// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Reads expressions by the grammar of the rules language, with one token of look-ahead.
///
/// Types are checked while reading: what comes out cannot mix numbers and truth values. The first problem ends the reading of
/// this expression; lints are collected beside the result.
public struct ExpressionParser {
  private let vocabulary: Vocabulary
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  private var lints: [ExpressionProblem] = []

  /// An expression, with what is odd about it.
  public struct Parsed<Expression: Sendable>: Sendable {
    /// The expression.
    public var expression: Expression
    /// Warnings.
    public var lints: [ExpressionProblem]
  }

  /// Brackets may be nested so deep.
  static let deepest = 100

  private init(_ text: String, _ vocabulary: Vocabulary) throws(ExpressionProblem) {
    self.vocabulary = vocabulary
    tokens = try Tokenizer.tokens(of: text)
  }

  /// Reads an expression whose value is a number.
  public static func number(
    _ text: String, _ vocabulary: Vocabulary
  ) throws(ExpressionProblem) -> Parsed<NumberExpression> {
    var parser = try ExpressionParser(text, vocabulary)
    let value = try parser.whole()
    return Parsed(expression: try parser.number(value), lints: parser.lints)
  }

  /// Reads an expression whose value is true or false.
  public static func condition(_ text: String, _ vocabulary: Vocabulary) throws(ExpressionProblem) -> Parsed<Condition>
  {
    var parser = try ExpressionParser(text, vocabulary)
    let value = try parser.whole()
    return Parsed(expression: try parser.truth(value), lints: parser.lints)
  }

  // A value that has been read, with its type and its place.
  private struct Value {
    enum Kind {
      case number(NumberExpression)
      case truth(Condition)
      case text(TextVariable)
    }
    var kind: Kind
    var range: Range<Int>
  }

  private var token: Token { tokens[position] }

  private mutating func advance() { position = min(position + 1, tokens.count - 1) }

  private func isWord(_ text: String) -> Bool { token.kind == .word(text) }

  private mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  private mutating func expect(_ sign: String) throws(ExpressionProblem) {
    guard take(sign) else { throw unexpected(.text(sign)) }
  }

  private func unexpected(_ expected: Diagnostic.Fact) -> ExpressionProblem {
    if case .word(let word) = token.kind, let problem = operatorProblem(word) { return problem }
    let found: Diagnostic.Fact = token.kind == .end ? .term("end-of-expression") : .text(token.written)
    return ExpressionProblem(.expressionSyntax, facts: ["found": found, "expected": expected], at: token.range)
  }

  /// `2+log10` is one word to the tokenizer; what was meant has spaces.
  private func operatorProblem(_ word: String) -> ExpressionProblem? {
    for sign in ["+", "/", "*", "-"] where word.contains(sign) {
      let parts = word.split(separator: Character(sign), omittingEmptySubsequences: false)
      // A hyphen is part of a name, and a star part of a glob, unless a number stands beside it.
      guard sign == "+" || parts.contains(where: { Double($0) != nil }) else { continue }
      return ExpressionProblem(
        .operatorNeedsSpaces, facts: ["operator": .text(sign)], at: token.range,
        mend: parts.joined(separator: " \(sign) ").trimming())
    }
    return nil
  }

  private mutating func whole() throws(ExpressionProblem) -> Value {
    let value = try or()
    guard token.kind == .end else { throw unexpected(.term("end-of-expression")) }
    return value
  }

  // MARK: truth

  private mutating func or() throws(ExpressionProblem) -> Value {
    var left = try and()
    while isWord("or") {
      advance()
      let right = try and()
      left = Value(kind: .truth(.or(try truth(left), try truth(right))), range: left.range.joined(right.range))
    }
    return left
  }

  private mutating func and() throws(ExpressionProblem) -> Value {
    var left = try not()
    while isWord("and") {
      advance()
      let right = try not()
      left = Value(kind: .truth(.and(try truth(left), try truth(right))), range: left.range.joined(right.range))
    }
    return left
  }

  private mutating func not() throws(ExpressionProblem) -> Value {
    guard isWord("not") else { return try comparison() }
    let start = token.range
    advance()
    let value = try comparison()
    return Value(kind: .truth(.not(try truth(value))), range: start.joined(value.range))
  }

  private mutating func comparison() throws(ExpressionProblem) -> Value {
    let left = try sum()
    if isWord("in") {
      guard case .text(let variable) = left.kind else { throw unexpected(.term("comparison")) }
      advance()
      let values = try values()
      let range = left.range.lowerBound..<tokens[position - 1].range.upperBound
      return Value(kind: .truth(.isIn(variable, values)), range: range)
    }
    guard case .sign(let sign) = token.kind, let comparison = Condition.Comparison(rawValue: sign) else { return left }
    if case .text(let variable) = left.kind {
      // `source = weibo` is the natural slip; the grammar has lists only.
      let value = position + 1 < tokens.count ? tokens[position + 1] : token
      let range = left.range.lowerBound..<value.range.upperBound
      throw ExpressionProblem(
        .expressionSyntax, facts: ["found": .text(sign), "expected": .text("in [ … ]")], at: range,
        mend: comparison == .equal && value.kind != .end ? "\(variable.rawValue) in [\(value.written)]" : nil)
    }
    advance()
    let right = try sum()
    return Value(
      kind: .truth(.compare(try number(left), comparison, try number(right))), range: left.range.joined(right.range))
  }

  private mutating func values() throws(ExpressionProblem) -> [String] {
    try expect("[")
    var values: [String] = []
    repeat {
      switch token.kind {
      case .word(let text), .quoted(let text): values.append(text)
      default: throw unexpected(.term("value"))
      }
      advance()
    } while take(",")
    try expect("]")
    return values
  }

  // MARK: numbers

  private mutating func sum() throws(ExpressionProblem) -> Value {
    var left = try product()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
      advance()
      let right = try product()
      let (first, second) = (try number(left), try number(right))
      left = Value(
        kind: .number(sign == "+" ? .sum(first, second) : .difference(first, second)),
        range: left.range.joined(right.range))
    }
    return left
  }

  private mutating func product() throws(ExpressionProblem) -> Value {
    var left = try unit()
    while case .sign(let sign) = token.kind, sign == "*" || sign == "/" {
      advance()
      let right = try unit()
      let (first, second) = (try number(left), try number(right))
      let range = left.range.joined(right.range)
      if sign == "/", second == .constant(0) { lints.append(ExpressionProblem(.divisionByZero, at: range)) }
      left = Value(kind: .number(sign == "*" ? .product(first, second) : .quotient(first, second)), range: range)
    }
    return left
  }

  private mutating func unit() throws(ExpressionProblem) -> Value {
    let start = token.range
    if take("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth < Self.deepest else { throw ExpressionProblem(.expressionTooDeep, at: start) }
      var value = try or()
      try expect(")")
      value.range = start.lowerBound..<tokens[position - 1].range.upperBound
      return value
    }
    guard case .word(let word) = token.kind else { throw unexpected(.term("value")) }
    if let constant = Self.constant(word) {
      advance()
      return isWord("of") ? try atLeast(constant, from: start) : Value(kind: .number(.constant(constant)), range: start)
    }
    if position + 1 < tokens.count, tokens[position + 1].kind == .sign("(") { return try call(word) }
    let value = try name(word)
    advance()
    return value
  }

  /// A decimal number without exponent, so that `1e9` is a name and nobody is surprised.
  private static func constant(_ word: String) -> Double? {
    let digits = word.hasPrefix("-") ? word.dropFirst() : word[...]
    guard digits.first?.isASCIIDigit == true, digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }) else { return nil }
    return Double(word)
  }

  private mutating func atLeast(_ least: Double, from start: Range<Int>) throws(ExpressionProblem) -> Value {
    advance()
    guard vocabulary.place == .when else {
      throw ExpressionProblem(
        .nameNotHere, facts: ["name": .text("of"), "place": .text(vocabulary.place.rawValue)], at: start)
    }
    let glob = try glob(.term("pattern"))
    guard let count = Int(exactly: least), count >= 1 else {
      throw ExpressionProblem(
        .expressionSyntax, facts: ["found": .text(tokens[position - 2].written), "expected": .term("whole-number")],
        at: start)
    }
    let patterns = vocabulary.patterns.indices.filter { Self.fits(vocabulary.patterns[$0], glob) }.map(
      PatternIndex.init)
    guard !patterns.isEmpty else { throw unknownPattern(glob) }
    let range = start.joined(token.range)
    advance()
    return Value(kind: .truth(.atLeast(count, of: patterns)), range: range)
  }

  /// A star stands for any characters, also none; everything else for itself.
  private static func fits(_ name: String, _ glob: String) -> Bool {
    let pieces = glob.split(separator: "*", omittingEmptySubsequences: false)
    guard pieces.count > 1, let first = pieces.first, let last = pieces.last else { return name == glob }
    guard name.hasPrefix(first), name.utf8.count >= first.utf8.count + last.utf8.count, name.hasSuffix(last) else {
      return false
    }
    var rest = name.dropFirst(first.count).dropLast(last.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(ofText: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  private func unknownPattern(_ name: String) -> ExpressionProblem {
    ExpressionProblem(
      .unknownPattern, facts: ["name": .text(name)], at: token.range, candidates: vocabulary.patterns)
  }

  private func name(_ word: String) throws(ExpressionProblem) -> Value {
    if let index = vocabulary.patterns.firstIndex(of: word) {
      return Value(kind: .truth(.hits(PatternIndex(index))), range: token.range)
    }
    if let variable = NumberVariable(rawValue: word), vocabulary.numbers.contains(variable) {
      return Value(kind: .number(.variable(variable)), range: token.range)
    }
    if let variable = TextVariable(rawValue: word), vocabulary.texts.contains(variable) {
      return Value(kind: .text(variable), range: token.range)
    }
    if let problem = operatorProblem(word) { throw problem }
    if NumberVariable(rawValue: word) != nil || TextVariable(rawValue: word) != nil {
      throw ExpressionProblem(
        .nameNotHere, facts: ["name": .text(word), "place": .text(vocabulary.place.rawValue)], at: token.range)
    }
    if vocabulary.place == .when { throw unknownPattern(word) }
    throw ExpressionProblem(
      .unknownName, facts: ["name": .text(word)], at: token.range,
      candidates: vocabulary.numbers.map(\.rawValue) + vocabulary.texts.map(\.rawValue) + vocabulary.functions)
  }

  // MARK: calls

  private mutating func call(_ function: String) throws(ExpressionProblem) -> Value {
    let start = token.range
    guard vocabulary.functions.contains(function) else {
      let all = ["log10", "min", "max", "count", "near", "before", "points", "topic-points"]
      if all.contains(function) {
        throw ExpressionProblem(
          .nameNotHere, facts: ["name": .text(function), "place": .text(vocabulary.place.rawValue)], at: start)
      }
      if let problem = operatorProblem(function) { throw problem }
      throw ExpressionProblem(
        .unknownName, facts: ["name": .text(function)], at: start, candidates: vocabulary.functions)
    }
    advance()
    try expect("(")
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.deepest else { throw ExpressionProblem(.expressionTooDeep, at: start) }
    let kind: Value.Kind
    switch function {
    case "log10": kind = .number(.log10(try number(try or())))
    case "min":
      let (first, second) = try two()
      kind = .number(.minimum(first, second))
    case "max":
      let (first, second) = try two()
      kind = .number(.maximum(first, second))
    case "count": kind = .number(.count(try pattern()))
    case "points": kind = .number(.categoryPoints(try category()))
    case "topic-points": kind = .number(.topicPoints(try topics()))
    default:
      let first = try pattern()
      try expect(",")
      let second = try pattern()
      try expect(",")
      let within = try proximity()
      kind = .truth(function == "near" ? .near(first, second, within) : .before(first, second, within))
    }
    try expect(")")
    return Value(kind: kind, range: start.lowerBound..<tokens[position - 1].range.upperBound)
  }

  private mutating func two() throws(ExpressionProblem) -> (NumberExpression, NumberExpression) {
    let first = try number(try or())
    try expect(",")
    return (first, try number(try or()))
  }

  private mutating func pattern() throws(ExpressionProblem) -> PatternIndex {
    guard case .word(let word) = token.kind else { throw unexpected(.term("pattern")) }
    guard let index = vocabulary.patterns.firstIndex(of: word) else { throw unknownPattern(word) }
    advance()
    return PatternIndex(index)
  }

  private mutating func category() throws(ExpressionProblem) -> Int {
    guard case .word(let word) = token.kind else { throw unexpected(.term("category")) }
    guard let index = vocabulary.categories.firstIndex(where: { $0.key == word || $0.title == word }) else {
      throw ExpressionProblem(
        .unknownCategory, facts: ["name": .text(word)], at: token.range, candidates: vocabulary.categories.map(\.key))
    }
    advance()
    return index
  }

  private mutating func topics() throws(ExpressionProblem) -> [Int] {
    let word = try glob(.term("topic"))
    let found = vocabulary.topics.indices.filter { index in
      let topic = vocabulary.topics[index]
      if topic.key == word || topic.title == word || word == "*" { return true }
      guard word.hasSuffix(".*") else { return false }
      let path = word.dropLast(2)
      return topic.key == path || topic.key.hasPrefix(path + ".")
    }
    guard !found.isEmpty else {
      throw ExpressionProblem(
        .unknownTopic, facts: ["name": .text(word)], at: token.range, candidates: vocabulary.topics.map(\.key))
    }
    advance()
    return found
  }

  /// A name with stars; a star alone is a sign to the tokenizer.
  private func glob(_ expected: Diagnostic.Fact) throws(ExpressionProblem) -> String {
    switch token.kind {
    case .word(let word): return word
    case .sign("*"): return "*"
    default: throw unexpected(expected)
    }
  }

  private mutating func proximity() throws(ExpressionProblem) -> Proximity {
    let start = token.range
    var words: [String] = []
    while case .word(let word) = token.kind {
      words.append(word)
      advance()
    }
    let range = start.lowerBound..<max(start.upperBound, tokens[max(position - 1, 0)].range.upperBound)
    guard let proximity = Proximity(words.joined(separator: " ")) else {
      throw ExpressionProblem(
        .badProximity, facts: ["found": .text(words.joined(separator: " "))], at: range,
        candidates: ["clause", "sentence", "post"])
    }
    return proximity
  }

  // MARK: types

  private func number(_ value: Value) throws(ExpressionProblem) -> NumberExpression {
    if case .number(let expression) = value.kind { return expression }
    throw ExpressionProblem(.notANumber, at: value.range)
  }

  private func truth(_ value: Value) throws(ExpressionProblem) -> Condition {
    if case .truth(let condition) = value.kind { return condition }
    throw ExpressionProblem(.notATruthValue, at: value.range)
  }
}

extension Range<Int> {
  /// From the start of this one to the end of the other.
  fileprivate func joined(_ other: Range<Int>) -> Range<Int> { lowerBound..<Swift.max(upperBound, other.upperBound) }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
  fileprivate func trimming() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

extension Substring {
  /// The first place of a text, compared character by character.
  fileprivate func firstRange(ofText text: Substring) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
