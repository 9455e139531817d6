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

/// Says in the words of the pack what was found: names for places in tables, original text for ranges, sentences for facts.
final class DecisionBuilder: Sendable {
  let rules: RuleSet
  let map: ResponsibilityMap
  let router: Router
  let sources: [HitSource]
  /// The names of all origins, by source, made once.
  let origins: [String]
  /// What is said of each rule, made once.
  let cards: [RuleCard]
  let because: BecauseBuilder

  init(rules: RuleSet, map: ResponsibilityMap, router: Router, sources: [HitSource]) {
    self.rules = rules
    self.map = map
    self.router = router
    self.sources = sources
    origins = sources.map { rules.describe($0.origin) }
    cards = rules.rules.map { RuleCard($0, in: rules) }
    because = BecauseBuilder(rules: rules, map: map, router: router, cards: cards)
  }

  /// The decision.
  func decision(
    of findings: Findings, title: borrowing NormalizedText, text: borrowing NormalizedText, listing: MatchListing,
    dayLines: inout DayLines
  ) -> Decision {
    let (matches, scores, routed) = (findings.matches, findings.scores, findings.routed)
    var decision = Decision(
      id: findings.post.id, received: routed.start, route: route(of: routed, title: title, text: text),
      rules: rules.digest)
    decision.level = scores.level
    decision.total = scores.total
    decision.points = scores.categories.map { .init(name: rules.categories[$0.category.index].key, points: $0.points) }
    decision.topics = scores.topics.map { .init(name: rules.topics[$0.topic.index].path, points: $0.points) }
    decision.numbers = scores.numbers
    decision.reach = findings.facts.reach
    let listed = list(matches, scores, title: title, text: text, listing: listing, into: &decision)
    decision.beside = routed.beside.map { beside in
      .init(
        name: map.routes[beside.route.index].name, lead: key(beside.lead), assist: beside.assist.map(key),
        notify: beside.notify.map(key))
    }
    decision.deadlines = routed.deadlines.map { .init(step: $0.step, due: $0.due) }
    decision.incomplete = (matches.incomplete + routed.incomplete).map(describe)
    if findings.isUnread { decision.incomplete.insert("unread", at: 0) }
    decision.because = because.sentences(
      for: findings, decision: decision, listed: listed, title: title, text: text, dayLines: &dayLines)
    return decision
  }

  private func key(_ department: DepartmentID) -> String { map.departments[department.index].key }

  private func describe(_ incomplete: Incomplete) -> String {
    switch incomplete {
    case .regex(let rule): "regex:\(cards[rule.index].key)"
    case .hits: "hits"
    case .unread: "unread"
    case .calendar(let year): "calendar:\(year)"
    }
  }

  private func route(
    of routed: Routed, title: borrowing NormalizedText, text: borrowing NormalizedText
  ) -> Decision.Route {
    var route = Decision.Route(
      name: routed.route.map { map.routes[$0.index].name } ?? "default", lead: key(routed.lead),
      assist: routed.assist.map { key($0.department) }, notify: routed.notify.map(key), isSealed: routed.isSealed)
    route.ifReturned = routed.ifReturned.map(key)
    route.suggestedReply = routed.suggestedReply
    if let accused = routed.accused.first(where: \.wouldHaveLed) ?? routed.accused.first {
      let offsets =
        accused.field == .title
        ? title.originalScalarOffsets(of: accused.range) : text.originalScalarOffsets(of: accused.range)
      route.recused = .init(
        from: key(accused.department), name: accused.name, field: accused.field, start: offsets.lowerBound)
    }
    return route
  }

  /// Lists matches with most points first, then by place, and counts the hits that stay out. Returns the places of those listed.
  private func list(
    _ matches: Matches, _ scores: Scores, title: borrowing NormalizedText, text: borrowing NormalizedText,
    listing: MatchListing, into decision: inout Decision
  ) -> [Int] {
    var order = matches.matches.indices.filter { !matches.matches[$0].isShadow }
    order.sort { left, right in
      if scores.matchPoints[left] != scores.matchPoints[right] {
        return scores.matchPoints[left] > scores.matchPoints[right]
      }
      let (first, second) = (matches.place(of: left), matches.place(of: right))
      return first == second ? matches.matches[left].rule < matches.matches[right].rule : first < second
    }
    for (place, index) in order.enumerated() {
      let match = matches.matches[index]
      guard place < listing.matches else {
        decision.leftOut += match.hits.count
        decision.rulesLeftOut.append(cards[match.rule.index].key)
        continue
      }
      decision.leftOut += max(0, match.hits.count - listing.hits)
      decision.matches.append(
        self.match(index, matches, scores, title: title, text: text, mostHits: listing.hits))
    }
    for index in matches.matches.indices where matches.matches[index].isShadow {
      guard decision.shadow.count < listing.matches else { break }
      decision.shadow.append(
        self.match(index, matches, scores, title: title, text: text, mostHits: listing.hits))
    }
    for withdrawal in matches.withdrawals.prefix(listing.matches) {
      decision.withdrawn.append(
        .init(
          rule: cards[withdrawal.rule.index].key, hit: hit(withdrawal.hit, title: title, text: text),
          by: hit(withdrawal.by, title: title, text: text)))
    }
    return order.count > listing.matches ? Array(order.prefix(listing.matches)) : order
  }

  private func match(
    _ index: Int, _ matches: Matches, _ scores: Scores, title: borrowing NormalizedText,
    text: borrowing NormalizedText, mostHits: Int
  ) -> Decision.Match {
    let match = matches.matches[index]
    let card = cards[match.rule.index]
    var hits: [Decision.Hit] = []
    hits.reserveCapacity(min(match.hits.count, mostHits))
    for found in matches.hits[match.hits].prefix(mostHits) { hits.append(hit(found, title: title, text: text)) }
    return Decision.Match(
      rule: card.key, category: card.category, topic: card.topic, points: scores.matchPoints[index], hits: hits)
  }

  private func hit(
    _ hit: Hit, title: borrowing NormalizedText, text: borrowing NormalizedText
  ) -> Decision.Hit {
    let source = Int(hit.source.index)
    let offsets =
      hit.field == .title ? title.originalScalarOffsets(of: hit.range) : text.originalScalarOffsets(of: hit.range)
    let original = hit.field == .title ? title.originalText(of: hit.range) : text.originalText(of: hit.range)
    return Decision.Hit(
      field: hit.field, start: offsets.lowerBound, end: offsets.upperBound, text: original,
      word: sources[source].written, from: origins[source])
  }
}

extension Matches {
  /// Where a match begins: field, then offset.
  fileprivate func place(of index: Int) -> (UInt8, Int) {
    guard let hit = hits[matches[index].hits].first else { return (0, 0) }
    return (hit.field.rawValue, hit.range.lowerBound)
  }
}

/// What decisions and reasons say of a rule; a whole `Rule` is never copied for it.
struct RuleCard: Sendable {
  let key: String
  /// The title, else the key.
  let name: String
  let category: String
  /// The category as people of the pack's language call it.
  let categoryTitle: String
  let topic: String?
  let isProhibited: Bool
  let basis: String?

  init(_ rule: Rule, in rules: RuleSet) {
    key = rule.key
    name = rule.name
    category = rules.categories[rule.category.index].key
    categoryTitle = rules.language == .chinese ? rules.categories[rule.category.index].title : category
    topic = rule.topic.map { rules.topics[$0.index].path }
    isProhibited = rule.category == .prohibited
    basis = rule.basis
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
