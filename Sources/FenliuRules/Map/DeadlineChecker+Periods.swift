// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// A period shortens what is there: it has no steps of its own, keeps their form, is never later than the map, and at no level
/// later than at a lower one.
extension DeadlineChecker {
  func checkPeriods() {
    for place in map.periods.indices {
      var isSound = true
      for level in Level.allCases {
        for step in map.periods[place].deadlines[level] ?? [] {
          if !isShortening(step, level, place) { isSound = false }
        }
      }
      // Of what is wrong by itself nothing more can be said.
      if isSound { checkLevels(in: place) }
    }
  }

  /// Whether a step of a period is in working time, and the department has none. Reports the first.
  func isLackedByPeriod(_ level: Level, _ department: Department) -> Bool {
    for (period, read) in zip(map.periods, places.periodSteps) {
      for step in period.deadlines[level] ?? []
      where step.term.unit.needsWorkingTime || step.atLatest?.unit.needsWorkingTime ?? false {
        guard let span = read[level]?.spans[step.name] else { continue }
        findings.error(.noWorkingHours, ["step": .text(step.name), "department": .text(department.key)], at: span)
        return true
      }
    }
    return false
  }

  /// Whether a step of a period shortens that of the map; else reports why not.
  private func isShortening(_ step: DeadlineStep, _ level: Level, _ place: Int) -> Bool {
    guard let read = places.periodSteps[place][level], let span = read.spans[step.name],
      let name = read.names[step.name]
    else { return false }
    let steps = map.deadlines[level] ?? []
    guard let own = steps.first(where: { $0.name == step.name }) else {
      findings.unknown(
        .periodAddsStep, ["step": .text(step.name), "level": .text(level.key)], name: step.name, at: name,
        among: steps.map(\.name))
      return false
    }
    func facts(latest: Bool = false) -> [String: Diagnostic.Fact] {
      [
        "step": .text(latest ? step.name + "-at-latest" : step.name),
        "term": .text(latest ? written(step, true) : full(step)), "own": .text(latest ? written(own, true) : full(own)),
      ]
    }
    guard step.isRepeated == own.isRepeated, step.atLatest == nil || own.atLatest != nil,
      step.after == nil || step.after == own.after
    else {
      findings.error(.periodOtherForm, facts(), at: span)
      return false
    }
    // Both count from what the period makes of the steps before them.
    let shortened = shortened(steps, level, place)
    for latest in step.atLatest == nil ? [false] : [false, true] {
      for lead in Set(waysAndOverseers.map(\.lead)).sorted() {
        guard let first = chain(step, latest, shortened, lead), let second = chain(own, latest, shortened, lead),
          !DeadlineOrder.isNeverLater(first, second)
        else { continue }
        findings.error(.periodLater, facts(latest: latest), at: span)
        return false
      }
    }
    return true
  }

  /// The step as it is written.
  private func full(_ step: DeadlineStep) -> String {
    guard let latest = step.atLatest else { return written(step, false) }
    return "\(step.term) at latest \(latest)" + (step.after.map { " after \($0)" } ?? "")
  }

  /// The steps with those of a period in their places.
  private func shortened(_ steps: [DeadlineStep], _ level: Level, _ place: Int) -> [DeadlineStep] {
    let own = map.periods[place].deadlines[level] ?? []
    return steps.map { step in own.first { $0.name == step.name } ?? step }
  }

  /// No step that a period shortens at a level is later at a higher one, by the map or by the period.
  private func checkLevels(in place: Int) {
    let period = map.periods[place]
    var reported: Set<String> = []
    for (lower, higher) in levelPairs {
      guard let shorter = period.deadlines[lower] else { continue }
      for (low, high) in wayPairs(lower, higher) {
        let lowerSteps = shortened(steps(lower, low.route), lower, place)
        let higherSteps = steps(higher, high.route)
        let sooner = shortened(higherSteps, higher, place)
        for step in shorter where lowerSteps.contains(where: { $0.name == step.name }) {
          guard let other = higherSteps.first(where: { $0.name == step.name }) else { continue }
          let both = [other] + (period.deadlines[higher] ?? []).filter { $0.name == step.name }
          for latest in step.atLatest != nil && other.atLatest != nil ? [false, true] : [false] {
            guard let limit = chain(step, latest, lowerSteps, low.lead),
              !both.contains(where: { isNeverLater($0, latest, sooner, high.lead, limit) }),
              reported.insert("\(step.name) \(lower) \(higher)").inserted
            else { continue }
            report(step, both[both.count - 1], latest, place, (lower, higher), high.route)
          }
        }
      }
    }
  }

  private func isNeverLater(
    _ step: DeadlineStep, _ latest: Bool, _ steps: [DeadlineStep], _ lead: DepartmentID, _ limit: DeadlineChain
  ) -> Bool {
    if latest, step.atLatest == nil { return false }
    return chain(step, latest, steps, lead).map { DeadlineOrder.isNeverLater($0, limit) } ?? true
  }

  private func report(
    _ lower: DeadlineStep, _ higher: DeadlineStep, _ latest: Bool, _ place: Int,
    _ levels: (lower: Level, higher: Level),
    _ route: Int?
  ) {
    let places = places.periodSteps[place]
    let ofLower = places[levels.lower]?.spans[lower.name]
    findings.error(
      .laterAtHigherLevel,
      [
        "step": .text(latest ? lower.name + "-at-latest" : lower.name), "higher": .text(levels.higher.key),
        "lower": .text(levels.lower.key), "higher-term": .text(written(higher, latest)),
        "lower-term": .text(written(lower, latest)),
      ], at: places[levels.higher]?.spans[lower.name] ?? span(lower.name, levels.higher, route),
      related: ofLower.map { [.init(span: $0, code: .lowerLevelHere)] } ?? [])
  }
}
