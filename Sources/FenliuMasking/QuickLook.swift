// SPDX-License-Identifier: Apache-2.0

/// Says of most texts, about as quickly as they can be read, that nothing personal can be in them.
///
/// Everything that is found has a digit, an `@` or the character 微 in it, is a run of Chinese digits, or is a name without digits behind one of the other
/// words for an account of WeChat (`vx：somebody`). Of digits the ones of ASCII,
/// the full-width ones, the circled ones and those for mathematics are seen here: whoever writes otherwise is not found unless one of
/// these stands in the text too.
///
/// Source of the method for ASCII, eight bytes at a time: Sean Eron Anderson, Bit Twiddling Hacks, "Determine if a word has a byte
/// between m and n".
enum QuickLook {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080
  /// The bytes of the shortest run of Chinese digits that a number has: four digits.
  private static let shortestRun = 12

  /// Whether it is worth looking closer.
  static func isWorthIt(_ bytes: Span<UInt8>) -> Bool {
    guard bytes.count >= 6 else { return false }
    var place = 0
    var all: UInt64 = 0
    while place &+ 8 <= bytes.count {
      // SAFETY: eight bytes are left from `place` on.
      let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
      if hasMark(word) { return true }
      all |= word
      place &+= 8
    }
    while place < bytes.count {
      let byte = bytes[place]
      if byte &- 0x30 < 10 || byte == 0x40 { return true }
      all |= UInt64(byte)
      place &+= 1
    }
    return hasAccountWord(bytes) || (all & highs != 0 && (hasWideMark(bytes) || hasChineseDigits(bytes)))
  }

  /// Whether a word for an account of WeChat without 微 may stand there: vx, +v, 薇信, weixin. What vanishes when text is folded may stand within it.
  private static func hasAccountWord(_ bytes: Span<UInt8>) -> Bool {
    var hasLetter = false
    var mayVanish = false
    for place in bytes.indices {
      let next = place + 1 < bytes.count ? bytes[place + 1] : 0
      switch bytes[place] {
      case UInt8(ascii: "v"), UInt8(ascii: "V"):
        hasLetter = true
        // 信 begins with 0xE4; 加 and ＋ end with 0xA0 and 0x8B.
        if next | 0x20 == UInt8(ascii: "x") || next == 0xE4 { return true }
        if place > 0, [UInt8(ascii: "+"), 0xA0, 0x8B].contains(bytes[place - 1]) { return true }
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        hasLetter = true
        if next | 0x20 == UInt8(ascii: "x") { return true }
        let third = place + 2 < bytes.count ? bytes[place + 2] | 0x20 : 0
        if next | 0x20 == UInt8(ascii: "e"), third == UInt8(ascii: "i") || third == UInt8(ascii: "c") { return true }
      case 0xE8, 0xE5, 0xE7:
        // 薇 徽 維 维
        guard place + 2 < bytes.count else { continue }
        switch (bytes[place], next, bytes[place + 2]) {
        case (0xE8, 0x96, 0x87), (0xE5, 0xBE, 0xBD), (0xE7, 0xB6, 0xAD), (0xE7, 0xBB, 0xB4): return true
        default: continue
        }
      case 0xEF:
        // Letters of full width; marks of variants and of the order of bytes.
        if next == 0xBD || next == 0xBC, place + 2 < bytes.count, [0x96, 0x97, 0xB6, 0xB7].contains(bytes[place + 2]) {
          return true
        }
        if next == 0xB8 || next == 0xBB { mayVanish = true }
      case 0xE2: if next == 0x80 || next == 0x81 { mayVanish = true }
      case 0xC2, 0xCD, 0xD8, 0xE1, 0xF3: mayVanish = true
      default: continue
      }
    }
    return hasLetter && mayVanish
  }

  /// Whether one of eight bytes is a digit or an `@`.
  @inline(__always)
  private static func hasMark(_ word: UInt64) -> Bool {
    let low = word & ~highs
    // Above 0x2F, below 0x3A, and of ASCII.
    let digits = (ones &* (127 + 0x3A) &- low) & ~word & (low &+ ones &* (127 - 0x2F)) & highs
    let difference = word ^ (ones &* 0x40)
    let signs = (difference &- ones) & ~difference & highs
    return digits | signs != 0
  }

  /// Whether a character of several bytes is worth a closer look.
  private static func hasWideMark(_ bytes: Span<UInt8>) -> Bool {
    var place = 0
    while place &+ 2 < bytes.count {
      let first = bytes[place]
      if first < 0xE2 {
        place &+= first < 0xC0 ? 1 : first < 0xE0 ? 2 : 3
        continue
      }
      switch first {
      case 0xEF: if isWide(bytes[place &+ 1], bytes[place &+ 2]) { return true }
      case 0xE5: if bytes[place &+ 1] == 0xBE, bytes[place &+ 2] == 0xAE { return true }
      case 0xE2: if bytes[place &+ 1] == 0x91 || bytes[place &+ 1] == 0x93 { return true }
      case 0xF0: if bytes[place &+ 1] == 0x9D { return true }
      default: break
      }
      place &+= first < 0xF0 ? 3 : 4
    }
    return false
  }

  /// A digit of full width or the sign ＠, behind 0xEF.
  @inline(__always)
  private static func isWide(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0xBC && (third &- 0x90 < 10 || third == 0xA0)
  }

  /// Whether a probe meets a Chinese digit with others around it. No run of four escapes probes that are as far apart as it is long.
  private static func hasChineseDigits(_ bytes: Span<UInt8>) -> Bool {
    var probe = shortestRun - 1
    while probe < bytes.count {
      var start = probe
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if isChineseDigit(bytes, start), isChineseDigit(bytes, start - 3) || isChineseDigit(bytes, start + 3) {
        return true
      }
      probe += shortestRun
    }
    return false
  }

  private static func isChineseDigit(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard start >= 0, start + 2 < bytes.count, bytes[start] & 0xF0 == 0xE0 else { return false }
    let value =
      UInt32(bytes[start] & 15) << 12 | UInt32(bytes[start + 1] & 63) << 6 | UInt32(bytes[start + 2] & 63)
    return Unicode.Scalar(value).flatMap(DigitValue.chinese) != nil
  }
}
