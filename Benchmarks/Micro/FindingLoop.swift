// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMatching
import FenliuNormalization

/// Text to matches, post by post, as a worker does it.
struct FindingLoop: ~Copyable {
  private let matcher: Matcher
  private let normalizer = Normalizer()
  private var scratch: MatchScratch
  private(set) var text = NormalizedText()
  private(set) var matches = Matches()
  private let nothing = NormalizedText()
  /// What is known of every post: a day.
  static let facts = PostFacts(date: Zone.shanghai.date(of: Workload.time))

  init(_ matcher: Matcher) {
    self.matcher = matcher
    scratch = MatchScratch(matcher)
  }

  /// Fills `text` and `matches`.
  mutating func find(in post: String) {
    normalizer.normalize(post, into: &text)
    matcher.match(title: nothing, text: text, facts: Self.facts, scratch: &scratch, into: &matches)
  }
}
