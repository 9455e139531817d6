// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// The values of JSON as bytes.
extension [UInt8] {
  /// Appends bytes of our own as they are.
  @inline(__always)
  mutating func append(words: StaticString) {
    // SAFETY: a string literal keeps its bytes for ever, and they are only read here.
    unsafe append(contentsOf: UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
  }

  /// Appends the bytes of a stretch.
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>, _ range: Range<Int>) {
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a whole number.
  mutating func append(decimal number: Int) {
    append(addingCapacity: 20) { room in room.append(decimal: number) }
  }

  /// Appends points, in the shortest form: `2`, `3.5`, `-0.25`.
  mutating func append(points: Points) {
    let magnitude = points.hundredths.magnitude
    if points.hundredths < 0 { append(UInt8(ascii: "-")) }
    append(decimal: Int(magnitude / 100))
    let rest = UInt8(magnitude % 100)
    if rest == 0 { return }
    append(UInt8(ascii: "."))
    append(0x30 + rest / 10)
    if rest % 10 != 0 { append(0x30 + rest % 10) }
  }

  /// Appends a number: whole where it is whole, else the shortest form that reads back the same; `null` for what JSON lacks.
  mutating func append(number: Double) {
    guard number.isFinite else { return append(words: "null") }
    if number == number.rounded(), abs(number) < 1e15 { return append(decimal: Int(number)) }
    append(contentsOf: number.description.utf8)
  }

  /// Appends a time with the offset of `zone`, with its quotes.
  mutating func append(quoted instant: Instant, in zone: Zone) {
    append(addingCapacity: 32) { room in
      room.append(UInt8(ascii: "\""))
      instant.append(iso8601In: zone) { room.append($0) }
      room.append(UInt8(ascii: "\""))
    }
  }

  /// Appends a text with its quotes (RFC 8259, section 7).
  mutating func append(quoted text: String) { append(quoted: text.utf8Span.span) }

  /// Appends a text in UTF-8 with its quotes.
  mutating func append(quoted text: Span<UInt8>) {
    let place = ByteSearch.stringStop(text, from: 0, before: text.count)
    // Nearly every text is one run.
    append(addingCapacity: place == text.count ? text.count + 2 : 6 * text.count + 2) { room in
      room.append(UInt8(ascii: "\""))
      room.append(escaping: text, plainTo: place)
      room.append(UInt8(ascii: "\""))
    }
  }
}

/// The same into room that was made before.
extension OutputSpan<UInt8> {
  /// Appends bytes of our own as they are.
  @inline(__always)
  mutating func append(words: StaticString) {
    // SAFETY: a string literal keeps its bytes for ever, and they are only read here; `append` checks that there is room.
    let words = unsafe UnsafeRawBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
    unsafe append(copying: words)
  }

  /// Appends the bytes of a stretch.
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>) {
    // SAFETY: the buffer is read before the call returns, and not kept.
    unsafe bytes.withUnsafeBytes { unsafe append(copying: $0) }
  }

  @inline(__always)
  private mutating func append(copying source: UnsafeRawBufferPointer) {
    precondition(source.count <= freeCapacity, "room was made for less")
    // SAFETY: the room holds so many bytes more, and all of them are written before they are counted.
    unsafe withUnsafeMutableBufferPointer { room, count in
      if unsafe source.isEmpty { return }
      unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(room)[count...])
        .copyMemory(from: source)
      count += source.count
    }
  }

  /// Appends a text in UTF-8 without quotes, escaped as RFC 8259 has it.
  ///
  /// - Parameter place: how far from its beginning nothing needs an escape.
  @inline(__always)
  mutating func append(escaping text: Span<UInt8>, plainTo place: Int) {
    append(copying: text.extracting(0..<place))
    if place < text.count { append(escaping: text, from: place) }
  }

  private mutating func append(escaping text: Span<UInt8>, from first: Int) {
    var place = first
    while place < text.count {
      append(escape: text[place])
      let start = place + 1
      place = ByteSearch.stringStop(text, from: start, before: text.count)
      append(copying: text.extracting(start..<place))
    }
  }

  private mutating func append(escape byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: append(UInt8(ascii: "b"))
    case 0x09: append(UInt8(ascii: "t"))
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0C: append(UInt8(ascii: "f"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x22, 0x5C: append(byte)
    default:
      append(words: "u00")
      for digit in [byte >> 4, byte & 15] { append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }

  /// Appends a whole number.
  @inline(__always)
  mutating func append(decimal number: Int) {
    var rest = number.magnitude
    if number < 0 { append(UInt8(ascii: "-")) }
    if rest < 10 { return append(0x30 + UInt8(truncatingIfNeeded: rest)) }
    var digits: [20 of UInt8] = .init(repeating: 0)
    var place = 20
    while rest > 0 {
      place -= 1
      digits[place] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    while place < 20 {
      append(digits[place])
      place += 1
    }
  }
}
