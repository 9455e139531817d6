// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Reasons in English.
enum EnglishReasons: ReasonWording {
  static func append(_ reason: Reason, quoting texts: [UInt8], zone: Zone, to sentence: inout TextList) {
    switch reason {
    case .match(let rule, let found, let category, let points):
      sentence.append(words: "rule '")
      sentence.append(rule)
      sentence.append(words: "': found ")
      append(found, of: texts, to: &sentence)
      sentence.append(words: ", ")
      sentence.append(points)
      sentence.append(words: " points for ")
      sentence.append(category)
    case .prohibited(let rule, let found, let basis):
      sentence.append(words: "rule '")
      sentence.append(rule)
      sentence.append(words: "': found ")
      append(found, of: texts, to: &sentence)
      sentence.append(words: ", marked as prohibited")
      if let basis { sentence.append(" (basis: \(basis))") }
      sentence.append(words: "; a person must confirm it, ")
      sentence.append(words: "and it changes neither the level nor the handling of a grievance")
    case .replaced(let rule): sentence.append("rule '\(rule)' gives no points: a more exact rule replaces it")
    case .withdrawn(let rule, let found, let by):
      sentence.append(words: "rule '")
      sentence.append(rule)
      sentence.append(words: "': '")
      sentence.append(texts, found)
      sentence.append(words: "' does not count, because '")
      sentence.append(texts, by)
      sentence.append(words: "' is near")
    case .unread: sentence.append(words: "there is nothing to read; a person must look")
    case .gaveUp(let rule):
      sentence.append("a regex of rule '\(rule)' gave up within its budget; its answer is unknown")
    case .tooManyHits: sentence.append(words: "more hits than are kept; the rest is not counted")
    case .levelByLine(let level, let condition, let total):
      sentence.append(words: "level ")
      sentence.append(level.key)
      sentence.append(words: ": '")
      sentence.append(condition)
      sentence.append(words: "' holds (")
      sentence.append(total)
      sentence.append(words: " points in all)")
    case .levelByFloor(let level, let category):
      sentence.append("level \(level.key): a signal of '\(category)' is at least that")
    case .noLevel(let total):
      sentence.append(words: "no level is reached (")
      sentence.append(total)
      sentence.append(words: " points in all)")
    case .topic(let title, let points, let byFirstAsked):
      sentence.append(words: "topic '")
      sentence.append(title)
      sentence.append(words: "' has ")
      sentence.append(points)
      sentence.append(words: byFirstAsked ? " points; a tie, decided by the unit first asked" : " points, the most")
    case .route(let name, let condition, let found, let lead, let basis):
      sentence.append(words: "route ")
      sentence.append(name)
      sentence.append(words: " (")
      sentence.append(condition)
      if !found.isEmpty {
        sentence.append(words: "; found ")
        append(found, of: texts, to: &sentence)
      }
      sentence.append(words: "): ")
      sentence.append(lead)
      sentence.append(words: " leads")
      if let basis {
        sentence.append(words: ", on the basis of ")
        sentence.append(basis)
      }
    case .defaultRoute(let lead):
      sentence.append(words: "no route fits: ")
      sentence.append(lead)
      sentence.append(words: " takes it")
    case .assist(let department):
      sentence.append(department)
      sentence.append(words: " assists")
    case .assistForTopic(let department, let topic, let route):
      sentence.append(department)
      sentence.append(words: " assists: it is also about '")
      sentence.append(topic)
      sentence.append(words: "' (route ")
      sentence.append(route)
      sentence.append(words: ")")
    case .assistForRecusal(let department):
      sentence.append("\(department) assists: the helping department is accused")
    case .notified(let departments):
      append(departments, separator: ", ", to: &sentence)
      sentence.append(words: " told")
    case .beside(let route, let lead):
      sentence.append(words: "handed to ")
      sentence.append(lead)
      sentence.append(words: " in addition (route ")
      sentence.append(route)
      sentence.append(words: ")")
    case .escalation(let condition, let notify, let within):
      sentence.append(words: "'")
      sentence.append(condition)
      sentence.append(words: "' holds: ")
      append(notify, separator: ", ", to: &sentence)
      sentence.append(words: " notified")
      if let within {
        sentence.append(words: " within ")
        append(within, to: &sentence)
      }
    case .period(let name, let basis, let notify, let sooner):
      sentence.append(words: "in the period '")
      sentence.append(name)
      sentence.append(words: "', on the basis of ")
      sentence.append(basis)
      sentence.append(words: ":")
      if !notify.isEmpty {
        sentence.append(words: " ")
        append(notify, separator: ", ", to: &sentence)
        sentence.append(words: " notified")
      }
      if !sooner.isEmpty {
        sentence.append(words: notify.isEmpty ? " due sooner: " : "; due sooner: ")
        append(sooner, separator: ", ", to: &sentence)
      }
    case .recused(let department, let name, let field, let start, let wouldHaveLed, let lead):
      sentence.append("the \(field.key) names '\(name)' at character \(start + 1): \(department) steps aside")
      if wouldHaveLed { sentence.append(", \(lead) leads") }
    case .sealed: sentence.append(words: "sealed: seen only by those who handle it")
    case .deadline(let deadline): append(deadline, of: texts, zone: zone, to: &sentence)
    case .suggestedReply(let text):
      sentence.append(words: "suggested reply (to be confirmed by a person): ")
      sentence.append(text)
    }
  }

  private static func append(_ found: Quotes, of texts: [UInt8], to sentence: inout TextList) {
    for place in 0..<found.count {
      sentence.append(words: place == 0 ? "'" : ", '")
      sentence.append(texts, found[place])
      sentence.append(words: "'")
    }
  }

  private static func append(
    _ deadline: Reason.Deadline, of texts: [UInt8], zone: Zone, to sentence: inout TextList
  ) {
    let sum = deadline.sum
    sentence.append(deadline.step)
    if deadline.atLatest { sentence.append(words: " at latest") }
    sentence.append(words: ": ")
    if let after = deadline.after {
      sentence.append(words: "after ")
      sentence.append(after)
      sentence.append(words: ", ")
    }
    if deadline.isRepeated { sentence.append(words: "every ") }
    append(sum.limit, to: &sentence)
    if let start = sum.start {
      sentence.append(words: " from ")
      append(start, zone: zone, to: &sentence)
    }
    if sum.isAroundTheClock, sum.limit.unit.needsWorkingTime { sentence.append(words: " (on duty around the clock)") }
    if !deadline.days.isEmpty {
      sentence.append(words: ": ")
      sentence.append(texts, deadline.days)
    }
    switch sum.due {
    case .at(let due, let closesDay):
      sentence.append(words: "; due ")
      append(due, closesDay: closesDay, zone: zone, to: &sentence)
    case .unknown(let year): sentence.append("; the holidays of \(year) are unknown, so it is open")
    }
  }

  static func title(ofStep key: String) -> String { key }

  static func append(_ days: [CountedDay], to text: inout TextList) {
    for (place, day) in days.enumerated() {
      if place > 0 { text.append(words: ", ") }
      append(day, to: &text)
    }
  }

  private static func append(_ limit: TimeLimit, to sentence: inout TextList) {
    sentence.append(limit.count)
    switch limit.unit {
    case .minutes: sentence.append(words: " minute")
    case .hours: sentence.append(words: " hour")
    case .days: sentence.append(words: " day")
    case .workingHours: sentence.append(words: " working hour")
    case .workingDays: sentence.append(words: " working day")
    }
    if limit.count != 1 { sentence.append(words: "s") }
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  private static func append(_ day: CountedDay, to text: inout TextList) {
    if day.count == .unknown { text.append(words: "unknown from ") }
    text.append(weekdays[day.date.weekday.rawValue])
    text.append(words: " ")
    text.append(monthAndDay: day.date)
    switch day.count {
    case .start: text.append(words: " is the day of start")
    case .unknown: break
    case .counted(let number):
      append(day.kind, to: &text)
      text.append(words: " day ")
      text.append(number)
    case .worked(let seconds):
      append(day.kind, to: &text)
      text.append(" \(seconds / 3600) h \(seconds / 60 % 60) min")
    case .free:
      append(day.kind, to: &text)
      text.append(words: " free")
    }
  }

  private static func append(_ kind: WorkCalendar.Kind, to text: inout TextList) {
    switch kind {
    case .holiday(let name): text.append(" (\(name))")
    case .makeUp(let name): text.append(" (make-up workday, \(name))")
    default: break
    }
  }
}
