// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// Who manages what: 谁主管、谁负责.
public struct ResponsibilityMap: Hashable, Sendable {
  /// Who steps aside when a post accuses a department.
  public struct Recusal: Hashable, Sendable {
    public var condition: RouteCondition
    /// How many characters a name may be away from a hit to be accused.
    public var within: Int
    public var lead: DepartmentID
    /// Who leads when `lead` is accused too.
    public var otherwise: DepartmentID

    public init(condition: RouteCondition, within: Int, lead: DepartmentID, otherwise: DepartmentID) {
      self.condition = condition
      self.within = within
      self.lead = lead
      self.otherwise = otherwise
    }
  }

  /// Who must know, and how soon.
  public struct Escalation: Hashable, Sendable {
    public var condition: RouteCondition
    public var written: String
    public var notify: [DepartmentID]
    /// In minutes or hours; nil: without a deadline.
    public var within: TimeLimit?

    public init(condition: RouteCondition, written: String, notify: [DepartmentID], within: TimeLimit?) {
      self.condition = condition
      self.written = written
      self.notify = notify
      self.within = within
    }
  }

  /// A place that posts name, with the region it lies in.
  public struct Place: Hashable, Sendable {
    public var name: String
    public var region: String
    public var aliases: [String]

    public init(name: String, region: String, aliases: [String] = []) {
      self.name = name
      self.region = region
      self.aliases = aliases
    }
  }

  public var calendar: WorkCalendar
  public var departments: [Department]
  public var routes: [Route] = []
  public var defaultDepartment: DepartmentID
  public var recusal: Recusal?
  public var escalations: [Escalation] = []
  /// The unit that people asked first, by source.
  public var firstAsked: [String: DepartmentID] = [:]
  public var places: [Place] = []
  /// Titles of steps, by key.
  public var stepTitles: [String: String] = [:]
  /// Steps by level.
  public var deadlines: [Level: [DeadlineStep]]
  /// When the duty officer looks at what came in; nil: the map does not say.
  public var watch: Watch?
  /// Days on which deadlines are shorter and more people are told; of several that hold all do.
  public var periods: [Period] = []

  public init(
    calendar: WorkCalendar, departments: [Department], defaultDepartment: DepartmentID,
    deadlines: [Level: [DeadlineStep]]
  ) {
    self.calendar = calendar
    self.departments = departments
    self.defaultDepartment = defaultDepartment
    self.deadlines = deadlines
  }
}

extension ResponsibilityMap {
  /// The calendar by which a department's working hours and days are counted: its own hours, else those of the map.
  public func calendar(of department: DepartmentID) -> WorkCalendar {
    departments[department.index].hours.map(calendar.with(hours:)) ?? calendar
  }
}
