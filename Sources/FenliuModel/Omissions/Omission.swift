// SPDX-License-Identifier: Apache-2.0

/// Something that can be left out of a pack, to see whether a test notices.
///
/// Everything keeps its place: a rule that is left out is a draft, a list has no words, so that ids mean the same with it
/// and without it. Only what has no id (level lines, escalations, steps) and routes are taken out of their lists.
public enum Omission: Hashable, Sendable {
  /// A whole rule.
  case rule(RuleID)
  /// A part of a rule.
  case part(RulePart, of: RuleID)
  /// All words of a list.
  case list(WordListID)
  /// The allowed phrases of a list.
  case listAllow(WordListID)
  /// The allowed phrases of the pack.
  case packAllow
  /// The line of `collective` at this place.
  case collective(Int)
  /// The level line at this place.
  case level(Int)
  /// What a category lifts a post to.
  case floor(CategoryID)
  case route(RouteID)
  /// The line of `escalate` at this place.
  case escalation(Int)
  case recusal
  /// The step at this place of a level's deadlines.
  case step(Level, Int)
  /// The step at this place of a route's own deadlines.
  case routeStep(RouteID, Int)
  /// What a period does with posts: it stays in the map, and notifies nobody and shortens nothing.
  case period(PeriodID)

  /// The rule it is in, where it is in one.
  public var rule: RuleID? {
    switch self {
    case .rule(let rule), .part(_, of: let rule): rule
    default: nil
    }
  }

  /// Whether it is in the map rather than in the rules.
  public var isOfMap: Bool {
    switch self {
    case .route, .escalation, .recusal, .step, .routeStep, .period: true
    default: false
    }
  }
}

/// A part of a rule without which it is still a rule.
public enum RulePart: Hashable, Sendable {
  /// The line `any`, where there is something else that must hit.
  case any
  /// A line of `all`.
  case all(Int)
  /// How near the lines of `all` must lie.
  case allWithin
  case none
  /// A group of `near`.
  case near(Int)
  /// A line of a group of `near`.
  case nearLine(Int, line: Int)
  /// How near the lines of a group must lie.
  case nearWithin(Int)
  /// One of the conditions that `and` joins in `when`.
  case whenPart(Int)
  /// `if`.
  case condition
  /// `from` and `until`.
  case season
  /// `where`.
  case fields
  case polarity
  case evasion
  case unless
  case allow
  case replaces

  /// The key of the rule under which it is written.
  public var key: String {
    switch self {
    case .any: "any"
    case .all: "all"
    case .allWithin: "within"
    case .none: "none"
    case .near, .nearLine, .nearWithin: "near"
    case .whenPart: "when"
    case .condition: "if"
    case .season: "from"
    case .fields: "where"
    case .polarity: "polarity"
    case .evasion: "evasion"
    case .unless: "unless"
    case .allow: "allow"
    case .replaces: "replaces"
    }
  }
}
