// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What many labelled posts tell of the pack, added up post by post.
public struct EvaluationTally: Sendable {
  /// Which labels were taken for what.
  public private(set) var confusion: Confusion
  /// What each rule is worth that hit a post.
  public private(set) var rules = WorthTable<RuleID>()
  /// What each word is worth that hit a post.
  public private(set) var words = WorthTable<HitSourceID>()
  /// The ids of the posts in which no rule counts, in the order of the posts.
  public private(set) var untouched: [String] = []

  /// A tally of no posts.
  public init(classes: Int, only: Int? = nil) { confusion = Confusion(classes: classes, only: only) }

  /// Counts a post.
  public mutating func add(_ post: EvaluatedPost) {
    confusion.add(post.verdict)
    rules.add(post.rules, to: post.verdict)
    words.add(post.words, to: post.verdict)
    if post.isUntouched { untouched.append(post.id) }
  }
}
