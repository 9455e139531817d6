// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// One step on the way from a post to its decision, as facts; `ReasonWording` makes a sentence of it. Words that were found are stretches
/// of the draft's texts.
enum Reason {
  /// A rule counts because these words were found.
  case match(rule: String, found: Quotes, category: String, points: Points)
  /// A rule of `prohibited` hit: a mark that a person confirms.
  case prohibited(rule: String, found: Quotes, basis: String?)
  /// A rule hit and lost its points to another.
  case replaced(rule: String)
  /// A hit does not count because of a word near it.
  case withdrawn(rule: String, found: Range<Int>, by: Range<Int>)
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
  case route(name: String, condition: String, found: Quotes, lead: String, basis: String?)
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
  /// A period holds, and notifies these or makes these steps due sooner.
  case period(name: String, basis: String, notify: [String], sooner: [String])
  /// A department is accused, and steps aside.
  case recused(department: String, name: String, field: Field, start: Int, wouldHaveLed: Bool, lead: String)
  /// Only those who handle it see it.
  case sealed
  /// A due time.
  case deadline(Deadline)
  /// An answer that a person may confirm.
  case suggestedReply(String)

  /// A due time, with its sum.
  struct Deadline {
    var step: String
    var atLatest: Bool
    /// The step from whose due time it counts.
    var after: String?
    var isRepeated: Bool
    var sum: DueSum
    /// The lines of the sum in words, in the draft's texts; empty where only the clock was asked.
    var days: Range<Int>
  }
}
