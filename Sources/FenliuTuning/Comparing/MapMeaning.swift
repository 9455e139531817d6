// SPDX-License-Identifier: Apache-2.0
import Fenliu

extension Route {
  /// The route without what is written for people.
  var meaning: Route {
    var route = self
    route.written = ""
    route.basis = nil
    route.suggestedReply = nil
    return route
  }
}

extension ResponsibilityMap {
  /// The periods by which decisions can differ, without what is written for people or changes no decision.
  var decidingPeriods: [Period] {
    periods.filter(\.changesDecisions).map { period in
      var period = period
      period.basis = ""
      period.watchTimes = []
      return period
    }
  }

  /// Takes a route as another map has it: changed, gone, or back behind the one that stands before it there.
  mutating func take(route name: String, from other: ResponsibilityMap) {
    let here = routes.firstIndex { $0.name == name }
    guard let there = other.routes.firstIndex(where: { $0.name == name }) else {
      if let here { routes.remove(at: here) }
      return
    }
    if let here {
      routes[here] = other.routes[there]
      return
    }
    let before = other.routes[..<there].last { route in routes.contains { $0.name == route.name } }
    let place = before.flatMap { before in routes.firstIndex { $0.name == before.name } }.map { $0 + 1 } ?? 0
    routes.insert(other.routes[there], at: place)
  }

  /// Brings the routes that another map has too into its order.
  mutating func orderRoutes(as other: ResponsibilityMap) {
    var order: [String: Int] = [:]
    for (place, route) in other.routes.enumerated() { order[route.name] = place }
    let places = routes.indices.filter { order[routes[$0].name] != nil }
    let sorted = places.map { routes[$0] }.sorted { order[$0.name] ?? 0 < order[$1.name] ?? 0 }
    for (place, route) in zip(places, sorted) { routes[place] = route }
  }
}
