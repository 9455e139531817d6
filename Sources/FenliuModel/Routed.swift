// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// Who takes a post, until when, and what led there: facts without wording.
public struct Routed: Hashable, Sendable {
  /// A route that is handed over in addition.
  public struct Beside: Hashable, Sendable {
    public var route: RouteID
    public var lead: DepartmentID
    public var assist: [DepartmentID]
    public var notify: [DepartmentID]

    public init(route: RouteID, lead: DepartmentID, assist: [DepartmentID], notify: [DepartmentID]) {
      self.route = route
      self.lead = lead
      self.assist = assist
      self.notify = notify
    }
  }

  /// A department that the post accuses.
  public struct Accused: Hashable, Sendable {
    public var department: DepartmentID
    /// The name by which the post calls it, as in the map.
    public var name: String
    public var field: Field
    /// The bytes of the field's normalized text.
    public var range: Range<Int>
    /// Whether it would have led.
    public var wouldHaveLed: Bool

    public init(department: DepartmentID, name: String, field: Field, range: Range<Int>, wouldHaveLed: Bool) {
      self.department = department
      self.name = name
      self.field = field
      self.range = range
      self.wouldHaveLed = wouldHaveLed
    }
  }

  /// When a step is due.
  public struct Deadline: Hashable, Sendable {
    /// The key as decisions show it: `resolve`, `resolve-at-latest`, `notify`.
    public var step: String
    /// nil: it would fall into a year of which the calendar has no rows.
    public var due: Instant?
    /// How the time was reckoned, day by day.
    public var sum: DueSum
    /// The step from whose due time this one counts; nil: from the start.
    public var after: String?
    /// Whether it comes again and again; `due` is the first time.
    public var isRepeated: Bool
    /// The period that made it sooner than it is else.
    public var period: PeriodID?

    public init(
      step: String, due: Instant?, sum: DueSum, after: String? = nil, isRepeated: Bool = false,
      period: PeriodID? = nil
    ) {
      self.step = step
      self.due = due
      self.sum = sum
      self.after = after
      self.isRepeated = isRepeated
      self.period = period
    }
  }

  /// Why a department assists.
  public struct Assisting: Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
      /// The route names it.
      case route
      /// A topic with at least half the leading one's points leads to it.
      case topic(TopicID, RouteID)
      /// It would lead a recusal of a danger.
      case recusal
    }
    public var department: DepartmentID
    public var reason: Reason

    public init(department: DepartmentID, reason: Reason) {
      self.department = department
      self.reason = reason
    }
  }

  /// The route that won; nil: the default.
  public var route: RouteID?
  public var leadingTopic: TopicID?
  /// Whether the unit first asked decided a tie of topics.
  public var firstAskedDecided = false
  public var lead: DepartmentID
  public var assist: [Assisting] = []
  public var notify: [DepartmentID] = []
  public var ifReturned: DepartmentID?
  /// The accused, by place; the first with `wouldHaveLed`, else the first, is the one that a decision tells of.
  public var accused: [Accused] = []
  public var isSealed = false
  /// An answer that a person may confirm; nil where the route has none, or where its lead stepped aside.
  public var suggestedReply: String?
  public var beside: [Beside] = []
  /// The escalations that fit, by their places in the map.
  public var escalations: [Int] = []
  /// The periods in which its deadlines start.
  public var periods: [PeriodID] = []
  public var deadlines: [Deadline] = []
  public var start: Instant
  public var incomplete: [Incomplete] = []
  /// The key of the post's kind of request; nil where it has none.
  public var kind: String?

  public init(lead: DepartmentID, start: Instant) {
    self.lead = lead
    self.start = start
  }
}
