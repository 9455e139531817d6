// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// A step as one lead has to keep it: the limits from the start to its due time, one after the other.
struct DeadlineChain {
  var limits: [TimeLimit]
  let calendar: WorkCalendar
  let isAroundTheClock: Bool

  /// The chain of a step; nil where the steps it follows make a circle.
  init?(_ step: DeadlineStep, latest: Bool, of steps: [DeadlineStep], calendar: WorkCalendar, isAroundTheClock: Bool) {
    var limits = [latest ? step.atLatest ?? step.term : step.term]
    var seen = [step.name]
    var next = step.after
    while let name = next, let base = steps.first(where: { $0.name == name }) {
      if seen.contains(name) { return nil }
      seen.append(name)
      limits.append(base.term)
      next = base.after
    }
    self.init(limits: limits.reversed(), calendar: calendar, isAroundTheClock: isAroundTheClock)
  }

  init(limits: [TimeLimit], calendar: WorkCalendar, isAroundTheClock: Bool) {
    self.calendar = calendar
    self.isAroundTheClock = isAroundTheClock
    // Around the clock a working hour is an hour and a working day a day.
    self.limits = limits.map { limit in
      guard isAroundTheClock else { return limit }
      switch limit.unit {
      case .workingHours: return TimeLimit(limit.count, .hours) ?? limit
      case .workingDays: return TimeLimit(limit.count, .days) ?? limit
      default: return limit
      }
    }
  }

  /// When it is due; nil where the calendar does not know.
  func due(from start: Instant) -> Instant? {
    var sum: DueSum?
    for limit in limits {
      sum =
        sum.map { DueSum(limit, after: $0, isAroundTheClock: isAroundTheClock, calendar: calendar) }
        ?? DueSum(limit, from: start, isAroundTheClock: isAroundTheClock, calendar: calendar)
    }
    return sum?.due.instant
  }
}

/// Whether one chain is ever due later than another.
///
/// By an argument on units where there is one: of one unit the smaller number is never later; minutes and hours compare by
/// length; N days last more than N × 24 hours and at most (N + 1) × 24; N calendar days are over before more than N working
/// days are. Since a later start is never due earlier, chains whose limits compare one by one compare as a whole. Where no
/// argument decides, starts are sampled: every edge of working time on the days around holidays and in an ordinary week.
enum DeadlineOrder {
  /// Whether `first` is due no later than `second`, whenever they start.
  static func isNeverLater(_ first: DeadlineChain, _ second: DeadlineChain) -> Bool {
    let sameCalendar = first.calendar == second.calendar && first.isAroundTheClock == second.isAroundTheClock
    if first.limits.count == second.limits.count {
      let answers = zip(first.limits, second.limits).map { argue($0, $1, sameCalendar, first.calendar.zone) }
      if answers.allSatisfy({ $0 == true }) { return true }
      if answers.count == 1, answers[0] == false { return false }
    } else if let left = minutes(first.limits), let right = minutes(second.limits) {
      return left <= right
    }
    return starts(for: [first.calendar, second.calendar]).allSatisfy { start in
      guard let left = first.due(from: start), let right = second.due(from: start) else { return true }
      return left <= right
    }
  }

  /// What can be said without a calendar; nil: nothing.
  static func argue(_ first: TimeLimit, _ second: TimeLimit, _ sameCalendar: Bool, _ zone: Zone) -> Bool? {
    if let left = minutes([first]), let right = minutes([second]) { return left <= right }
    switch (first.unit, second.unit) {
    case (.days, .days): return first.count <= second.count
    case (.workingDays, .workingDays), (.workingHours, .workingHours):
      return sameCalendar ? first.count <= second.count : nil
    case (.days, .workingDays): return first.count < second.count ? true : nil
    case (.minutes, .days), (.hours, .days):
      guard zone == .shanghai || zone == .utc, let left = minutes([first]) else { return nil }
      return left <= second.count * 1440
    case (.days, .minutes), (.days, .hours):
      guard zone == .shanghai || zone == .utc, let right = minutes([second]) else { return nil }
      return (first.count + 1) * 1440 <= right
    default: return nil
    }
  }

  private static func minutes(_ limits: [TimeLimit]) -> Int? {
    var sum = 0
    for limit in limits {
      switch limit.unit {
      case .minutes: sum += limit.count
      case .hours: sum += limit.count * 60
      default: return nil
      }
    }
    return sum
  }

  /// Starts worth trying: the edges of days and of working time, around the holidays of the last known year and in two
  /// ordinary weeks.
  private static func starts(for calendars: [WorkCalendar]) -> [Instant] {
    let year = calendars.compactMap { $0.holidays?.years.max() }.min() ?? 2026
    let rows = calendars.flatMap { $0.holidays?.rows ?? [] }.map(\.date).filter { $0.year == year }
    var days: Set<LocalDate> = []
    let ordinary = LocalDate(year: year, month: 3, day: 9) ?? LocalDate(dayNumber: 20_521)
    for offset in 0..<14 { days.insert(ordinary.advanced(byDays: offset)) }
    for row in rows {
      for offset in -3...1 { days.insert(row.advanced(byDays: offset)) }
    }
    for season in calendars.flatMap(\.seasons) {
      for key in [season.from, season.until] {
        guard let edge = LocalDate(year: year, month: key / 100, day: min(key % 100, 28)) else { continue }
        for offset in -3...3 { days.insert(edge.advanced(byDays: offset)) }
      }
    }
    var starts: [Instant] = []
    for day in days.sorted() {
      for calendar in calendars {
        var times: Set<Int> = [0, 86_399]
        for stretch in calendar.day(day).stretches {
          times.formUnion([stretch.from.seconds, stretch.to.seconds - 1, min(stretch.to.seconds, 86_399)])
        }
        for time in times.sorted() {
          starts.append(calendar.zone.instant(of: LocalDateTime(date: day, time: TimeOfDay(seconds: time))))
        }
      }
    }
    return starts
  }
}
