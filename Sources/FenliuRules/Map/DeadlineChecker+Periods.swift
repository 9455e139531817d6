// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// A period shortens what is there: it has no steps of its own, keeps their form, is never later than the map, and at no level
/// later than at a lower one.
extension DeadlineChecker {
  func checkPeriods() {
    let sound = map.periods.indices.filter { place in
      var isSound = true
      for level in Level.allCases {
        for step in map.periods[place].deadlines[level] ?? [] {
          if !isShortening(step, level, place) { isSound = false }
        }
      }
      return isSound
    }
    // Of what is wrong by itself nothing more can be said.
    checkLevels(inPeriods: sound)
    for place in sound where isIdle(place) {
      findings.warning(.idlePeriod, ["name": .text(map.periods[place].name)], at: places.periods[place])
    }
  }

  /// Whether a period changes nothing: it notifies nobody, adds no time at which anybody looks, and makes nothing sooner for anybody.
  private func isIdle(_ place: Int) -> Bool {
    let period = map.periods[place]
    guard period.notify.isEmpty, Set(period.watchTimes).isSubset(of: map.watch?.times ?? []) else { return false }
    return Level.allCases.allSatisfy { level in
      ways.allSatisfy { way in
        let steps = steps(level, way.route)
        return (period.deadlines[level] ?? []).allSatisfy { step in
          guard let own = steps.first(where: { $0.name == step.name }) else { return true }
          return [false, true].allSatisfy { latest in
            guard !latest || (step.atLatest != nil && own.atLatest != nil),
              let first = chain(own, latest, steps, way.lead),
              let second = chain(step, latest, shortened(steps, level, place), way.lead)
            else { return true }
            return DeadlineOrder.isNeverLater(first, second)
          }
        }
      }
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
}
