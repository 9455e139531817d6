// SPDX-License-Identifier: Apache-2.0

extension KeywordScanner {
  /// Compares the literals behind the candidates with the text, from left to right.
  func confirm(_ found: Candidates, in bytes: Span<UInt8>, _ hits: inout KeywordHits) {
    var pair = 0
    var beginning = 0
    while pair < found.pairs || beginning < found.beginnings {
      let isPair =
        pair < found.pairs && (beginning == found.beginnings || hits.pairs[pair] <= hits.beginnings[beginning])
      if isPair {
        let place = Int(hits.pairs[pair])
        pair += 1
        compare(.pair, word(at: place, in: bytes), at: place, in: bytes, &hits)
      } else {
        let place = Int(hits.beginnings[beginning])
        beginning += 1
        let word = word(at: place, in: bytes)
        if table.has(.oneByte, from: word) { compare(.oneByte, word, at: place, in: bytes, &hits) }
        if table.has(.twoBytes, from: word) { compare(.twoBytes, word, at: place, in: bytes, &hits) }
        if table.has(.threeBytes, from: word) { compare(.threeBytes, word, at: place, in: bytes, &hits) }
        if table.has(.fourBytes, from: word) { compare(.fourBytes, word, at: place, in: bytes, &hits) }
      }
    }
  }

  /// Adds the literals of an anchor that lie around a place.
  @inline(__always)
  private func compare(
    _ kind: Anchor.Kind, _ word: UInt64, at place: Int, in bytes: Span<UInt8>, _ hits: inout KeywordHits
  ) {
    for index in table.entries(of: Anchor.key(kind, word)) {
      let entry = table.entries[index]
      let isBehindMany = hits.hits.count >= Self.manyHits && !wanted.isEmpty
      if isBehindMany, leavesOut(Int(entry.literal), &hits) { continue }
      let start = place - Int(entry.back)
      let end = start + Int(entry.length)
      guard start >= 0, end <= bytes.count, isEqual(entry, at: start, in: bytes) else { continue }
      if isBehindMany, wanted[Int(entry.literal)] == .once { hits.report(Int(entry.literal)) }
      hits.hits.append(
        KeywordHits.Hit(
          literal: LiteralID(entry.literal), start: UInt32(truncatingIfNeeded: start),
          end: UInt32(truncatingIfNeeded: end)))
    }
  }

  /// Whether an occurrence of a literal behind the first many is not wanted.
  private func leavesOut(_ literal: Int, _ hits: inout KeywordHits) -> Bool {
    switch wanted[literal] {
    case .all: return false
    case .once: return hits.leavesOut(literal, of: literalCount)
    case .some:
      guard hits.hits.count >= Self.mostHits else { return false }
      hits.isOverfull = true
      return true
    }
  }

  /// Whether the bytes of a literal are those from a place on.
  @inline(__always)
  private func isEqual(_ entry: AnchorTable.Entry, at start: Int, in bytes: Span<UInt8>) -> Bool {
    let literal = table.bytes.span
    let offset = Int(entry.offset)
    let length = Int(entry.length)
    var done = 0
    while done + 8 <= length {
      if word(at: start + done, in: bytes) != word(at: offset + done, in: literal) { return false }
      done += 8
    }
    if done == length { return true }
    let mask = (1 << UInt64(8 * (length - done))) - 1 as UInt64
    return (word(at: start + done, in: bytes) ^ word(at: offset + done, in: literal)) & mask == 0
  }

  /// The eight bytes from a place on, first the lowest, with zeros beyond the last.
  @inline(__always)
  private func word(at place: Int, in bytes: Span<UInt8>) -> UInt64 {
    if place + 8 <= bytes.count {
      // SAFETY: eight bytes from `place` on lie within the span.
      return unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in (place..<bytes.count).reversed() { word = word << 8 | UInt64(bytes[index]) }
    return word
  }
}
