// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFolding
import FenliuModel

/// What nothing reaches: routes that never win, topics without a route, departments without work; and names that hit
/// where nobody meant them.
extension MapChecker {
  /// Every route wins for some post.
  func checkShadowing() {
    for (place, route) in map.routes.enumerated() {
      let own: ConditionSolver.Wanted = [(conditions[place], true), (dangerFloor, true)]
      if route.isBeside {
        if solver.canHold(own, anyTopics) == false {
          findings.error(.routeNeverWins, ["route": .text(route.name)], at: places.routes[place])
        }
        continue
      }
      guard solver.canHold(own + noneBefore(place), anyLeadingTopic) == false else { continue }
      let earlier = map.routes.indices.filter { $0 < place && !map.routes[$0].isBeside }
      let alone = earlier.first { solver.canHold(own + [(conditions[$0], false)], anyLeadingTopic) == false }
      let together = earlier.filter { solver.canHold(own + [(conditions[$0], true)], anyLeadingTopic) != false }
      guard solver.canHold(own, anyLeadingTopic) != false, let first = alone ?? together.first else {
        findings.error(.routeNeverWins, ["route": .text(route.name)], at: places.routes[place])
        continue
      }
      let takers = alone.map { [$0] } ?? together
      findings.error(
        .routeShadowed, ["route": .text(route.name), "earlier": .list(takers.map { map.routes[$0].name })],
        at: places.routes[place], related: [.init(span: places.routes[first], code: .takenHere)])
    }
  }

  /// Every topic that a rule gives has a route, every department something that leads to it.
  func checkReach() {
    for (index, topic) in rules.topics.enumerated() {
      let categories = Set(
        rules.rules.filter { $0.topic == TopicID(index) && $0.status != .draft }.map(\.category))
      guard !categories.isEmpty, !isReached(index, categories) else { continue }
      findings.warning(
        .topicOnlyDefault, ["topic": .text(topic.path), "department": title(map.defaultDepartment)],
        at: places.defaultDepartment)
    }
    var busy: Set<DepartmentID> = [map.defaultDepartment]
    for route in map.routes {
      busy.formUnion([route.lead] + route.assist + route.notify)
      if let unit = route.ifReturned { busy.insert(unit) }
    }
    for line in map.escalations { busy.formUnion(line.notify) }
    for period in map.periods { busy.formUnion(period.notify) }
    if let watch = map.watch { busy.formUnion(watch.notifyOnMiss) }
    if let recusal = map.recusal { busy.formUnion([recusal.lead, recusal.otherwise]) }
    // In danger the departments of kind help stand in for a helper that is accused.
    if rules.rules.contains(where: { $0.category == .danger }) {
      busy.formUnion(map.departments.indices.filter { map.departments[$0].kind == .help }.map { DepartmentID($0) })
    }
    for (place, department) in map.departments.enumerated() where !busy.contains(DepartmentID(place)) {
      findings.warning(.idleDepartment, ["department": .text(department.key)], at: places.departments[place])
    }
  }

  private func isReached(_ topic: Int, _ categories: Set<CategoryID>) -> Bool {
    let path = rules.topics[topic].path
    let asked: Set<CategoryID> = categories.contains(.danger) ? categories : categories.subtracting([.danger])
    for (place, route) in map.routes.enumerated() {
      let own: ConditionSolver.Wanted = [(conditions[place], true), (dangerFloor, true)]
      if route.isBeside {
        // Rules of prohibited have no other way.
        guard categories.contains(.prohibited) else { continue }
        let alone = ConditionSolver.Topics.several(allowed: solver.rows { $0 == path })
        if solver.canHold(own, alone, categories: asked) != false { return true }
      } else if solver.canHold(own, .leading([solver.classOfTopic[topic]]), categories: asked) != false {
        return true
      }
    }
    return false
  }

  /// Names by which posts call departments are long enough, and belong to one department.
  func checkNames() {
    var owners: [String: Int] = [:]
    for (place, department) in map.departments.enumerated() {
      for (name, span) in zip([department.title] + department.names, [places.departments[place]] + places.names[place])
      {
        let key = Folding.fold(name)
        if let owner = owners[key], owner != place {
          findings.warning(.sharedName, ["name": .text(name)], at: span)
        } else {
          owners[key] = place
        }
      }
      for (name, span) in zip(department.names, places.names[place]) where name.unicodeScalars.count < 3 {
        findings.warning(.shortName, ["name": .text(name)], at: span)
      }
    }
  }
}
