// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// One step on the way from a post to its decision, as facts; `ReasonWording` makes a sentence of it.
enum Reason {
  /// A rule counts because these words were found.
  case match(rule: String, found: [String], category: String, points: Points)
  /// A rule of `prohibited` hit: a mark that a person confirms.
  case prohibited(rule: String, found: [String], basis: String?)
  /// A rule hit and lost its points to another.
  case replaced(rule: String)
  /// A hit does not count because of a word near it.
  case withdrawn(rule: String, found: String, by: String)
  /// There was nothing to read.
  case unread
  /// A regex of the rule gave up.
  case gaveUp(rule: String)
  /// More hits than are kept.
  case tooManyHits
  /// The line of `levels` that held.
  case levelByLine(Level, condition: String, total: Points)
  /// The floor of a category lifted the level.
  case levelByFloor(Level, category: String)
  /// No line held.
  case noLevel(total: Points)
  /// The topic that leads.
  case topic(title: String, points: Points, byFirstAsked: Bool)
  /// The route that won, with what was found for it.
  case route(name: String, condition: String, found: [String], lead: String, basis: String?)
  /// No route fits.
  case defaultRoute(lead: String)
  /// A department assists because the route says so.
  case assist(String)
  /// A department assists because of another topic.
  case assistForTopic(department: String, topic: String, route: String)
  /// A department assists because it would have led the recusal.
  case assistForRecusal(String)
  /// The route has these told.
  case notified([String])
  /// A route beside.
  case beside(route: String, lead: String)
  /// An escalation fits.
  case escalation(condition: String, notify: [String], within: TimeLimit?)
  /// A department is accused, and steps aside.
  case recused(department: String, name: String, field: Field, start: Int, wouldHaveLed: Bool, lead: String)
  /// Only those who handle it see it.
  case sealed
  /// A due time, with its sum; `days` are its lines in words, empty where only the clock was asked.
  case deadline(step: String, atLatest: Bool, after: String?, isRepeated: Bool, sum: DueSum, days: String)
  /// An answer that a person may confirm.
  case suggestedReply(String)
}
