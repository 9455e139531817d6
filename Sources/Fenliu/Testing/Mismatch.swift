// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuModel

/// One thing in which a decision is not what a case expects.
public struct Mismatch: Hashable, Sendable {
  /// The key of the expectation: `level`, `lead`, `due.resolve`.
  public var key: String
  /// What was expected.
  public var expected: String
  /// What was decided.
  public var actual: String

  /// Names a difference.
  public init(key: String, expected: String, actual: String) {
    self.key = key
    self.expected = expected
    self.actual = actual
  }
}

extension Expectation {
  /// Where a decision differs from what is expected; empty when it fits. What the expectation does not name is not compared.
  ///
  /// - Parameters:
  ///   - decision: made with all matches listed, so that no rule is missing for want of room.
  ///   - zone: in which due times are written.
  public func mismatches(with decision: Decision, zone: Zone) -> [Mismatch] {
    var found: [Mismatch] = []
    func compare(_ key: String, _ expected: String?, _ actual: String) {
      if let expected, expected != actual { found.append(Mismatch(key: key, expected: expected, actual: actual)) }
    }
    func compareSets(_ key: String, _ expected: [String]?, _ actual: [String]) {
      guard let expected, Set(expected) != Set(actual) else { return }
      found.append(Mismatch(key: key, expected: Self.list(expected), actual: Self.list(actual)))
    }
    compare("level", level?.key, decision.level.key)
    compare("kind", kind, decision.kind ?? Kind.noneKey)
    compare("lead", lead, decision.route.lead)
    compare("route", route, decision.route.name)
    compareSets("assist", assist, decision.route.assist)
    compareSets("notify", notify, decision.route.notify)
    compareSets("beside", beside, decision.beside.map(\.name))
    if let recused { compare("recused", recused ?? "null", decision.route.recused?.from ?? "null") }
    let rulesThatHit = Set(decision.matches.map(\.rule))
    for rule in rules ?? [] where !rulesThatHit.contains(rule) {
      found.append(Mismatch(key: "rules", expected: rule, actual: Self.list(rulesThatHit.sorted())))
    }
    for rule in notRules ?? [] where rulesThatHit.contains(rule) {
      found.append(Mismatch(key: "not-rules", expected: "–", actual: rule))
    }
    for (step, expected) in (due ?? [:]).sorted(by: { $0.key < $1.key }) {
      let actual = decision.deadlines.first { $0.step == step }
      compare("due.\(step)", expected, actual.map { $0.due.map { $0.iso8601(in: zone) } ?? "null" } ?? "–")
    }
    return found
  }

  private static func list(_ names: [String]) -> String { "[" + names.joined(separator: ", ") + "]" }
}
