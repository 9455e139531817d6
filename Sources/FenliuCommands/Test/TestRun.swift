// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Everything that `fenliu test` tried, with what came of it and where it stands.
struct TestRun {
  /// An example of a rule.
  struct ExampleRow {
    var result: PackTester.ExampleResult
    /// `rules/county/fields/labour.yaml:12`
    var place: String
  }

  /// A case of `*.test.yaml` or of a corpus.
  struct CaseRow {
    var result: PackTester.CaseResult
    var place: String
  }

  /// In the order of the rules.
  var examples: [ExampleRow] = []
  /// Those of the pack, then those of each corpus.
  var cases: [CaseRow] = []
  /// How many posts of corpora expect nothing, so that they are no cases.
  var notTested = 0

  /// How many examples of a kind there are, and what came of them.
  struct Tally {
    var written = 0
    var passed = 0
    var failed = 0
    /// What should come true one day and has.
    var cameTrue = 0
  }

  /// What came of the examples of a kind.
  func tally(of kind: Example.Kind) -> Tally {
    var tally = Tally()
    for row in examples where row.result.example.kind == kind {
      tally.written += 1
      switch row.result.outcome {
      case .shouldHit, .shouldMiss: tally.failed += 1
      case .todoCameTrue: tally.cameTrue += 1
      case .passed, .provesNothing, .isNotFar: tally.passed += 1
      }
    }
    return tally
  }

  /// How many examples and cases are not as they say.
  var failed: Int {
    Example.Kind.allCases.reduce(0) { $0 + tally(of: $1).failed } + cases.count { !$0.result.mismatches.isEmpty }
  }

  /// How many examples should be written otherwise.
  var warnings: Int { examples.count { $0.result.outcome.isWarning } }

  /// The same, of the rules whose ids fit, and of the cases that name or hit one of them.
  func narrowed(to glob: RuleGlob) -> TestRun {
    var narrowed = TestRun()
    narrowed.notTested = notTested
    narrowed.examples = examples.filter { glob.fits($0.result.rule.key) }
    narrowed.cases = cases.filter { row in
      let expected = row.result.testCase.expectation
      return ((expected.rules ?? []) + (expected.notRules ?? []) + row.result.decision.matches.map(\.rule))
        .contains(where: glob.fits)
    }
    return narrowed
  }
}

extension ExampleTester.Outcome {
  /// Whether it is neither good nor a failure.
  var isWarning: Bool {
    switch self {
    case .provesNothing, .isNotFar, .todoCameTrue: true
    case .passed, .shouldHit, .shouldMiss: false
    }
  }

  /// Whether it is a failure.
  var isFailure: Bool {
    switch self {
    case .shouldHit, .shouldMiss: true
    case .passed, .provesNothing, .isNotFar, .todoCameTrue: false
    }
  }

  /// What is said of it; nil: nothing.
  var sentence: PackSentence? {
    switch self {
    case .passed: nil
    case .shouldHit: .shouldHit
    case .shouldMiss(let found): .shouldMiss(found)
    case .provesNothing: .provesNothing
    case .isNotFar: .isNotFar
    case .todoCameTrue: .todoCameTrue
    }
  }

  /// Its key in JSON and JUnit.
  var key: String {
    switch self {
    case .passed: "passed"
    case .shouldHit: "should-hit"
    case .shouldMiss: "should-miss"
    case .provesNothing: "miss-proves-nothing"
    case .isNotFar: "miss-is-not-far"
    case .todoCameTrue: "todo-came-true"
    }
  }
}
