// SPDX-License-Identifier: Apache-2.0

/// The occurrences that a scan found, and the memory it needs, kept from one text to the next.
public struct KeywordHits: Sendable {
  /// Where a literal lies in a text, in bytes.
  public struct Hit: Hashable, Sendable, BitwiseCopyable {
    public var literal: LiteralID
    public var start: UInt32
    public var end: UInt32

    @inlinable
    public init(literal: LiteralID, start: UInt32, end: UInt32) {
      self.literal = literal
      self.start = start
      self.end = end
    }

    /// The bytes it lies in.
    @inlinable public var range: Range<Int> { Int(start)..<Int(end) }

    /// The order of the automaton: by ends, of those that end together the longest first, equal ones by their ids.
    @inline(__always)
    static func comes(_ left: Hit, before right: Hit) -> Bool {
      if left.end != right.end { return left.end < right.end }
      if left.start != right.start { return left.start < right.start }
      return left.literal.index < right.literal.index
    }
  }

  /// What was found, in the order of ends.
  public internal(set) var hits: [Hit] = []
  /// Whether occurrences were left out of literals that a scanner reports once where there are many hits.
  public internal(set) var isCut = false
  /// Whether there may have been more of literals that are not looked for behind the first `mostHits` hits.
  public internal(set) var isOverfull = false
  /// Of each literal whether it was reported behind the many; empty where there never were so many.
  private var isReported: [Bool] = []
  private var reported: [Int] = []
  /// Places of a text where two neighbouring characters may be an anchor.
  var pairs: [UInt32] = []
  /// Places of a text where a literal without pair may begin.
  var beginnings: [UInt32] = []

  public init() {}

  /// Forgets the last text, keeps the memory.
  mutating func removeAll() {
    hits.removeAll(keepingCapacity: true)
    isCut = false
    isOverfull = false
    for literal in reported { isReported[literal] = false }
    reported.removeAll(keepingCapacity: true)
  }

  /// Whether an occurrence of a literal that is reported once behind the many may be left out, from its second on.
  mutating func leavesOut(_ literal: Int, of count: Int) -> Bool {
    if isReported.count < count { isReported = Array(repeating: false, count: count) }
    if isReported[literal] {
      isCut = true
      return true
    }
    return false
  }

  /// Notes that a literal was reported behind the many.
  mutating func report(_ literal: Int) {
    isReported[literal] = true
    reported.append(literal)
  }

  /// Puts the hits in order. They come nearly so: a hit is out of its place by no more than the literals around it are long.
  mutating func settle() {
    var moves = 0
    for index in hits.indices.dropFirst() {
      let hit = hits[index]
      var place = index
      while place > 0, Hit.comes(hit, before: hits[place - 1]) {
        hits[place] = hits[place - 1]
        place -= 1
        moves += 1
      }
      hits[place] = hit
      // Long literals around many short ones: better sorted than moved one by one.
      if moves > 8 * hits.count + 1024 { return hits.sort(by: Hit.comes) }
    }
  }
}
