// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Each digest is out before the next look, on whatever days.
extension MapChecker {
  func checkWatch() { checkReports() }

  /// Two times that follow each other are of the map and at most two periods, so pairs of these show all gaps there can be.
  private func checkReports() {
    guard let watch = map.watch, let within = watch.reportBy, let span = places.reportBy else { return }
    let length = within.count * (within.unit == .hours ? 3600 : 60)
    // The map's own times hold on every day.
    let always = (days: ResponsibilityMap.Period.Days.everyYear(from: 101, until: 1231), times: watch.times.sorted())
    let all = map.periods.map { (days: $0.days, times: $0.watchTimes.sorted()) } + [always]
    for (place, first) in all.enumerated() {
      for second in all[place...] where ResponsibilityMap.Period.Days.haveDayInCommon([first.days, second.days]) {
        if let gap = shortGap(Set(first.times + second.times), length) { return report(gap, within, span) }
      }
    }
    for first in all {
      for second in all {
        guard let last = first.times.last, let next = second.times.first,
          next.seconds + TimeOfDay.endOfDay.seconds - last.seconds <= length, first.days.isFollowed(by: second.days)
        else { continue }
        return report((last, next), within, span)
      }
    }
  }

  private func report(_ gap: (TimeOfDay, TimeOfDay), _ within: TimeLimit, _ span: SourceSpan) {
    findings.error(
      .reportAfterNext,
      ["within": .text(within.description), "time": .text(gap.0.description), "next": .text(gap.1.description)],
      at: span)
  }

  /// A time and the next one of the same day, with no more than `length` seconds between them.
  private func shortGap(_ times: Set<TimeOfDay>, _ length: Int) -> (TimeOfDay, TimeOfDay)? {
    let times = times.sorted()
    return zip(times, times.dropFirst()).first { $1.seconds - $0.seconds <= length }
  }
}
