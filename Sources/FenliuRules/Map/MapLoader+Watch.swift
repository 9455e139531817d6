// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

extension MapLoader {
  /// `{times: ['13:00', '16:00'], report-by: 30m, miss: {notify: [leader]}}`.
  func watch(_ node: YAMLNode, _ index: DepartmentIndex, _ places: inout MapPlaces) -> ResponsibilityMap.Watch? {
    guard let reader = MappingReader(node, .watch, findings) else { return nil }
    var watch = ResponsibilityMap.Watch(times: times(of: reader))
    if let scalar = reader.text("report-by") {
      watch.reportBy = reportBy(scalar)
      places.reportBy = scalar.span
    }
    if let node = reader.value("miss"), let reader = MappingReader(node, .miss, findings) {
      let told = placedDepartments("notify", of: reader, index)
      watch.notifyOnMiss = told.map(\.id)
      places.watchMiss = told.map(\.span)
    }
    return watch
  }

  private func reportBy(_ scalar: YAMLScalar) -> TimeLimit? {
    guard let (step, _) = DueParser.parse(scalar, step: "report-by", findings) else { return nil }
    if step.term.unit == .minutes || step.term.unit == .hours, step.atLatest == nil, step.after == nil, !step.isRepeated
    {
      return step.term
    }
    findings.error(.badReportBy, ["text": .text(scalar.text)], at: scalar.span)
    return nil
  }

  /// The times of a watch or of a period's, those that can be read.
  private func times(of reader: MappingReader) -> [TimeOfDay] {
    guard let scalars = reader.texts("times") else { return [] }
    let most = ResponsibilityMap.Watch.mostTimes
    if scalars.isEmpty || scalars.count > most, let entry = reader.entry("times") {
      findings.error(
        .watchTimeCount, ["count": .number(scalars.count), "most": .number(most)], at: entry.keySpan)
      return []
    }
    var times: [TimeOfDay] = []
    for scalar in scalars {
      guard let time = TimeOfDay(scalar.text), time < .endOfDay else {
        findings.error(.badWatchTime, ["text": .text(scalar.text)], at: scalar.span)
        continue
      }
      if let before = times.last, time <= before {
        findings.error(
          .watchTimeOrder, ["time": .text(time.description), "before": .text(before.description)], at: scalar.span)
        continue
      }
      times.append(time)
    }
    return times
  }

  /// `[{name, from, until, basis, kind, notify, watch, deadlines}]`.
  func periods(
    _ node: YAMLNode, _ index: DepartmentIndex, _ titles: [String: String], _ places: inout MapPlaces
  ) -> [ResponsibilityMap.Period] {
    var periods: [ResponsibilityMap.Period] = []
    var named: [String: SourceSpan] = [:]
    for item in node.items(findings) ?? [] {
      guard let reader = MappingReader(item, .period, findings) else { continue }
      let name = reader.text("name")
      if let name, let first = named[name.text] {
        findings.error(
          .repeatedPeriod, ["name": .text(name.text)], at: name.span,
          related: [.init(span: first, code: .firstNamedHere)])
      }
      if let name { named[name.text] = named[name.text] ?? name.span }
      let days = days(of: reader)
      let basis = reader.text("basis")
      let kind = reader.text("kind")
      let told = placedDepartments("notify", of: reader, index)
      let times = reader.value("watch").flatMap { MappingReader($0, .periodWatch, findings) }.map(times) ?? []
      let steps = reader.value("deadlines").flatMap { levelSteps($0, titles)?.steps } ?? [:]
      guard let name, let days, let basis else { continue }
      var period = ResponsibilityMap.Period(name: name.text, days: days, basis: basis.text)
      if let kind {
        period.kind = RouteConditionParser.kind(kind, rules.kinds, areComplete: areRulesComplete, findings) ?? kind.text
      }
      period.notify = told.map(\.id)
      period.watchTimes = times
      period.deadlines = steps.mapValues(\.order)
      periods.append(period)
      places.periods.append(name.span)
      places.periodNotify.append(told.map(\.span))
      places.periodSteps.append(steps)
    }
    return periods
  }

  /// One end of a period.
  private enum End {
    /// As month × 100 + day.
    case everyYear(Int)
    case once(LocalDate)
  }

  private func days(of reader: MappingReader) -> ResponsibilityMap.Period.Days? {
    guard let from = reader.text("from"), let until = reader.text("until") else { return nil }
    guard let first = end(from), let last = end(until) else { return nil }
    switch (first, last) {
    case (.everyYear(let first), .everyYear(let last)): return .everyYear(from: first, until: last)
    case (.once(let first), .once(let last)) where first <= last: return .once(from: first, until: last)
    case (.once, .once):
      findings.error(.periodBackwards, ["from": .text(from.text), "until": .text(until.text)], at: until.span)
    default:
      findings.error(.mixedPeriodDays, ["from": .text(from.text), "until": .text(until.text)], at: until.span)
    }
    return nil
  }

  private func end(_ scalar: YAMLScalar) -> End? {
    // 2000 has a 29th of February.
    if scalar.text.utf8.count == 5, let date = LocalDate("2000-\(scalar.text)") {
      return .everyYear(date.month * 100 + date.day)
    }
    if let date = LocalDate(scalar.text) { return .once(date) }
    findings.error(.badPeriodDay, ["text": .text(scalar.text)], at: scalar.span)
    return nil
  }
}
