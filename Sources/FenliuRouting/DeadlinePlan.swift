// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The steps of one level and route, in the order in which decisions list them.
///
/// Invariant: the base of an entry stands in `order` before the entry.
struct DeadlinePlan: Sendable {
  /// One due time to reckon.
  struct Entry: Sendable {
    /// The key in decisions: `resolve`, `resolve-at-latest`.
    let key: String
    let limit: TimeLimit
    /// The entry from whose due time this one counts; nil: from the start.
    let base: Int?
    let isRepeated: Bool
  }

  /// The entries as decisions list them.
  let entries: [Entry]
  /// Their places, each after the one it counts from.
  let order: [Int]

  /// The plan of `steps`, each name once.
  ///
  /// The map has no steps that wait for each other: loading refuses them. Should some come here all the same, they count
  /// from the start.
  init(_ merged: [DeadlineStep]) {
    // Where each step's own entry stands: an `at latest` follows its step.
    var places: [Int] = []
    var count = 0
    for step in merged {
      places.append(count)
      count += step.atLatest == nil ? 1 : 2
    }
    let bases = merged.indices.map { step in
      merged[step].after.flatMap { name in merged.firstIndex { $0.name == name } }
    }
    let follows = merged.indices.map { step in
      var seen = [step]
      var next = bases[step]
      while let place = next, !seen.contains(place) {
        seen.append(place)
        next = bases[place]
      }
      // nil at the end: the chain leads to the start. Else it is a circle.
      return (isSound: next == nil, depth: seen.count)
    }
    var entries: [Entry] = []
    for (step, written) in merged.enumerated() {
      let base = follows[step].isSound ? bases[step].map { places[$0] } : nil
      entries.append(Entry(key: written.name, limit: written.term, base: base, isRepeated: written.isRepeated))
      if let latest = written.atLatest {
        entries.append(Entry(key: written.name + "-at-latest", limit: latest, base: base, isRepeated: false))
      }
    }
    self.entries = entries
    let byDepth = merged.indices.sorted { (follows[$0].depth, $0) < (follows[$1].depth, $1) }
    order = byDepth.flatMap { step in
      merged[step].atLatest == nil ? [places[step]] : [places[step], places[step] + 1]
    }
  }

  /// The due times for a lead, from `start`.
  func deadlines(from start: Instant, calendar: WorkCalendar, isAroundTheClock: Bool) -> [Routed.Deadline] {
    if entries.isEmpty { return [] }
    var sums: [DueSum?] = Array(repeating: nil, count: entries.count)
    for place in order {
      let entry = entries[place]
      if let base = entry.base, let sum = sums[base] {
        sums[place] = DueSum(entry.limit, after: sum, isAroundTheClock: isAroundTheClock, calendar: calendar)
      } else {
        sums[place] = DueSum(entry.limit, from: start, isAroundTheClock: isAroundTheClock, calendar: calendar)
      }
    }
    return zip(entries, sums).compactMap { entry, sum in
      sum.map {
        Routed.Deadline(
          step: entry.key, due: $0.due.instant, sum: $0, after: entry.base.map { entries[$0].key },
          isRepeated: entry.isRepeated)
      }
    }
  }
}
