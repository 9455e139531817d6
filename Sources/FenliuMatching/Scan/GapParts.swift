// SPDX-License-Identifier: Apache-2.0

/// The parts of words with gaps that were seen in one field, and the hits that they make.
///
/// A part is kept only if the part before it was seen, near enough that the gap may hold. Most parts (工资, 人) stand alone
/// and cost a comparison.
struct GapParts: Sendable {
  private struct Seen: Sendable, BitwiseCopyable {
    var start: UInt32
    var end: UInt32
    var part: UInt32
    var next: Int32
  }

  /// How many parts of one field are kept for rules that are not of `danger`, and how many for those besides.
  static let most = 30_000

  private var seen: [Seen] = []
  /// How many of `seen` are of rules of `danger`.
  private var urgent = 0
  private var heads: [Int32]
  private var tails: [Int32]
  /// For each part of each word, the end of its last occurrence; -1 before the first.
  private var lastEnds: [Int32]
  private var touched: [UInt32] = []
  private var work: [Seen] = []
  /// Whether there were more parts than are kept.
  private(set) var isOverfull = false

  init(words: Int, parts: Int) {
    heads = Array(repeating: -1, count: words)
    tails = heads
    lastEnds = Array(repeating: -1, count: parts)
  }

  /// Notes a part of a word. Calls come in the order of ends.
  @inline(__always)
  mutating func append(_ slot: Int, isFirst: Bool, from start: Int, to end: Int, plan: borrowing Plan) {
    if !isFirst {
      let before = Int(lastEnds[slot - 1])
      // No character has more than four bytes.
      if before < 0 || (before <= start && start - before > 4 * plan.parts[slot].gap) { return }
    }
    let word = plan.parts[slot].word
    guard (plan.parts[slot].isUrgent ? urgent : seen.count - urgent) < Self.most else {
      isOverfull = true
      return
    }
    if plan.parts[slot].isUrgent { urgent += 1 }
    lastEnds[slot] = Int32(truncatingIfNeeded: end)
    let index = Int32(truncatingIfNeeded: seen.count)
    seen.append(
      Seen(
        start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end),
        part: UInt32(truncatingIfNeeded: slot), next: -1))
    if heads[Int(word)] < 0 {
      heads[Int(word)] = index
      touched.append(word)
    } else {
      seen[Int(tails[Int(word)])].next = index
    }
    tails[Int(word)] = index
  }

  /// Gives every word's hits, and forgets the field.
  mutating func finish(
    in text: Span<UInt8>, plan: borrowing Plan, _ take: (_ atom: UInt32, _ start: Int, _ end: Int) -> Void
  ) {
    for word in touched {
      // Asked in place: most words that were begun lack a part, and a copy costs more than the question.
      let firstPart = Int(plan.gapWords[Int(word)].firstPart)
      let parts = plan.gapWords[Int(word)].gaps.count
      if lastEnds[firstPart + parts - 1] >= 0 {
        join(plan.gapWords[Int(word)], head: heads[Int(word)], in: text, take)
      }
      heads[Int(word)] = -1
      for part in firstPart..<firstPart + parts { lastEnds[part] = -1 }
    }
    touched.removeAll(keepingCapacity: true)
    seen.removeAll(keepingCapacity: true)
    urgent = 0
  }

  /// Forgets that there was too much. Called before each post.
  mutating func removeAll() { isOverfull = false }

  /// From each start the parts in their order: each at its nearest place, of several choices there the longest.
  private mutating func join(
    _ word: GapWord, head: Int32, in text: Span<UInt8>, _ take: (_ atom: UInt32, _ start: Int, _ end: Int) -> Void
  ) {
    work.removeAll(keepingCapacity: true)
    var next = head
    while next >= 0 {
      work.append(seen[Int(next)])
      next = seen[Int(next)].next
    }
    work.sort { left, right in
      (left.part, left.start, right.end) < (right.part, right.start, left.end)
    }
    var index = 0
    while index < work.count, work[index].part == word.firstPart {
      let start = work[index].start
      if let end = end(of: word, after: index, in: text) { take(word.atom, Int(start), end) }
      repeat { index += 1 } while index < work.count && work[index].part == word.firstPart && work[index].start == start
    }
  }

  /// Where the word ends whose first part is at `index` of `work`; nil if a part is missing.
  private func end(of word: GapWord, after index: Int, in text: Span<UInt8>) -> Int? {
    var end = Int(work[index].end)
    for part in 1..<max(word.gaps.count, 1) {
      guard let next = nearest(Int(word.firstPart) + part, from: end) else { return nil }
      let start = Int(work[next].start)
      guard fits(from: end, to: start, atMost: word.gaps[part], in: text) else { return nil }
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
