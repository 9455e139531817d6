// SPDX-License-Identifier: Apache-2.0

/// The numbers by which spreadsheets count days, and the text that they stand for.
struct SerialDate {
  /// Whether day 0 is 1904-01-01, as on old Macintoshes; else day 1 is 1900-01-01, and 1900 has a 29 February, which it had not.
  let isFrom1904: Bool

  /// `2026-11-20`, or `2026-11-20 08:03:00` where the number is not whole; nil for a number that is no day before the year 10000.
  func date(_ serial: Double) -> String? {
    let last = isFrom1904 ? 2_957_003.0 : 2_958_465.0
    guard serial >= 0, serial < last + 1 else { return nil }
    let (day, second) = Self.parts(serial)
    let text = Self.day(isFrom1904 ? day + 1462 : day)
    if second == 0 { return text }
    return text + " " + Self.clock(second)
  }

  /// `08:03:00`, where the number is less than a day; else the whole date.
  func time(_ serial: Double) -> String? {
    guard serial >= 0, serial < 1 else { return date(serial) }
    let second = Self.parts(serial).second
    return Self.clock(Self.parts(serial).day > 0 ? 86_399 : second)
  }

  /// `26:30:00`.
  func elapsed(_ serial: Double) -> String? {
    guard serial >= 0, serial < 1e7 else { return nil }
    let (day, second) = Self.parts(serial)
    return Self.clock(day * 86_400 + second)
  }

  /// The day and the second in it, rounded: 0.335416666669 is 08:03:00.
  private static func parts(_ serial: Double) -> (day: Int, second: Int) {
    let day = Int(serial)
    let second = Int(((serial - Double(day)) * 86_400).rounded())
    return second == 86_400 ? (day + 1, 0) : (day, second)
  }

  private static func day(_ serial: Int) -> String {
    switch serial {
    case 0: return "1900-01-00"
    case 60: return "1900-02-29"
    default:
      let (year, month, day) = civil(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
      return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
  }

  private static func clock(_ second: Int) -> String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }

  /// Source of the method: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private static func civil(daysSince1970 days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
