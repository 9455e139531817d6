// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// A part of a pack that may differ between two packs, by the names that both call it.
public enum PackPart: Hashable, Sendable {
  /// What holds words.
  public enum Holder: Hashable, Sendable {
    /// A list, by its name.
    case list(String)
    /// A rule, by its id.
    case rule(String)
  }

  /// A word, regex or number pattern as it is written, in a list or a rule.
  case word(String, in: Holder)
  /// A rule, by its id.
  case rule(String)
  /// The words and allowed phrases of a list, by its name.
  case list(String)
  /// The phrases that the pack allows.
  case allow
  /// The pack's words that deny.
  case negators
  /// The words that stand for a number of people, and their numbers.
  case collective
  /// What words of the title and the opening count.
  case weights
  /// The lines that give the kind of request, and their order.
  case kinds
  /// The line of a level.
  case level(Level)
  /// A category's cap and floor, by its key.
  case category(String)
  /// A route, by its name.
  case route(String)
  /// The order of routes.
  case routeOrder
  /// Who takes what no route fits.
  case fallback
  case recusal
  case escalations
  /// The periods that change decisions.
  case periods
  /// The deadlines of a level.
  case deadlines(Level)
  /// A department, by its key: its hours, names, kind.
  case department(String)
  /// Zone, hours, seasons and holidays.
  case calendar
  case places
  case firstAsked
  /// The scripts that the pack reads.
  case scripts
  /// The order of topics, which decides ties.
  case topicOrder

  /// Whether it says what is found and what it is worth, rather than what follows from that.
  public var isOfScores: Bool {
    switch self {
    case .word, .rule, .list, .allow, .negators, .collective, .weights, .category, .scripts, .places, .calendar: true
    default: false
    }
  }
}

/// How a part differs.
public enum PartChange: String, Hashable, Sendable {
  case added, removed, changed
}
