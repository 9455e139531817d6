// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

@testable import Fenliu

/// Expressions: what is refused is refused at a place within the text; what is read has one type, comes to a value in any
/// context, and reads the same once it is written out again.
final class ExpressionTarget: FuzzTarget {
  private static let pieces: [String] = [
    "people", "months", "days", "amount", "views", "reach", "total", "source", "region", "debt", "sign-a", "sign-b",
    "工人",
    " and ", " or ", "not ", " + ", " - ", " * ", " / ", " >= ", " <= ", " < ", " > ", " = ", " != ", "(", ")", "[",
    "]",
    ", ", "log10(", "min(", "max(", "count(", "near(", "before(", "points(", "topic-points(", " in ", " of ", "2", "10",
    "0", "-1.5", "0.1", "danger", "early-sign", "labour.wages", "labour.*", "*", "sign*", "clause", "sentence", "post",
    "8 characters", "兴县", "'a b'", "\"", "99999999999999999999", "0.000001", "123456789.123", " ", "1e9", "--",
  ]

  private let rules: RuleSet = {
    var set = RuleSet(title: "fuzz")
    set.topics = ["labour", "labour.wages", "safety.gas"].map { Topic(path: $0, title: $0) }
    return set
  }()
  private let patterns = ["debt", "sign-a", "sign-b", "工人"]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let place = source.pick([Vocabulary.Place.when, .condition, .points, .levels])
    let context = Context(&source)
    let text = source.text(of: Self.pieces)
    let words = Vocabulary(
      place: place, patterns: patterns,
      categories: rules.categories.map { .init(key: $0.key, title: $0.title) },
      topics: rules.topics.map { .init(key: $0.path, title: $0.title) })
    let writer = ExpressionText(rules: rules, patterns: patterns)
    do throws(ExpressionProblem) {
      let parsed = try ExpressionParser.number(text, words)
      for lint in parsed.lints { check(lint, text) }
      let value = parsed.expression.known(in: context)
      _ = Points(value)
      let written = writer.text(parsed.expression)
      let again = try? ExpressionParser.number(written, words).expression
      let same = again?.known(in: context)
      expect(same == value || same?.isNaN == true && value.isNaN, "\(text) is \(value), written as \(written)")
    } catch {
      check(error, text)
    }
    do throws(ExpressionProblem) {
      let parsed = try ExpressionParser.condition(text, words)
      for lint in parsed.lints { check(lint, text) }
      let holds = parsed.expression.holds(in: context)
      expectEqual(parsed.expression.finding(in: context).holds, holds, "the finding of \(text)")
      let written = writer.text(parsed.expression)
      // A glob of patterns is written as the patterns it stands for, which is for people to read.
      if written.contains(" of [") { return }
      guard let again = try? ExpressionParser.condition(written, words).expression else {
        fatalError("\(text) is written as \(written), which cannot be read")
      }
      expectEqual(again.holds(in: context), holds, "\(text) written as \(written)")
    } catch {
      check(error, text)
    }
  }

  private func check(_ problem: ExpressionProblem, _ text: String) {
    let bytes = Array(text.utf8)
    expect(problem.range.upperBound <= bytes.count, "\(problem.code.rawValue) at \(problem.range) of \(text)")
    for end in [problem.range.lowerBound, problem.range.upperBound] where end < bytes.count {
      expect(bytes[end] & 0xC0 != 0x80, "\(problem.code.rawValue) at \(problem.range) cuts a character of \(text)")
    }
  }

  /// A post about which everything is known that the bytes say.
  private struct Context: ExpressionContext {
    let numbers: [Double?]
    let bits: UInt8

    init(_ source: inout ByteSource) {
      let values: [Double?] = [nil, 0, 1, 2, 3.5, 100, -1, 1e9, 1e300, .greatestFiniteMagnitude, 0.01, 12]
      numbers = (0..<4).map { _ in source.pick(values) }
      bits = source.byte()
    }

    func number(_ variable: NumberVariable) -> Double? { numbers[variable.hashKey % numbers.count] }
    func text(_ variable: TextVariable, isIn values: [String]) -> Bool { bits & 1 == 1 && !values.isEmpty }
    func count(of pattern: PatternIndex) -> Int { Int(bits >> 1) >> pattern.index & 3 }
    func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool {
      (first.index + second.index + (inOrder ? Int(bits) : 0)).isMultiple(of: 2)
    }
    func points(ofCategory index: Int) -> Double { numbers[index % numbers.count] ?? 0 }
    func points(ofTopics indices: [Int]) -> Double { indices.reduce(0) { $0 + Double($1 + 1) } }
  }
}

extension NumberVariable {
  /// A number that is the same in every run.
  fileprivate var hashKey: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
