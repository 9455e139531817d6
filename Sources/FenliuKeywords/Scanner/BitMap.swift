// SPDX-License-Identifier: Apache-2.0

/// A set of hashes, one bit each: what is not in it is in none of the sets behind it.
struct BitMap: Sendable {
  /// What hashes are made with: 2^64 divided by the golden ratio (Knuth, The Art of Computer Programming 3, section 6.4).
  @inline(__always) static var factor: UInt64 { 0x9E37_79B9_7F4A_7C15 }

  private(set) var words: [UInt64]
  /// How many of the 64 bits of a product are left aside.
  let shift: UInt64

  /// A map of 2 to the power of `bits`, at least 6.
  init(bits: UInt64) {
    words = Array(repeating: 0, count: 1 << Int(bits - 6))
    shift = 64 - bits
  }

  /// The bit of a value.
  @inline(__always)
  static func bit(of value: UInt64, shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (value &* factor) &>> shift)
  }

  mutating func insert(_ value: UInt64) { set(Self.bit(of: value, shift: shift)) }

  /// Sets a bit by its number.
  mutating func set(_ bit: Int) { words[bit >> 6] |= 1 << UInt64(bit & 63) }
}
