// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuTestSupport
import FoundationEssentials
import Testing

/// A line of `Tests/Cases/calendar/due.tsv`.
struct DueCase: CustomTestStringConvertible, Sendable {
  let name: String
  let calendar: String
  let start: String
  let limit: String
  let due: String

  var testDescription: String { name }

  static let all: [DueCase] = {
    guard let data = FileManager.default.contents(atPath: SharedData.repository + "/Tests/Cases/calendar/due.tsv")
    else {
      preconditionFailure("the cases are part of the checkout")
    }
    let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("# ") }.dropFirst()
    return lines.map { line in
      let cells = line.split(separator: "\t").map(String.init)
      precondition(cells.count == 5, "five cells: \(line)")
      return DueCase(name: cells[0], calendar: cells[1], start: cells[2], limit: cells[3], due: cells[4])
    }
  }()
}

/// The calendars that cases and properties ask.
enum Calendars {
  static let holidays: HolidayTable = {
    guard let data = FileManager.default.contents(atPath: SharedData.repository + "/rules/calendars/cn.tsv") else {
      preconditionFailure("the calendar is part of the checkout")
    }
    let (table, problems) = HolidayTable.parse(Array(data))
    precondition(problems.isEmpty, "the shipped calendar reads without a problem: \(problems)")
    return table
  }()

  static func hours(_ text: String) -> WeeklyHours {
    var hours = WeeklyHours.none
    guard let stretches = try? WeeklyHours.stretches(text) else { preconditionFailure("hours: \(text)") }
    hours.set(stretches, on: WeeklyHours.weekdays("mon-fri") ?? [])
    return hours
  }

  static let office = WorkCalendar(hours: hours("08:30-12:00, 14:00-17:30"), holidays: holidays)
  static let week = WorkCalendar(hours: office.hours)
  static let summer: WorkCalendar = {
    let season = WorkCalendar.Season(from: (6, 1), until: (9, 30), hours: hours("08:30-12:00, 15:00-18:00"))
    return WorkCalendar(hours: office.hours, seasons: season.map { [$0] } ?? [], holidays: holidays)
  }()

  static func named(_ name: String) -> (calendar: WorkCalendar, aroundTheClock: Bool) {
    switch name {
    case "office": (office, false)
    case "week": (week, false)
    case "summer": (summer, false)
    case "round": (WorkCalendar(), true)
    default: preconditionFailure("no calendar \(name)")
    }
  }
}

/// The instant of `2026-11-20T20:00:00+08:00`.
func instant(_ text: String) -> Instant {
  guard let date = LocalDate(text.prefix(10)), let clock = TimeOfDay(text.dropFirst(11).prefix(5)),
    let zone = Zone(String(text.dropFirst(19)))
  else { preconditionFailure("a time: \(text)") }
  return zone.instant(of: LocalDateTime(date: date, time: clock))
}
