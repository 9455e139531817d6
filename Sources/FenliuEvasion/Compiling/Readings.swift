// SPDX-License-Identifier: Apache-2.0

/// A `ReadingTable` in the shape that is quick to walk: the readings of a scalar are a stretch of one array.
struct Readings: Sendable {
  /// For each scalar of the Basic Multilingual Plane its place in `starts`, 0 for those that stand for nothing.
  private var slots: [UInt16]
  private var highSlots: [UInt32: UInt16] = [:]
  private var starts: [UInt32] = [0, 0]
  private var singles: [Reading] = []
  /// The readings of several scalars, by the first two.
  private let longs: [UInt64: [LongReading]]
  /// Whether a scalar begins a reading of several scalars, by its place.
  private var beginsLong = [false]

  init(_ table: ReadingTable) {
    slots = Array(repeating: 0, count: 0x1_0000)
    let firsts = Set(table.single.keys).union(table.long.keys).sorted()
    precondition(firsts.count < 0x1_0000, "there are fewer characters in the tables")
    for scalar in firsts {
      let slot = UInt16(truncatingIfNeeded: starts.count - 1)
      if scalar.value < 0x1_0000 { slots[Int(scalar.value)] = slot } else { highSlots[scalar.value] = slot }
      singles += table.single[scalar] ?? []
      starts.append(UInt32(singles.count))
      beginsLong.append(table.long[scalar] != nil)
    }
    var longs: [UInt64: [LongReading]] = [:]
    // In the order of scalars, so that what is tried first, and what a bound leaves out, is the same in every run.
    for long in firsts.flatMap({ table.long[$0] ?? [] }) {
      longs[Self.key(long.text[0].value, long.text[1].value), default: []].append(long)
    }
    self.longs = longs
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

  /// The place of a scalar, 0 where it stands for nothing.
  @inline(__always)
  func slot(of scalar: UInt32) -> Int {
    scalar < 0x1_0000 ? Int(slots[Int(scalar)]) : Int(highSlots[scalar] ?? 0)
  }

  /// Where the readings of a single scalar lie.
  @inline(__always)
  func range(of slot: Int) -> Range<Int> { Int(starts[slot])..<Int(starts[slot + 1]) }

  @inline(__always)
  subscript(place: Int) -> Reading { singles[place] }

  func beginsLong(_ slot: Int) -> Bool { beginsLong[slot] }

  /// The readings of several scalars that begin with two.
  func long(_ first: UInt32, _ second: UInt32) -> [LongReading] { longs[Self.key(first, second)] ?? [] }
}
