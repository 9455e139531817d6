// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Reads expressions by the grammar of the rules language, with one token of look-ahead.
///
/// Types are checked while reading: what comes out cannot mix numbers and truth values. The first problem ends the reading of
/// this expression; lints are collected beside the result.
public struct ExpressionParser {
  let vocabulary: Vocabulary
  let tokens: [Token]
  var position = 0
  var depth = 0
  var lints: [ExpressionProblem] = []

  /// An expression, with what is odd about it.
  public struct Parsed<Expression: Sendable>: Sendable {
    /// The expression.
    public var expression: Expression
    /// Warnings.
    public var lints: [ExpressionProblem]
  }

  /// Brackets may be nested so deep.
  static let deepest = 100
  /// So many names, numbers and signs an expression may have: a sum or a choice of many is a tree as deep, and is evaluated on
  /// the stack.
  static let longest = 2_000

  init(_ text: String, _ vocabulary: Vocabulary) throws(ExpressionProblem) {
    self.vocabulary = vocabulary
    tokens = try Tokenizer.tokens(of: text)
    if tokens.count > Self.longest { throw ExpressionProblem(.expressionTooDeep, at: tokens[Self.longest].range) }
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
  struct Value {
    enum Kind {
      case number(NumberExpression)
      case truth(Condition)
      case text(TextVariable)
    }
    var kind: Kind
    var range: Range<Int>
  }

  var token: Token { tokens[position] }

  mutating func advance() { position = min(position + 1, tokens.count - 1) }

  func isWord(_ text: String) -> Bool { token.kind == .word(text) }

  mutating func take(_ sign: String) -> Bool {
    guard token.kind == .sign(sign) else { return false }
    advance()
    return true
  }

  mutating func expect(_ sign: String) throws(ExpressionProblem) {
    guard take(sign) else { throw unexpected(.text(sign)) }
  }

  func unexpected(_ expected: Diagnostic.Fact) -> ExpressionProblem {
    if case .word(let word) = token.kind, let problem = operatorProblem(word) { return problem }
    let found: Diagnostic.Fact = token.kind == .end ? .term("end-of-expression") : .text(token.written)
    return ExpressionProblem(.expressionSyntax, facts: ["found": found, "expected": expected], at: token.range)
  }

  /// `2+log10` is one word to the tokenizer; what was meant has spaces.
  func operatorProblem(_ word: String) -> ExpressionProblem? {
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

  mutating func whole() throws(ExpressionProblem) -> Value {
    let value = try or()
    guard token.kind == .end else { throw unexpected(.term("end-of-expression")) }
    return value
  }

  mutating func or() throws(ExpressionProblem) -> Value {
    var left = try and()
    while isWord("or") {
      advance()
      let right = try and()
      left = Value(kind: .truth(.or(try truth(left), try truth(right))), range: left.range.joined(right.range))
    }
    return left
  }

  mutating func and() throws(ExpressionProblem) -> Value {
    var left = try not()
    while isWord("and") {
      advance()
      let right = try not()
      left = Value(kind: .truth(.and(try truth(left), try truth(right))), range: left.range.joined(right.range))
    }
    return left
  }

  mutating func not() throws(ExpressionProblem) -> Value {
    guard isWord("not") else { return try comparison() }
    let start = token.range
    advance()
    let value = try comparison()
    return Value(kind: .truth(.not(try truth(value))), range: start.joined(value.range))
  }

  mutating func comparison() throws(ExpressionProblem) -> Value {
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

  mutating func values() throws(ExpressionProblem) -> [String] {
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

  func number(_ value: Value) throws(ExpressionProblem) -> NumberExpression {
    if case .number(let expression) = value.kind { return expression }
    throw ExpressionProblem(.notANumber, at: value.range)
  }

  func truth(_ value: Value) throws(ExpressionProblem) -> Condition {
    if case .truth(let condition) = value.kind { return condition }
    throw ExpressionProblem(.notATruthValue, at: value.range)
  }
}

extension Range<Int> {
  /// From the start of this one to the end of the other.
  func joined(_ other: Range<Int>) -> Range<Int> { lowerBound..<Swift.max(upperBound, other.upperBound) }
}

extension String {
  fileprivate func trimming() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
