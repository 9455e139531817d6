// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuModel

/// The hits of one post, group by group, in one flat buffer.
///
/// A group's hits are a chain through `entries`, so that collecting never allocates once the buffers have grown, and a
/// post pays only for the groups it touches.
struct Collected: Sendable {
  /// One occurrence of an atom in a group.
  struct Entry: Sendable, BitwiseCopyable {
    var start: UInt32
    var end: UInt32
    var atom: UInt32
    var source: UInt32
    /// The place in `numbers`, -1 for none.
    var numbers: Int32
    /// The next entry of the group, -1 at its end.
    var next: Int32
    var field: Field.RawValue
    /// How the word is disguised.
    var tricks: Tricks = []
    /// Whether it is a disguise that counts only beside a sure one.
    var isWeak = false
  }

  /// How many hits of a post are kept for rules that are not of `danger`, all together.
  static let most = 50_000
  /// How many hits of a post are kept for rules of `danger` besides. A post of 1 MB has no room for more of a word.
  static let mostUrgent = 170_000
  /// How many hits of a post are kept for lines of `kinds` alone.
  static let mostOfKinds = 10_000

  private(set) var entries: [Entry] = []
  private(set) var heads: [Int32] = []
  private var tails: [Int32] = []
  /// The groups that have hits.
  private(set) var touched: [UInt32] = []
  /// The numbers that hits read.
  var numbers: [Numbers] = []
  private var ordinary = 0
  private var urgent = 0
  private var ofKinds = 0
  /// Whether there were more hits than are kept.
  private(set) var isOverfull = false

  init(groups: Int) {
    heads = Array(repeating: -1, count: groups)
    tails = heads
  }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for group in touched { heads[Int(group)] = -1 }
    touched.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    ordinary = 0
    urgent = 0
    ofKinds = 0
    isOverfull = false
  }

  /// Notes that hits were passed over before they came here.
  mutating func noteOverfull() { isOverfull = true }

  /// Keeps the numbers that a hit read and gives their place.
  mutating func note(_ read: Numbers) -> Int32 {
    numbers.append(read)
    return Int32(truncatingIfNeeded: numbers.count - 1)
  }

  /// Notes a hit of a word. One of `collective` reads its number, unless what stands beside it makes it something else.
  @inline(__always)
  mutating func append(
    word: UInt32, _ range: Range<Int>, in text: Span<UInt8>, _ field: Field, plan: borrowing Plan
  ) {
    var numbers: Int32 = -1
    if Int(word) < plan.collective.count {
      guard plan.useStarts[Int(word)] < plan.useStarts[Int(word) + 1], CollectiveContext.counts(range, in: text) else {
        return
      }
      var read = Numbers()
      read.people = plan.collective[Int(word)]
      numbers = note(read)
    }
    append(atom: word, from: range.lowerBound, to: range.upperBound, in: field, numbers: numbers, plan: plan)
  }

  /// Notes a hit of an atom in all groups that use it.
  @inline(__always)
  mutating func append(
    atom: UInt32, from start: Int, to end: Int, in field: Field, numbers: Int32 = -1, tricks: Tricks = [],
    isWeak: Bool = false, plan: borrowing Plan
  ) {
    for place in plan.useStarts[Int(atom)]..<plan.useStarts[Int(atom) + 1] {
      let use = plan.uses[Int(place)]
      let group = Int(use.group)
      if plan.groups[group].isUrgent {
        guard urgent < Self.mostUrgent else {
          isOverfull = true
          continue
        }
        urgent += 1
      } else if plan.groups[group].isOfKinds {
        guard ofKinds < Self.mostOfKinds else {
          isOverfull = true
          continue
        }
        ofKinds += 1
      } else {
        guard ordinary < Self.most else {
          isOverfull = true
          continue
        }
        ordinary += 1
      }
      let index = Int32(truncatingIfNeeded: entries.count)
      entries.append(
        Entry(
          start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), atom: atom,
          source: use.source, numbers: numbers, next: -1, field: field.rawValue, tricks: tricks, isWeak: isWeak))
      if heads[group] < 0 {
        heads[group] = index
        touched.append(use.group)
      } else {
        entries[Int(tails[group])].next = index
      }
      tails[group] = index
    }
  }
}
