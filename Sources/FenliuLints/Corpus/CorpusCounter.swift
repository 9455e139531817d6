// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuFolding
import FenliuMatching
public import FenliuModel
import FenliuNormalization

/// In how many posts of a corpus each rule hits.
public struct CorpusCount: Hashable, Sendable {
  /// The posts that were read.
  public fileprivate(set) var posts = 0
  /// By rule, in the order of the pack.
  public fileprivate(set) var hits: [Int]
  /// By word or regex, as it is written where it is written.
  fileprivate(set) var words: [WordKey: Int] = [:]

  /// A word or regex of the pack.
  struct WordKey: Hashable, Sendable {
    var written: String
    var origin: Origin
  }
}

/// Counts, post by post. Drafts are counted like others, so that they can be judged before they go live; seasons and `if`
/// stand aside, because they say nothing of words.
public struct CorpusCounter: ~Copyable {
  /// What was counted so far.
  public private(set) var count: CorpusCount

  private let matcher: Matcher
  private let normalizer = Normalizer()
  private var scratch: MatchScratch
  private var matches = Matches()
  private var title = NormalizedText()
  private var text = NormalizedText()

  /// A counter for the rules of a pack.
  ///
  /// - Throws: `MatcherError` where regexes cannot be run.
  public init(_ rules: RuleSet) throws {
    let matcher = try Matcher(rules.regardlessOfCircumstances, includingDrafts: true)
    self.matcher = matcher
    scratch = MatchScratch(matcher)
    count = CorpusCount(hits: Array(repeating: 0, count: rules.rules.count))
  }

  /// Counts one more post.
  public mutating func add(_ post: Post) {
    normalizer.normalize(post.title ?? "", into: &title)
    normalizer.normalize(post.text ?? "", into: &text)
    matcher.match(
      title: title, text: text, facts: PostFacts(date: LocalDate(dayNumber: 0)), scratch: &scratch, into: &matches)
    count.posts += 1
    for match in matches.matches { count.hits[match.rule.index] += 1 }
    for source in Set(matches.hits.map(\.source)) {
      let word = matcher.sources[Int(source.index)]
      count.words[.init(written: word.written, origin: word.origin), default: 0] += 1
    }
  }
}
