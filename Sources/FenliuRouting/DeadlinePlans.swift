// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The plans of all routes and levels, made once.
struct DeadlinePlans: Sendable {
  /// For the default and then each route: the levels from none to critical, then posts with nothing to read.
  private let plans: [[DeadlinePlan]]
  /// The calendar of each department.
  let calendars: [WorkCalendar]

  /// The plans of a map.
  init(_ map: ResponsibilityMap) {
    func plans(_ own: [DeadlineStep]) -> [DeadlinePlan] {
      var plans = Level.allCases.map { DeadlinePlan((map.deadlines[$0] ?? []) + own) }
      // What nobody could read has the deadlines of general, and must be read by a person.
      let general = map.deadlines[.general] ?? []
      let reading = (map.deadlines[.none] ?? []).filter { step in !general.contains { $0.name == step.name } }
      plans.append(DeadlinePlan(general + reading + own))
      return plans
    }
    self.plans = [plans([])] + map.routes.map { plans($0.deadlines) }
    calendars = map.departments.indices.map { map.calendar(of: DepartmentID($0)) }
  }

  /// The plan of a route, or of the default, at a level; nil as level: there was nothing to read.
  func plan(_ level: Level?, _ route: RouteID?) -> DeadlinePlan {
    plans[(route?.index ?? -1) + 1][level?.rawValue ?? Level.allCases.count]
  }
}
