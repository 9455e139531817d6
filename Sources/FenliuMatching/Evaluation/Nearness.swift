// SPDX-License-Identifier: Apache-2.0

/// Finds the groups of hits, one of each line, that lie near each other, without trying all combinations.
///
/// A group lies within W when the start of the hit that starts last is at most W behind the end of the one that ends
/// first: start(i) − end(j) ≤ W for all of it. So the intervals from start − W to end, one for each hit, overlap pair by
/// pair, and intervals that overlap pair by pair have a point in common (Helly's theorem on a line). The points that all
/// lines cover are found by merging the lines' intervals once; a hit belongs to a group when its interval has such a point.
struct Nearness: Sendable {
  /// A stretch of coordinates, both ends included.
  struct Interval: Sendable, BitwiseCopyable {
    var low: Int
    var high: Int
  }

  /// Points that all lines so far cover, ascending and apart.
  private(set) var common: [Interval] = []
  private var line: [Interval] = []
  private var merged: [Interval] = []
  private var isFirst = true

  /// Begins with no line.
  mutating func begin() {
    common.removeAll(keepingCapacity: true)
    line.removeAll(keepingCapacity: true)
    isFirst = true
  }

  /// Adds an interval to the line at hand. Calls come with `low` ascending.
  @inline(__always)
  mutating func append(_ interval: Interval) {
    if let last = line.last, interval.low <= last.high {
      line[line.count - 1].high = max(last.high, interval.high)
    } else {
      line.append(interval)
    }
  }

  /// Ends the line at hand.
  mutating func endLine() {
    defer { line.removeAll(keepingCapacity: true) }
    if isFirst {
      isFirst = false
      swap(&common, &line)
      return
    }
    merged.removeAll(keepingCapacity: true)
    var left = 0
    var right = 0
    while left < common.count, right < line.count {
      let low = max(common[left].low, line[right].low)
      let high = min(common[left].high, line[right].high)
      if low <= high { merged.append(Interval(low: low, high: high)) }
      if common[left].high < line[right].high { left += 1 } else { right += 1 }
    }
    swap(&common, &merged)
  }

  /// Whether a hit with this interval belongs to a group.
  func covers(_ interval: Interval) -> Bool {
    var low = 0
    var high = common.count
    // Invariant: all up to `low` end before the interval, all from `high` on do not.
    while low < high {
      let middle = (low + high) / 2
      if common[middle].high < interval.low { low = middle + 1 } else { high = middle }
    }
    return low < common.count && common[low].low <= interval.high
  }
}
