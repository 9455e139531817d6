// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// No step is later at a higher level, whichever periods hold together.
///
/// The due time of a step is the earliest of what the map and each period that holds say of it, and it counts from the due time of the
/// step before it, which is found likewise. Since a later start is never due earlier, it is the earliest over all *ways* to the step: for each
/// step on the way to it, the map's word or that of one of these periods. So nothing is later at the higher level if each way at the lower
/// one has a way at the higher that is never later and that asks no other periods: which other periods hold besides can only add ways to both.
/// Only sets of periods with a day and a kind in common are ever asked.
extension DeadlineChecker {
  /// A way from the start to the due time of a step.
  private struct Path {
    var limits: [TimeLimit]
    /// The periods that it asks.
    var periods: Set<Int> = []
  }

  /// What was found out already.
  private struct Answers {
    var areNeverLater: [Question: Bool] = [:]
    /// Which periods can hold together.
    var areTogether: [Set<Int>: Bool] = [:]
  }

  /// What has been asked, so that fifty routes of one lead cost one question.
  private struct Question: Hashable {
    let higher: [TimeLimit], lower: [TimeLimit]
    let higherLead: DepartmentID, lowerLead: DepartmentID
  }

  /// How many ways to a step are looked at; what has more cannot be proven.
  private static var mostPaths: Int { 4_096 }

  /// - Parameter periods: those in which nothing is wrong by itself.
  func checkLevels(inPeriods periods: [Int]) {
    guard !periods.isEmpty else { return }
    var answers = Answers()
    var reported: Set<String> = []
    for (lower, higher) in levelPairs where periods.contains(where: { map.periods[$0].deadlines[lower] != nil }) {
      for (low, high) in wayPairs(lower, higher) {
        let lowerSteps = steps(lower, low.route)
        let higherSteps = steps(higher, high.route)
        for step in lowerSteps {
          guard let other = higherSteps.first(where: { $0.name == step.name }) else { continue }
          for latest in step.atLatest != nil && other.atLatest != nil ? [false, true] : [false] {
            let key = "\(step.name) \(lower) \(higher)"
            guard !reported.contains(key) else { continue }
            let below = paths(to: step.name, latest, lower, lowerSteps, asking: periods, &answers)
            let later = below?.first { way in
              guard !way.periods.isEmpty else { return false }
              let above =
                paths(to: step.name, latest, higher, higherSteps, asking: way.periods.sorted(), &answers) ?? []
              return !above.isEmpty
                && !above.contains { isNeverLater($0.limits, high.lead, way.limits, low.lead, &answers) }
            }
            guard below == nil || later != nil else { continue }
            reported.insert(key)
            report(step, other, latest, later?.periods.sorted() ?? periods, (lower, higher), (low.route, high.route))
          }
        }
      }
    }
  }

  /// The ways to a step at a level; nil: there are too many.
  private func paths(
    to name: String, _ latest: Bool, _ level: Level, _ steps: [DeadlineStep], asking periods: [Int],
    _ answers: inout Answers, behind: [String] = []
  ) -> [Path]? {
    // Steps that wait for each other are told elsewhere.
    guard !behind.contains(name), let own = steps.first(where: { $0.name == name }) else { return [] }
    var alternatives: [(step: DeadlineStep, period: Int?)] = [(own, nil)]
    for period in periods {
      if let step = map.periods[period].deadlines[level]?.first(where: { $0.name == name }) {
        alternatives.append((step, period))
      }
    }
    var result: [Path] = []
    for (step, period) in alternatives {
      guard let limit = latest ? step.atLatest : step.term else { continue }
      var before = [Path(limits: [])]
      if let base = step.after {
        guard let found = paths(to: base, false, level, steps, asking: periods, &answers, behind: behind + [name])
        else { return nil }
        before = found
      }
      for var way in before {
        if let period {
          if !way.periods.contains(period), !canHoldTogether(way.periods.union([period]), &answers) { continue }
          way.periods.insert(period)
        }
        way.limits.append(limit)
        result.append(way)
      }
      if result.count > Self.mostPaths { return nil }
    }
    return result
  }

  private func canHoldTogether(_ places: Set<Int>, _ answers: inout Answers) -> Bool {
    if let answer = answers.areTogether[places] { return answer }
    let periods = places.map { map.periods[$0] }
    let answer =
      Set(periods.compactMap(\.kind)).count <= 1
      && ResponsibilityMap.Period.Days.haveDayInCommon(periods.map(\.days))
    answers.areTogether[places] = answer
    return answer
  }

  private func isNeverLater(
    _ higher: [TimeLimit], _ higherLead: DepartmentID, _ lower: [TimeLimit], _ lowerLead: DepartmentID,
    _ answers: inout Answers
  ) -> Bool {
    let question = Question(higher: higher, lower: lower, higherLead: higherLead, lowerLead: lowerLead)
    if let answer = answers.areNeverLater[question] { return answer }
    func chain(_ limits: [TimeLimit], _ lead: DepartmentID) -> DeadlineChain {
      DeadlineChain(
        limits: limits, calendar: map.calendar(of: lead), isAroundTheClock: map.departments[lead.index].isAroundTheClock
      )
    }
    let answer = DeadlineOrder.isNeverLater(chain(higher, higherLead), chain(lower, lowerLead))
    answers.areNeverLater[question] = answer
    return answer
  }

  /// Reports a step that some periods make sooner at a level than at a higher one.
  private func report(
    _ lower: DeadlineStep, _ higher: DeadlineStep, _ latest: Bool, _ periods: [Int],
    _ levels: (lower: Level, higher: Level), _ routes: (lower: Int?, higher: Int?)
  ) {
    /// What the periods say of the step, else the map; and where.
    func said(_ level: Level, _ own: DeadlineStep, _ route: Int?) -> (step: DeadlineStep, span: SourceSpan?) {
      for period in periods {
        if let step = map.periods[period].deadlines[level]?.first(where: { $0.name == own.name }),
          !latest || step.atLatest != nil
        {
          return (step, places.periodSteps[period][level]?.spans[own.name])
        }
      }
      return (own, span(own.name, level, route))
    }
    let (below, above) = (said(levels.lower, lower, routes.lower), said(levels.higher, higher, routes.higher))
    // Where the step follows one that is made sooner, that is what the author must see.
    let shortened = periods.lazy.compactMap {
      self.places.periodSteps[$0][levels.lower]?.spans.values.min { $0.range.lowerBound < $1.range.lowerBound }
    }.first
    let isSaid = periods.contains {
      map.periods[$0].deadlines[levels.lower]?.contains { $0.name == lower.name } ?? false
    }
    findings.error(
      .laterAtHigherLevel,
      [
        "step": .text(latest ? lower.name + "-at-latest" : lower.name), "higher": .text(levels.higher.key),
        "lower": .text(levels.lower.key), "higher-term": .text(written(above.step, latest)),
        "lower-term": .text(written(below.step, latest)),
      ], at: above.span,
      related: (isSaid ? below.span : shortened ?? below.span).map { [.init(span: $0, code: .lowerLevelHere)] } ?? [])
  }
}
