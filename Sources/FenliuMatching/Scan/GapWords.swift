// SPDX-License-Identifier: Apache-2.0

import FenliuKeywords

/// The words with gaps that may lie in one field, and the hits that they make.
///
/// Most parts of such words (工资, 不) stand alone in most posts. So a word is looked at only where its rarest part was seen, which is decided when the
/// plan is made; then all parts are gathered from what the scan found.
struct GapWords: Sendable {
  /// One occurrence of a part.
  private struct Seen: Sendable, BitwiseCopyable {
    var start: UInt32
    var end: UInt32
    var part: UInt32
  }

  /// How many parts are gathered in one field for words of rules that are not of `danger`, and how many for those besides.
  static let most = 20_000
  /// The same for words that only lines of `kinds` want.
  static let mostOfKinds = 7_500

  private var isBegun: [Bool]
  /// The words whose rarest part was seen, in the order in which it was.
  private var begun: [UInt32] = []
  private var work: [Seen] = []
  /// Whether there were more parts than are gathered.
  private(set) var isOverfull = false

  init(words: Int) { isBegun = Array(repeating: false, count: words) }

  /// Notes that the rarest part of a word was seen.
  @inline(__always)
  mutating func begin(_ word: UInt32) {
    guard !isBegun[Int(word)] else { return }
    isBegun[Int(word)] = true
    begun.append(word)
  }

  /// Gives every word's hits, and forgets the field.
  mutating func finish(
    in text: Span<UInt8>, hits: [KeywordHits.Hit], _ occurrences: borrowing Occurrences, plan: borrowing Plan,
    _ take: (_ atom: UInt32, _ start: Int, _ end: Int) -> Void
  ) {
    var room = (ordinary: Self.most, urgent: Self.most, ofKinds: Self.mostOfKinds)
    for word in begun {
      isBegun[Int(word)] = false
      let parts = plan.gapWords[Int(word)].parts
      guard plan.isWhole(parts, occurrences) else { continue }
      if plan.gapWords[Int(word)].isUrgent {
        gather(parts, in: text, hits, occurrences, plan, room: &room.urgent)
      } else if plan.gapWords[Int(word)].isOfKinds {
        gather(parts, in: text, hits, occurrences, plan, room: &room.ofKinds)
      } else {
        gather(parts, in: text, hits, occurrences, plan, room: &room.ordinary)
      }
      join(plan.gapWords[Int(word)], in: text, plan, take)
    }
    begun.removeAll(keepingCapacity: true)
  }

  /// Forgets that there was too much. Called before each post.
  mutating func removeAll() { isOverfull = false }

  /// Gathers the occurrences of all parts of a word in `work`, part by part from left to right, of several choices at a place the longest first.
  private mutating func gather(
    _ parts: Range<Int>, in text: Span<UInt8>, _ hits: [KeywordHits.Hit], _ occurrences: borrowing Occurrences,
    _ plan: borrowing Plan, room: inout Int
  ) {
    work.removeAll(keepingCapacity: true)
    for part in parts {
      for choice in plan.parts[part].choices {
        let wanted = plan.choices[choice]
        occurrences.forEach(wanted.literal, in: hits) { hit in
          guard room > 0 else {
            isOverfull = true
            return false
          }
          room -= 1
          if wanted.checksStart, !WordEdge.holds(at: Int(hit.start), in: text) { return true }
          if wanted.checksEnd, !WordEdge.holds(at: Int(hit.end), in: text) { return true }
          work.append(Seen(start: hit.start, end: hit.end, part: UInt32(truncatingIfNeeded: part)))
          return true
        }
      }
    }
    work.sort { left, right in
      (left.part, left.start, right.end) < (right.part, right.start, left.end)
    }
  }

  /// From each start the parts in their order: each at its nearest place, of several choices there the longest.
  private func join(
    _ word: GapWord, in text: Span<UInt8>, _ plan: borrowing Plan,
    _ take: (_ atom: UInt32, _ start: Int, _ end: Int) -> Void
  ) {
    let first = UInt32(truncatingIfNeeded: word.parts.lowerBound)
    var index = 0
    while index < work.count, work[index].part == first {
      let start = work[index].start
      if let end = end(of: word, after: index, in: text, plan) { take(word.atom, Int(start), end) }
      repeat { index += 1 } while index < work.count && work[index].part == first && work[index].start == start
    }
  }

  /// Where the word ends whose first part is at `index` of `work`; nil if a part is missing.
  private func end(of word: GapWord, after index: Int, in text: Span<UInt8>, _ plan: borrowing Plan) -> Int? {
    var end = Int(work[index].end)
    for part in word.parts.dropFirst() {
      guard let next = nearest(part, from: end) else { return nil }
      let start = Int(work[next].start)
      guard fits(from: end, to: start, atMost: plan.parts[part].gap, in: text) else { return nil }
      end = Int(work[next].end)
    }
    return end
  }

  /// The first occurrence of a part that starts at `offset` or later, the longest of those that start there.
  private func nearest(_ part: Int, from offset: Int) -> Int? {
    var low = 0
    var high = work.count
    // Invariant: all up to `low` come before (part, offset), all from `high` on do not.
    while low < high {
      let middle = (low + high) / 2
      if (Int(work[middle].part), Int(work[middle].start)) < (part, offset) { low = middle + 1 } else { high = middle }
    }
    return low < work.count && Int(work[low].part) == part ? low : nil
  }

  /// Whether at most so many characters lie between, and no end of a clause.
  private func fits(from start: Int, to end: Int, atMost most: Int, in text: Span<UInt8>) -> Bool {
    guard end - start <= 4 * most else { return false }
    var offset = start
    var count = 0
    while offset < end {
      let (kind, next) = Marks.kind(at: offset, in: text)
      count += 1
      if kind != .nothing || count > most { return false }
      offset = next
    }
    return true
  }
}
