// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// The place of a route in the map.
public struct RouteID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: RouteID, right: RouteID) -> Bool { left.index < right.index }
}

/// When a route, an escalation or a recusal fits.
public indirect enum RouteCondition: Hashable, Sendable {
  /// How levels are compared.
  public enum Comparison: String, Hashable, Sendable {
    case atLeast = ">="
    case equal = "="
    case atMost = "<="
  }

  case category(CategoryID)
  case topic(TopicGlob)
  case level(Comparison, Level)
  /// One part of the post's region.
  case region(String)
  case source(String)
  /// The kind of request, by its key.
  case kind(String)
  case and(RouteCondition, RouteCondition)
  case or(RouteCondition, RouteCondition)
  case not(RouteCondition)
}

/// Who takes a kind of post.
public struct Route: Hashable, Sendable {
  public var name: String
  public var condition: RouteCondition
  /// The condition as it was written, for explanations.
  public var written: String
  public var lead: DepartmentID
  public var assist: [DepartmentID] = []
  public var notify: [DepartmentID] = []
  public var ifReturned: DepartmentID?
  public var basis: String?
  /// Steps that replace or add to the level's.
  public var deadlines: [DeadlineStep] = []
  public var isSealed = false
  public var suggestedReply: String?
  /// Whether it is handed over in addition to the post's route.
  public var isBeside = false

  public init(name: String, condition: RouteCondition, written: String, lead: DepartmentID) {
    self.name = name
    self.condition = condition
    self.written = written
    self.lead = lead
  }
}

/// One step of an answer, and when it is due.
public struct DeadlineStep: Hashable, Sendable {
  /// The key of the step: `hand-over`.
  public var name: String
  public var term: TimeLimit
  public var atLatest: TimeLimit?
  /// The step from whose due time this one counts; nil: from the start.
  public var after: String?
  /// Whether it comes again and again; the first is due after `term`.
  public var isRepeated = false

  public init(name: String, term: TimeLimit) {
    self.name = name
    self.term = term
  }
}
