// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A department that the map does not have. Fact: `name`.
  public static let unknownDepartment = Self("unknown-department")
  /// A title that several departments have. Facts: `name`, `ids`.
  public static let ambiguousDepartment = Self("ambiguous-department")
  /// A zone that neither the program nor the machine knows. Fact: `name`.
  public static let unknownZone = Self("unknown-zone")
  /// A key of hours that is no weekday nor a range of them. Fact: `days`.
  public static let badDays = Self("bad-days")
  /// A weekday that stands in two lines of hours. Fact: `day`.
  public static let repeatedDay = Self("repeated-day")
  /// Hours that are not `08:30-12:00, 14:00-17:30`. Fact: `text`.
  public static let badHours = Self("bad-hours")
  /// A day of the year that is not MM-DD. Fact: `text`.
  public static let badMonthDay = Self("bad-month-day")
  /// A mistake in a file of holidays. Facts: `problem` (term), `text`.
  public static let badHolidays = Self("bad-holidays")
  /// A mistake in a file of places. Facts: `problem` (term), `text`.
  public static let badPlaces = Self("bad-places")
  /// A due time that is not `N unit …` or `every N unit`. Fact: `text`.
  public static let badDue = Self("bad-due")
  /// A unit of time that there is not. Fact: `unit`.
  public static let unknownUnit = Self("unknown-unit")
  /// A number of units that is 0 or beyond measure. Facts: `text`, `most`.
  public static let badCount = Self("bad-count")
  /// A notice in days, where only minutes and hours are taken. Fact: `text`.
  public static let noticeByClock = Self("notice-by-clock")
  /// `after` a step that the level does not have. Fact: `step`.
  public static let unknownStep = Self("unknown-step")
  /// Steps that wait for each other. Fact: `steps`.
  public static let stepCircle = Self("step-circle")
  /// An `at latest` before the time it is to be later than. Facts: `step`, `due`, `latest`.
  public static let latestTooEarly = Self("latest-too-early")
  /// A level without deadlines. Fact: `level`.
  public static let levelWithoutDeadlines = Self("level-without-deadlines")
  /// A deadline in working time for a department without hours. Facts: `step`, `department`.
  public static let noWorkingHours = Self("no-working-hours")
  /// A step that is due later at a higher level. Facts: `step`, `higher`, `lower`, `higher-term`, `lower-term`.
  public static let laterAtHigherLevel = Self("later-at-higher-level")
  /// A step that is due later for a post of some kind, on `route`, than without a kind, on `other`. Facts: `step`, `route`, `term`, `own`, `other`.
  public static let laterForKind = Self("later-for-kind")
  /// A condition of the map that cannot be read. Facts: `found`, `expected` (term).
  public static let badCondition = Self("bad-condition")
  /// A comparison of levels that there is not. Fact: `sign`.
  public static let badComparison = Self("bad-comparison")
  /// A category of a condition that there is not. Fact: `name`.
  public static let unknownRouteCategory = Self("unknown-route-category")
  /// A topic of a condition that there is not. Fact: `name`.
  public static let unknownRouteTopic = Self("unknown-route-topic")
  /// A second route of a name. Fact: `name`.
  public static let repeatedRoute = Self("repeated-route")
  /// A route named as the default is. Fact: `name`.
  public static let reservedRouteName = Self("reserved-route-name")
  /// A number of characters below 0 or beyond measure. Fact: `value`.
  public static let badWithin = Self("bad-within")
  /// Departments that are parts of each other. Fact: `departments`.
  public static let partCircle = Self("part-circle")
  /// Danger without a first route for it.
  public static let dangerRouteMissing = Self("danger-route-missing")
  /// A danger led by a department that is not of kind help. Fact: `department`.
  public static let dangerNotHelped = Self("danger-not-helped")
  /// A department of kind security where others than the dangerous are sent. Facts: `department`, `owner`.
  public static let securityTooWide = Self("security-too-wide")
  /// A route for conduct that does not lead to oversight. Facts: `route`, `department`.
  public static let conductNotOverseen = Self("conduct-not-overseen")
  /// Topics of conduct in a map without `recuse`. Fact: `topic`.
  public static let conductWithoutRecusal = Self("conduct-without-recusal")
  /// A route that wins for no combination, because of one before it. Facts: `route`, `earlier`.
  public static let routeShadowed = Self("route-shadowed")
  /// A route that wins for no combination. Fact: `route`.
  public static let routeNeverWins = Self("route-never-wins")
  /// A topic that no route takes. Facts: `topic`, `department`.
  public static let topicOnlyDefault = Self("topic-only-default")
  /// A department that nothing leads to. Fact: `department`.
  public static let idleDepartment = Self("idle-department")
  /// A name of a department that is too short to be sure of. Fact: `name`.
  public static let shortName = Self("short-name")
  /// A name that two departments have. Fact: `name`.
  public static let sharedName = Self("shared-name")
  /// Recusal by a department that is not of kind oversight. Fact: `department`.
  public static let recusalNotOversight = Self("recusal-not-oversight")
  /// Recusal that hands over to the department that stepped aside. Fact: `department`.
  public static let recusalToItself = Self("recusal-to-itself")
  /// A watch time that no clock of a day shows. Fact: `text`.
  public static let badWatchTime = Self("bad-watch-time")
  /// A watch time that does not come after the one before it. Facts: `time`, `before`.
  public static let watchTimeOrder = Self("watch-time-order")
  /// No watch times, or more than a watch has. Facts: `count`, `most`.
  public static let watchTimeCount = Self("watch-time-count")
  /// A bound of the digest that is not in minutes or hours. Fact: `text`.
  public static let badReportBy = Self("bad-report-by")
  /// A bound of the digest that is not over before the next watch time. Facts: `within`, `time`, `next`.
  public static let reportAfterNext = Self("report-after-next")
  /// A day of a period that is neither MM-DD nor YYYY-MM-DD. Fact: `text`.
  public static let badPeriodDay = Self("bad-period-day")
  /// A period with a day of every year at one end and a date at the other. Facts: `from`, `until`.
  public static let mixedPeriodDays = Self("mixed-period-days")
  /// A period that ends before it begins. Facts: `from`, `until`.
  public static let periodBackwards = Self("period-backwards")
  /// A second period of a name. Fact: `name`.
  public static let repeatedPeriod = Self("repeated-period")
  /// A key by which a period would grade or route posts otherwise. Fact: `key`.
  public static let periodRegrades = Self("period-regrades")
  /// A step of a period that the level of the map does not have. Facts: `step`, `level`.
  public static let periodAddsStep = Self("period-adds-step")
  /// A step of a period that has `every` or `at latest` where the map has none, or the other way round. Facts: `step`, `term`, `own`.
  public static let periodOtherForm = Self("period-other-form")
  /// A step that is due later in a period than else. Facts: `step`, `term`, `own`.
  public static let periodLater = Self("period-later")
  /// A period that changes nothing. Fact: `name`.
  public static let idlePeriod = Self("idle-period")
  /// A year without rows in the calendar, soon. Facts: `year`, `days`.
  public static let calendarYearMissing = Self("calendar-year-missing")
}

extension Diagnostic.Code {
  /// The earlier route that takes everything.
  static let takenHere = Self("taken-here")
  /// The step at the lower level.
  static let lowerLevelHere = Self("lower-level-here")
  static let withoutKindHere = Self("without-kind-here")
  static let withKindHere = Self("with-kind-here")
  /// A rule of danger.
  static let dangerRuleHere = Self("danger-rule-here")
}
