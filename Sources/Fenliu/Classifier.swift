// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuMatching
public import FenliuModel
import FenliuNormalization
import FenliuRouting
import FenliuScoring

/// Rules and map, compiled: grades posts and hands each to the department that must answer.
///
/// Immutable: make one, share it among threads, and give each thread a worker of its own.
///
/// ```swift
/// let pack = try Pack(folder: "rules/county")
/// let classifier = try Classifier(pack.rules, pack.map)
/// var worker = classifier.makeWorker()
/// let decision = worker.decide(Post(id: "1", text: "三个月没发工资了"), at: now)
/// ```
///
/// Making one costs time in proportion to the words and regexes of the pack.
public struct Classifier: Sendable {
  let compiled: Compiled

  /// All that workers share; a class, so that a worker holds one reference.
  final class Compiled: Sendable {
    let rules: RuleSet
    let map: ResponsibilityMap
    let normalizer = Normalizer()
    let matcher: Matcher
    let scorer: Scorer
    let places: PlaceFinder
    let router: Router
    let readability: Readability
    let builder: DecisionBuilder

    init(_ rules: RuleSet, _ map: ResponsibilityMap) throws {
      self.rules = rules
      self.map = map
      matcher = try Matcher(rules)
      scorer = Scorer(rules, sources: matcher.sources)
      places = PlaceFinder(map.places)
      router = Router(rules: rules, map: map)
      readability = Readability(scripts: rules.scripts)
      builder = DecisionBuilder(rules: rules, map: map, router: router, sources: matcher.sources)
    }

    /// The same with some of it changed; what is nil stays.
    init(
      _ other: Compiled, rules: RuleSet? = nil, map: ResponsibilityMap? = nil, matcher: Matcher? = nil,
      scorer: Scorer? = nil, router: Router? = nil, builder: DecisionBuilder? = nil
    ) {
      self.rules = rules ?? other.rules
      self.map = map ?? other.map
      self.matcher = matcher ?? other.matcher
      self.scorer = scorer ?? other.scorer
      self.router = router ?? other.router
      self.builder = builder ?? other.builder
      places = other.places
      readability = other.readability
    }
  }

  /// Compiles rules and map.
  ///
  /// - Throws: `MatcherError` when PCRE2 was built without JIT, or refuses a regex that the loader has not seen.
  public init(_ rules: RuleSet, _ map: ResponsibilityMap) throws {
    compiled = try Compiled(rules, map)
  }

  init(_ compiled: Compiled) { self.compiled = compiled }

  /// The rules it was made from.
  public var rules: RuleSet { compiled.rules }
  /// The map it was made from.
  public var map: ResponsibilityMap { compiled.map }
  /// How decisions call what a draft has places of.
  public var names: DecisionNames { compiled.builder.names }

  /// A worker for one thread, with memory of its own.
  public func makeWorker(listing: MatchListing = .usual) -> Worker { Worker(compiled, listing: listing) }

  /// One thread's way through the flow; reuses its memory from post to post.
  public struct Worker: ~Copyable {
    let compiled: Compiled
    private let listing: MatchListing
    var title = NormalizedText()
    var text = NormalizedText()
    var matchScratch: MatchScratch
    private var scoreScratch = Scorer.Scratch()
    private var matches = Matches()
    private var scores = Scores()
    private var draft = DecisionDraft()
    private var memory = DecisionBuilder.Memory()
    /// The post studied last, as long as title and text are still its own.
    private var studied: Findings?
    private var altered = Matches()

    init(_ compiled: Compiled, listing: MatchListing) {
      self.compiled = compiled
      self.listing = listing
      matchScratch = MatchScratch(compiled.matcher)
    }

    /// Decides one post. Total: what went wrong with it stands in the decision under `incomplete`.
    ///
    /// - Parameters:
    ///   - post: the post.
    ///   - time: the time of the run. A post's `received` starts its deadlines, else its `time` if that is not later, else this.
    public mutating func decide(_ post: Post, at time: Instant) -> Decision {
      draft(find(post, at: time))
      return compiled.builder.names.decision(draft)
    }

    /// Decides one post as `decide` does, and leaves it to others to make names and texts of the draft: for whoever writes many
    /// decisions and keeps none. The classifier's `names` belong to it.
    public mutating func draft(_ post: Post, at time: Instant, _ body: (borrowing DecisionDraft) -> Void) {
      draft(find(post, at: time))
      body(draft)
    }

    private mutating func draft(_ findings: borrowing Findings) {
      compiled.builder.draft(
        findings, title: title, text: text, listing: listing, memory: &memory, into: &draft)
    }

    /// Decides one post and tells which routes were tried, in order, for people who ask why.
    public mutating func explain(_ post: Post, at time: Instant) -> Explanation {
      let findings = find(post, at: time)
      draft(findings)
      let decision = compiled.builder.names.decision(draft)
      let attempts = compiled.router.attempts(findings.routed, scores: findings.scores, facts: findings.facts)
      return Explanation(decision: decision, routes: attempts.map { Explanation.Tried($0, map: compiled.map) })
    }

    /// What a decision of the post comes down to, without its words.
    public mutating func outcome(of post: Post, at time: Instant) -> Outcome {
      let findings = find(post, at: time)
      return Outcome(findings.scores, findings.routed, findings.matches, isUnread: findings.isUnread)
    }

    /// The outcome with what led to it; afterwards `outcome(without:)` tells what a rule or a word was worth to this post.
    public mutating func study(_ post: Post, at time: Instant) -> Study {
      let findings = find(post, at: time)
      studied = findings
      return Study(
        outcome: Outcome(findings.scores, findings.routed, findings.matches, isUnread: findings.isUnread),
        matches: findings.matches, matchPoints: findings.scores.matchPoints, counts: findings.scores.counts)
    }

    /// What would come of the post studied last if the rule were not there.
    public mutating func outcome(without rule: RuleID) -> Outcome { outcome(without: [], rules: [rule]) }

    /// What would come of the post studied last if the word, regex or number pattern had not been written. What it allows as a
    /// phrase of `allow` stays allowed.
    public mutating func outcome(without source: HitSourceID) -> Outcome { outcome(without: [source], rules: []) }

    /// What would come of the post studied last without some words, regexes or number patterns and without some rules.
    public mutating func outcome(without sources: [HitSourceID], rules: Set<RuleID>) -> Outcome {
      let findings = lastStudied()
      if sources.isEmpty {
        altered = findings.matches
      } else {
        compiled.matcher.rematch(
          without: sources, title: title, text: text, facts: findings.facts, last: findings.matches,
          scratch: &matchScratch, into: &altered)
      }
      altered.matches.removeAll { rules.contains($0.rule) }
      altered.withdrawals.removeAll { rules.contains($0.rule) }
      altered.incomplete.removeAll { if case .regex(let rule) = $0 { rules.contains(rule) } else { false } }
      return outcome(ofAltered: findings)
    }

    private func lastStudied() -> Findings {
      guard let studied else { preconditionFailure("a post is studied before it is asked what its parts are worth") }
      return studied
    }

    private mutating func outcome(ofAltered findings: Findings) -> Outcome {
      let scored = judge(
        altered, findings.facts, isUnread: findings.isUnread, start: findings.routed.start, by: compiled)
      return Outcome(scores, scored, altered, isUnread: findings.isUnread)
    }

    /// What would come of the post studied last by the points, levels and map of a classifier made with `judging(by:_:)`.
    public mutating func outcome(judgedBy other: Classifier) -> Outcome {
      let findings = lastStudied()
      let routed = judge(
        findings.matches, findings.facts, isUnread: findings.isUnread, start: findings.routed.start, by: other.compiled)
      return Outcome(scores, routed, findings.matches, isUnread: findings.isUnread)
    }

    mutating func find(_ post: Post, at time: Instant) -> Findings { find(post, at: time, by: compiled) }

    /// The same by what is given, so that the matcher and its like need not be copied while the worker changes.
    private mutating func find(_ post: Post, at time: Instant, by compiled: Compiled) -> Findings {
      studied = nil
      compiled.normalizer.normalize(post.title ?? "", into: &title, counting: false)
      compiled.normalizer.normalize(post.text ?? "", into: &text, counting: false)
      let isUnread =
        !compiled.readability.canRead(text.bytes.span) && !compiled.readability.canRead(title.bytes.span)
      let region = post.region ?? (compiled.places.isEmpty ? nil : compiled.places.region(title: title, text: text))
      let date = compiled.map.calendar.zone.date(of: post.time ?? post.received ?? time)
      let facts = PostFacts(of: post, region: region, date: date)
      compiled.matcher.match(title: title, text: text, facts: facts, scratch: &matchScratch, into: &matches)
      if !matches.matches.isEmpty || matches.kind != nil {
        title.countScalars()
        text.countScalars()
      }
      let routed = judge(
        matches, facts, isUnread: isUnread, start: Self.start(of: post, at: time), by: compiled)
      return Findings(
        post: post, facts: facts, matches: matches, scores: scores, routed: routed, isUnread: isUnread)
    }

    /// Scores what was found in the post at hand, and routes it.
    private mutating func judge(
      _ matches: Matches, _ facts: PostFacts, isUnread: Bool, start: Instant, by compiled: Compiled
    ) -> Routed {
      compiled.scorer.score(
        matches, facts: facts, openingEnd: title.bytes.isEmpty ? Opening.end(in: text.bytes) : nil,
        isUnread: isUnread, scratch: &scoreScratch, into: &scores)
      return compiled.router.route(scores, matches: matches, facts: facts, title: title, text: text, start: start)
    }

    private static func start(of post: Post, at time: Instant) -> Instant {
      if let received = post.received { return received }
      if let written = post.time, written <= time { return written }
      return time
    }
  }
}
