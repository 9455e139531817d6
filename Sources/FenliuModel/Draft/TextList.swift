// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar

/// Texts one behind the other in one memory, which is kept when they are forgotten.
///
/// A text is put together piece by piece and ended; none of the pieces becomes a `String` of its own.
///
///     sentences.append(words: "level ")
///     sentences.append(level.key)
///     sentences.endText()
public struct TextList: Sendable {
  /// The texts in UTF-8, without anything between them.
  public private(set) var bytes: [UInt8] = []
  /// Where each text ends. Invariant: never falls; the last is at most `bytes.count`.
  private var ends: [Int] = []

  /// A list of nothing.
  public init() {}

  /// How many texts were ended.
  public var count: Int { ends.count }

  /// Where a text lies in `bytes`.
  public func range(of place: Int) -> Range<Int> { (place == 0 ? 0 : ends[place - 1])..<ends[place] }

  /// The text at a place.
  public subscript(place: Int) -> String { String(decoding: bytes[range(of: place)], as: UTF8.self) }

  /// Forgets the texts, keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Ends the text at hand: all that was appended after the last one.
  public mutating func endText() { ends.append(bytes.count) }

  /// Appends words of our own.
  public mutating func append(words: StaticString) {
    // SAFETY: a string literal keeps its bytes for ever, and they are only read here.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Appends a text.
  public mutating func append(_ text: String) {
    let span = text.utf8Span.span
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a stretch of UTF-8, on scalar boundaries.
  public mutating func append(_ source: [UInt8], _ range: Range<Int>) {
    let span = source.span.extracting(range)
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a whole number.
  public mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    append(padded: Int(clamping: number.magnitude), to: 1)
  }

  /// Appends points in their shortest form: `2`, `3.5`, `-0.25`.
  public mutating func append(_ points: Points) {
    let magnitude = abs(points.hundredths)
    if points.hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    append(padded: magnitude / 100, to: 1)
    let rest = magnitude % 100
    if rest == 0 { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(0x30 + UInt8(rest / 10))
    if rest % 10 != 0 { bytes.append(0x30 + UInt8(rest % 10)) }
  }

  /// Appends a day: `2026-11-20`.
  public mutating func append(_ date: LocalDate) {
    let (year, month, day) = date.components
    if year < 0 { bytes.append(UInt8(ascii: "-")) }
    append(padded: abs(year), to: 4)
    bytes.append(UInt8(ascii: "-"))
    append(padded: month, to: 2)
    bytes.append(UInt8(ascii: "-"))
    append(padded: day, to: 2)
  }

  /// Appends a day without its year: `11-21`.
  public mutating func append(monthAndDay date: LocalDate) {
    let (year, month, day) = date.components
    // A year of another length is cut off otherwise.
    guard (0...9999).contains(year) else { return append(String(date.description.dropFirst(5))) }
    append(padded: month, to: 2)
    bytes.append(UInt8(ascii: "-"))
    append(padded: day, to: 2)
  }

  /// Appends a time of day: `08:30`, with seconds where there are some.
  public mutating func append(_ time: TimeOfDay) {
    append(padded: time.hour, to: 2)
    bytes.append(UInt8(ascii: ":"))
    append(padded: time.minute, to: 2)
    if time.second == 0 { return }
    bytes.append(UInt8(ascii: ":"))
    append(padded: time.second, to: 2)
  }

  /// Appends a number that is not negative, with zeros before it up to `width` digits.
  private mutating func append(padded number: Int, to width: Int) {
    if number < 10, width == 1 { return bytes.append(0x30 + UInt8(truncatingIfNeeded: number)) }
    var least = 1
    for _ in 1..<max(2, width) where width > 1 { least *= 10 }
    var unit = least
    while number / unit >= 10 { unit *= 10 }
    while unit > 0 {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: number / unit % 10))
      unit /= 10
    }
  }
}
