// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Proves of the deadlines that each can be reckoned, and that none is later at a higher level.
struct DeadlineChecker {
  let checker: MapChecker
  let map: ResponsibilityMap
  let places: MapPlaces
  let findings: Findings

  init(_ checker: MapChecker) {
    self.checker = checker
    map = checker.map
    places = checker.places
    findings = checker.findings
  }

  func check() {
    checkHours()
    checkLatest()
    checkLevels()
    checkNotices()
    checkPeriods()
    checkKinds()
    checkNoticesOfKinds()
  }

  /// A route, or nil for the default, and who leads there.
  var ways: [(route: Int?, lead: DepartmentID)] {
    [(nil, map.defaultDepartment)] + map.routes.enumerated().map { ($0, $1.lead) }
  }

  func steps(_ level: Level, _ route: Int?) -> [DeadlineStep] {
    map.steps(at: level, on: route.map(RouteID.init))
  }

  func span(_ step: String, _ level: Level, _ route: Int?) -> SourceSpan? {
    route.flatMap { places.routeSteps[$0][step] } ?? places.steps[level]?[step]
  }

  /// Working time needs hours, save around the clock. Said once: one mistake touches every step.
  private func checkHours() {
    for level in Level.allCases {
      for (route, lead) in waysAndOverseers {
        let department = map.departments[lead.index]
        if department.isAroundTheClock || map.calendar(of: lead).hasHours { continue }
        for step in steps(level, route)
        where step.term.unit.needsWorkingTime || step.atLatest?.unit.needsWorkingTime ?? false {
          guard let span = span(step.name, level, route) else { continue }
          findings.error(
            .noWorkingHours, ["step": .text(step.name), "department": .text(department.key)], at: span)
          return
        }
        if isLackedByPeriod(level, department) { return }
      }
    }
  }

  /// The ways, and the departments that take over in a recusal.
  var waysAndOverseers: [Way] {
    ways + (map.recusal.map { [(nil, $0.lead), (nil, $0.otherwise)] } ?? [])
  }

  /// `at latest` is not before the time itself, where units tell.
  private func checkLatest() {
    func check(_ step: DeadlineStep, _ span: SourceSpan?) {
      guard let latest = step.atLatest, let span,
        DeadlineOrder.argue(step.term, latest, true, map.calendar.zone) == false,
        DeadlineOrder.argue(latest, step.term, true, map.calendar.zone) == true
      else { return }
      findings.error(
        .latestTooEarly,
        ["step": .text(step.name), "due": .text(step.term.description), "latest": .text(latest.description)], at: span)
    }
    for level in Level.allCases {
      for step in map.deadlines[level] ?? [] { check(step, places.steps[level]?[step.name]) }
    }
    for (place, route) in map.routes.enumerated() {
      for step in route.deadlines { check(step, places.routeSteps[place][step.name]) }
    }
    for (period, read) in zip(map.periods, places.periodSteps) {
      for (level, steps) in period.deadlines { for step in steps { check(step, read[level]?.spans[step.name]) } }
    }
  }

  /// What has been asked already, so that fifty routes of one lead cost one question.
  private struct Question: Hashable {
    let higher: DeadlineStep, lower: DeadlineStep
    let higherBases: [DeadlineStep], lowerBases: [DeadlineStep]
    let higherLead: DepartmentID, lowerLead: DepartmentID
    let isLatest: Bool
  }

  private func checkLevels() {
    var asked: Set<Question> = []
    var reported: Set<String> = []
    for (lower, higher) in levelPairs {
      for (low, high) in wayPairs(lower, higher) {
        let lowerSteps = steps(lower, low.route)
        let higherSteps = steps(higher, high.route)
        for step in higherSteps {
          guard let other = lowerSteps.first(where: { $0.name == step.name }) else { continue }
          for latest in step.atLatest != nil && other.atLatest != nil ? [false, true] : [false] {
            let question = Question(
              higher: step, lower: other, higherBases: step.after == nil ? [] : higherSteps,
              lowerBases: other.after == nil ? [] : lowerSteps, higherLead: high.lead, lowerLead: low.lead,
              isLatest: latest)
            guard asked.insert(question).inserted,
              let first = chain(step, latest, higherSteps, high.lead),
              let second = chain(other, latest, lowerSteps, low.lead), !DeadlineOrder.isNeverLater(first, second),
              reported.insert("\(step.name) \(lower) \(higher)").inserted
            else { continue }
            report(step, other, latest, (higher, high.route), (lower, low.route))
          }
        }
      }
    }
  }

  func chain(_ step: DeadlineStep, _ latest: Bool, _ steps: [DeadlineStep], _ lead: DepartmentID)
    -> DeadlineChain?
  {
    DeadlineChain(
      step, latest: latest, of: steps, calendar: map.calendar(of: lead),
      isAroundTheClock: map.departments[lead.index].isAroundTheClock)
  }

  private func report(
    _ step: DeadlineStep, _ other: DeadlineStep, _ latest: Bool, _ higher: (level: Level, route: Int?),
    _ lower: (level: Level, route: Int?)
  ) {
    let related = span(other.name, lower.level, lower.route).map {
      [Diagnostic.Related(span: $0, code: .lowerLevelHere)]
    }
    findings.error(
      .laterAtHigherLevel,
      [
        "step": .text(latest ? step.name + "-at-latest" : step.name), "higher": .text(higher.level.key),
        "lower": .text(lower.level.key), "higher-term": .text(written(step, latest)),
        "lower-term": .text(written(other, latest)),
      ], at: span(step.name, higher.level, higher.route), related: related ?? [])
  }

  func written(_ step: DeadlineStep, _ latest: Bool) -> String {
    var text = latest ? step.atLatest?.description ?? "" : step.term.description
    if step.isRepeated { text = "every \(text)" }
    if let base = step.after { text += " after \(base)" }
    return text
  }

  var levelPairs: [(Level, Level)] {
    Level.allCases.flatMap { lower in Level.allCases.filter { $0 > lower }.map { (lower, $0) } }
  }

  typealias Way = (route: Int?, lead: DepartmentID)

  /// The ways that one post can take at a lower and at a higher level: mostly the same, but routes may ask for the level.
  func wayPairs(_ lower: Level, _ higher: Level) -> [(Way, Way)] {
    var pairs: [(Way, Way)] = ways.filter { $0.route.map { !map.routes[$0].isBeside } ?? true }.map { ($0, $0) }
    let ordinary = map.routes.indices.filter { !map.routes[$0].isBeside }
    let asking = Set(
      ordinary.filter { route in
        map.routes[route].condition.atoms.contains { if case .level = $0 { true } else { false } }
      })
    if asking.isEmpty { return pairs }
    let solver = ConditionSolver(checker.rules)
    let low = ordinary.map { solver.add(map.routes[$0].condition, at: lower) }
    let high = ordinary.map { solver.add(map.routes[$0].condition, at: higher) }
    let danger = solver.add(.category(.danger))
    // Wanted for the route at `place` of `ordinary` to win; past the end: for the default.
    func wins(_ nodes: [ConditionSolver.Node], _ place: Int) -> ConditionSolver.Wanted {
      (place < nodes.count ? [(nodes[place], true)] : []) + nodes.prefix(place).map { ($0, false) }
    }
    func way(_ place: Int) -> Way {
      place < ordinary.count
        ? (ordinary[place], map.routes[ordinary[place]].lead) : (nil, map.defaultDepartment)
    }
    let floor: ConditionSolver.Wanted = lower < .major ? [(danger, false)] : []
    for first in 0...ordinary.count {
      for second in 0...ordinary.count where first != second {
        // The earlier of the two must have changed its mind with the level.
        let earlier = min(first, second)
        guard asking.contains(ordinary[earlier]) else { continue }
        let topics = ConditionSolver.Topics.leading(solver.allClasses)
        // Most pairs ask for different topics, which is seen without looking at the routes before them.
        let own = wins(low, first).prefix(1) + wins(high, second).prefix(1) + floor
        if first < ordinary.count, second < ordinary.count, solver.canHold(Array(own), topics) == false { continue }
        let wanted = wins(low, first) + wins(high, second) + floor
        if solver.canHold(wanted, topics) != false { pairs.append((way(first), way(second))) }
      }
    }
    return pairs
  }

  /// How long a line of `escalate` leaves for its notice.
  func noticeMinutes(_ line: Int) -> Int {
    guard let limit = map.escalations[line].within else { return .max }
    return limit.unit == .hours ? limit.count * 60 : limit.count
  }

  /// Notice is not given later at a higher level either.
  private func checkNotices() {
    let lines = map.escalations.indices.filter { map.escalations[$0].within != nil }
    guard lines.count > 1 else { return }
    for (lower, higher) in levelPairs {
      let solver = ConditionSolver(checker.rules)
      let low = map.escalations.map { solver.add($0.condition, at: lower) }
      let high = map.escalations.map { solver.add($0.condition, at: higher) }
      let topics = ConditionSolver.Topics.several(allowed: solver.rows { _ in true })
      for line in lines {
        for later in lines where noticeMinutes(later) > noticeMinutes(line) {
          let sooner = lines.filter { noticeMinutes($0) <= noticeMinutes(line) }.map { (high[$0], false) }
          guard solver.canHold([(low[line], true), (high[later], true)] + sooner, topics) == true else { continue }
          findings.error(
            .laterAtHigherLevel,
            [
              "step": .text("notify"), "higher": .text(higher.key), "lower": .text(lower.key),
              "higher-term": .text(map.escalations[later].within?.description ?? ""),
              "lower-term": .text(map.escalations[line].within?.description ?? ""),
            ], at: places.escalations[later],
            related: [.init(span: places.escalations[line], code: .lowerLevelHere)])
          return
        }
      }
    }
  }
}
