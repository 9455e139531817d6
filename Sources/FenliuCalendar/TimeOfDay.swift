// SPDX-License-Identifier: Apache-2.0

/// A time on the clock of a day, from 00:00 to 24:00, to the second.
///
/// 24:00 is the end of the day: it closes a stretch of hours and is never the time of something that happened.
public struct TimeOfDay: Hashable, Comparable, Sendable {
  /// Seconds since midnight.
  ///
  /// Invariant: 0 to 86,400.
  public let seconds: Int

  /// The time so many seconds after midnight, drawn into the day.
  public init(seconds: Int) { self.seconds = min(max(seconds, 0), 86_400) }

  /// The time with this hour, minute and second; nil where a clock does not show it.
  public init?(hour: Int, minute: Int, second: Int = 0) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second) else { return nil }
    let seconds = hour * 3600 + minute * 60 + second
    guard seconds <= 86_400 else { return nil }
    self.seconds = seconds
  }

  /// The time written as `8:30` or `08:30`, 00:00 to 24:00; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// The start of the day.
  public static let midnight = TimeOfDay(seconds: 0)
  /// The end of the day, 24:00.
  public static let endOfDay = TimeOfDay(seconds: 86_400)

  /// The hour, 0 to 24.
  public var hour: Int { seconds / 3600 }
  /// The minute of the hour, 0 to 59.
  public var minute: Int { seconds / 60 % 60 }
  /// The second of the minute, 0 to 59.
  public var second: Int { seconds % 60 }

  /// Whether `left` comes before `right` on one day.
  public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool { left.seconds < right.seconds }
}

extension TimeOfDay: CustomStringConvertible {
  /// The time as `08:30`, with seconds where there are some.
  public var description: String {
    var text = ""
    text.append(padded: hour, to: 2)
    text.append(":")
    text.append(padded: minute, to: 2)
    if second != 0 {
      text.append(":")
      text.append(padded: second, to: 2)
    }
    return text
  }
}
