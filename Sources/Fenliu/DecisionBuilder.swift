// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting

/// What the arrows of the flow found of one post, on its way into a decision.
struct Findings {
  var post: Post
  var facts: PostFacts
  var matches: Matches
  var scores: Scores
  var routed: Routed
  var isUnread: Bool
}

/// Says what was found: drafts with places in the original text for ranges, and sentences for facts.
final class DecisionBuilder: Sendable {
  let rules: RuleSet
  let map: ResponsibilityMap
  let router: Router
  let sources: [HitSource]
  /// How decisions call what a draft has places of.
  let names: DecisionNames
  let because: BecauseBuilder

  init(rules: RuleSet, map: ResponsibilityMap, router: Router, sources: [HitSource]) {
    self.rules = rules
    self.map = map
    self.router = router
    self.sources = sources
    names = DecisionNames(rules: rules, map: map, sources: sources)
    because = BecauseBuilder(rules: rules, map: map, router: router)
  }

  /// What a worker keeps from draft to draft, so that it need not be made again.
  struct Memory {
    var order: [MatchRank] = []
    var because = BecauseBuilder.Memory()
  }

  /// Drafts the decision.
  func draft(
    _ findings: borrowing Findings, title: borrowing NormalizedText, text: borrowing NormalizedText,
    listing: MatchListing, memory: inout Memory, into draft: inout DecisionDraft
  ) {
    draft.begin(id: findings.post.id, title: title.originalBytes, text: text.originalBytes)
    draft.level = findings.scores.level
    draft.total = findings.scores.total
    // Copied one by one: what the draft held together with the worker, the worker could not fill again in its place.
    draft.points.append(contentsOf: findings.scores.categories)
    draft.topics.append(contentsOf: findings.scores.topics)
    draft.numbers = findings.scores.numbers
    draft.reach = findings.facts.reach
    draft.routed = findings.routed
    list(findings.matches, findings.scores, title: title, text: text, listing: listing, &memory.order, into: &draft)
    if let found = findings.matches.kind?.hit { draft.kindHit = hit(found, title: title, text: text, draft) }
    if let accused = findings.routed.accused.first(where: \.wouldHaveLed) ?? findings.routed.accused.first {
      let origin = accused.field == .title ? title.origin(of: accused.range) : text.origin(of: accused.range)
      draft.recused = .init(
        from: accused.department, name: accused.name, field: accused.field, start: origin.scalars.lowerBound)
    }
    if findings.isUnread { draft.incomplete.append(.unread) }
    draft.incomplete.append(contentsOf: findings.matches.incomplete)
    draft.incomplete.append(contentsOf: findings.routed.incomplete)
    because.append(
      to: &draft, findings, listed: memory.order, title: title, text: text, memory: &memory.because)
  }

  /// Lists matches with most points first, then by place, and counts the hits that stay out. Leaves in `order` those listed.
  private func list(
    _ matches: borrowing Matches, _ scores: borrowing Scores, title: borrowing NormalizedText,
    text: borrowing NormalizedText, listing: MatchListing, _ order: inout [MatchRank], into draft: inout DecisionDraft
  ) {
    order.removeAll(keepingCapacity: true)
    for place in matches.matches.indices where !matches.matches[place].isShadow {
      order.append(MatchRank(of: place, in: matches, points: scores.matchPoints[place]))
    }
    order.sort()
    for rank in order.prefix(listing.matches) {
      draft.leftOut += max(0, matches.matches[rank.place].hits.count - listing.hits)
      let match = match(rank.place, matches, scores, title: title, text: text, mostHits: listing.hits, &draft)
      draft.matches.append(match)
    }
    for rank in order.dropFirst(listing.matches) {
      draft.leftOut += matches.matches[rank.place].hits.count
      draft.rulesLeftOut.append(matches.matches[rank.place].rule)
    }
    if order.count > listing.matches { order.removeSubrange(listing.matches...) }
    for place in matches.matches.indices where matches.matches[place].isShadow {
      guard draft.shadow.count < listing.matches else { break }
      let match = match(place, matches, scores, title: title, text: text, mostHits: listing.hits, &draft)
      draft.shadow.append(match)
    }
    for withdrawal in matches.withdrawals.prefix(listing.matches) {
      draft.withdrawn.append(
        .init(
          rule: withdrawal.rule, hit: hit(withdrawal.hit, title: title, text: text, draft),
          by: hit(withdrawal.by, title: title, text: text, draft)))
    }
  }

  private func match(
    _ place: Int, _ matches: borrowing Matches, _ scores: borrowing Scores, title: borrowing NormalizedText,
    text: borrowing NormalizedText, mostHits: Int, _ draft: inout DecisionDraft
  ) -> DecisionDraft.Match {
    let found = matches.matches[place].hits
    let start = draft.hits.count
    for index in found.prefix(mostHits) {
      draft.hits.append(hit(matches.hits[index], title: title, text: text, draft))
    }
    return DecisionDraft.Match(
      rule: matches.matches[place].rule, points: scores.matchPoints[place], hits: start..<draft.hits.count)
  }

  @inline(__always)
  private func hit(
    _ hit: Hit, title: borrowing NormalizedText, text: borrowing NormalizedText, _ draft: borrowing DecisionDraft
  ) -> DecisionDraft.Hit {
    let origin = hit.field == .title ? title.origin(of: hit.range) : text.origin(of: hit.range)
    let base = draft.range(of: hit.field).lowerBound
    return DecisionDraft.Hit(
      field: hit.field, start: origin.scalars.lowerBound, end: origin.scalars.upperBound,
      text: base + origin.bytes.lowerBound..<base + origin.bytes.upperBound, source: hit.source,
      zone: hit.zone, tricks: hit.tricks)
  }
}

/// Where a match stands among those listed: with most points first, then by place, then in the order of rules.
struct MatchRank: Comparable {
  /// Its place in `Matches.matches`.
  let place: Int
  let points: Points
  /// Where its first hit begins: field, then offset.
  let field: UInt8
  let offset: Int
  let rule: Int

  init(of place: Int, in matches: borrowing Matches, points: Points) {
    self.place = place
    self.points = points
    rule = matches.matches[place].rule.index
    let hits = matches.matches[place].hits
    if hits.isEmpty {
      (field, offset) = (0, 0)
    } else {
      field = matches.hits[hits.lowerBound].field.rawValue
      offset = matches.hits[hits.lowerBound].range.lowerBound
    }
  }

  static func < (left: MatchRank, right: MatchRank) -> Bool {
    if left.points != right.points { return left.points > right.points }
    if left.field != right.field { return left.field < right.field }
    if left.offset != right.offset { return left.offset < right.offset }
    return left.rule < right.rule
  }
}

/// How much of what was found a decision lists; the rest is counted.
public struct MatchListing: Hashable, Sendable {
  /// The most matches.
  public var matches: Int
  /// The most hits of one match.
  public var hits: Int

  /// Lists so many.
  public init(matches: Int, hits: Int) {
    self.matches = matches
    self.hits = hits
  }

  /// At most 20 matches of at most 8 hits.
  public static let usual = MatchListing(matches: 20, hits: 8)
  /// All there are.
  public static let all = MatchListing(matches: .max, hits: .max)
}
