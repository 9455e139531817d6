// SPDX-License-Identifier: Apache-2.0

extension ResponsibilityMap {
  /// Everything that can be left out of the map: routes, escalations, recusal, each deadline step, and the periods that
  /// change decisions.
  public var omissions: [Omission] {
    var omissions: [Omission] = routes.indices.map { .route(RouteID($0)) }
    omissions += escalations.indices.map { .escalation($0) }
    if recusal != nil { omissions.append(.recusal) }
    for level in Level.allCases { omissions += (deadlines[level] ?? []).indices.map { .step(level, $0) } }
    for (place, route) in routes.enumerated() {
      omissions += route.deadlines.indices.map { .routeStep(RouteID(place), $0) }
    }
    omissions += periods.indices.filter { periods[$0].changesDecisions }.map { .period(PeriodID($0)) }
    return omissions
  }

  /// The same map without something of it; as it is where that is of the rules.
  public func omitting(_ omission: Omission) -> ResponsibilityMap {
    var map = self
    switch omission {
    case .route(let route): map.routes.remove(at: route.index)
    case .escalation(let place): map.escalations.remove(at: place)
    case .recusal: map.recusal = nil
    case .step(let level, let place): map.deadlines[level]?.remove(at: place)
    case .routeStep(let route, let place): map.routes[route.index].deadlines.remove(at: place)
    case .period(let period):
      map.periods[period.index].notify = []
      map.periods[period.index].deadlines = [:]
    case .rule, .part, .list, .listAllow, .packAllow, .collective, .level, .floor: break
    }
    return map
  }
}
