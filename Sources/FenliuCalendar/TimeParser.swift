// SPDX-License-Identifier: Apache-2.0

/// Reads the times that exports hold. Never guesses: what can be read in two ways is refused.
///
///     2026-11-20T20:00:00+08:00   2026-11-20 20:00   20261120T200000Z   20261120200000    ISO 8601, and its digits alone
///     2026/11/20 8:03[:00]        2026.11.20         2026年11月20日 8:03   2026年11月20日8时3分
///     2026-11-20 星期五 8:03       2026/11/20 下午 8:03   2026/11/20 8:03 PM             a day of the week, twelve hours
///     1795176000                  1795176000000                                           Unix seconds, milliseconds
///     20/11/2026 8:03             03/04/2026                                              the latter with a date order only
///
/// A date alone is its midnight. Without a zone the parser's is meant. Fractions of seconds are dropped. Years 1900 to 9999:
/// what is earlier is a slip of a spreadsheet, never the time of a post. Costs some tens of nanoseconds.
public struct TimeParser: Sendable {
  /// The clocks that a time without zone was read from.
  public let zone: Zone
  /// What 03/04/2026 means; nil: nobody said.
  public let dateOrder: DateOrder?

  /// A parser for times of `zone`.
  public init(zone: Zone, dateOrder: DateOrder? = nil) {
    self.zone = zone
    self.dateOrder = dateOrder
  }

  /// Why a text is no time.
  public enum Problem: Error, Hashable, Sendable {
    /// Day and month could be either way round.
    case ambiguous
    /// Nothing that we read, or a day or time that does not exist.
    case notATime
  }

  /// The instant that `text` names.
  public func instant(of text: String) -> Result<Instant, Problem> {
    instant(of: Array(text.utf8).span)
  }

  /// The instant that the UTF-8 text names; white space around it does not matter.
  public func instant(of text: Span<UInt8>) -> Result<Instant, Problem> {
    var cursor = Cursor(text)
    let first = cursor.number()
    guard first.digits > 0 else { return .failure(.notATime) }
    if cursor.isAtEnd || cursor.peek == UInt8(ascii: "T") && first.digits == 8 || cursor.isFraction(after: first.digits)
    {
      return digits(first, &cursor)
    }
    guard let separator = cursor.dateSeparator() else { return .failure(.notATime) }
    let second = cursor.number()
    guard (1...2).contains(second.digits), cursor.skipSecond(separator) else { return .failure(.notATime) }
    let third = cursor.number()
    let date: LocalDate
    if first.digits == 4, (1...2).contains(third.digits) {
      guard cursor.skipEnd(of: separator), let found = day(first.value, second.value, third.value) else {
        return .failure(.notATime)
      }
      date = found
    } else if (1...2).contains(first.digits), third.digits == 4, separator != .han {
      switch yearLast(first.value, second.value, third.value) {
      case .success(let found): date = found
      case .failure(let problem): return .failure(problem)
      }
    } else {
      return .failure(.notATime)
    }
    return time(on: date, &cursor)
  }

  /// A date whose year comes last.
  private func yearLast(_ first: Int, _ second: Int, _ year: Int) -> Result<LocalDate, Problem> {
    let dayFirst = dateOrder == .monthFirst ? nil : day(year, second, first)
    let monthFirst = dateOrder == .dayFirst ? nil : day(year, first, second)
    switch (dayFirst, monthFirst) {
    case (let one?, let other?): return one == other ? .success(one) : .failure(.ambiguous)
    case (let only?, nil), (nil, let only?): return .success(only)
    case (nil, nil): return .failure(.notATime)
    }
  }

  /// Digits without anything between them: a date, a date with a time, or a Unix time.
  private func digits(_ number: Cursor.Number, _ cursor: inout Cursor) -> Result<Instant, Problem> {
    switch number.digits {
    case 8:
      guard let date = day(number.value / 10_000, number.value / 100 % 100, number.value % 100) else {
        return .failure(.notATime)
      }
      if cursor.isAtEnd { return .success(zone.start(of: date)) }
      cursor.advance()
      let clock = cursor.number()
      guard clock.digits == 4 || clock.digits == 6 else { return .failure(.notATime) }
      let full = clock.digits == 4 ? clock.value * 100 : clock.value
      return finish(date, full / 10_000, full / 100 % 100, full % 100, &cursor)
    case 14:
      let (date, clock) = number.value.quotientAndRemainder(dividingBy: 1_000_000)
      guard let date = day(date / 10_000, date / 100 % 100, date % 100) else { return .failure(.notATime) }
      return finish(date, clock / 10_000, clock / 100 % 100, clock % 100, &cursor)
    case 9, 10:
      guard cursor.skipFraction(), cursor.isAtEnd else { return .failure(.notATime) }
      return .success(Instant(seconds: Int64(number.value)))
    case 13:
      guard cursor.skipFraction(), cursor.isAtEnd else { return .failure(.notATime) }
      return .success(Instant(seconds: Int64(number.value / 1000)))
    default: return .failure(.notATime)
    }
  }

  /// What follows a date: nothing, or a time and perhaps a zone.
  private func time(on date: LocalDate, _ cursor: inout Cursor) -> Result<Instant, Problem> {
    if cursor.isAtEnd { return .success(zone.start(of: date)) }
    if let weekday = cursor.weekday() {
      guard weekday == date.weekday else { return .failure(.notATime) }
      if cursor.isAtEnd { return .success(zone.start(of: date)) }
    }
    var half = cursor.leadingHalf()
    guard cursor.skipToTime() || half != nil else { return .failure(.notATime) }
    let number = cursor.number()
    guard (1...2).contains(number.digits), let isHan = cursor.timeSeparator() else { return .failure(.notATime) }
    let minute = cursor.number()
    if isHan, minute.digits == 0, cursor.isAtEnd {
      guard let hour = Self.hour(number.value, half) else { return .failure(.notATime) }
      return finish(date, hour, 0, 0, &cursor)
    }
    guard (isHan ? 1...2 : 2...2).contains(minute.digits) else { return .failure(.notATime) }
    var second = Cursor.Number()
    if isHan {
      guard cursor.skip(han: "分") else { return .failure(.notATime) }
      second = cursor.number()
      if second.digits > 0, !cursor.skip(han: "秒") { return .failure(.notATime) }
    } else if cursor.skip(UInt8(ascii: ":")) {
      second = cursor.number()
      guard second.digits == 2, cursor.skipFraction() else { return .failure(.notATime) }
    }
    half = half ?? cursor.trailingHalf()
    guard let hour = Self.hour(number.value, half) else { return .failure(.notATime) }
    return finish(date, hour, minute.value, second.value, &cursor)
  }

  /// The hour of the day; nil where the half of the day has no such hour. 12 begins each half, and so does 0 after noon; after noon
  /// people also write 15.
  private static func hour(_ number: Int, _ half: Cursor.HalfDay?) -> Int? {
    switch half {
    case nil: number
    case .morning: number > 12 ? nil : number % 12
    case .afternoon: number < 12 ? number + 12 : number < 24 ? number : nil
    }
  }

  /// The instant, after the zone that may follow was read.
  private func finish(
    _ date: LocalDate, _ hour: Int, _ minute: Int, _ second: Int, _ cursor: inout Cursor
  ) -> Result<Instant, Problem> {
    guard let time = TimeOfDay(hour: hour, minute: minute, second: second) else { return .failure(.notATime) }
    if cursor.isAtEnd { return .success(zone.instant(of: LocalDateTime(date: date, time: time))) }
    guard let offset = cursor.offset(), cursor.isAtEnd else { return .failure(.notATime) }
    let seconds = Int64(date.dayNumber) * 86_400 + Int64(time.seconds) - Int64(offset)
    return .success(Instant(seconds: seconds))
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> LocalDate? {
    year < 1900 ? nil : LocalDate(year: year, month: month, day: day)
  }
}
