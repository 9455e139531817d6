// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Sums, products and what they are made of.
extension ExpressionParser {
  mutating func sum() throws(ExpressionProblem) -> Value {
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

  mutating func product() throws(ExpressionProblem) -> Value {
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

  mutating func unit() throws(ExpressionProblem) -> Value {
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
  static func constant(_ word: String) -> Double? {
    let digits = word.hasPrefix("-") ? word.dropFirst() : word[...]
    guard digits.first?.isASCIIDigit == true, digits.allSatisfy({ $0.isASCIIDigit || $0 == "." }) else { return nil }
    return Double(word).flatMap { $0.isFinite ? $0 : nil }
  }

  mutating func atLeast(_ least: Double, from start: Range<Int>) throws(ExpressionProblem) -> Value {
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
  static func fits(_ name: String, _ glob: String) -> Bool {
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

  func unknownPattern(_ name: String) -> ExpressionProblem {
    ExpressionProblem(
      .unknownPattern, facts: ["name": .text(name)], at: token.range, candidates: vocabulary.patterns)
  }

  func name(_ word: String) throws(ExpressionProblem) -> Value {
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
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
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
