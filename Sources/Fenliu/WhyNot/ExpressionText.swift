// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel

/// Writes expressions as an author would, with the names of the pack.
struct ExpressionText {
  let rules: RuleSet
  /// The names of a rule's patterns, for `when`.
  var patterns: [String] = []

  /// The text of a number expression. `binds`: how tightly what stands around it does.
  func text(_ expression: NumberExpression, binds: Int = 0) -> String {
    switch expression {
    case .constant(let value): number(value)
    case .variable(let variable): variable.rawValue
    case .count(let pattern): "count(\(name(pattern)))"
    case .categoryPoints(let place): "points(\(rules.categories[place].key))"
    case .topicPoints(let places): "topic-points(\(glob(places)))"
    case .sum(let left, let right): joined(left, "+", right, 1, binds)
    case .difference(let left, let right): joined(left, "-", right, 1, binds)
    case .product(let left, let right): joined(left, "*", right, 2, binds)
    case .quotient(let left, let right): joined(left, "/", right, 2, binds)
    case .log10(let inner): "log10(\(text(inner)))"
    case .minimum(let left, let right): "min(\(text(left)), \(text(right)))"
    case .maximum(let left, let right): "max(\(text(left)), \(text(right)))"
    }
  }

  /// The text of a condition.
  func text(_ condition: Condition, binds: Int = 0) -> String {
    switch condition {
    case .compare(let left, let comparison, let right): "\(text(left)) \(comparison.rawValue) \(text(right))"
    case .isIn(let variable, let values): "\(variable.rawValue) in [\(values.joined(separator: ", "))]"
    case .hits(let pattern): name(pattern)
    case .near(let first, let second, let within): "near(\(name(first)), \(name(second)), \(within.written))"
    case .before(let first, let second, let within): "before(\(name(first)), \(name(second)), \(within.written))"
    case .atLeast(let least, let patterns): "\(least) of [\(patterns.map(name).joined(separator: ", "))]"
    case .and(let left, let right): wrapped("\(text(left, binds: 2)) and \(text(right, binds: 2))", 2, binds)
    case .or(let left, let right): wrapped("\(text(left, binds: 1)) or \(text(right, binds: 1))", 1, binds)
    case .not(let inner): wrapped("not \(text(inner, binds: 4))", 3, binds)
    }
  }

  /// A finding in words of the pack.
  func finding(_ finding: ConditionFinding) -> WhyNot.LevelAnswer.Finding {
    switch finding {
    case .compare(let left, let comparison, let right, let value, _, let holds):
      .compare(
        text(.compare(left, comparison, right)), left: text(left), value: value.map(Self.rounded),
        short: finding.shortfall.map(Self.rounded).flatMap { $0 > 0 ? $0 : nil }, holds: holds)
    case .plain(let condition, let holds): .plain(text(condition), holds: holds)
    case .all(let parts): .all(parts.map(self.finding))
    case .any(let parts): .any(parts.map(self.finding))
    case .not(let inner): .not(self.finding(inner))
    }
  }

  private func joined(
    _ left: NumberExpression, _ sign: String, _ right: NumberExpression, _ level: Int, _ binds: Int
  ) -> String {
    // What is taken away or divided by keeps its brackets.
    wrapped("\(text(left, binds: level)) \(sign) \(text(right, binds: level + 1))", level, binds)
  }

  private func wrapped(_ text: String, _ level: Int, _ binds: Int) -> String { level < binds ? "(\(text))" : text }

  private func name(_ pattern: PatternIndex) -> String {
    pattern.index < patterns.count ? patterns[pattern.index] : "?"
  }

  private func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : Self.withoutExponent(value.description)
  }

  /// A number such as `1e-06` or `1.5e+20` as the language writes it, with all its zeros.
  static func withoutExponent(_ text: String) -> String {
    let parts = text.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let number = parts[0].drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    let digits = number.joined()
    let point = number[0].count + exponent
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if point >= digits.count { return sign + digits + String(repeating: "0", count: point - digits.count) }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// Sums of hundredths are not exact as they are counted here.
  private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }

  /// The glob that fits these topics and no other, else their paths.
  private func glob(_ places: [Int]) -> String {
    let paths = places.map { rules.topics[$0].path }
    if paths.count == rules.topics.count { return "*" }
    if paths.count == 1 { return paths[0] }
    var prefix = paths.first?.split(separator: ".") ?? []
    for path in paths {
      prefix = zip(prefix, path.split(separator: ".")).prefix { $0 == $1 }.map(\.0)
    }
    let glob = TopicGlob(prefix.joined(separator: ".") + ".*")
    let fitting = rules.topics.indices.filter { glob.fits(rules.topics[$0].path) }
    return !prefix.isEmpty && fitting == places.sorted() ? glob.description : paths.joined(separator: ", ")
  }
}

extension Proximity {
  /// As an author writes it.
  var written: String {
    switch self {
    case .characters(let count): "\(count) characters"
    case .clause: "clause"
    case .sentence: "sentence"
    case .post: "post"
    }
  }
}
