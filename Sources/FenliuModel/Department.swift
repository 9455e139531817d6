// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// The place of a department in the map.
public struct DepartmentID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: DepartmentID, right: DepartmentID) -> Bool { left.index < right.index }
}

/// Somebody who answers.
public struct Department: Hashable, Sendable {
  /// What a department is there for.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case help, service, oversight, security
  }

  public var key: String
  public var title: String
  /// How posts call it.
  public var names: [String] = []
  public var partOf: DepartmentID?
  public var contact: String?
  public var kind: Kind = .service
  /// Whether every hour of every day is working time.
  public var isAroundTheClock = false
  /// Its own hours, else those of the calendar.
  public var hours: WeeklyHours?

  public init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}
