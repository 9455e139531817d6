// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// The place of a period in the map.
public struct PeriodID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: PeriodID, right: PeriodID) -> Bool { left.index < right.index }
}

extension ResponsibilityMap {
  /// Days on which an organisation is more watchful than it is else: the flood season, an examination week.
  ///
  /// It shortens deadlines, has more people notified and adds watch times. It never changes what a post is worth, its level or who
  /// leads: on no day is anybody graded by another measure. Whether it holds for a post depends on the day on which the
  /// deadlines of that start.
  public struct Period: Hashable, Sendable {
    /// The days of a period, the first and the last included, in the zone of the map's calendar.
    public enum Days: Hashable, Sendable {
      /// Every year, as month × 100 + day; `until` before `from` where the new year lies between.
      case everyYear(from: Int, until: Int)
      /// Once.
      case once(from: LocalDate, until: LocalDate)

      /// Whether a day is one of them.
      public func contains(_ date: LocalDate) -> Bool {
        switch self {
        case .everyYear(let from, let until):
          let (_, month, day) = date.components
          let key = month * 100 + day
          return from <= until ? from <= key && key <= until : key >= from || key <= until
        case .once(let from, let until): return from <= date && date <= until
        }
      }
    }

    /// What people call it, and decisions and diagnostics too; no two of a map are called the same.
    public var name: String
    public var days: Days
    /// Why it holds: the rule or order behind it, which decisions quote.
    public var basis: String
    /// Who is notified, too, of every post of level `general` or above, and of every post that nobody could read.
    public var notify: [DepartmentID] = []
    /// Times of day added to those of `watch`; in order, each once.
    public var watchTimes: [TimeOfDay] = []
    /// Steps of levels that are due sooner. Of this and all else that holds for a post the earliest is its due time.
    ///
    /// Invariant of maps that loaded: the level of the map has each of these steps, in the same form: `every` where it has `every`,
    /// `at latest` only where it has one. None is ever later than that.
    public var deadlines: [Level: [DeadlineStep]] = [:]
    /// The key of the kind of request to which it is confined; nil: it holds for every post.
    public var kind: String?

    /// A period that changes nothing yet.
    public init(name: String, days: Days, basis: String) {
      self.name = name
      self.days = days
      self.basis = basis
    }

    /// Whether a decision can differ for it: it notifies somebody or shortens something.
    public var changesDecisions: Bool { !notify.isEmpty || deadlines.values.contains { !$0.isEmpty } }
  }
}

extension ResponsibilityMap {
  /// The periods that hold on a day, in the order of the map.
  public func periods(on date: LocalDate) -> [PeriodID] {
    periods.indices.filter { periods[$0].days.contains(date) }.map { PeriodID($0) }
  }
}
