// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
public import FenliuMatching
public import FenliuModel
import FenliuRegexSyntax

/// Measures what the rules of a pack cost, by the processor's time.
///
/// A rule is matched alone over posts, and so is a rule that never hits; the difference is what it costs. Of several rounds in turn the least
/// counts, since other programs only lengthen a round. What rules share, such as a list, is counted with each of them. Rules of which
/// nothing is found in the posts cost next to nothing and are not tried. The dearest are taken apart: each of their patterns is measured as if it were a
/// rule.
///
/// Seasons and `if` stand aside: they decide when a rule costs something, not how much.
public struct CostMeter {
  private let rules: RuleSet
  private let sample: PostSample
  private let idle: SampleMatcher

  private static let rounds = 7

  /// Measures a pack on some posts.
  ///
  /// - Throws: `MatcherError` where regexes cannot be run.
  public init(_ rules: RuleSet, on sample: PostSample) throws(MatcherError) {
    self.rules = rules.regardlessOfCircumstances
    self.sample = sample
    idle = try SampleMatcher([.word(Self.strange)], in: rules)
  }

  /// What the `count` dearest rules cost. Costs a pass over the posts for each rule of which something is found, and some twenty for each of
  /// the dearest and of their patterns.
  ///
  /// - Throws: `MatcherError` where regexes cannot be run.
  public func costs(dearest count: Int) throws(MatcherError) -> RuleCosts {
    let whole = try SampleMatcher(rules)
    let touched = whole.rulesTouched(by: sample)
    let all = (0..<Self.rounds).map { _ in whole.time(on: sample) }.min() ?? 0
    let least = idle.time(on: sample)
    var guesses: [(rule: RuleID, time: Double)] = []
    for rule in touched {
      let alone = try SampleMatcher(rules.rules[rule.index], in: rules)
      guesses.append((rule, alone.time(on: sample) - least))
    }
    guesses.sort { $0.time > $1.time }
    var costs: [RuleCost] = []
    for guess in guesses.prefix(2 * count) {
      if let cost = try cost(of: guess.rule) { costs.append(cost) }
    }
    costs.sort { $0.time > $1.time }
    return RuleCosts(
      rules: Array(costs.prefix(count)), all: all / Double(max(1, sample.count)) * 1e9, posts: sample.count)
  }

  /// What a rule costs, and what of it most; nil where it is not told apart from nothing.
  private func cost(of rule: RuleID) throws(MatcherError) -> RuleCost? {
    let alone = try SampleMatcher(rules.rules[rule.index], in: rules)
    guard let time = time(of: alone) else { return nil }
    var dearest: (pattern: Pattern, time: Double, found: SampleMatcher.Found)?
    for pattern in Set(rules.rules[rule.index].patterns) {
      let alone = try SampleMatcher([pattern], in: rules)
      guard let time = self.time(of: alone), time > dearest?.time ?? 0 else { continue }
      dearest = (pattern, time, alone.found(in: sample))
    }
    guard let dearest else { return nil }
    return RuleCost(
      rule: rule, time: time, pattern: dearest.pattern, patternTime: min(time, dearest.time),
      cause: cause(of: dearest.pattern, dearest.found))
  }

  /// Nanoseconds a post beyond those of a rule that never hits; nil where there are none.
  private func time(of alone: SampleMatcher) -> Double? {
    var (own, least) = (Double.infinity, Double.infinity)
    for _ in 0..<Self.rounds {
      own = min(own, alone.time(on: sample))
      least = min(least, idle.time(on: sample))
    }
    return own > least ? (own - least) / Double(max(1, sample.count)) * 1e9 : nil
  }

  private func cause(of pattern: Pattern, _ found: SampleMatcher.Found) -> RuleCost.Cause {
    switch pattern {
    case .regex(let regex):
      let literals = regex.syntax.necessaryLiterals ?? []
      let counts = LiteralCounts(of: Set(literals), in: sample)
      let common = literals.max { counts.posts(with: $0) < counts.posts(with: $1) }
      return .regex(runs: found.runs, hits: found.hits, literal: common)
    case .number(let number): return .number(units: number.units.count)
    case .word(let word): return cause(of: [word], found.hits)
    case .list(let list): return cause(of: rules.lists[list.index].words, found.hits)
    }
  }

  private func cause(of words: [Word], _ hits: Int) -> RuleCost.Cause {
    let counts = LiteralCounts(of: Set(words.flatMap(LiteralCounts.literals)), in: sample)
    let finds = words.map { counts.finds(of: $0) }
    let most = finds.indices.max { finds[$0] < finds[$1] } ?? 0
    return .word(words[most].written, finds: finds[most], hits: hits)
  }

  /// A word of characters that nobody writes: for private use.
  private static let strange = Word(
    written: "\u{E0A1}\u{E0A2}", parts: [Word.Part(choices: ["\u{E0A1}\u{E0A2}"], gap: 0)],
    origin: Origin(file: 0, line: 0))
}

extension Rule {
  /// Everything that it looks for.
  fileprivate var patterns: [Pattern] {
    var found = unless?.any ?? []
    switch body {
    case .lines(let lines): found += lines.any + lines.none + lines.all.joined() + lines.near.flatMap(\.lines).joined()
    case .when(_, let patterns): found += patterns.flatMap(\.line)
    }
    return found
  }
}
