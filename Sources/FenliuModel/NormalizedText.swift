// SPDX-License-Identifier: Apache-2.0

/// One field prepared for matching, which remembers where each of its scalars came from.
///
/// Text that is already normal, and text whose scalars all kept their length in UTF-8 (small letters for capitals,
/// simplified characters for traditional ones), needs no map: offsets are the same on both sides. Where a scalar changed
/// its length or vanished, a `Shift` is noted behind it:
///
///     original    Ｖ  Ｘ  ZWSP  群        bytes 3 3 3 3
///     normalized  v   x   群              bytes 1 1 3
///     shifts      1 → 3…3   2 → 6…9       "normalized 2: a range that ends here ends at 6, one that starts here starts at 9"
///
/// So a hit ends with the last scalar that was matched, and takes no vanished character along.
///
/// The normalized bytes are always held here, copied once at the speed of memory, so that whoever matches need not care
/// whose they are; the original is held too only where something changed.
///
/// A value is one worker's buffer: a `Normalizer` fills it again and again, and it keeps its memory.
public struct NormalizedText: Sendable {
  /// Where normalized and original offsets move apart.
  @usableFromInline
  struct Shift: Sendable {
    /// An offset of the normalized bytes, behind a scalar of another length or where a vanished one stood.
    @usableFromInline var normalized: Int
    /// Where a range that ends at `normalized` ends in the original.
    @usableFromInline var originalEnd: Int
    /// Where a range that starts at `normalized` starts in the original.
    @usableFromInline var originalStart: Int
    @inlinable init(normalized: Int, originalEnd: Int, originalStart: Int) {
      self.normalized = normalized
      self.originalEnd = originalEnd
      self.originalStart = originalStart
    }
  }

  /// The normalized text.
  @usableFromInline var normalized: [UInt8] = []
  /// The original text; empty while it is the same as the normalized one.
  @usableFromInline var changedOriginal: [UInt8] = []
  /// Invariant: `normalized` rises from each to the next, `originalEnd` and `originalStart` never fall, the former is never
  /// above the latter, and between two shifts both sides have the same number of bytes.
  @usableFromInline var shifts: [Shift] = []
  /// How many bytes of the original have been taken in.
  @usableFromInline var originalCount = 0
  /// Whether no scalar changed so far.
  @usableFromInline var isSame = true
  /// Scalars of the original before each 128th byte, from the second stretch on; none for short texts, and none before `countScalars`.
  var scalarsBefore: [Int] = []

  /// A text of nothing.
  public init() {}

  /// The normalized text in UTF-8.
  @inlinable public var bytes: [UInt8] { normalized }

  /// The original text in UTF-8.
  @inlinable public var originalBytes: [UInt8] { isSame ? normalized : changedOriginal }

  /// Whether normalizing changed nothing.
  @inlinable public var isUnchanged: Bool { isSame }

  /// The original bytes that a range of normalized bytes came from, in constant time for most texts, else by bisection.
  ///
  /// From the start of the first scalar to the end of the last one that was matched; an empty range stays empty.
  ///
  /// - Parameter range: of `bytes`, on scalar boundaries. (Any other gives a range near by, never one outside.)
  public func originalRange(of range: Range<Int>) -> Range<Int> {
    guard !shifts.isEmpty else { return range }
    let start = original(range.lowerBound, asEnd: false)
    return start..<(range.isEmpty ? start : max(start, original(range.upperBound, asEnd: true)))
  }

  /// The original text that a range of normalized bytes came from.
  public func originalText(of range: Range<Int>) -> String {
    String(decoding: originalBytes[originalRange(of: range)], as: UTF8.self)
  }

  /// The original range of a range of normalized bytes, counted in Unicode scalars of the original field, as decisions
  /// have it.
  ///
  /// Counts over at most 128 bytes and the range itself. Ask for what is shown only.
  public func originalScalarOffsets(of range: Range<Int>) -> Range<Int> { origin(of: range).scalars }

  /// Where a range of normalized bytes came from, in bytes and in Unicode scalars of the original; costs no more than the latter alone.
  public func origin(of range: Range<Int>) -> (bytes: Range<Int>, scalars: Range<Int>) {
    let bytes = originalRange(of: range)
    let stretch = min(bytes.lowerBound / Self.stretch, scalarsBefore.count)
    let before = stretch == 0 ? 0 : scalarsBefore[stretch - 1]
    let head = stretch * Self.stretch..<bytes.lowerBound
    let (start, length) =
      isSame
      ? (Self.scalars(in: normalized, head), Self.scalars(in: normalized, bytes))
      : (Self.scalars(in: changedOriginal, head), Self.scalars(in: changedOriginal, bytes))
    return (bytes, before + start..<before + start + length)
  }

  /// Empties the text and keeps its memory for the next.
  public mutating func removeAll() {
    normalized.removeAll(keepingCapacity: true)
    changedOriginal.removeAll(keepingCapacity: true)
    shifts.removeAll(keepingCapacity: true)
    scalarsBefore.removeAll(keepingCapacity: true)
    originalCount = 0
    isSame = true
  }

  private func original(_ offset: Int, asEnd: Bool) -> Int {
    var low = -1
    var high = shifts.count
    // Invariant: all shifts up to `low` are at or before `offset`, all from `high` on behind it.
    while high - low > 1 {
      let middle = (low + high) / 2
      if shifts[middle].normalized <= offset { low = middle } else { high = middle }
    }
    guard low >= 0 else { return offset }
    let shift = shifts[low]
    if shift.normalized == offset { return asEnd ? shift.originalEnd : shift.originalStart }
    // Inside a scalar that became longer, the way onward could lead past where the scalar ended.
    let ceiling = high < shifts.count ? shifts[high].originalEnd : originalCount
    return min(shift.originalStart + offset - shift.normalized, ceiling)
  }
}

/// How a text is filled: from left to right, every byte of the original taken in once, then `finish`.
extension NormalizedText {
  static let stretch = 128

  /// Takes in bytes of the original, whole scalars, that are normal already.
  @inlinable
  public mutating func appendUnchanged(_ bytes: Span<UInt8>) {
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe bytes.withUnsafeBufferPointer { unsafe normalized.append(contentsOf: $0) }
    originalCount += bytes.count
  }

  /// Changes a scalar that was taken in as it is to one of the same length.
  ///
  /// - Parameter offset: where it begins, in a text without shifts so far.
  @inlinable
  public mutating func overwrite(at offset: Int, with scalar: Unicode.Scalar) {
    isSame = false
    if scalar.isASCII {
      normalized[offset] = UInt8(truncatingIfNeeded: scalar.value)
      return
    }
    var place = offset
    for byte in scalar.utf8 {
      normalized[place] = byte
      place += 1
    }
  }

  /// Gives back what was taken in from an offset on, so that it can be taken in otherwise.
  ///
  /// - Parameter offset: a scalar boundary, in a text without shifts so far.
  @inlinable
  public mutating func giveBack(from offset: Int) {
    normalized.removeLast(normalized.count - offset)
    originalCount = offset
  }

  /// Takes in one scalar of the original and writes what it became.
  ///
  /// - Parameter length: of the scalar in the original, in bytes.
  @inlinable
  public mutating func append(_ scalar: Unicode.Scalar, for length: Int) {
    isSame = false
    if scalar.isASCII {
      normalized.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      for byte in scalar.utf8 { normalized.append(byte) }
    }
    originalCount += length
    if UTF8.width(scalar) != length { noteShift(end: originalCount) }
  }

  /// Takes in one scalar of the original that vanishes.
  ///
  /// - Parameter length: of the scalar in the original, in bytes.
  @inlinable
  public mutating func skip(_ length: Int) {
    isSame = false
    originalCount += length
    noteShift(end: originalCount - length)
  }

  /// Ends the text. `original` is all that was taken in; it is copied only if something changed.
  public mutating func finish(_ original: Span<UInt8>) {
    precondition(original.count == originalCount, "every byte of the original is taken in once")
    if !isSame {
      // SAFETY: the buffer is read before the call returns, and not kept.
      unsafe original.withUnsafeBufferPointer { unsafe changedOriginal.append(contentsOf: $0) }
    }
  }

  /// Counts the scalars of the original from stretch to stretch, so that each later question for offsets counts over one stretch only. Counted once,
  /// however often it is asked; without it the answers are the same and cost a pass over what stands before.
  public mutating func countScalars() {
    var start = scalarsBefore.count * Self.stretch
    while start + Self.stretch <= originalCount {
      let before = scalarsBefore.last ?? 0
      scalarsBefore.append(before + Self.scalars(in: originalBytes, start..<start + Self.stretch))
      start += Self.stretch
    }
  }

  @inlinable
  mutating func noteShift(end: Int) {
    if let last = shifts.indices.last, shifts[last].normalized == normalized.count {
      // What vanishes behind a shift moves only the starts.
      shifts[last].originalStart = originalCount
    } else {
      shifts.append(Shift(normalized: normalized.count, originalEnd: end, originalStart: originalCount))
    }
  }

  /// How many scalars begin in a range.
  ///
  /// Source of the method: bytes 10xxxxxx go on with a scalar; they are counted eight at a time.
  static func scalars(in bytes: [UInt8], _ range: Range<Int>) -> Int {
    let bytes = bytes.span.extracting(range)
    let ones: UInt64 = 0x0101_0101_0101_0101
    var continuations = 0
    var place = 0
    while place &+ 8 <= bytes.count {
      // Eight sums in one word; after 31 steps none is above 31, and all together are below 256.
      let stop = min(bytes.count, place &+ 248)
      var sums: UInt64 = 0
      while place &+ 8 <= stop {
        // SAFETY: eight bytes are left from `place` on.
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: place, as: UInt64.self)
        sums &+= word >> 7 & ~word >> 6 & ones
        place &+= 8
      }
      continuations &+= Int(truncatingIfNeeded: (sums &* ones) >> 56)
    }
    while place < bytes.count {
      continuations &+= bytes[place] & 0xC0 == 0x80 ? 1 : 0
      place &+= 1
    }
    return bytes.count - continuations
  }
}
