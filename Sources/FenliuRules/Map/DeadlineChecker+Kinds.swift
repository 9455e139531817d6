// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Nothing is due later because of the kind of request: a route that asks for a kind is held against what would take the post if it had none.
extension DeadlineChecker {
  func checkKinds() {
    let ordinary = map.routes.indices.filter { !map.routes[$0].isBeside }
    let asking = ordinary.filter { map.routes[$0].condition.asksForKind }
    guard !asking.isEmpty else { return }
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
      for first in ordinary.indices where asking.contains(ordinary[first]) {
        for second in 0...ordinary.count where first != second {
          // Most pairs ask for different topics, which is seen without looking at the routes before them.
          let own = Array(
            wins(with, first).prefix(1) + (second < ordinary.count ? wins(without, second).prefix(1) : []))
          guard solver.canHold(own + floor, topics) != false,
            solver.canHold(wins(with, first) + wins(without, second) + floor, topics) != false
          else { continue }
          compare(ordinary[first], second < ordinary.count ? ordinary[second] : nil, level, &reported)
        }
      }
    }
  }

  /// Reports the first step that is later on a route than on another, or the default, for the lead of the route.
  private func compare(_ route: Int, _ other: Int?, _ level: Level, _ reported: inout Set<String>) {
    let (own, others) = (steps(level, route), steps(level, other))
    let lead = map.routes[route].lead
    for step in own {
      guard let twin = others.first(where: { $0.name == step.name }),
        // What follows a step that is later is later with it.
        step.after.map({ !reported.contains("\($0) \(route)") }) ?? true
      else { continue }
      for latest in step.atLatest != nil && twin.atLatest != nil ? [false, true] : [false] {
        guard let first = chain(step, latest, own, lead), let second = chain(twin, latest, others, lead),
          !DeadlineOrder.isNeverLater(first, second), reported.insert("\(step.name) \(route)").inserted
        else { continue }
        findings.error(
          .laterForKind,
          [
            "step": .text(latest ? step.name + "-at-latest" : step.name), "route": .text(map.routes[route].name),
            "term": .text(written(step, latest)), "own": .text(written(twin, latest)),
            "other": .text(other.map { map.routes[$0].name } ?? "default"),
          ], at: places.routeSteps[route][step.name] ?? places.routes[route],
          related: span(twin.name, level, other).map { [.init(span: $0, code: .withoutKindHere)] } ?? [])
      }
    }
  }
}

extension RouteCondition {
  /// Whether it names a kind.
  fileprivate var asksForKind: Bool { atoms.contains { if case .kind = $0 { true } else { false } } }

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
