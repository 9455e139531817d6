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

  /// Takes over memory that was used before, if it is at least what there is and nothing has been written so far; leaves nothing in it.
  public mutating func reuse(_ memory: inout [UInt8]) {
    guard bytes.isEmpty, memory.capacity >= bytes.capacity else { return }
    // Handed over rather than copied: memory that somebody else still holds would be made anew.
    swap(&bytes, &memory)
    memory = []
    bytes.removeAll(keepingCapacity: true)
  }

  /// Writes a whole line that `body` appends, with its end.
  @inline(__always)
  mutating func line(_ body: (inout [UInt8]) -> Void) {
    body(&bytes)
    bytes.append(UInt8(ascii: "\n"))
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
    bytes.append(quoted: key)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
    awaitsValue = true
  }

  /// Writes a string.
  public mutating func string(_ text: String) {
    separate()
    bytes.append(quoted: text)
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
    bytes.append(decimal: number)
    needsComma = true
  }

  /// Writes points, in the shortest form: `2`, `3.5`, `-0.25`.
  public mutating func number(_ points: Points) {
    separate()
    bytes.append(points: points)
    needsComma = true
  }

  /// Writes a number: whole where it is whole, else the shortest form that reads back the same. Nothing that JSON lacks.
  public mutating func number(_ number: Double) {
    separate()
    bytes.append(number: number)
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
    bytes.append(words: word)
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
}
