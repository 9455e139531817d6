// SPDX-License-Identifier: Apache-2.0

/// A value for each Unicode scalar, where neighbours mostly have the same.
///
/// Easy to build and quick to read in one: scalars lie in blocks of 64, equal blocks are kept once, and a look-up is two
/// loads. Built once when the program first asks; a few thousand range updates take well under a millisecond.
@usableFromInline
struct TwoStageTable<Value: BitwiseCopyable & Sendable>: Sendable {
  /// Which block of `values` holds the scalars from 64 times the index on.
  ///
  /// Invariant: one entry for each block of Unicode, each less than `values.count / 64`.
  @usableFromInline private(set) var blocks: [UInt16]
  /// The blocks, 64 values each, the first one made of the value of all that was never set.
  @usableFromInline private(set) var values: [Value]
  /// How many entries of `blocks` name each block: a block with one reader may be changed where it lies.
  private var readers: [Int]

  /// Gives every scalar the same value.
  init(_ value: Value) {
    blocks = Array(repeating: 0, count: 0x11_0000 >> 6)
    values = Array(repeating: value, count: 64)
    readers = [blocks.count]
  }

  /// The value of a scalar. Two loads.
  ///
  /// - Parameter scalar: less than 0x110000.
  @inlinable
  subscript(scalar: UInt32) -> Value {
    values[Int(blocks[Int(scalar >> 6)]) << 6 | Int(scalar & 63)]
  }

  /// Whether nothing was ever set for the 64 scalars around one.
  func isCommon(_ scalar: UInt32) -> Bool { blocks[Int(scalar >> 6)] == 0 }

  /// Gives one scalar a value of its own.
  mutating func set(_ scalar: UInt32, _ value: Value) {
    let block = Int(scalar >> 6)
    let own = readers[Int(blocks[block])] == 1 ? blocks[block] : copied(blocks[block], at: block)
    values[Int(own) << 6 | Int(scalar & 63)] = value
  }

  /// Changes the values of a range of scalars.
  mutating func update(_ scalars: ClosedRange<UInt32>, _ change: (inout Value) -> Void) {
    var copies: [UInt16: UInt16] = [:]
    for block in Int(scalars.lowerBound >> 6)...Int(scalars.upperBound >> 6) {
      let first = UInt32(block) << 6
      let inside = max(scalars.lowerBound, first) - first...min(scalars.upperBound, first + 63) - first
      let isWhole = inside.count == 64
      let old = blocks[block]
      // Whole blocks that were equal before stay equal, so one copy serves them all.
      if isWhole, let copy = copies[old] {
        share(copy, at: block)
        continue
      }
      let own = readers[Int(old)] == 1 ? old : copied(old, at: block)
      if isWhole, own != old { copies[old] = own }
      for place in inside { change(&values[Int(own) << 6 | Int(place)]) }
    }
  }

  private mutating func share(_ block: UInt16, at index: Int) {
    readers[Int(blocks[index])] -= 1
    readers[Int(block)] += 1
    blocks[index] = block
  }

  private mutating func copied(_ block: UInt16, at index: Int) -> UInt16 {
    let copy = UInt16(readers.count)
    let start = Int(block) << 6
    // One by one, since a slice of the values would make the append copy them all.
    for place in start..<start + 64 { values.append(values[place]) }
    readers.append(0)
    share(copy, at: index)
    return copy
  }
}
