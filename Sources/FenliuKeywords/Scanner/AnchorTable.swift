// SPDX-License-Identifier: Apache-2.0

/// From what stands at a place of a text to the literals that may lie there: a hash table with open addresses.
struct AnchorTable: Sendable {
  /// A literal behind its anchor.
  struct Entry: Sendable, BitwiseCopyable {
    var literal: UInt32
    /// Where its bytes begin in `bytes`.
    var offset: UInt32
    /// How many they are.
    var length: UInt32
    /// How many of them stand before the anchor.
    var back: UInt32
  }

  private struct Slot: Sendable, BitwiseCopyable {
    /// 0 where the slot is free.
    var key: UInt64
    var first: UInt32
    var end: UInt32
  }

  /// Invariant: a power of two, at least twice as many as there are keys, so that a free one ends each search.
  private var slots: [Slot]
  private let shift: UInt64
  /// Those of one key are neighbours, in the order of their literals.
  private(set) var entries: [Entry] = []
  /// The bytes of all literals, and eight more, so that a word can be loaded wherever one begins.
  private(set) var bytes: [UInt8] = []
  /// For each first byte the kinds of anchors that begin with it, a bit each by its number of bytes; pairs aside.
  private let kinds: [UInt8]

  /// A table of anchored literals.
  init(_ literals: [[UInt8]], anchors: [(literal: Int, anchor: Anchor)]) {
    let ordered = anchors.sorted { ($0.anchor.key, $0.literal) < ($1.anchor.key, $1.literal) }
    var keys = 0
    var last: UInt64 = 0
    for (_, anchor) in ordered where anchor.key != last {
      keys += 1
      last = anchor.key
    }
    var bits: UInt64 = 4
    while 1 << bits < 2 * keys { bits += 1 }
    shift = 64 - bits
    slots = Array(repeating: Slot(key: 0, first: 0, end: 0), count: 1 << Int(bits))
    var kinds = [UInt8](repeating: 0, count: 256)
    for (_, anchor) in anchors where anchor.kind != .pair {
      kinds[Int(anchor.key & 0xFF)] |= 1 << UInt8(anchor.kind.rawValue)
    }
    self.kinds = kinds
    entries.reserveCapacity(ordered.count)
    bytes.reserveCapacity(anchors.reduce(8) { $0 + literals[$1.literal].count })
    var slot = 0
    last = 0
    for (literal, anchor) in ordered {
      if anchor.key != last {
        slot = free(for: anchor.key)
        slots[slot] = Slot(key: anchor.key, first: UInt32(entries.count), end: 0)
        last = anchor.key
      }
      entries.append(
        Entry(
          literal: UInt32(literal), offset: UInt32(bytes.count), length: UInt32(literals[literal].count),
          back: UInt32(anchor.back)))
      slots[slot].end = UInt32(entries.count)
      bytes.append(contentsOf: literals[literal])
    }
    bytes.append(contentsOf: repeatElement(0, count: 8))
  }

  /// Whether an anchor of a kind begins with a byte.
  @inline(__always)
  func has(_ kind: Anchor.Kind, from first: UInt64) -> Bool {
    kinds[Int(truncatingIfNeeded: first & 0xFF)] & 1 << UInt8(truncatingIfNeeded: kind.rawValue) != 0
  }

  /// The entries of a key; none where it is unknown.
  @inline(__always)
  func entries(of key: UInt64) -> Range<Int> {
    var place = home(of: key)
    while true {
      let slot = slots[place]
      if slot.key == key { return Int(slot.first)..<Int(slot.end) }
      if slot.key == 0 { return 0..<0 }
      place = (place + 1) & (slots.count - 1)
    }
  }

  private func free(for key: UInt64) -> Int {
    var place = home(of: key)
    while slots[place].key != 0 { place = (place + 1) & (slots.count - 1) }
    return place
  }

  @inline(__always)
  private func home(of key: UInt64) -> Int { BitMap.bit(of: key, shift: shift) }
}
