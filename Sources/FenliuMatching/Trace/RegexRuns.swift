// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// A regex that was run over a post.
public struct RegexRun: Sendable {
  /// The rules that look for it.
  public let rules: [RuleID]
  /// Whether it ran because one of its literals was seen; false: it runs in every post.
  public let isGated: Bool
}

extension MatchScratch {
  /// Calls `body` with each regex that was run over the last post, whether it hit or not.
  public func forEachRegexRun(with matcher: borrowing Matcher, _ body: (RegexRun) -> Void) {
    for rank in opened {
      let regex = matcher.regexes[Int(matcher.regexOrder[Int(rank)])]
      body(RegexRun(rules: regex.rules, isGated: regex.isGated))
    }
  }
}
