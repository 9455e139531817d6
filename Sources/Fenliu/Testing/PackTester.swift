// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuModel

/// Runs what a pack says of itself: the examples of its rules, and cases of posts with expected decisions.
public struct PackTester: Sendable {
  /// What came of one example.
  public struct ExampleResult: Sendable {
    /// The rule it stands in.
    public var rule: Rule
    /// The example.
    public var example: Example
    /// What came of it.
    public var outcome: ExampleTester.Outcome
  }

  /// What came of one case.
  public struct CaseResult: Sendable {
    /// The case.
    public var testCase: TestCase
    /// Where the decision differs; empty: passed.
    public var mismatches: [Mismatch]
    /// The decision.
    public var decision: Decision
  }

  private let classifier: Classifier
  private let time: Instant

  /// A tester of the pack that `classifier` was made from, at a time of the run for posts without their own.
  public init(_ classifier: Classifier, at time: Instant) {
    self.classifier = classifier
    self.time = time
  }

  /// Runs every example of every rule, in the order of the rules.
  ///
  /// - Throws: as `Classifier` does; the rules are compiled once more, in a form that tests drafts and seasons too.
  public func examples() throws -> [ExampleResult] {
    var tester = try ExampleTester(classifier.rules)
    let facts = PostFacts(date: classifier.map.calendar.zone.date(of: time))
    var results: [ExampleResult] = []
    for (index, rule) in classifier.rules.rules.enumerated() {
      for example in rule.examples {
        let outcome = tester.outcome(of: example, rule: RuleID(index), facts: facts)
        results.append(ExampleResult(rule: rule, example: example, outcome: outcome))
      }
    }
    return results
  }

  /// Decides every case's post and compares.
  public func cases(_ cases: [TestCase]) -> [CaseResult] {
    var worker = classifier.makeWorker(listing: .all)
    let zone = classifier.map.calendar.zone
    return cases.map { testCase in
      let decision = worker.decide(testCase.post, at: testCase.at ?? time)
      let expectation = testCase.expectation.withKeys(of: classifier.map)
      return CaseResult(
        testCase: testCase, mismatches: expectation.mismatches(with: decision, zone: zone), decision: decision)
    }
  }
}

extension Expectation {
  /// The same with departments by their keys, where titles were written.
  func withKeys(of map: ResponsibilityMap) -> Expectation {
    func key(_ name: String) -> String {
      map.departments.first { $0.key == name || $0.title == name }?.key ?? name
    }
    var result = self
    result.lead = lead.map(key)
    result.assist = assist?.map(key)
    result.notify = notify?.map(key)
    result.recused = recused.map { $0.map(key) }
    return result
  }
}
