// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Functions and their arguments.
extension ExpressionParser {
  mutating func call(_ function: String) throws(ExpressionProblem) -> Value {
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

  mutating func two() throws(ExpressionProblem) -> (NumberExpression, NumberExpression) {
    let first = try number(try or())
    try expect(",")
    return (first, try number(try or()))
  }

  mutating func pattern() throws(ExpressionProblem) -> PatternIndex {
    guard case .word(let word) = token.kind else { throw unexpected(.term("pattern")) }
    guard let index = vocabulary.patterns.firstIndex(of: word) else { throw unknownPattern(word) }
    advance()
    return PatternIndex(index)
  }

  mutating func category() throws(ExpressionProblem) -> Int {
    guard case .word(let word) = token.kind else { throw unexpected(.term("category")) }
    guard let index = vocabulary.categories.firstIndex(where: { $0.key == word || $0.title == word }) else {
      throw ExpressionProblem(
        .unknownCategory, facts: ["name": .text(word)], at: token.range, candidates: vocabulary.categories.map(\.key))
    }
    advance()
    return index
  }

  mutating func topics() throws(ExpressionProblem) -> [Int] {
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
  func glob(_ expected: Diagnostic.Fact) throws(ExpressionProblem) -> String {
    switch token.kind {
    case .word(let word): return word
    case .sign("*"): return "*"
    default: throw unexpected(expected)
    }
  }

  mutating func proximity() throws(ExpressionProblem) -> Proximity {
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
}
