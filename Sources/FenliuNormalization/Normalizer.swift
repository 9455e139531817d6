// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
public import FenliuModel

/// Brings whole fields into the form of LANGUAGE.md section 2, as `Folding` brings single words.
///
/// Stretches that are normal already, which is nearly all of nearly every post, are passed over with one bit asked for each
/// scalar and copied as they are; only scalars that change are looked up.
public struct Normalizer: Sendable {
  private let tables: FoldingTables

  /// Takes the tables of the program.
  public init() { tables = .shared }

  /// Normalizes a text and keeps the way back. What `result` held before is gone.
  ///
  /// - Parameter counting: whether scalars are counted for questions for offsets; who may not ask them calls `countScalars` when it does.
  public func normalize(_ text: String, into result: inout NormalizedText, counting: Bool = true) {
    normalize(text.utf8Span, into: &result, counting: counting)
  }

  /// Normalizes a text and keeps the way back. What `result` held before is gone.
  ///
  /// - Parameter counting: whether scalars are counted for questions for offsets; who may not ask them calls `countScalars` when it does.
  public func normalize(_ text: UTF8Span, into result: inout NormalizedText, counting: Bool = true) {
    let bytes = text.span
    result.removeAll()
    // Nearly every text keeps its length to the end: it is taken in whole, and what changes is written over it.
    result.appendUnchanged(bytes)
    var start = firstChange(in: bytes, from: 0)
    while let scalar = Folding.scalar(at: start, in: bytes) {
      let length = UTF8.width(scalar)
      guard let folded = tables.fold(scalar), UTF8.width(folded) == length else {
        result.giveBack(from: start)
        append(bytes.extracting(droppingFirst: start), to: &result)
        break
      }
      result.overwrite(at: start, with: folded)
      start = firstChange(in: bytes, from: start + length)
    }
    result.finish(bytes)
    if counting { result.countScalars() }
  }

  /// Takes in the rest of a text, stretch by stretch.
  private func append(_ bytes: Span<UInt8>, to result: inout NormalizedText) {
    var start = 0
    while true {
      let end = firstChange(in: bytes, from: start)
      result.appendUnchanged(bytes.extracting(start..<end))
      guard let scalar = Folding.scalar(at: end, in: bytes) else { return }
      let length = UTF8.width(scalar)
      if let folded = tables.fold(scalar) { result.append(folded, for: length) } else { result.skip(length) }
      start = end + length
    }
  }

  /// Normalizes a text of its own. For tests and single texts; whole batches reuse a buffer.
  public func normalized(_ text: String) -> NormalizedText {
    var result = NormalizedText()
    normalize(text, into: &result)
    return result
  }

  /// Where the first scalar from `start` on begins that folding changes, or the end.
  private func firstChange(in bytes: Span<UInt8>, from start: Int) -> Int {
    let changing = tables.changing.span
    var offset = start
    while offset < bytes.count {
      offset = firstToLookAt(in: bytes, from: offset)
      guard offset < bytes.count else { break }
      let first = bytes[offset]
      if first < 0x80 {
        if first &- UInt8(ascii: "A") < 26 { return offset }
        offset += 1
      } else if first >= 0xE0, first < 0xF0 {
        let word = Int(first & 0x0F) << 6 | Int(bytes[offset + 1] & 0x3F)
        if changing[word] >> UInt64(bytes[offset + 2] & 0x3F) & 1 != 0 { return offset }
        offset += 3
      } else if first < 0xE0 {
        if changing[Int(first & 0x1F)] >> UInt64(bytes[offset + 1] & 0x3F) & 1 != 0 { return offset }
        offset += 2
      } else {
        guard let scalar = Folding.scalar(at: offset, in: bytes), tables.fold(scalar) == scalar else { return offset }
        offset += 4
      }
    }
    return offset
  }

  /// Passes over stretches of four characters of three bytes of which folding changes none, and of eight bytes of ASCII without capitals; where
  /// the first stretch begins that is neither.
  private func firstToLookAt(in bytes: Span<UInt8>, from start: Int) -> Int {
    let raw = unsafe bytes.bytes
    let changing = tables.changing.span
    precondition(changing.count >= 1024, "the table has a word for each beginning of a character of three bytes")
    var offset = start
    while offset + 17 <= bytes.count {
      // SAFETY: the eight bytes from `offset + 9` on are the last that are read, and lie within the span; a row is below 1024.
      func load(_ place: Int) -> UInt64 {
        unsafe UInt64(littleEndian: raw.unsafeLoadUnaligned(fromUncheckedByteOffset: offset + place, as: UInt64.self))
      }
      func change(_ word: UInt64) -> UInt64 {
        let row = Int(truncatingIfNeeded: (word & 0x0F) &<< 6 | word &>> 8 & 0x3F)
        return unsafe changing[unchecked: row] &>> (word &>> 16)
      }
      let (first, second) = (load(0), load(3))
      let (third, fourth) = (load(6), load(9))
      if ((first ^ 0xE0) | (second ^ 0xE0) | (third ^ 0xE0) | (fourth ^ 0xE0)) & 0xF0 == 0 {
        if (change(first) | change(second) | change(third) | change(fourth)) & 1 != 0 { return offset }
        offset += 12
      } else if first & 0x8080_8080_8080_8080 == 0, !Self.hasCapital(first) {
        offset += 8
      } else {
        return offset
      }
    }
    return offset
  }

  /// Whether one of eight bytes of ASCII is a capital letter: whether adding carries it over the first, and not over the last.
  @inline(__always)
  private static func hasCapital(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let fromA = bytes &+ ones &* UInt64(0x80 - UInt8(ascii: "A"))
    let beyondZ = bytes &+ ones &* UInt64(0x80 - UInt8(ascii: "Z") - 1)
    return fromA & ~beyondZ & 0x8080_8080_8080_8080 != 0
  }
}
