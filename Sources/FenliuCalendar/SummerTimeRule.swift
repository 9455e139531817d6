// SPDX-License-Identifier: Apache-2.0

/// A rule by which standard and summer time alternate year after year, as the last line of a TZif file states it.
///
/// Source of the format: RFC 9636, section 3.3, and POSIX's `TZ`, such as `CET-1CEST,M3.5.0,M10.5.0/3`.
struct SummerTimeRule: Hashable, Sendable {
  /// On which day of a year a change happens.
  enum Day: Hashable, Sendable {
    /// The n-th day, 1 to 365, where the 29th of February is never counted.
    case withoutLeapDay(Int)
    /// The n-th day, 0 to 365, where the 29th of February is counted.
    case withLeapDay(Int)
    /// The week-th weekday (0 is Sunday) of a month; week 5 is the last.
    case weekday(month: Int, week: Int, weekday: Int)

    /// The day in `year`.
    func date(in year: Int) -> LocalDate {
      let newYear = LocalDate(year: min(max(year, 1), 9999), month: 1, day: 1) ?? LocalDate(dayNumber: 0)
      switch self {
      case .withLeapDay(let number): return newYear.advanced(byDays: number)
      case .withoutLeapDay(let number):
        let leap = LocalDate.isLeap(year: year) && number >= 60
        return newYear.advanced(byDays: leap ? number : number - 1)
      case .weekday(let month, let week, let weekday):
        guard let first = LocalDate(year: newYear.year, month: month, day: 1) else { return newYear }
        let sundayFirst = (first.weekday.rawValue + 1) % 7
        var day = 1 + (weekday - sundayFirst + 7) % 7 + (week - 1) * 7
        if day > LocalDate.days(inMonth: month, of: newYear.year) { day -= 7 }
        return first.advanced(byDays: day - 1)
      }
    }
  }

  /// A change: its day, and the seconds after that day's midnight on the wall (may be negative or beyond a day).
  struct Change: Hashable, Sendable {
    let day: Day
    let seconds: Int
  }

  /// Seconds east of UTC in standard time.
  let standard: Int
  /// Summer time, with its start and end; nil where there is none.
  let summer: Summer?

  /// Summer time.
  struct Summer: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    /// When it begins, on the wall of standard time.
    let start: Change
    /// When it ends, on the wall of summer time.
    let end: Change
  }

  /// Seconds east of UTC at so many seconds since 1970.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard }
    let year = LocalDateTime(wallSeconds: seconds + Int64(standard)).date.year
    let start = Int64(summer.start.day.date(in: year).dayNumber) * 86_400 + Int64(summer.start.seconds - standard)
    let end = Int64(summer.end.day.date(in: year).dayNumber) * 86_400 + Int64(summer.end.seconds - summer.offset)
    // South of the equator the year begins in summer.
    let isSummer = start < end ? seconds >= start && seconds < end : seconds >= start || seconds < end
    return isSummer ? summer.offset : standard
  }
}

extension SummerTimeRule {
  /// The rule that `text` states; nil where it is not of the form.
  init?(_ text: [UInt8]) {
    var reader = Reader(bytes: text)
    guard reader.name(), let standardWest = reader.signedTime() else { return nil }
    standard = -standardWest
    if reader.isAtEnd {
      summer = nil
      return
    }
    guard reader.name() else { return nil }
    var offset = standard + 3600
    if !reader.accept(",") {
      guard let west = reader.signedTime(), reader.accept(",") else { return nil }
      offset = -west
    }
    guard let start = reader.change(), reader.accept(","), let end = reader.change(), reader.isAtEnd else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// Reads the pieces of a rule from left to right.
  private struct Reader {
    let bytes: [UInt8]
    var place = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { place == bytes.count }
    var next: UInt8? { place < bytes.count ? bytes[place] : nil }

    mutating func accept(_ character: Unicode.Scalar) -> Bool {
      guard next == UInt8(ascii: character) else { return false }
      place += 1
      return true
    }

    /// Skips a name such as `CEST` or `<+0330>`.
    mutating func name() -> Bool {
      let start = place
      if accept("<") {
        while let byte = next, byte != UInt8(ascii: ">") {
          _ = byte
          place += 1
        }
        return accept(">")
      }
      while let byte = next, (byte | 0x20) >= UInt8(ascii: "a"), (byte | 0x20) <= UInt8(ascii: "z") { place += 1 }
      return place > start
    }

    mutating func number() -> Int? {
      var value: Int?
      while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9"), (value ?? 0) < 10_000 {
        value = (value ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
        place += 1
      }
      return value
    }

    /// Seconds of `[+-]hh[:mm[:ss]]`.
    mutating func signedTime() -> Int? {
      let negative = accept("-")
      if !negative { _ = accept("+") }
      guard let hours = number(), hours <= 167 else { return nil }
      var seconds = hours * 3600
      if accept(":") {
        guard let minutes = number(), minutes < 60 else { return nil }
        seconds += minutes * 60
        if accept(":") {
          guard let rest = number(), rest < 60 else { return nil }
          seconds += rest
        }
      }
      return negative ? -seconds : seconds
    }

    mutating func change() -> Change? {
      let day: Day
      if accept("M") {
        guard let month = number(), (1...12).contains(month), accept("."), let week = number(), (1...5).contains(week),
          accept("."), let weekday = number(), weekday <= 6
        else { return nil }
        day = .weekday(month: month, week: week, weekday: weekday)
      } else if accept("J") {
        guard let number = number(), (1...365).contains(number) else { return nil }
        day = .withoutLeapDay(number)
      } else {
        guard let number = number(), number <= 365 else { return nil }
        day = .withLeapDay(number)
      }
      guard accept("/") else { return Change(day: day, seconds: 7200) }
      guard let seconds = signedTime() else { return nil }
      return Change(day: day, seconds: seconds)
    }
  }
}
