// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuMatching
import FenliuModel
import Glibc

/// A matcher of some rules, with what it needs to match a sample again and again.
struct SampleMatcher {
  /// In how many posts of a sample something came of it.
  struct Found {
    /// Posts in which a rule hits.
    var hits = 0
    /// Posts over which a regex was run.
    var runs = 0
  }

  private let matcher: Matcher
  private let facts = PostFacts(date: LocalDate(dayNumber: 0))

  /// One of all rules.
  init(_ rules: RuleSet) throws(MatcherError) { matcher = try Matcher(rules) }

  /// One of a single rule.
  init(_ rule: Rule, in rules: RuleSet) throws(MatcherError) {
    var rules = rules
    var rule = rule
    rule.replaces = []
    rules.rules = [rule]
    rules.allow = []
    rules.kindLines = []
    matcher = try Matcher(rules)
  }

  /// One of a rule with one line.
  init(_ line: Line, in rules: RuleSet) throws(MatcherError) {
    var lines = Rule.Lines()
    lines.any = line
    let place = SourceSpan(file: FileID(index: 0), range: 0..<0)
    try self.init(
      Rule(key: "alone", category: .earlySign, body: .lines(lines), origin: Origin(file: 0, line: 0), span: place),
      in: rules)
  }

  /// The seconds of processor time that matching the whole sample once takes.
  func time(on sample: PostSample) -> Double {
    var scratch = MatchScratch(matcher)
    var matches = Matches()
    let start = Self.threadTime()
    for post in sample.entries {
      matcher.match(title: post.title, text: post.text, facts: facts, scratch: &scratch, into: &matches)
    }
    return Self.threadTime() - start
  }

  /// What it finds in the sample.
  func found(in sample: PostSample) -> Found {
    var found = Found()
    forEachPost(of: sample) { scratch, matches in
      if !matches.matches.isEmpty { found.hits += 1 }
      var ran = false
      scratch.forEachRegexRun(with: matcher) { _ in ran = true }
      if ran { found.runs += 1 }
    }
    return found
  }

  /// The rules of which something is found in the sample, or of which a regex is run.
  func rulesTouched(by sample: PostSample) -> Set<RuleID> {
    var touched: Set<RuleID> = []
    forEachPost(of: sample) { scratch, _ in
      touched.formUnion(scratch.rulesLookedAt(with: matcher))
      scratch.forEachRegexRun(with: matcher) { touched.formUnion($0) }
    }
    return touched
  }

  private func forEachPost(of sample: PostSample, _ body: (borrowing MatchScratch, Matches) -> Void) {
    var scratch = MatchScratch(matcher)
    var matches = Matches()
    for post in sample.entries {
      matcher.match(title: post.title, text: post.text, facts: facts, scratch: &scratch, into: &matches)
      body(scratch, matches)
    }
  }

  private static func threadTime() -> Double {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
