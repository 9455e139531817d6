// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuModel

/// Counts what is written of a chunk: drafts by the places of names, so that no name is looked up on the way of a post.
public struct BatchCounter: Sendable {
  private var tally = BatchTally()
  private var drafts: DraftCounts?

  /// A counter that has counted nothing.
  public init() {}

  /// Counts a row that came in.
  public mutating func countRow() { tally.posts += 1 }

  /// Counts what a post that came in to a run at that time does not say, or says of the future.
  public mutating func countGaps(of post: borrowing Post, at run: Instant) {
    if post.received == nil {
      if let time = post.time {
        if time > run { tally.future += 1 }
      } else {
        tally.undated += 1
      }
    }
    if post.text == nil { tally.textless += 1 }
  }

  /// Counts a decision that was written.
  public mutating func count(_ decision: borrowing Decision) { tally.count(decision) }

  /// Counts a decision that was written from its draft, by the pack of these names; always the same pack.
  public mutating func count(_ draft: borrowing DecisionDraft, by names: DecisionNames) {
    if drafts == nil { drafts = DraftCounts(names) }
    drafts?.count(draft)
  }

  /// Counts a reject that was written.
  public mutating func count(_ reject: borrowing Reject) { tally.count(reject) }

  /// Gives away what was counted and starts anew.
  public mutating func take() -> BatchTally {
    drafts?.move(to: &tally)
    let taken = tally
    tally = BatchTally()
    return taken
  }
}

/// Counts of drafts, by the places of names.
private struct DraftCounts {
  private let names: DecisionNames
  private var decisions = 0
  private var sealed = 0
  private var levels: [Int]
  private var categories: [Int]
  private var leads: [Int]
  /// The last is the default.
  private var routes: [Int]
  private var beside: [Int]
  private var rules: [Int]
  private var kinds: [String: Int] = [:]
  private var incompletePosts = 0
  private var incomplete: [Incomplete: Int] = [:]

  init(_ names: DecisionNames) {
    self.names = names
    levels = Array(repeating: 0, count: Level.allCases.count)
    categories = Array(repeating: 0, count: names.categories.count)
    leads = Array(repeating: 0, count: names.departments.count)
    routes = Array(repeating: 0, count: names.routes.count + 1)
    beside = Array(repeating: 0, count: names.routes.count)
    rules = Array(repeating: 0, count: names.rules.count)
  }

  mutating func count(_ draft: borrowing DecisionDraft) {
    decisions += 1
    levels[draft.level.rawValue] += 1
    for place in draft.points.indices { categories[draft.points[place].category.index] += 1 }
    leads[draft.routed.lead.index] += 1
    routes[draft.routed.route?.index ?? routes.count - 1] += 1
    for place in draft.routed.beside.indices { beside[draft.routed.beside[place].route.index] += 1 }
    for place in draft.matches.indices { rules[draft.matches[place].rule.index] += 1 }
    for place in draft.rulesLeftOut.indices { rules[draft.rulesLeftOut[place].index] += 1 }
    if let kind = draft.routed.kind { kinds[kind, default: 0] += 1 }
    if draft.routed.isSealed { sealed += 1 }
    if !draft.incomplete.isEmpty { incompletePosts += 1 }
    for what in draft.incomplete { incomplete[what, default: 0] += 1 }
  }

  /// Adds what was counted to a tally, and starts anew.
  mutating func move(to tally: inout BatchTally) {
    tally.decisions += decisions
    for place in levels.indices { tally.levels[place] += levels[place] }
    Self.move(&categories, names.categories, to: &tally.categories)
    Self.move(&leads, names.departments, to: &tally.leads)
    Self.move(&routes, names.routes + [DecisionNames.defaultRoute], to: &tally.routes)
    Self.move(&beside, names.routes, to: &tally.beside)
    Self.move(&rules, names.rules.lazy.map(\.key), to: &tally.rules)
    tally.kinds.merge(kinds, uniquingKeysWith: +)
    kinds.removeAll(keepingCapacity: true)
    tally.sealed += sealed
    tally.incompletePosts += incompletePosts
    for (what, count) in incomplete { tally.incomplete[names.describe(what), default: 0] += count }
    (decisions, sealed, incompletePosts) = (0, 0, 0)
    for place in levels.indices { levels[place] = 0 }
    incomplete.removeAll(keepingCapacity: true)
  }

  private static func move(
    _ counts: inout [Int], _ names: some Collection<String>, to named: inout [String: Int]
  ) {
    for (place, name) in names.enumerated() where counts[place] > 0 {
      named[name, default: 0] += counts[place]
      counts[place] = 0
    }
  }
}
