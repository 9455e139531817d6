// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Which step counts from which, by their places, and the order in which they can be reckoned.
///
/// Invariant: no step counts from itself, by however many others.
struct StepOrder {
  private let names: [String]
  /// The steps that each counts from: its own base, then those by which periods count.
  private var bases: [[Int]]

  /// Where something counts from: a step, or the start.
  struct Base {
    let place: Int?
  }

  /// The order of steps, each name once. Steps that wait for each other count from the start.
  init(_ steps: [DeadlineStep]) {
    names = steps.map(\.name)
    let own = steps.map { step in step.after.flatMap { name in steps.firstIndex { $0.name == name } } }
    bases = own.indices.map { step in
      var seen = [step]
      var next = own[step]
      while let place = next, !seen.contains(place) {
        seen.append(place)
        next = own[place]
      }
      // nil at the end: the chain leads to the start. Else it is a circle.
      return next == nil ? own[step].map { [$0] } ?? [] : []
    }
  }

  /// The step that a step counts from by itself, before anything is added; nil: the start.
  func base(of step: Int) -> Int? { bases[step].first }

  /// Lets a step count from the one named `after` as well, nil being the start. Answers nil, and changes nothing, where there is no such
  /// step or that one counts from it.
  mutating func add(_ after: String?, to step: Int) -> Base? {
    guard let after else { return Base(place: nil) }
    guard let place = names.firstIndex(of: after), place != step, !counts(place, from: step) else { return nil }
    bases[step].append(place)
    return Base(place: place)
  }

  private func counts(_ step: Int, from other: Int) -> Bool {
    bases[step].contains { $0 == other || counts($0, from: other) }
  }

  /// The steps, each behind all it counts from; else in their own order.
  var sorted: [Int] {
    var depths = Array(repeating: 0, count: bases.count)
    func depth(_ step: Int) -> Int {
      if depths[step] == 0 { depths[step] = 1 + (bases[step].map(depth).max() ?? 0) }
      return depths[step]
    }
    return bases.indices.sorted { (depth($0), $0) < (depth($1), $1) }
  }
}
