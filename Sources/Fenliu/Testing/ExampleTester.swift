// SPDX-License-Identifier: Apache-2.0
import FenliuMatching
public import FenliuModel
import FenliuNormalization

/// Runs the examples of rules, each against its own rule.
///
/// Drafts are tested like the others; seasons are left aside, so that a rule for winter is tested in summer too.
public struct ExampleTester: ~Copyable {
  /// What came of one example.
  public enum Outcome: Hashable, Sendable {
    /// As it says.
    case passed
    /// The rule should hit and does not.
    case shouldHit
    /// The rule should not hit and does, with these words.
    case shouldMiss([String])
    /// The rule fails, but no pattern of it hits either: the example shows nothing. (A warning.)
    case provesNothing
    /// A `miss-far` in which a pattern of the rule hits. (A warning: it is a `miss`.)
    case isNotFar
    /// What should come true one day has come true. (A note.)
    case todoCameTrue
  }

  private let rules: RuleSet
  private let normalizer = Normalizer()
  private let matcher: Matcher
  private var scratch: MatchScratch
  /// The same rules reduced to their patterns: a rule hits here when anything it looks for is there.
  private let bareMatcher: Matcher
  private var bareScratch: MatchScratch
  private var matches = Matches()
  private let title = NormalizedText()
  private var text = NormalizedText()

  /// A tester of the examples in `rules`.
  ///
  /// - Throws: as `Classifier` does.
  public init(_ rules: RuleSet) throws {
    let tested = Self.withoutSeasons(rules)
    // Whatever can throw comes before the move-only scratch is made.
    let matcher = try Matcher(tested, includingDrafts: true)
    let bareMatcher = try Matcher(Self.bare(tested), includingDrafts: true)
    self.rules = rules
    self.matcher = matcher
    self.bareMatcher = bareMatcher
    scratch = MatchScratch(matcher)
    bareScratch = MatchScratch(bareMatcher)
  }

  /// A matcher for examples: with drafts, without seasons.
  static func matcher(for rules: RuleSet) throws -> Matcher {
    try Matcher(withoutSeasons(rules), includingDrafts: true)
  }

  private static func withoutSeasons(_ rules: RuleSet) -> RuleSet {
    var tested = rules
    for index in tested.rules.indices {
      tested.rules[index].from = nil
      tested.rules[index].until = nil
    }
    return tested
  }

  /// What comes of an example of the rule.
  public mutating func outcome(of example: Example, rule: RuleID, facts: PostFacts) -> Outcome {
    let found = hits(of: rule, in: example.text, facts: facts)
    switch example.kind {
    case .hit: return found == nil ? .shouldHit : .passed
    case .miss:
      if let found { return .shouldMiss(found) }
      return bareHits(of: rule, in: example.text, facts: facts) ? .passed : .provesNothing
    case .missFar:
      if let found { return .shouldMiss(found) }
      return bareHits(of: rule, in: example.text, facts: facts) ? .isNotFar : .passed
    case .todoHit: return found == nil ? .passed : .todoCameTrue
    case .todoMiss: return found == nil ? .todoCameTrue : .passed
    }
  }

  private mutating func hits(of rule: RuleID, in example: String, facts: PostFacts) -> [String]? {
    normalizer.normalize(example, into: &text)
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    guard let match = matches.matches.first(where: { $0.rule == rule }) else { return nil }
    return matches.hits[match.hits].map { text.originalText(of: $0.range) }
  }

  private mutating func bareHits(of rule: RuleID, in example: String, facts: PostFacts) -> Bool {
    normalizer.normalize(example, into: &text)
    bareMatcher.match(title: title, text: text, facts: facts, scratch: &bareScratch, into: &matches)
    return matches.matches.contains { $0.rule == rule }
  }

  /// Rules that look for any pattern of theirs, without allow, unless, none, if, distance or least value.
  private static func bare(_ rules: RuleSet) -> RuleSet {
    var bare = rules
    bare.allow = []
    for index in bare.lists.indices { bare.lists[index].allow = [] }
    for index in bare.rules.indices {
      var lines = Rule.Lines()
      switch bare.rules[index].body {
      case .lines(let written):
        lines.any = written.any + written.all.flatMap { $0 } + written.near.flatMap { $0.lines.flatMap { $0 } }
      case .when(_, let patterns): lines.any = patterns.flatMap(\.line)
      }
      lines.any = lines.any.map { pattern in
        guard case .number(var number) = pattern else { return pattern }
        number.least = nil
        return .number(number)
      }
      bare.rules[index].body = .lines(lines)
      bare.rules[index].allow = []
      bare.rules[index].unless = nil
      bare.rules[index].condition = nil
      bare.rules[index].fields = .everything
      bare.rules[index].polarity = .any
    }
    return bare
  }
}
