// SPDX-License-Identifier: Apache-2.0

/// Finds every occurrence of every one of many literals, as `KeywordAutomaton` does, at several times its speed on Chinese text.
///
/// Most literals are two or more Chinese characters, and two neighbouring ones are six bytes. Each literal is *anchored* at the pair in it that is rarest
/// in posts. The pairs of a text are hashed, and one bit asked for each: where it is set, the pair is a candidate, noted without a branch. Only
/// candidates are looked up and compared. Literals without such a pair are anchored at their first bytes and have bit maps of their own. So a
/// text is read once, and nearly all of it costs a load, a product and a bit a character, whatever the number of literals.
///
/// Hashing neighbouring characters into a bit map goes back to Rabin and Karp ("Efficient randomized pattern-matching algorithms", IBM Journal of
/// Research and Development 31, 1987) and to Wu and Manber's blocks ("A fast algorithm for multi-pattern searching", TR-94-17, 1994).
///
/// Immutable: make one, share it. About 60 bytes a literal, and up to 512 kB for the map.
public struct KeywordScanner: Sendable {
  /// The anchors of literals that have a pair.
  let pairs: BitMap
  /// The first characters, of three bytes, of the other literals.
  let characters: BitMap
  /// The first two bytes of literals that begin otherwise; those of one byte have all that may follow.
  let beginnings: BitMap
  let hasCharacters: Bool
  let table: AnchorTable
  /// How many literals the scanner was made from.
  public let literalCount: Int
  /// Of each literal how many of its occurrences are wanted; empty where all are.
  let wanted: [Wanted]

  /// How many occurrences of a literal are wanted in a text that has very many.
  public enum Wanted: UInt8, Sendable, BitwiseCopyable {
    /// Every one.
    case all
    /// Behind the first `manyHits` hits of the text no more than one.
    case once
    /// Behind the first `mostHits` hits of the text none.
    case some
  }

  /// The hits of a text behind which some literals are reported once.
  public static let manyHits = 20_000
  /// The hits of a text behind which some are not reported any more.
  public static let mostHits = 60_000

  /// Makes the scanner of some normalized literals, about 30 ms for 100,000.
  ///
  /// - Parameters:
  ///   - literals: well-formed UTF-8; anything else is a programmer's error. Equal ones are all reported, empty ones never occur. A
  ///     literal's id is its place.
  ///   - wanted: of each literal how many of its occurrences are wanted; empty: all of each.
  public init(_ literals: [[UInt8]], wanted: [Wanted] = []) {
    precondition(wanted.isEmpty || wanted.count == literals.count)
    self.wanted = wanted.allSatisfy { $0 == .all } ? [] : wanted
    var anchors: [(literal: Int, anchor: Anchor)] = []
    anchors.reserveCapacity(literals.count)
    for (index, literal) in literals.enumerated() where !literal.isEmpty {
      anchors.append((index, Anchor(of: literal.span)))
    }
    let pairCount = anchors.count { $0.anchor.kind == .pair }
    var pairs = BitMap(bits: Self.bits(for: pairCount))
    var characters = BitMap(bits: 16)
    var beginnings = BitMap(bits: 16)
    var hasCharacters = false
    for (_, anchor) in anchors {
      let bytes = anchor.key & anchor.kind.mask
      if anchor.kind == .pair {
        pairs.insert(bytes)
      } else if bytes & 0xF0 == 0xE0 {
        characters.insert(bytes & 0xFF_FFFF)
        hasCharacters = true
      } else if anchor.kind == .oneByte {
        for next in 0..<256 { beginnings.set(Int(bytes) | next << 8) }
      } else {
        beginnings.set(Int(bytes & 0xFFFF))
      }
    }
    self.pairs = pairs
    self.characters = characters
    self.beginnings = beginnings
    self.hasCharacters = hasCharacters
    table = AnchorTable(literals, anchors: anchors)
    literalCount = literals.count
  }

  /// How large the map of pairs is: about a hundred bits a literal or more, up to 512 kB, so that it fits the second cache.
  private static func bits(for pairs: Int) -> UInt64 {
    var bits: UInt64 = 15
    while bits < 22, 1 << bits < 96 * pairs { bits += 1 }
    return bits
  }

  /// A guess at how common a literal is in posts, for whoever may choose among several: 0 for the rare ones, 16 for single characters.
  ///
  /// - Parameter literal: well-formed UTF-8, not empty.
  public static func commonness(of literal: [UInt8]) -> Int {
    let anchor = Anchor(of: literal.span)
    if anchor.kind == .pair { return Int(anchor.level) }
    return literal.count(where: { $0 & 0xC0 != 0x80 }) == 1 ? 16 : 8
  }

  /// Finds every occurrence of every literal. What `hits` held before is gone.
  ///
  /// In the order of their ends; of those that end together the longest first, equal ones in the order of their ids. Occurrences of literals of
  /// which not all are wanted may be left out, which `isCut` and `isOverfull` say.
  ///
  /// - Parameter bytes: normalized text in well-formed UTF-8, less than 4 GB. In anything else some occurrences may be missed.
  public func scan(_ bytes: Span<UInt8>, into hits: inout KeywordHits) {
    hits.removeAll()
    guard literalCount > 0 else { return }
    if hits.pairs.isEmpty {
      hits.pairs = Array(repeating: 0, count: Self.candidates)
      hits.beginnings = hits.pairs
    }
    var place = 0
    while place < bytes.count {
      let found =
        hasCharacters
        ? collect(bytes, from: &place, looksAtAll: true, &hits.pairs, &hits.beginnings)
        : collect(bytes, from: &place, looksAtAll: false, &hits.pairs, &hits.beginnings)
      confirm(found, in: bytes, &hits)
    }
    hits.settle()
  }

  /// All occurrences, in the order of `scan`. For tests and short lists.
  public func hits(in bytes: [UInt8]) -> [(literal: LiteralID, range: Range<Int>)] {
    var hits = KeywordHits()
    scan(bytes.span, into: &hits)
    return hits.hits.map { ($0.literal, $0.range) }
  }
}
