// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuMatching
import FenliuModel
import FenliuNormalization

/// Finds among rules those that came nearest to counting for one post, and says what stood in their way.
struct NearRuleFinder {
  let rules: RuleSet
  /// With drafts, unlike the classifier's own.
  let matcher: Matcher
  let title: NormalizedText
  let text: NormalizedText
  let facts: PostFacts
  /// What the classifier found of the post.
  let matches: Matches
  let scores: Scores

  /// How many words of a line are named.
  static let wordsNamed = 6

  /// A rule on the way.
  fileprivate struct Candidate {
    var trace: RuleTrace
    /// How many lines have nothing at all in the post.
    var missing: Int
    /// How many lines have something.
    var touched: Int
    /// What else is in the way.
    var others: Int
    /// Of rules of which nothing stands there, how near a word of theirs came.
    var nearness: Double
  }

  /// The nearest of `asked`, and how many more came near at all. Rules that count are not among them.
  func nearest(of asked: [RuleID], most: Int) -> (rules: [NearRule], leftOut: Int) {
    var scratch = MatchScratch(matcher)
    let traces = matcher.traces(of: asked, title: title, text: text, facts: facts, scratch: &scratch)
    let parts = wordParts(of: asked)
    let candidates = traces.filter { !counts($0.rule) }.map { candidate($0, parts) }
      .filter { $0.touched > 0 || $0.nearness > 0 }
      .sorted { (left: Candidate, right: Candidate) in
        let (first, second) = (left.order, right.order)
        return first == second ? left.trace.rule < right.trace.rule : first.lexicographicallyPrecedes(second)
      }
    let shown = candidates.prefix(most).map { near($0.trace, parts, scratch) }
    return (shown, candidates.count - shown.count)
  }

  /// The rule itself, however far it was; nil: it counts.
  func rule(_ id: RuleID) -> NearRule? {
    guard !counts(id) else { return nil }
    var scratch = MatchScratch(matcher)
    let traces = matcher.traces(of: [id], title: title, text: text, facts: facts, scratch: &scratch)
    return traces.first.map { near($0, wordParts(of: [id]), scratch) }
  }

  private func wordParts(of asked: [RuleID]) -> WordParts {
    var words: [Word] = []
    for rule in asked {
      for case .word(let word) in allPatterns(of: rules.rules[rule.index]) { words.append(word) }
    }
    return WordParts(of: words, title: title, text: text)
  }

  /// Whether the rule counts for the post.
  func counts(_ rule: RuleID) -> Bool {
    matches.matches.indices.contains { matches.matches[$0].rule == rule && scores.counts[$0] }
  }

  private func candidate(_ trace: RuleTrace, _ parts: WordParts) -> Candidate {
    let rule = rules.rules[trace.rule.index]
    let touched = trace.lines.count { $0.isTouched }
    var others = trace.lines.count { $0.isTouched && $0.hits.isEmpty } + trace.groups.count { !$0.holds }
    if !trace.none.isEmpty { others += 1 }
    if !trace.isInSeason { others += 1 }
    if trace.condition?.holds == false { others += 1 }
    if trace.holds { others = 0 }
    var nearness = 0.0
    if touched == 0 {
      for line in trace.lines {
        for case .word(let word) in words(of: line.role, rule) {
          nearness = max(nearness, parts.partial(word)?.nearness ?? 0)
        }
      }
    }
    // Of `when`, not every pattern need hit: what counts is whether it holds.
    let missing = trace.when == nil ? trace.lines.count - touched : trace.when?.holds == true ? 0 : 1
    return Candidate(
      trace: trace, missing: missing, touched: touched, others: others,
      nearness: nearness)
  }

  // MARK: what stood in the way

  private func near(_ trace: RuleTrace, _ parts: WordParts, _ scratch: borrowing MatchScratch) -> NearRule {
    let rule = rules.rules[trace.rule.index]
    var near = NearRule(
      rule: rule.key, title: rule.title, category: rules.categories[rule.category.index].key,
      from: rules.describe(rule.origin))
    if case .constant(let value) = rule.points { near.points = Points(value) }
    if rule.status == .draft || rule.status == .shadow { near.obstacles.append(.status(rule.status)) }
    if !trace.isInSeason {
      near.obstacles.append(
        .outOfSeason(
          from: rule.from?.written, until: rule.until?.written, date: facts.date.description))
    }
    let names = ExpressionText(rules: rules, patterns: rule.patternNames)
    if let condition = trace.condition, !condition.holds, let written = rule.condition {
      near.obstacles.append(
        .condition(written: names.text(written), names.finding(condition), facts: namedFacts))
    }
    if let when = trace.when, !when.holds { near.obstacles.append(.when(names.finding(when))) }
    for line in trace.lines { add(line, of: rule, trace, parts, &near) }
    for group in trace.groups where !group.holds {
      near.obstacles.append(
        .tooFar(
          group: group.near.map { $0 + 1 }, within: group.within.written, distance: group.distance,
          hits: group.nearest.map(hit)))
    }
    for stands in trace.none.prefix(3) { near.obstacles.append(.none(hit(stands))) }
    if trace.holds, let replacer = replacer(of: trace.rule) { near.obstacles.append(.replaced(by: replacer)) }
    if trace.gaveUp { near.obstacles.append(.gaveUp) }
    return near
  }

  private func add(
    _ line: RuleTrace.LineFinding, of rule: Rule, _ trace: RuleTrace, _ parts: WordParts, _ near: inout NearRule
  ) {
    let name = name(of: line.role, rule)
    if !line.hits.isEmpty { near.found.append(.init(line: name, hits: line.hits.prefix(8).map(hit))) }
    // A pattern of `when` need not hit; what `when` came to is told already.
    let isNeeded = line.hits.isEmpty && (trace.when == nil || trace.when?.holds == false)
    guard isNeeded else { return }
    let obstacles = near.obstacles.count
    if let taken = line.withdrawn.first {
      near.obstacles.append(.withdrawn(name, hit: hit(taken.hit), by: hit(taken.by)))
    }
    if let taken = line.allowed.first {
      near.obstacles.append(.allowed(name, hit: hit(taken.hit), phrase: hit(taken.by)))
    }
    if let elsewhere = line.elsewhere.first {
      near.obstacles.append(.elsewhere(name, hit: hit(elsewhere), fields: rule.fields))
    }
    if let other = line.otherPolarity.first {
      near.obstacles.append(.polarity(name, hit: hit(other), wanted: rule.polarity))
    }
    if let weak = line.weak.first { near.obstacles.append(.weak(name, hit: hit(weak))) }
    let patterns = words(of: line.role, rule)
    near.obstacles += numbersBelow(name, patterns)
    guard near.obstacles.count == obstacles else { return }
    let written = patterns.map(describe)
    let partial = patterns.compactMap { pattern -> PartialWord? in
      guard case .word(let word) = pattern else { return nil }
      return parts.partial(word)
    }.sorted { $0.nearness > $1.nearness }
    near.obstacles.append(
      .missing(
        name, words: Array(written.prefix(Self.wordsNamed)), more: max(0, written.count - Self.wordsNamed),
        parts: partial.prefix(3).map(part)))
  }

  /// The numbers of a line that stand in the post and are less than the line asks.
  private func numbersBelow(_ line: NearRule.Line, _ patterns: [Pattern]) -> [NearRule.Obstacle] {
    var found: [NearRule.Obstacle] = []
    for case .number(var number) in patterns {
      guard let least = number.least else { continue }
      number.least = nil
      guard let probe = Probe(number, of: rules, title: title, text: text, facts: facts), let most = probe.most else {
        continue
      }
      let hit = Decision.Hit(
        field: most.hit.field, start: offsets(most.hit).lowerBound, end: offsets(most.hit).upperBound,
        text: original(most.hit), word: "number \(number.name.key)", from: rules.describe(most.origin))
      found.append(.numberBelow(line, hit: hit, value: most.value, least: least))
    }
    return found
  }

  /// A number without its least value, looked for on its own.
  private struct Probe {
    var most: (hit: Hit, value: Double, origin: Origin)?

    init?(_ number: NumberPattern, of rules: RuleSet, title: NormalizedText, text: NormalizedText, facts: PostFacts) {
      var lines = Rule.Lines()
      lines.any = [.number(number)]
      var set = RuleSet(title: "")
      (set.lists, set.collective) = (rules.lists, rules.collective)
      set.rules = [
        Rule(
          key: "number", category: .earlySign, body: .lines(lines), origin: number.origin,
          span: .init(file: .init(index: 0), range: 0..<0))
      ]
      guard let matcher = try? Matcher(set) else { return nil }
      var scratch = MatchScratch(matcher)
      var matches = Matches()
      matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
      for hit in matches.hits where hit.numbers >= 0 {
        guard let value = matches.numbers[Int(hit.numbers)][number.name] else { continue }
        if most.map({ value > $0.value }) ?? true {
          most = (hit, value, matcher.sources[Int(hit.source.index)].origin)
        }
      }
    }
  }

  /// The rule that counts in this one's stead.
  private func replacer(of rule: RuleID) -> String? {
    matches.matches.indices.first { place in
      scores.counts[place] && rules.rules[matches.matches[place].rule.index].replaces.contains(rule)
    }.map { rules.rules[matches.matches[$0].rule.index].key }
  }
}

extension NearRuleFinder.Candidate {
  /// Less is nearer: rules of which something stands there, by what is missing and by what else is in the way.
  fileprivate var order: [Double] {
    [touched > 0 ? 0 : 1, Double(missing), Double(others), -Double(touched), -nearness]
  }
}
