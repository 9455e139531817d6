// SPDX-License-Identifier: Apache-2.0

/// How common two neighbouring characters are in Chinese posts, so that literals are looked for where they are rarest.
///
/// A guess for speed only: what it says never changes what is found.
enum PairCommonness {
  /// The binary logarithm of how common a pair is, from 1 to 15 for the 24,000 commonest, 0 for all others. Places are shared by a hash, so that a rare pair
  /// may be taken for a common one.
  ///
  /// - Parameters:
  ///   - first: the scalar of a character of three bytes in UTF-8.
  ///   - second: that of its neighbour.
  static func level(_ first: UInt32, _ second: UInt32) -> UInt8 {
    let place = Int(((first << 16 | second) &* 0x9E37_79B1) >> 16)
    return levels[place]
  }

  /// The levels of all places, read once.
  private static let levels: [UInt8] = {
    let digits = PairCommonnessData.digits
    // SAFETY: a static string is as long as it says, and lives for ever.
    let text = unsafe UnsafeBufferPointer(start: digits.utf8Start, count: digits.utf8CodeUnitCount)
    var levels: [UInt8] = []
    levels.reserveCapacity(1 << 16)
    for index in text.indices where unsafe text[index] >= UInt8(ascii: "0") {
      let digit = unsafe text[index]
      levels.append(digit <= UInt8(ascii: "9") ? digit - UInt8(ascii: "0") : digit - UInt8(ascii: "a") + 10)
    }
    precondition(levels.count == 1 << 16, "the table of pairs has 65,536 places")
    return levels
  }()
}
