// SPDX-License-Identifier: Apache-2.0

/// When people work in an ordinary week.
public struct WeeklyHours: Hashable, Sendable {
  /// Hours without a break, on one day.
  public struct Stretch: Hashable, Sendable {
    /// When it begins.
    public let from: TimeOfDay
    /// When it ends; after `from`, at most 24:00.
    public let to: TimeOfDay

    /// The hours between; nil where they do not follow each other.
    public init?(from: TimeOfDay, to: TimeOfDay) {
      guard from < to else { return nil }
      self.from = from
      self.to = to
    }
  }

  /// The stretches of each weekday, Monday first.
  ///
  /// Invariant: seven entries; the stretches of a day follow each other and do not overlap.
  private var days: [[Stretch]]

  /// A week in which nobody works.
  public static let none = WeeklyHours(days: Array(repeating: [], count: 7))

  private init(days: [[Stretch]]) { self.days = days }

  /// The stretches of a weekday, in order; empty where it is free.
  public subscript(day: Weekday) -> [Stretch] { days[day.rawValue] }

  /// Whether nobody works on any weekday.
  public var isEmpty: Bool { days.allSatisfy(\.isEmpty) }

  /// Sets the hours of some weekdays. Stretches that overlap or stand out of order are refused: false, and nothing changes.
  @discardableResult
  public mutating func set(_ stretches: [Stretch], on weekdays: [Weekday]) -> Bool {
    guard zip(stretches, stretches.dropFirst()).allSatisfy({ $0.to <= $1.from }) else { return false }
    for day in weekdays { days[day.rawValue] = stretches }
    return true
  }
}

extension WeeklyHours {
  /// Why a text is not hours of a day.
  public enum TextError: Error, Hashable, Sendable {
    /// Something that is not `HH:MM-HH:MM`; the text.
    case notAStretch(String)
    /// A stretch that ends before it begins; the text.
    case endsBeforeItBegins(String)
    /// A stretch that begins before the one ahead of it ends; the text.
    case overlaps(String)
  }

  /// The stretches written as `08:30-12:00, 14:00-17:30`.
  public static func stretches(_ text: some StringProtocol) throws(TextError) -> [Stretch] {
    var stretches: [Stretch] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let piece = trimmed(piece)
      let ends = piece.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let from = TimeOfDay(trimmed(ends[0])), let to = TimeOfDay(trimmed(ends[1])) else {
        throw .notAStretch(piece)
      }
      guard let stretch = Stretch(from: from, to: to) else { throw .endsBeforeItBegins(piece) }
      if let last = stretches.last, stretch.from < last.to { throw .overlaps(piece) }
      stretches.append(stretch)
    }
    return stretches
  }

  /// The weekdays written as `mon`, `mon-fri` or `sat-mon`; nil for anything else.
  public static func weekdays(_ text: some StringProtocol) -> [Weekday]? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Weekday(key: trimmed($0)) }
    switch ends.count {
    case 1: return ends[0].map { [$0] }
    case 2:
      guard let first = ends[0], let last = ends[1] else { return nil }
      let length = (last.rawValue - first.rawValue + 7) % 7
      return (0...length).map { Weekday.allCases[(first.rawValue + $0) % 7] }
    default: return nil
    }
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    var scalars = String(text).unicodeScalars[...]
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
