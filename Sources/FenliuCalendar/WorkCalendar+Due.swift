// SPDX-License-Identifier: Apache-2.0

extension WorkCalendar {
  /// When a limit that starts somewhere is used up.
  public enum Due: Hashable, Sendable {
    /// Then. `closesDay` where it is the end of a day (24:00), which is written as 00:00 of the next: what starts there
    /// starts on the day that ends.
    case at(Instant, closesDay: Bool)
    /// Nobody can know: the holidays of this year were not announced yet, or the calendar has no working hours.
    case unknown(year: Int)

    /// The instant, where it is known.
    public var instant: Instant? {
      if case .at(let instant, _) = self { instant } else { nil }
    }
  }

  /// Days looked at before a calendar counts as one that never works.
  private static let patience = 3_660

  /// When `limit` is used up that starts at `start`.
  ///
  /// `m` and `h` go by the clock. `d` ends at 24:00 of the N-th day after the day of start, `wd` at the end of working time
  /// on the N-th working day after it, `wh` the moment so much working time has passed. Where a department works
  /// `aroundTheClock`, every hour of every day is working time and neither hours nor holidays are asked.
  /// `startClosesDay` says that the start is the 24:00 of a day rather than the 00:00 of the next.
  ///
  /// A later start is never due earlier, nor is a longer limit of one unit. Cost: a table look-up a day.
  public func due(
    _ limit: TimeLimit, from start: Instant, startClosesDay: Bool = false, aroundTheClock: Bool = false
  ) -> Due {
    var counter = DayCounter()
    return due(limit, from: start, startClosesDay: startClosesDay, aroundTheClock: aroundTheClock, counter: &counter)
  }

  /// The sum behind `due(_:from:)`: each day from the day of start to the day it is due, and what it counted for.
  ///
  /// Empty for limits by the clock, where there is nothing to tell but the hours.
  public func days(
    of limit: TimeLimit, from start: Instant, startClosesDay: Bool = false, aroundTheClock: Bool = false
  ) -> [CountedDay] {
    var counter = DayCounter(days: [])
    _ = due(limit, from: start, startClosesDay: startClosesDay, aroundTheClock: aroundTheClock, counter: &counter)
    return counter.days ?? []
  }

  private func due(
    _ limit: TimeLimit, from start: Instant, startClosesDay: Bool, aroundTheClock: Bool, counter: inout DayCounter
  ) -> Due {
    switch limit.unit {
    case .minutes: return .at(start.advanced(bySeconds: Int64(limit.count) * 60), closesDay: false)
    case .hours: return .at(start.advanced(bySeconds: Int64(limit.count) * 3600), closesDay: false)
    case .workingHours where aroundTheClock:
      return .at(start.advanced(bySeconds: Int64(limit.count) * 3600), closesDay: false)
    case .workingHours: return workingHours(limit.count, from: start, counter: &counter)
    case .days, .workingDays:
      let shown = zone.date(of: start)
      let first = startClosesDay ? shown.advanced(byDays: -1) : shown
      return limit.unit == .days || aroundTheClock
        ? days(limit.count, after: first, counter: &counter)
        : workingDays(limit.count, after: first, counter: &counter)
    }
  }

  private func days(_ count: Int, after first: LocalDate, counter: inout DayCounter) -> Due {
    counter.add(first, .workday, .start)
    if counter.isKept {
      for number in 1...count { counter.add(first.advanced(byDays: number), .workday, .counted(number)) }
    }
    return .at(zone.start(of: first.advanced(byDays: count + 1)), closesDay: true)
  }

  private func workingDays(_ count: Int, after first: LocalDate, counter: inout DayCounter) -> Due {
    if counter.isKept { counter.add(first, day(first).kind, .start) }
    var date = first
    var number = 0
    var idle = 0
    while idle < Self.patience {
      date = date.advanced(byDays: 1)
      let (kind, stretches) = day(date)
      if case .unknownYear(let year) = kind {
        counter.add(date, kind, .unknown)
        return .unknown(year: year)
      }
      guard let end = stretches.last?.to else {
        idle += 1
        counter.add(date, kind, .free)
        continue
      }
      idle = 0
      number += 1
      counter.add(date, kind, .counted(number))
      if number == count {
        return .at(zone.instant(of: LocalDateTime(date: date, time: end)), closesDay: end == .endOfDay)
      }
    }
    return .unknown(year: date.year)
  }

  private func workingHours(_ count: Int, from start: Instant, counter: inout DayCounter) -> Due {
    var left = Int64(count) * 3600
    var date = zone.date(of: start)
    var idle = 0
    while idle < Self.patience {
      let (kind, stretches) = day(date)
      if case .unknownYear(let year) = kind {
        counter.add(date, kind, .unknown)
        return .unknown(year: year)
      }
      var used: Int64 = 0
      var due: Due?
      for stretch in stretches {
        let opens = max(start, zone.instant(of: LocalDateTime(date: date, time: stretch.from)))
        let closes = zone.instant(of: LocalDateTime(date: date, time: stretch.to))
        guard opens < closes else { continue }
        let length = min(left, closes.seconds - opens.seconds)
        used += length
        left -= length
        if left == 0 {
          let end = opens.advanced(bySeconds: length)
          due = .at(end, closesDay: stretch.to == .endOfDay && end == closes)
          break
        }
      }
      counter.add(date, kind, used == 0 ? .free : .worked(seconds: used))
      if let due { return due }
      // Behind the last instant that there is the hours of every day are none.
      idle = used == 0 ? idle + 1 : 0
      date = date.advanced(byDays: 1)
    }
    return .unknown(year: date.year)
  }
}
