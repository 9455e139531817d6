// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Each digest is out before the next look, on whatever days; and each period is there for something.
extension MapChecker {
  func checkWatch() {
    for (period, span) in zip(map.periods, places.periods)
    where !period.changesDecisions && period.watchTimes.isEmpty {
      findings.warning(.idlePeriod, ["name": .text(period.name)], at: span)
    }
    checkReports()
  }

  /// Two times that follow each other are of the map and at most two periods, so pairs of periods show all gaps there can be.
  private func checkReports() {
    guard let watch = map.watch, let within = watch.reportBy, let span = places.reportBy else { return }
    let length = within.count * (within.unit == .hours ? 3600 : 60)
    for (place, first) in map.periods.enumerated() {
      let own = Set(watch.times).union(first.watchTimes)
      for second in map.periods[place...] where first.days.overlaps(second.days) {
        if let gap = shortGap(own.union(second.watchTimes), length) { return report(gap, within, span) }
      }
    }
    if let gap = shortGap(Set(watch.times), length) { report(gap, within, span) }
  }

  private func report(_ gap: (TimeOfDay, TimeOfDay), _ within: TimeLimit, _ span: SourceSpan) {
    findings.error(
      .reportAfterNext,
      ["within": .text(within.description), "time": .text(gap.0.description), "next": .text(gap.1.description)],
      at: span)
  }

  /// A time and the next one, on the same day or the next, with no more than `length` seconds between them.
  private func shortGap(_ times: Set<TimeOfDay>, _ length: Int) -> (TimeOfDay, TimeOfDay)? {
    let times = times.sorted()
    guard let first = times.first, let last = times.last else { return nil }
    if let gap = zip(times, times.dropFirst()).first(where: { $1.seconds - $0.seconds <= length }) { return gap }
    return first.seconds + TimeOfDay.endOfDay.seconds - last.seconds <= length ? (last, first) : nil
  }
}

extension ResponsibilityMap.Period.Days {
  /// Whether there is a day that is of both. What lasts longer than a year meets every day of the year in its first.
  fileprivate func overlaps(_ other: Self) -> Bool {
    switch (self, other) {
    case (.once(let from, let until), .once(let otherFrom, let otherUntil)):
      from <= otherUntil && otherFrom <= until
    case (.once(let from, let until), .everyYear):
      // A 29th of February may be four years off, or eight.
      (0...min(until.dayNumber - from.dayNumber, 366 * 8)).contains { other.contains(from.advanced(byDays: $0)) }
    case (.everyYear, .once): other.overlaps(self)
    case (.everyYear, .everyYear):
      (0..<366).contains { offset in
        // Of the year 2000, which has them all.
        let day = LocalDate(dayNumber: 10_957 + offset)
        return contains(day) && other.contains(day)
      }
    }
  }
}
