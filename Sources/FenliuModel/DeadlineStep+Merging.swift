// SPDX-License-Identifier: Apache-2.0

extension DeadlineStep {
  /// The steps of a level together with a route's own: one of the same name stands in the level's place, others behind.
  ///
  /// A step that follows one which is not there is left out: what is never handed over needs no report on it.
  public static func merged(_ steps: [DeadlineStep], with own: [DeadlineStep]) -> [DeadlineStep] {
    var merged = steps
    for step in own {
      if let place = merged.firstIndex(where: { $0.name == step.name }) {
        merged[place] = step
      } else {
        merged.append(step)
      }
    }
    // Each pass may leave a further step without its base; there are no more passes than steps.
    while true {
      let names = Set(merged.map(\.name))
      let kept = merged.filter { step in step.after.map(names.contains) ?? true }
      if kept.count == merged.count { return kept }
      merged = kept
    }
  }
}

extension ResponsibilityMap {
  /// The steps of a post at a level on a route, or at the default, in the order in which decisions list them.
  public func steps(at level: Level, on route: RouteID?) -> [DeadlineStep] {
    DeadlineStep.merged(deadlines[level] ?? [], with: route.map { routes[$0.index].deadlines } ?? [])
  }
}
