// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

/// Where the parts of words with gaps occur in one field: the hits of each literal, as a chain through the hits of the scan.
struct Occurrences: Sendable {
  /// The last hit of each literal, -1 where there is none.
  private var heads: [Int32]
  /// For each hit noted, its place among the hits and the next one of its literal.
  private var chain: [(hit: UInt32, next: Int32)] = []

  init(literals: Int) { heads = Array(repeating: -1, count: literals) }

  /// Notes a hit of a literal.
  @inline(__always)
  mutating func note(_ literal: Int, hit: Int) {
    chain.append((UInt32(truncatingIfNeeded: hit), heads[literal]))
    heads[literal] = Int32(truncatingIfNeeded: chain.count - 1)
  }

  /// Whether a literal occurs.
  func contains(_ literal: UInt32) -> Bool { heads[Int(literal)] >= 0 }

  /// Gives the hits of a literal, the last one first, until one is not wanted.
  func forEach(_ literal: UInt32, in hits: [KeywordHits.Hit], _ isWanted: (KeywordHits.Hit) -> Bool) {
    var next = heads[Int(literal)]
    while next >= 0 {
      let link = chain[Int(next)]
      guard isWanted(hits[Int(link.hit)]) else { return }
      next = link.next
    }
  }

  /// Forgets the field, keeps the memory.
  mutating func removeAll(_ hits: [KeywordHits.Hit]) {
    for link in chain { heads[Int(hits[Int(link.hit)].literal.index)] = -1 }
    chain.removeAll(keepingCapacity: true)
  }
}
