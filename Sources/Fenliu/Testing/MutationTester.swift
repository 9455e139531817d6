// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuMatching
public import FenliuModel
import FenliuNormalization

/// Leaves one thing after the other out of a pack and sees whether a test fails.
///
/// What no test misses may be wrong, or gone, without anybody noticing. Tests are the examples of the rules and the cases
/// that pass with the whole pack. Only those are run in which the thing that is left out can make a difference: the
/// examples of the rules it belongs to, and the cases in which something of these rules was found.
///
/// Immutable: any number of threads may ask one tester for verdicts.
public struct MutationTester: Sendable {
  /// The first tests that fail without something; nil: none of this kind does.
  public struct Verdict: Hashable, Sendable {
    /// An example, by its rule and its place there.
    public var example: ExamplePlace?
    /// A case, by its place among those given.
    public var testCase: Int?
    /// How many tests were run.
    public var tried = 0

    /// Nothing was run.
    public init() {}

    /// Whether a test fails.
    public var isCaught: Bool { example != nil || testCase != nil }
  }

  /// The place of an example in the rule set.
  public struct ExamplePlace: Hashable, Sendable {
    /// Its rule.
    public var rule: RuleID
    /// Where it stands among the rule's examples.
    public var index: Int

    public init(rule: RuleID, index: Int) {
      self.rule = rule
      self.index = index
    }
  }

  private let classifier: Classifier
  private let cases: [TestCase]
  private let time: Instant
  private let zone: Zone
  /// Without seasons, with drafts, as examples are tested.
  private let exampleMatcher: Matcher
  /// The examples of each rule that pass.
  private let passingExamples: [[Int]]
  /// The cases that pass, and for each rule those in which something of it was found.
  private let passingCases: [Int]
  private let casesOfRule: [[Int]]
  /// The rules that name each list, or count the people that its words stand for.
  private let rulesOfList: [[RuleID]]

  /// A tester of the pack that `classifier` was made from.
  ///
  /// - Parameters:
  ///   - classifier: of the whole pack.
  ///   - cases: all cases, those that fail too.
  ///   - time: of the run, for posts without their own.
  /// - Throws: as `Classifier` does.
  public init(_ classifier: Classifier, cases: [TestCase], at time: Instant) throws {
    let rules = classifier.rules
    let exampleMatcher = try ExampleTester.matcher(for: rules)
    self.classifier = classifier
    self.cases = cases.map { testCase in
      var testCase = testCase
      testCase.expectation = testCase.expectation.withKeys(of: classifier.map)
      return testCase
    }
    self.time = time
    zone = classifier.map.calendar.zone
    self.exampleMatcher = exampleMatcher
    let facts = PostFacts(date: zone.date(of: time))
    var examples = ExampleProbe(exampleMatcher, facts: facts)
    passingExamples = rules.rules.enumerated().map { place, rule in
      rule.examples.indices.filter { examples.fails(rule.examples[$0], of: RuleID(place)) == false }
    }
    var worker = classifier.makeWorker(listing: .all)
    var passingCases: [Int] = []
    var casesOfRule: [[Int]] = Array(repeating: [], count: rules.rules.count)
    for (place, testCase) in self.cases.enumerated() {
      guard worker.meets(testCase, at: time, zone: zone) else { continue }
      passingCases.append(place)
      for rule in worker.matchScratch.rulesLookedAt(with: classifier.compiled.matcher) {
        casesOfRule[rule.index].append(place)
      }
    }
    self.passingCases = passingCases
    self.casesOfRule = casesOfRule
    var rulesOfList: [[RuleID]] = Array(repeating: [], count: rules.lists.count)
    for (place, rule) in rules.rules.enumerated() {
      let counted = rule.countsPeople ? rules.collective.compactMap(\.list) : []
      for list in rule.listsUsed.union(counted) { rulesOfList[list.index].append(RuleID(place)) }
    }
    self.rulesOfList = rulesOfList
  }

  /// Whether a test fails without something.
  ///
  /// - Parameter omission: one of the pack's `omissions`.
  public func verdict(on omission: Omission) -> Verdict {
    var verdict = Verdict()
    let rules = rulesConcerned(by: omission)
    if !omission.isOfMap { tryExamples(omission, rules, &verdict) }
    tryCases(omission, rules, &verdict)
    return verdict
  }

  /// The rules in which something is missing; nil: it is none of rules.
  private func rulesConcerned(by omission: Omission) -> [RuleID]? {
    switch omission {
    case .rule(let rule), .part(_, of: let rule): [rule]
    case .list(let list), .listAllow(let list): rulesOfList[list.index]
    case .collective:
      classifier.rules.rules.indices.filter { classifier.rules.rules[$0].countsPeople }.map { RuleID($0) }
    case .packAllow: classifier.rules.rules.indices.map { RuleID($0) }
    case .level, .floor, .route, .escalation, .recusal, .step, .routeStep, .period: nil
    }
  }

  private func tryExamples(_ omission: Omission, _ rules: [RuleID]?, _ verdict: inout Verdict) {
    guard let rules, rules.contains(where: { !passingExamples[$0.index].isEmpty }) else { return }
    let matcher = exampleMatcher.omitting(omission, of: classifier.rules)
    var probe = ExampleProbe(matcher, facts: PostFacts(date: zone.date(of: time)))
    for rule in rules {
      for index in passingExamples[rule.index] {
        verdict.tried += 1
        if probe.fails(classifier.rules.rules[rule.index].examples[index], of: rule) == true {
          verdict.example = ExamplePlace(rule: rule, index: index)
          return
        }
      }
    }
  }

  private func tryCases(_ omission: Omission, _ rules: [RuleID]?, _ verdict: inout Verdict) {
    let places: [Int]
    if case .packAllow = omission {
      places = passingCases
    } else if let rules {
      places = rules.count == 1 ? casesOfRule[rules[0].index] : Set(rules.flatMap { casesOfRule[$0.index] }).sorted()
    } else {
      places = passingCases
    }
    guard !places.isEmpty else { return }
    var worker = classifier.omitting(omission).makeWorker(listing: .all)
    for place in places {
      verdict.tried += 1
      if !worker.meets(cases[place], at: time, zone: zone) {
        verdict.testCase = place
        return
      }
    }
  }
}

extension Classifier.Worker {
  /// Whether a case's post is decided as it expects.
  fileprivate mutating func meets(_ testCase: TestCase, at time: Instant, zone: Zone) -> Bool {
    let decision = decide(testCase.post, at: testCase.at ?? time)
    return testCase.expectation.mismatches(with: decision, zone: zone).isEmpty
  }
}

/// Tries examples against one matcher.
private struct ExampleProbe: ~Copyable {
  private let matcher: Matcher
  private let facts: PostFacts
  private let normalizer = Normalizer()
  private var scratch: MatchScratch
  private var matches = Matches()
  private let title = NormalizedText()
  private var text = NormalizedText()

  init(_ matcher: Matcher, facts: PostFacts) {
    self.matcher = matcher
    self.facts = facts
    scratch = MatchScratch(matcher)
  }

  /// Whether an example is not as it says; nil where it says what should come one day.
  mutating func fails(_ example: Example, of rule: RuleID) -> Bool? {
    guard example.kind != .todoHit, example.kind != .todoMiss else { return nil }
    normalizer.normalize(example.text, into: &text)
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    let hits = matches.matches.contains { $0.rule == rule }
    return hits != (example.kind == .hit)
  }
}
