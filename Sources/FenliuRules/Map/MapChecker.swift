// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Proves of a map what the people who write the posts are promised, and warns of what was hardly meant.
///
/// What it refuses stops every run. It is run with each load, so it stays fast: see `ConditionSolver`.
struct MapChecker {
  let rules: RuleSet
  let map: ResponsibilityMap
  let places: MapPlaces
  let findings: Findings
  let solver: ConditionSolver
  /// The condition of each route.
  let conditions: [ConditionSolver.Node]
  let escalations: [ConditionSolver.Node]
  let recusal: ConditionSolver.Node?
  /// `category danger`.
  let danger: ConditionSolver.Node
  /// That a danger is at least major, which every combination fulfils.
  let dangerFloor: ConditionSolver.Node

  /// Topics for which a department of kind security may be asked.
  static let securityTopics = ["danger.others", "prohibited.threat", "prohibited.fraud", "prohibited.doxxing"]
    .map { TopicGlob($0 + ".*") }

  init(_ loaded: LoadedMap, rules: RuleSet, findings: Findings) {
    self.rules = rules
    self.findings = findings
    map = loaded.map
    places = loaded.places
    let solver = ConditionSolver(rules)
    self.solver = solver
    conditions = map.routes.map { solver.add($0.condition) }
    escalations = map.escalations.map { solver.add($0.condition) }
    recusal = map.recusal.map { solver.add($0.condition) }
    danger = solver.add(.category(.danger))
    dangerFloor = solver.add(.or(.not(.category(.danger)), .level(.atLeast, .major)))
    for glob in Self.securityTopics { solver.row(of: glob) }
  }

  /// Reports everything that is wrong with the map as a whole.
  func check() {
    checkParts()
    checkNames()
    checkDanger()
    checkSecurity()
    checkConduct()
    checkShadowing()
    checkReach()
    DeadlineChecker(self).check()
    checkWatch()
  }

  /// Routes without `beside` before a place, none of which fits.
  func noneBefore(_ place: Int) -> ConditionSolver.Wanted {
    map.routes.indices.filter { $0 < place && !map.routes[$0].isBeside }.map { (conditions[$0], false) }
  }

  /// The topics that a route may have: one leads to a route, any of them to one beside.
  var anyLeadingTopic: ConditionSolver.Topics { .leading(solver.allClasses) }
  var anyTopics: ConditionSolver.Topics { .several(allowed: solver.rows { _ in true }) }

  func title(_ department: DepartmentID) -> Diagnostic.Fact { .text(map.departments[department.index].key) }

  private func checkParts() {
    var reported: Set<Int> = []
    for start in map.departments.indices where !reported.contains(start) {
      var chain = [start]
      var next = map.departments[start].partOf?.index
      while let place = next, !chain.contains(place) {
        chain.append(place)
        next = map.departments[place].partOf?.index
      }
      guard next == start, let span = places.partOf[start] else { continue }
      reported.formUnion(chain)
      findings.error(.partCircle, ["departments": .list(chain.map { map.departments[$0].key })], at: span)
    }
  }
}
