// SPDX-License-Identifier: Apache-2.0

/// The few bytes of a literal that are looked for, and where in it they stand.
struct Anchor {
  /// What the bytes are, which is also what is compared with a text.
  enum Kind: UInt64 {
    /// The first byte of a literal that has no other.
    case oneByte = 1
    /// Both bytes of a literal.
    case twoBytes = 2
    /// All bytes of a literal of three.
    case threeBytes = 3
    /// The first four bytes of a longer literal.
    case fourBytes = 4
    /// Two neighbouring characters of three bytes each, anywhere in a literal.
    case pair = 6

    /// How many bytes they are.
    var count: Int { Int(rawValue) }
    /// The bits of eight bytes, loaded in the order of little endian, that they take.
    var mask: UInt64 { (1 << (8 * rawValue)) - 1 }
  }

  var kind: Kind
  /// How many bytes of the literal stand before them.
  var back: Int
  /// The bytes, first the lowest, below their number; 0 is the key of none.
  var key: UInt64
  /// How common a pair is, see `PairCommonness`; 0 for what is no pair.
  var level: UInt8

  static func key(_ kind: Kind, _ bytes: UInt64) -> UInt64 { bytes & kind.mask | kind.rawValue << 56 }

  /// The anchor of a literal: the pair of characters in it that is least common, or its beginning where it has no pair.
  ///
  /// - Parameter literal: well-formed UTF-8, not empty.
  init(of literal: Span<UInt8>) {
    var best: (level: UInt8, place: Int)?
    var before: UInt32?
    var place = 0
    while place < literal.count {
      let first = literal[place]
      guard first & 0xF0 == 0xE0, place + 2 < literal.count else {
        before = nil
        place += 1
        continue
      }
      let scalar =
        UInt32(first & 0x0F) << 12 | UInt32(literal[place + 1] & 0x3F) << 6 | UInt32(literal[place + 2] & 0x3F)
      if let before {
        let level = PairCommonness.level(before, scalar)
        if level < best?.level ?? .max { best = (level, place - 3) }
      }
      before = scalar
      place += 3
    }
    kind = best == nil ? Kind(rawValue: UInt64(min(literal.count, 4))) ?? .fourBytes : .pair
    back = best?.place ?? 0
    level = best?.level ?? 0
    var bytes: UInt64 = 0
    for index in (0..<kind.count).reversed() { bytes = bytes << 8 | UInt64(literal[back + index]) }
    key = Self.key(kind, bytes)
  }
}
