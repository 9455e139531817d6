// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

extension MatchScratch {
  /// Calls `body` with the rules of each regex that was run over the last post, whether it hit or not.
  public func forEachRegexRun(with matcher: borrowing Matcher, _ body: ([RuleID]) -> Void) {
    for rank in opened {
      body(matcher.regexes[Int(matcher.regexOrder[Int(rank)])].rules.filter { $0.index < matcher.ruleCount })
    }
  }
}
