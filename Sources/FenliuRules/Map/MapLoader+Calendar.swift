// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

extension MapLoader {
  /// `{zone, hours, seasons, holidays}`.
  func calendar(_ node: YAMLNode, _ places: inout MapPlaces) -> WorkCalendar {
    guard let reader = MappingReader(node, .calendar, findings) else { return WorkCalendar() }
    var zone = Zone.shanghai
    if let scalar = reader.text("zone") {
      if let known = Zone(scalar.text) {
        zone = known
      } else {
        findings.unknown(
          .unknownZone, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span,
          among: ["Asia/Shanghai", "UTC", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Urumqi"])
      }
    }
    let hours = reader.value("hours").map(hours) ?? .none
    let seasons = reader.value("seasons")?.items(findings)?.compactMap(season) ?? []
    var holidays: HolidayTable?
    if let scalar = reader.text("holidays") {
      places.holidays = scalar.span
      holidays = self.holidays(scalar)
    }
    return WorkCalendar(zone: zone, hours: hours, seasons: seasons, holidays: holidays)
  }

  private func season(_ node: YAMLNode) -> WorkCalendar.Season? {
    guard let reader = MappingReader(node, .season, findings), reader.isComplete,
      let from = reader.text("from"), let until = reader.text("until"), let hours = reader.value("hours").map(hours),
      let first = monthDay(from), let last = monthDay(until)
    else { return nil }
    return WorkCalendar.Season(from: first, until: last, hours: hours)
  }

  private func monthDay(_ scalar: YAMLScalar) -> (month: Int, day: Int)? {
    // 2000 has a 29th of February.
    if scalar.text.utf8.count == 5, let date = LocalDate("2000-\(scalar.text)") { return (date.month, date.day) }
    findings.error(.badMonthDay, ["text": .text(scalar.text)], at: scalar.span)
    return nil
  }

  /// `{mon-fri: "08:30-12:00, 14:00-17:30"}`.
  func hours(_ node: YAMLNode) -> WeeklyHours {
    var hours = WeeklyHours.none
    var taken: [Weekday: SourceSpan] = [:]
    for entry in node.entries(findings) ?? [] {
      guard let days = WeeklyHours.weekdays(entry.key) else {
        let keys = Weekday.allCases.map(\.key) + ["mon-fri", "mon-sat", "sat-sun"]
        findings.unknown(.badDays, ["days": .text(entry.key)], name: entry.key, at: entry.keySpan, among: keys)
        continue
      }
      if let day = days.first(where: { taken[$0] != nil }), let first = taken[day] {
        findings.error(
          .repeatedDay, ["day": .text(day.key)], at: entry.keySpan,
          related: [.init(span: first, code: .firstNamedHere)])
        continue
      }
      for day in days { taken[day] = entry.keySpan }
      guard let scalar = entry.value.text(findings) else { continue }
      do throws(WeeklyHours.TextError) {
        hours.set(try WeeklyHours.stretches(scalar.text), on: days)
      } catch {
        switch error {
        case .notAStretch(let text), .endsBeforeItBegins(let text), .overlaps(let text):
          findings.error(.badHours, ["text": .text(text)], at: scalar.span)
        }
      }
    }
    return hours
  }

  private func holidays(_ scalar: YAMLScalar) -> HolidayTable? {
    guard let file = read(scalar) else { return nil }
    let (table, problems) = HolidayTable.parse(file.bytes)
    for problem in problems {
      findings.error(
        .badHolidays, ["problem": .term("holidays-\(problem.kind.rawValue)"), "text": .text(problem.text)],
        at: SourceSpan(file: file.id, range: problem.range))
    }
    return problems.isEmpty ? table : nil
  }
}
