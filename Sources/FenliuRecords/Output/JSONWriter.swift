// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// Writes JSON as bytes, in the order in which it is told.
///
/// Commas and colons come by themselves; that every `begin` has its `end` and every key its value is the caller's part.
/// Writing allocates nothing but the room for the bytes, which is kept by `removeAll`.
///
///     writer.beginObject()
///     writer.key("id")
///     writer.string(post.id)
///     writer.endObject()
public struct JSONWriter: Sendable {
  /// How the text is laid out.
  public enum Layout: Hashable, Sendable {
    /// Without any white space.
    case compact
    /// Two blanks a depth, an element a line.
    case indented
  }

  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []
  private let layout: Layout
  private var depth = 0
  /// Whether the next key or element needs a comma before it.
  private var needsComma = false
  /// Whether a key was written whose value comes next.
  private var awaitsValue = false

  /// A writer that has written nothing.
  public init(_ layout: Layout = .compact) { self.layout = layout }

  /// Forgets what was written, keeps the memory.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    needsComma = false
    awaitsValue = false
  }

  /// Gives away what was written and starts anew.
  public mutating func take() -> [UInt8] {
    let taken = bytes
    bytes = []
    bytes.reserveCapacity(taken.count)
    removeAll()
    return taken
  }

  /// Begins an object.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Ends the object begun last.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Begins a list.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Ends the list begun last.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Ends a line, so that the next value stands by itself: a line of JSONL.
  public mutating func endLine() {
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes the key of the next value; a key of our own that needs no escapes.
  public mutating func key(_ key: StaticString) {
    separate()
    let count = key.utf8CodeUnitCount
    bytes.append(addingCapacity: count + 4) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, written in
        unsafe room[0] = UInt8(ascii: "\"")
        unsafe UnsafeMutableRawBufferPointer(room)[1..<count + 1]
          .copyBytes(from: UnsafeRawBufferPointer(start: key.utf8Start, count: count))
        unsafe room[count + 1] = UInt8(ascii: "\"")
        unsafe room[count + 2] = UInt8(ascii: ":")
        written = count + 3
      }
    }
    if layout == .indented { bytes.append(0x20) }
    awaitsValue = true
  }

  /// Writes the key of the next value.
  public mutating func key(named key: String) {
    separate()
    quote(key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
    awaitsValue = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    quote(text)
    needsComma = true
  }

  /// Writes a string that `body` gives byte by byte and that needs no escapes.
  @inline(__always)
  mutating func plainString(_ body: (inout [UInt8]) -> Void) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    body(&bytes)
    bytes.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a list of strings.
  public mutating func strings(_ texts: [String]) {
    beginArray()
    for text in texts { string(text) }
    endArray()
  }

  /// Writes a whole number.
  public mutating func number(_ number: Int) {
    separate()
    append(decimal: number)
    needsComma = true
  }

  /// Writes points, in the shortest form: `2`, `3.5`, `-0.25`.
  public mutating func number(_ points: Points) {
    separate()
    let magnitude = points.hundredths.magnitude
    if points.hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    append(decimal: Int(magnitude / 100))
    let rest = UInt8(magnitude % 100)
    if rest != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(0x30 + rest / 10)
      if rest % 10 != 0 { bytes.append(0x30 + rest % 10) }
    }
    needsComma = true
  }

  /// Writes a number: whole where it is whole, else the shortest form that reads back the same. Nothing that JSON lacks.
  public mutating func number(_ number: Double) {
    guard number.isFinite else { return null() }
    if number == number.rounded(), abs(number) < 1e15 { return self.number(Int(number)) }
    separate()
    bytes.append(contentsOf: number.description.utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ value: Bool) { word(value ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { word("null") }

  /// Writes a string, or `null`.
  public mutating func string(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  private mutating func word(_ word: StaticString) {
    separate()
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    needsComma = true
  }

  @inline(__always)
  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    depth += 1
    needsComma = false
  }

  @inline(__always)
  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    // Nothing was written inside where no comma is owed: an empty object stays on its line.
    if layout == .indented, needsComma { newLine() }
    bytes.append(bracket)
    needsComma = true
  }

  /// What stands between the value before and the next key or element.
  @inline(__always)
  private mutating func separate() {
    if awaitsValue {
      awaitsValue = false
      return
    }
    if needsComma {
      bytes.append(UInt8(ascii: ","))
      needsComma = false
    }
    if layout == .indented, depth > 0 { newLine() }
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(0x20, count: 2 * depth))
  }

  private mutating func append(decimal number: Int) {
    if number.magnitude < 10 {
      if number < 0 { bytes.append(UInt8(ascii: "-")) }
      bytes.append(0x30 + UInt8(number.magnitude))
      return
    }
    var digits: [20 of UInt8] = .init(repeating: 0)
    var place = 20
    var rest = number.magnitude
    while rest > 0 {
      place -= 1
      digits[place] = 0x30 + UInt8(rest % 10)
      rest /= 10
    }
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    while place < 20 {
      bytes.append(digits[place])
      place += 1
    }
  }

  /// Appends the text with its quotes (RFC 8259, section 7).
  private mutating func quote(_ text: String) {
    let span = text.utf8Span.span
    var place = ByteSearch.stringStop(span, from: 0, before: span.count)
    // Nearly every text is one run, which is appended with both quotes at once.
    bytes.append(quoting: span, 0..<place, isWhole: place == span.count)
    if place == span.count { return }
    while place < span.count {
      escape(span[place])
      let start = place + 1
      place = ByteSearch.stringStop(span, from: start, before: span.count)
      bytes.append(copying: span, start..<place)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x22, 0x5C: bytes.append(byte)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 15] { bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
    }
  }
}

extension [UInt8] {
  /// Appends the bytes of a stretch.
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>, _ range: Range<Int>) {
    unsafe bytes.extracting(range).withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }

  /// Appends a quote, the bytes of a stretch, and where it is the whole the closing quote.
  @inline(__always)
  mutating func append(quoting bytes: Span<UInt8>, _ range: Range<Int>, isWhole: Bool) {
    let length = range.count
    append(addingCapacity: length + 2) { room in
      unsafe room.withUnsafeMutableBufferPointer { room, count in
        unsafe room[0] = UInt8(ascii: "\"")
        unsafe bytes.extracting(range).withUnsafeBytes { source in
          unsafe UnsafeMutableRawBufferPointer(room)[1..<length + 1].copyBytes(from: source)
        }
        if isWhole { unsafe room[length + 1] = UInt8(ascii: "\"") }
        count = isWhole ? length + 2 : length + 1
      }
    }
  }
}
