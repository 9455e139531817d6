// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuKeywords
public import FenliuModel
import FenliuPCRE2

/// Finds in a post what the rules of a rule set look for, and says which rules hold.
///
/// Immutable once made: make one, share it. Each thread brings a `MatchScratch` of its own.
///
/// One scan over a field finds all words, the parts of words with gaps, the units of numbers and the literals without which
/// a regex cannot match; only regexes whose literals were seen are run. Rules are looked at where something of them was
/// found. `docs/matching.md` tells the whole of it, and what bounds the work on one post.
public struct Matcher: Sendable {
  var plan: Plan
  var regexes: [CompiledRegex]
  /// The order in which regexes run: those of `danger` first.
  let regexOrder: [UInt32]
  /// For each regex, its place in that order.
  let ranks: [UInt32]
  /// The ranks of the regexes that run in every post, because no literal is necessary.
  let ungated: [UInt32]
  let affirmation: Affirmation
  let polarity: Affirmation
  /// How many rules there are; behind them in the plan stand the lines of `kinds`.
  let ruleCount: Int
  /// The kind of each line of `kinds`.
  let kinds: [KindID]

  /// Where each hit comes from; the index of a `HitSourceID` is a place here.
  public var sources: [HitSource] { plan.sources }

  /// Prepares for a rule set that was checked.
  ///
  /// - Parameters:
  ///   - gating: whether a regex runs only where a literal was seen without which it cannot match. What is found is the
  ///     same either way; tests prove it.
  ///   - includingDrafts: whether rules of status `draft` are run too, as `fenliu test` does to try their examples.
  /// - Throws: `MatcherError` where the machine has no JIT for regexes, or a regex does not compile.
  public init(_ rules: RuleSet, gating: Bool = true, includingDrafts: Bool = false) throws(MatcherError) {
    let compiled: [RegexPlan]
    (plan, compiled) = try PlanBuilder.plan(of: rules, isGated: gating, includingDrafts: includingDrafts)
    regexes = compiled.map { CompiledRegex($0) }
    let order = compiled.indices.filter { compiled[$0].isUrgent } + compiled.indices.filter { !compiled[$0].isUrgent }
    regexOrder = order.map { UInt32($0) }
    var ranks = regexOrder
    for (rank, index) in order.enumerated() { ranks[index] = UInt32(rank) }
    self.ranks = ranks
    ungated = compiled.indices.filter { !compiled[$0].isGated }.map { ranks[$0] }
    ruleCount = rules.rules.count
    kinds = rules.kindLines.map(\.kind)
    let negators = rules.negators.map { Folding.fold($0) }
    affirmation = Affirmation(negators: negators, for: .unless)
    polarity = Affirmation(negators: negators, for: .polarity)
  }

  /// Matches one post: every rule that holds, with its hits.
  ///
  /// Total, and bounded: see `Incomplete` for what a post can have too much of.
  ///
  /// - Parameters:
  ///   - title: the title, normalized; empty where there is none.
  ///   - text: the text, normalized; empty where there is none.
  ///   - facts: what `if:`, `from:` and `until:` ask.
  ///   - scratch: made for this matcher.
  ///   - matches: emptied first. Its `incomplete` gets what the matching could not decide.
  public func match(
    title: NormalizedText, text: NormalizedText, facts: PostFacts, scratch: inout MatchScratch,
    into matches: inout Matches
  ) {
    matches.removeAll()
    scratch.reset(for: self)
    let titleBytes = title.bytes
    let textBytes = text.bytes
    if !titleBytes.isEmpty { scratch.scan(titleBytes.span, .title, with: self) }
    if !textBytes.isEmpty { scratch.scan(textBytes.span, .text, with: self) }
    scratch.runRegexes(
      title: titleBytes.span, text: textBytes.span, with: self, incomplete: &matches.incomplete)
    scratch.evaluate(title: titleBytes, text: textBytes, facts: facts, with: self, into: &matches)
  }

  /// Looks at the rules once more as if some words, regexes or number patterns had not been written, for whoever asks what they are worth.
  ///
  /// Only as patterns to be found: what one allows as a phrase of `allow` stays allowed.
  ///
  /// - Parameters:
  ///   - sources: what is left aside.
  ///   - title: the fields and facts of the post that `scratch` matched last.
  ///   - last: what came of that match.
  ///   - matches: emptied first.
  public func rematch(
    without sources: [HitSourceID], title: NormalizedText, text: NormalizedText, facts: PostFacts,
    last: borrowing Matches,
    scratch: inout MatchScratch, into matches: inout Matches
  ) {
    matches.removeAll()
    scratch.collected.numbers = last.numbers
    scratch.evaluation.removeAll()
    scratch.evaluation.muted = sources
    scratch.evaluate(title: title.bytes, text: text.bytes, facts: facts, with: self, into: &matches)
    for case .regex(let rule) in last.incomplete { matches.incomplete.append(.regex(rule)) }
    scratch.evaluation.muted.removeAll(keepingCapacity: true)
  }
}

/// Why a matcher cannot be made.
public enum MatcherError: Error, Hashable, Sendable {
  /// The machine has no JIT for regexes.
  case noJIT
  /// A regex does not compile. A rule set that was checked has none such.
  case regex(String, message: String)
}
