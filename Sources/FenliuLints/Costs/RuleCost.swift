// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// What a rule costs a post, measured on posts.
struct RuleCost {
  let rule: RuleID
  /// Processor time a post, in nanoseconds.
  let time: Double
  /// What of the rule costs most.
  let pattern: Pattern
  /// Processor time of that alone, in nanoseconds a post.
  let patternTime: Double
  let cause: Cause

  /// Why a pattern costs what it does; each has its own remedy.
  enum Cause: Equatable {
    /// A regex that runs in so many posts and hits in so many. Of the literals for one of which it waits `literal` stands in most posts; nil: it
    /// waits for none.
    case regex(runs: Int, hits: Int, literal: String?)
    /// Words, of which this one, with its parts, is found most often; so many posts have a hit of its line.
    case word(String, finds: Int, hits: Int)
    /// A number that is looked for before so many units.
    case number(units: Int)
  }
}

/// What the dearest rules of a pack cost.
public struct RuleCosts {
  /// The dearest first.
  let rules: [RuleCost]
  /// What matching costs a post with all rules, in nanoseconds of processor time.
  let all: Double
  /// The posts it was measured on.
  let posts: Int
}
