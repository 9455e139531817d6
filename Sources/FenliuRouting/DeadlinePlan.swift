// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The steps of one level and route, in the order in which decisions list them.
///
/// Invariant: the bases of an entry, those of its alternatives too, stand in `order` before the entry.
struct DeadlinePlan: Sendable {
  /// What a period says of an entry.
  struct Alternative: Sendable {
    let period: PeriodID
    let limit: TimeLimit
    /// The entry from whose due time this one counts; nil: from the start.
    let base: Int?
  }

  /// One due time to reckon.
  struct Entry: Sendable {
    /// The key in decisions: `resolve`, `resolve-at-latest`.
    let key: String
    let limit: TimeLimit
    /// The entry from whose due time this one counts; nil: from the start.
    let base: Int?
    let isRepeated: Bool
    /// What the periods of the map say, in their order; which of them hold is asked of each post.
    var alternatives: [Alternative] = []
  }

  /// The entries as decisions list them.
  let entries: [Entry]
  /// Their places, each after the one it counts from.
  let order: [Int]

  /// The plan of `steps`, each name once, and of what the periods say of them. What they say of other steps is left out.
  ///
  /// The map has no steps that wait for each other: loading refuses them. Should some come here all the same, they count
  /// from the start, and a period's step that would wait for itself is left out.
  init(_ merged: [DeadlineStep], periods: [(PeriodID, [DeadlineStep])] = []) {
    // Where each step's own entry stands: an `at latest` follows its step.
    var places: [Int] = []
    var count = 0
    for step in merged {
      places.append(count)
      count += step.atLatest == nil ? 1 : 2
    }
    var following = StepOrder(merged)
    var entries: [Entry] = []
    for (step, written) in merged.enumerated() {
      let base = following.base(of: step).map { places[$0] }
      entries.append(Entry(key: written.name, limit: written.term, base: base, isRepeated: written.isRepeated))
      if let latest = written.atLatest {
        entries.append(Entry(key: written.name + "-at-latest", limit: latest, base: base, isRepeated: false))
      }
    }
    for (period, steps) in periods {
      for written in steps {
        guard let step = merged.firstIndex(where: { $0.name == written.name }),
          let base = following.add(written.after, to: step)
        else { continue }
        let place = places[step]
        let baseEntry = base.place.map { places[$0] }
        entries[place].alternatives.append(Alternative(period: period, limit: written.term, base: baseEntry))
        if let latest = written.atLatest, merged[step].atLatest != nil {
          entries[place + 1].alternatives.append(Alternative(period: period, limit: latest, base: baseEntry))
        }
      }
    }
    self.entries = entries
    order = following.sorted.flatMap { step in
      merged[step].atLatest == nil ? [places[step]] : [places[step], places[step] + 1]
    }
  }

  /// The due times for a lead, from `start`, each the earliest of the map's own and those of the periods that hold.
  func deadlines(
    from start: Instant, periods: [PeriodID], calendar: WorkCalendar, isAroundTheClock: Bool
  ) -> [Routed.Deadline] {
    if entries.isEmpty { return [] }
    var sums: [DueSum?] = Array(repeating: nil, count: entries.count)
    func sum(_ limit: TimeLimit, after base: DueSum?) -> DueSum {
      if let base {
        DueSum(limit, after: base, isAroundTheClock: isAroundTheClock, calendar: calendar)
      } else {
        DueSum(limit, from: start, isAroundTheClock: isAroundTheClock, calendar: calendar)
      }
    }
    /// The alternatives that are sooner than the map's own, by entry.
    var sooner: [Int: Alternative] = [:]
    for place in order {
      sums[place] = sum(entries[place].limit, after: entries[place].base.flatMap { sums[$0] })
      if periods.isEmpty { continue }
      for alternative in entries[place].alternatives where periods.contains(alternative.period) {
        let other = sum(alternative.limit, after: alternative.base.flatMap { sums[$0] })
        // What can be known is sooner than what cannot.
        guard let due = other.due.instant, due < sums[place]?.due.instant ?? .latest else { continue }
        sums[place] = other
        sooner[place] = alternative
      }
    }
    return zip(entries.indices, sums).compactMap { place, sum in
      guard let sum else { return nil }
      let alternative = sooner.isEmpty ? nil : sooner[place]
      let base = alternative.map(\.base) ?? entries[place].base
      return Routed.Deadline(
        step: entries[place].key, due: sum.due.instant, sum: sum, after: base.map { entries[$0].key },
        isRepeated: entries[place].isRepeated, period: alternative?.period)
    }
  }
}
