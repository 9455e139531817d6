// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Reasons in English.
enum EnglishReasons: ReasonWording {
  static func sentence(for reason: Reason, zone: Zone) -> String {
    switch reason {
    case .match(let rule, let found, let category, let points):
      "rule '\(rule)': found \(quoted(found)), \(points) points for \(category)"
    case .prohibited(let rule, let found, let basis):
      "rule '\(rule)': found \(quoted(found)), marked as prohibited\(basis.map { " (basis: \($0))" } ?? ""); a person must confirm it, "
        + "and it changes neither the level nor the handling of a grievance"
    case .replaced(let rule): "rule '\(rule)' gives no points: a more exact rule replaces it"
    case .withdrawn(let rule, let found, let by): "rule '\(rule)': '\(found)' does not count, because '\(by)' is near"
    case .unread: "there is nothing to read; a person must look"
    case .gaveUp(let rule): "a regex of rule '\(rule)' gave up within its budget; its answer is unknown"
    case .tooManyHits: "more hits than are kept; the rest is not counted"
    case .levelByLine(let level, let condition, let total):
      "level \(level.key): '\(condition)' holds (\(total) points in all)"
    case .levelByFloor(let level, let category): "level \(level.key): a signal of '\(category)' is at least that"
    case .noLevel(let total): "no level is reached (\(total) points in all)"
    case .topic(let title, let points, let byFirstAsked):
      "topic '\(title)' has \(points) points"
        + (byFirstAsked ? "; a tie, decided by the unit first asked" : ", the most")
    case .route(let name, let condition, let found, let lead, let basis):
      "route \(name) (\(condition)\(found.isEmpty ? "" : "; found " + quoted(found))): \(lead) leads"
        + (basis.map { ", on the basis of \($0)" } ?? "")
    case .defaultRoute(let lead): "no route fits: \(lead) takes it"
    case .assist(let department): "\(department) assists"
    case .assistForTopic(let department, let topic, let route):
      "\(department) assists: it is also about '\(topic)' (route \(route))"
    case .assistForRecusal(let department): "\(department) assists: the helping department is accused"
    case .notified(let departments): "\(departments.joined(separator: ", ")) told"
    case .beside(let route, let lead): "handed to \(lead) in addition (route \(route))"
    case .escalation(let condition, let notify, let within):
      "'\(condition)' holds: \(notify.joined(separator: ", ")) notified\(within.map { " within \(length($0))" } ?? "")"
    case .recused(let department, let name, let field, let start, let wouldHaveLed, let lead):
      "the \(field.key) names '\(name)' at character \(start + 1): \(department) steps aside"
        + (wouldHaveLed ? ", \(lead) leads" : "")
    case .sealed: "sealed: seen only by those who handle it"
    case .deadline(let step, let atLatest, let after, let isRepeated, let sum, let days):
      deadline(
        step + (atLatest ? " at latest" : ""), after.map { "after \($0), " } ?? "", isRepeated ? "every " : "", sum,
        days, zone)
    case .suggestedReply(let text): "suggested reply (to be confirmed by a person): \(text)"
    }
  }

  private static func quoted(_ found: [String]) -> String { found.map { "'\($0)'" }.joined(separator: ", ") }

  private static func deadline(
    _ step: String, _ after: String, _ every: String, _ sum: DueSum, _ days: String, _ zone: Zone
  ) -> String {
    let from = sum.start.map { " from \(time($0, zone: zone))" } ?? ""
    var text = "\(step): \(after)\(every)\(length(sum.limit))\(from)"
    if sum.isAroundTheClock, sum.limit.unit.needsWorkingTime { text += " (on duty around the clock)" }
    if !days.isEmpty { text += ": " + days }
    if let due = time(sum.due, zone: zone) { return text + "; due \(due)" }
    if case .unknown(let year) = sum.due { text += "; the holidays of \(year) are unknown, so it is open" }
    return text
  }

  static func title(ofStep key: String) -> String { key }

  static func lines(_ days: [CountedDay]) -> String { days.map(line).joined(separator: ", ") }

  private static func length(_ limit: TimeLimit) -> String {
    let unit =
      switch limit.unit {
      case .minutes: "minute"
      case .hours: "hour"
      case .days: "day"
      case .workingHours: "working hour"
      case .workingDays: "working day"
      }
    return "\(limit.count) \(unit)\(limit.count == 1 ? "" : "s")"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func line(_ day: CountedDay) -> String {
    let date = "\(weekdays[day.date.weekday.rawValue]) \(Self.day(day.date))"
    let kind: String
    switch day.kind {
    case .holiday(let name): kind = " (\(name))"
    case .makeUp(let name): kind = " (make-up workday, \(name))"
    default: kind = ""
    }
    switch day.count {
    case .start: return "\(date) is the day of start"
    case .counted(let number): return "\(date)\(kind) day \(number)"
    case .worked(let seconds): return "\(date)\(kind) \(seconds / 3600) h \(seconds / 60 % 60) min"
    case .free: return "\(date)\(kind) free"
    case .unknown: return "unknown from \(date)"
    }
  }
}
