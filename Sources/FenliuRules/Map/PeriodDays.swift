// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Which periods meet on a day, or on two that follow each other.
extension ResponsibilityMap.Period.Days {
  /// Whether there is a day that is of all of them.
  static func haveDayInCommon(_ all: [Self]) -> Bool {
    someDays(of: all).contains { day in all.allSatisfy { $0.contains(day) } }
  }

  /// Whether a day of this is followed by a day of the other.
  func isFollowed(by other: Self) -> Bool {
    Self.someDays(of: [self]).contains { contains($0) && other.contains($0.advanced(byDays: 1)) }
      || Self.someDays(of: [other]).contains { other.contains($0) && contains($0.advanced(byDays: -1)) }
  }

  /// Days among which it shows what several have in common: those of the ones that hold once, else all there can be. After eight years every day of
  /// the year has come by, a 29th of February too.
  private static func someDays(of all: [Self]) -> some Sequence<LocalDate> {
    var first = LocalDate(dayNumber: 10_957)
    var last = first.advanced(byDays: 366 * 8)
    var isOnce = false
    for case .once(let from, let until) in all {
      (first, last) = isOnce ? (max(first, from), min(last, until)) : (from, until)
      isOnce = true
    }
    let days = max(0, min(last.dayNumber - first.dayNumber + 1, 366 * 8))
    return (0..<days).lazy.map { first.advanced(byDays: $0) }
  }
}
