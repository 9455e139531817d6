// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// What a batch counted. Tallies of parts add up to the tally of the whole, in whatever order.
public struct BatchTally: Hashable, Sendable, Codable {
  /// Rows that came in, counted where they are parsed.
  public var posts = 0
  /// Decisions, counted where they are written.
  public var decisions = 0
  /// Rejects, counted where they are written.
  public var rejects = 0
  /// Decisions of each level, by its rank.
  public var levels: [Int] = Array(repeating: 0, count: Level.allCases.count)
  /// Decisions in which a rule of the category counts.
  public var categories: [String: Int] = [:]
  /// Decisions that each department leads.
  public var leads: [String: Int] = [:]
  /// Decisions that each route took.
  public var routes: [String: Int] = [:]
  /// Decisions that each route was handed beside.
  public var beside: [String: Int] = [:]
  /// Decisions in which the rule hit, listed or not.
  public var rules: [String: Int] = [:]
  /// Decisions of each kind of request.
  public var kinds: [String: Int] = [:]
  /// Posts that say neither when they were written nor when they were received, so that their deadlines start with the run.
  public var undated = 0
  /// Posts of which only a time of writing is known, and that lies after the run, so that their deadlines start with the run all the same.
  public var future = 0
  /// Posts that have a title and no text.
  public var textless = 0
  /// Decisions that are sealed.
  public var sealed = 0
  /// Decisions of which something is incomplete.
  public var incompletePosts = 0
  /// What was incomplete, and in how many decisions.
  public var incomplete: [String: Int] = [:]
  /// Rejects by reason.
  public var reasons: [String: Int] = [:]

  /// Nothing counted.
  public init() {}

  /// Counts a decision that was written.
  public mutating func count(_ decision: borrowing Decision) {
    decisions += 1
    levels[decision.level.rawValue] += 1
    for category in decision.points { categories[category.name, default: 0] += 1 }
    leads[decision.route.lead, default: 0] += 1
    routes[decision.route.name, default: 0] += 1
    for route in decision.beside { beside[route.name, default: 0] += 1 }
    for match in decision.matches { rules[match.rule, default: 0] += 1 }
    for rule in decision.rulesLeftOut { rules[rule, default: 0] += 1 }
    if let kind = decision.kind { kinds[kind, default: 0] += 1 }
    if decision.route.isSealed { sealed += 1 }
    if !decision.incomplete.isEmpty { incompletePosts += 1 }
    for what in decision.incomplete { incomplete[what, default: 0] += 1 }
  }

  /// Counts a reject that was written.
  public mutating func count(_ reject: borrowing Reject) {
    rejects += 1
    reasons[reject.reason.rawValue, default: 0] += 1
  }

  /// Adds what another part counted.
  public mutating func add(_ other: BatchTally) {
    posts += other.posts
    decisions += other.decisions
    rejects += other.rejects
    for place in levels.indices { levels[place] += other.levels[place] }
    categories.merge(other.categories, uniquingKeysWith: +)
    leads.merge(other.leads, uniquingKeysWith: +)
    routes.merge(other.routes, uniquingKeysWith: +)
    beside.merge(other.beside, uniquingKeysWith: +)
    rules.merge(other.rules, uniquingKeysWith: +)
    kinds.merge(other.kinds, uniquingKeysWith: +)
    undated += other.undated
    future += other.future
    textless += other.textless
    sealed += other.sealed
    incompletePosts += other.incompletePosts
    incomplete.merge(other.incomplete, uniquingKeysWith: +)
    reasons.merge(other.reasons, uniquingKeysWith: +)
  }

  /// Whether every row became a decision or a reject.
  public var isBalanced: Bool { posts == decisions + rejects }
}
