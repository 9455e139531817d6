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
    func shortened(_ level: Level) -> [(PeriodID, [DeadlineStep])] {
      map.periods.enumerated().map { (PeriodID($0), $1.deadlines[level] ?? []) }
    }
    func plans(_ route: RouteID?) -> [DeadlinePlan] {
      var plans = Level.allCases.map { DeadlinePlan(map.steps(at: $0, on: route), periods: shortened($0)) }
      // What nobody could read has the deadlines of general, and must be read by a person.
      let general = map.steps(at: .general, on: route)
      let reading = map.steps(at: .none, on: route).filter { step in !general.contains { $0.name == step.name } }
      let ofReading = shortened(.none).map { period, steps in
        (period, steps.filter { step in reading.contains { $0.name == step.name } })
      }
      plans.append(
        DeadlinePlan(DeadlineStep.merged(general, with: reading), periods: shortened(.general) + ofReading))
      return plans
    }
    self.plans = [plans(nil)] + map.routes.indices.map { plans(RouteID($0)) }
    calendars = map.departments.indices.map { map.calendar(of: DepartmentID($0)) }
  }

  /// The plan of a route, or of the default, at a level; nil as level: there was nothing to read.
  func plan(_ level: Level?, _ route: RouteID?) -> DeadlinePlan {
    plans[(route?.index ?? -1) + 1][level?.rawValue ?? Level.allCases.count]
  }
}
