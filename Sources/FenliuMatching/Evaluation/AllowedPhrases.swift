// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Where allowed phrases lie in the post, made for a group when a hit is first asked about.
struct AllowedPhrases: Sendable {
  private struct Phrase: Sendable, BitwiseCopyable {
    var start: UInt32
    /// The furthest end of this phrase and those before it in the field.
    var furthestEnd: UInt32
    var field: Field.RawValue
  }

  private var phrases: [Phrase] = []
  /// The places in `phrases` of each group, -1 where they have not been made.
  private var starts: [Int32]
  private var counts: [Int32]
  private var made: [Int32] = []

  init(groups: Int) {
    starts = Array(repeating: -1, count: groups)
    counts = starts
  }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for group in made { starts[Int(group)] = -1 }
    made.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
  }

  /// Whether the hit lies wholly inside a phrase of the group; -1 is no group.
  @inline(__always)
  mutating func contain(_ entry: Collected.Entry, group: Int32, in collected: borrowing Collected) -> Bool {
    guard group >= 0, collected.heads[Int(group)] >= 0 else { return false }
    return find(entry, group: group, in: collected)
  }

  private mutating func find(_ entry: Collected.Entry, group: Int32, in collected: borrowing Collected) -> Bool {
    if starts[Int(group)] < 0 { make(group, collected) }
    let first = Int(starts[Int(group)])
    var low = first
    var high = first + Int(counts[Int(group)])
    // Invariant: all up to `low` start at the hit or before it, all from `high` on behind it.
    while low < high {
      let middle = (low + high) / 2
      if (phrases[middle].field, phrases[middle].start) <= (entry.field, entry.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low > first && phrases[low - 1].field == entry.field && phrases[low - 1].furthestEnd >= entry.end
  }

  private mutating func make(_ group: Int32, _ collected: borrowing Collected) {
    let first = phrases.count
    var next = collected.heads[Int(group)]
    while next >= 0 {
      let entry = collected.entries[Int(next)]
      phrases.append(Phrase(start: entry.start, furthestEnd: entry.end, field: entry.field))
      next = entry.next
    }
    phrases[first...].sort { ($0.field, $0.start) < ($1.field, $1.start) }
    for index in phrases.indices.dropFirst(first + 1) where phrases[index - 1].field == phrases[index].field {
      phrases[index].furthestEnd = max(phrases[index].furthestEnd, phrases[index - 1].furthestEnd)
    }
    starts[Int(group)] = Int32(first)
    counts[Int(group)] = Int32(phrases.count - first)
    made.append(group)
  }
}
