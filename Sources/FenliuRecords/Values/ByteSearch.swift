// SPDX-License-Identifier: Apache-2.0

/// Finds bytes eight at a time.
///
/// Source of the method: Alan Mycroft's test for a zero byte in a word. A borrow can only spoil bytes above the first one
/// found, so the lowest mark is right; words are read with their first byte lowest.
enum ByteSearch {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// A word with `byte` in each of its bytes.
  @inline(__always) static func repeated(_ byte: UInt8) -> UInt64 { UInt64(byte) &* ones }

  /// A mark in the first byte of `word` that equals the byte that `pattern` repeats.
  @inline(__always) private static func equal(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let difference = word ^ pattern
    return (difference &- ones) & ~difference & highs
  }

  /// The word of eight bytes at `place`, the first byte lowest.
  @inline(__always) private static func word(_ bytes: Span<UInt8>, _ place: Int) -> UInt64 {
    // The callers' loops leave at least eight bytes from `place` on.
    unsafe UInt64(littleEndian: bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self))
  }

  /// The first place from `start` on of a byte that ends a run inside a JSON string: `"`, `\` or a control; `end` if none.
  @inline(__always)
  static func stringStop(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    let quote = repeated(0x22)
    let backslash = repeated(0x5C)
    let space = repeated(0x20)
    var place = start
    while place &+ 8 <= end {
      let word = word(bytes, place)
      let controls = (word &- space) & ~word & highs
      let marks = equal(word, quote) | equal(word, backslash) | controls
      if marks != 0 { return place &+ marks.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end {
      let byte = bytes[place]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
      place &+= 1
    }
    return place
  }

  /// The first place from `start` on of one of two bytes; `end` if none.
  @inline(__always)
  static func first(of one: UInt8, or other: UInt8, _ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    let ones = repeated(one)
    let others = repeated(other)
    var place = start
    while place &+ 8 <= end {
      let word = word(bytes, place)
      let marks = equal(word, ones) | equal(word, others)
      if marks != 0 { return place &+ marks.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end, bytes[place] != one, bytes[place] != other { place &+= 1 }
    return place
  }

  /// The first place from `start` on of `byte`; `end` if none.
  @inline(__always)
  static func first(of byte: UInt8, _ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    first(of: byte, or: byte, bytes, from: start, before: end)
  }

  /// The same; nil if none.
  @inline(__always)
  static func firstIndex(of byte: UInt8, _ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    let place = first(of: byte, bytes, from: start, before: end)
    return place < end ? place : nil
  }

  /// The first place from `start` on of a byte that is not ASCII; `end` if none.
  static func firstAboveASCII(_ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int {
    precondition(start >= 0 && end <= bytes.count)
    var place = start
    while place &+ 8 <= end {
      let marks = word(bytes, place) & highs
      if marks != 0 { return place &+ marks.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end, bytes[place] < 0x80 { place &+= 1 }
    return place
  }

  /// The last place before `end` and not before `start` of `byte`; nil if none.
  static func last(of byte: UInt8, _ bytes: Span<UInt8>, from start: Int, before end: Int) -> Int? {
    var place = end
    while place > start {
      place -= 1
      if bytes[place] == byte { return place }
    }
    return nil
  }

  /// How many of the bytes are `byte`.
  static func count(of byte: UInt8, _ bytes: Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      var count = 0
      for place in 0..<buffer.count { count &+= unsafe buffer[place] == byte ? 1 : 0 }
      return count
    }
  }
}
