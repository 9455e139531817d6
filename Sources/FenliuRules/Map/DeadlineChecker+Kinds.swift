// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Nothing is due later because of the kind of request: what takes a post of some kind is held against what would take it if it had none, wherever
/// a route that names a kind, as asked for or as excluded, makes the difference.
extension DeadlineChecker {
  func checkKinds() {
    let ordinary = map.routes.indices.filter { !map.routes[$0].isBeside }
    let naming = ordinary.indices.filter { map.routes[ordinary[$0]].condition.namesKind }
    guard !naming.isEmpty else { return }
    var reported: Set<String> = []
    for level in Level.allCases {
      let solver = ConditionSolver(checker.rules)
      let with = ordinary.map { solver.add(map.routes[$0].condition, at: level) }
      let without = ordinary.map { solver.add(withoutKind: map.routes[$0].condition, at: level) }
      let danger = solver.add(.category(.danger))
      let floor: ConditionSolver.Wanted = level < .major ? [(danger, false)] : []
      let topics = ConditionSolver.Topics.leading(solver.allClasses)
      // Wanted for the route at `place` of `ordinary` to win; past the end: for the default.
      func wins(_ nodes: [ConditionSolver.Node], _ place: Int) -> ConditionSolver.Wanted {
        (place < nodes.count ? [(nodes[place], true)] : []) + nodes.prefix(place).map { ($0, false) }
      }
      /// What of the route itself is wanted, without looking at those before it.
      func own(_ nodes: [ConditionSolver.Node], _ place: Int) -> ConditionSolver.Wanted {
        place < nodes.count ? [(nodes[place], true)] : []
      }
      func route(_ place: Int) -> Int? { place < ordinary.count ? ordinary[place] : nil }
      // The earlier of the two changes its mind with the kind, so it names one.
      for earlier in naming {
        for later in earlier + 1..<ordinary.count + 1 {
          for (first, second) in [(earlier, later), (later, earlier)] {
            // Most pairs ask for different topics.
            guard solver.canHold(own(with, first) + own(without, second) + floor, topics) != false,
              solver.canHold(wins(with, first) + wins(without, second) + floor, topics) != false
            else { continue }
            // A route that asks for the kind is to be mended itself, another is not at fault for taking what is excluded before it.
            let isOwn = naming.contains(first)
            compare(
              route(first), with: route(second), level, blaming: ordinary[isOwn ? first : earlier], isOwn: isOwn,
              &reported)
          }
        }
      }
    }
  }

  /// Reports each step that is later on the route that takes a post of a kind than on the one without a kind, for the lead of the former; nil is
  /// the default. Said once of each route that names a kind, at its own step if that is the later one.
  private func compare(
    _ route: Int?, with other: Int?, _ level: Level, blaming blamed: Int, isOwn: Bool, _ reported: inout Set<String>
  ) {
    let (own, others) = (steps(level, route), steps(level, other))
    let lead = route.map { map.routes[$0].lead } ?? map.defaultDepartment
    for step in own {
      guard let twin = others.first(where: { $0.name == step.name }),
        // What follows a step that is later is later with it.
        step.after.map({ !reported.contains("\($0) \(blamed)") }) ?? true
      else { continue }
      for latest in step.atLatest != nil && twin.atLatest != nil ? [false, true] : [false] {
        guard let first = chain(step, latest, own, lead), let second = chain(twin, latest, others, lead),
          !DeadlineOrder.isNeverLater(first, second), reported.insert("\(step.name) \(blamed)").inserted
        else { continue }
        let related =
          isOwn
          ? span(twin.name, level, other).map { [Diagnostic.Related(span: $0, code: .withoutKindHere)] }
          : span(step.name, level, route).map { [Diagnostic.Related(span: $0, code: .withKindHere)] }
        findings.error(
          .laterForKind,
          [
            "step": .text(latest ? step.name + "-at-latest" : step.name), "route": .text(name(of: route)),
            "term": .text(written(step, latest)), "own": .text(written(twin, latest)), "other": .text(name(of: other)),
          ], at: places.routeSteps[blamed][step.name] ?? places.routes[blamed], related: related ?? [])
      }
    }
  }

  private func name(of route: Int?) -> String { route.map { map.routes[$0].name } ?? "default" }

  /// Nor is notice given later: a line of `escalate` that fits a post without a kind leaves a post of some kind no longer limit than its own.
  func checkNoticesOfKinds() {
    let lines = map.escalations.indices.filter { map.escalations[$0].within != nil }
    guard lines.contains(where: { map.escalations[$0].condition.namesKind }) else { return }
    for level in Level.allCases {
      let solver = ConditionSolver(checker.rules)
      let with = map.escalations.map { solver.add($0.condition, at: level) }
      let without = map.escalations.map { solver.add(withoutKind: $0.condition, at: level) }
      let floor: ConditionSolver.Wanted = level < .major ? [(solver.add(.category(.danger)), false)] : []
      let topics = ConditionSolver.Topics.several(allowed: solver.rows { _ in true })
      for line in lines where map.escalations[line].condition.namesKind {
        for later in lines where noticeMinutes(later) > noticeMinutes(line) {
          let sooner = lines.filter { noticeMinutes($0) <= noticeMinutes(line) }.map { (with[$0], false) }
          guard solver.canHold([(without[line], true), (with[later], true)] + sooner + floor, topics) == true else {
            continue
          }
          findings.error(
            .laterForKind,
            [
              "step": .text("notify"), "route": .text(map.escalations[later].written),
              "term": .text(map.escalations[later].within?.description ?? ""),
              "own": .text(map.escalations[line].within?.description ?? ""),
              "other": .text(map.escalations[line].written),
            ], at: places.escalations[line],
            related: [.init(span: places.escalations[later], code: .withKindHere)])
          return
        }
      }
    }
  }
}

extension RouteCondition {
  /// Whether it names a kind.
  fileprivate var namesKind: Bool { atoms.contains { if case .kind = $0 { true } else { false } } }

  /// What it comes to for a post without a kind.
  var withoutKind: RouteCondition {
    switch self {
    case .kind: .and(self, .not(self))
    case .and(let left, let right): .and(left.withoutKind, right.withoutKind)
    case .or(let left, let right): .or(left.withoutKind, right.withoutKind)
    case .not(let inner): .not(inner.withoutKind)
    case .category, .topic, .level, .region, .source: self
    }
  }
}
