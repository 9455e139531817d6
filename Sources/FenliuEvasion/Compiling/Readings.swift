// SPDX-License-Identifier: Apache-2.0

/// A `ReadingTable` in the shape that is quick to walk: the readings of a scalar are a stretch of one array.
struct Readings: Sendable {
  /// For each scalar of the Basic Multilingual Plane its place in `starts`, 0 for those that stand for nothing.
  private var slots: [UInt16]
  private var highSlots: [UInt32: UInt16] = [:]
  private var starts: [UInt32] = [0, 0]
  /// Of each scalar in the order of letters.
  private let singles: [Reading]
  /// The readings of several scalars, by the first two of them.
  private let longs: [LongReading]
  /// Of each of those the second scalar.
  private let seconds: [UInt32]
  /// Where those of a scalar begin, by its place.
  private var longStarts: [UInt32] = [0, 0]

  init(_ table: ReadingTable) {
    singles = table.singles.map(\.reading)
    slots = Array(repeating: 0, count: 0x1_0000)
    longs = table.longs
    seconds = longs.map(\.text[1].value)
    var single = 0
    var long = 0
    while single < table.singles.count || long < table.longs.count {
      let scalar = min(
        single < table.singles.count ? table.singles[single].scalar : .max,
        long < table.longs.count ? table.longs[long].text[0].value : .max)
      let slot = UInt16(truncatingIfNeeded: starts.count - 1)
      precondition(Int(slot) == starts.count - 1, "there are fewer characters in the tables")
      if scalar < 0x1_0000 { slots[Int(scalar)] = slot } else { highSlots[scalar] = slot }
      while single < table.singles.count, table.singles[single].scalar == scalar { single += 1 }
      starts.append(UInt32(single))
      while long < table.longs.count, table.longs[long].text[0].value == scalar { long += 1 }
      longStarts.append(UInt32(long))
    }
  }

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

  /// The first of the readings in a range that are not of an earlier letter.
  func firstPlace(in range: Range<Int>, of letter: UInt32) -> Int {
    var low = range.lowerBound
    var high = range.upperBound
    // Invariant: all before `low` are of earlier letters, none from `high` on is.
    while low < high {
      let middle = (low + high) / 2
      if singles[middle].letter < letter { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether a scalar begins a reading of several scalars.
  func beginsLong(_ slot: Int) -> Bool { longStarts[slot] != longStarts[slot + 1] }

  /// The first of the readings of several scalars that begin with a scalar and have no earlier second one.
  func firstLong(_ slot: Int, second: UInt32) -> Int {
    var low = Int(longStarts[slot])
    var high = Int(longStarts[slot + 1])
    // Invariant: the second scalars of all before `low` are earlier, those of none from `high` on.
    while low < high {
      let middle = (low + high) / 2
      if seconds[middle] < second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A reading of several scalars, if it is one of a scalar's, and has that second one.
  func long(at place: Int, of slot: Int, second: UInt32) -> LongReading? {
    place < longStarts[slot + 1] && seconds[place] == second ? longs[place] : nil
  }
}
