// SPDX-License-Identifier: Apache-2.0

/// Steps from character to character through UTF-8 that is known to be valid.
enum Scalars {
  /// The character that ends at `end`, and where it starts; nil at the start of the text.
  @inline(__always)
  static func before(_ end: Int, in text: Span<UInt8>) -> (scalar: UInt32, start: Int)? {
    guard end > 0 else { return nil }
    var start = end - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return (decode(at: start, in: text).scalar, start)
  }

  /// The character that starts at `start`, and where it ends; nil at the end of the text.
  @inline(__always)
  static func after(_ start: Int, in text: Span<UInt8>) -> (scalar: UInt32, end: Int)? {
    guard start < text.count else { return nil }
    return decode(at: start, in: text)
  }

  /// The character whose first byte is at `start`.
  @inline(__always)
  static func decode(at start: Int, in text: Span<UInt8>) -> (scalar: UInt32, end: Int) {
    let first = UInt32(text[start])
    if first < 0x80 { return (first, start + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    let end = min(start + length, text.count)
    var scalar = length == 2 ? first & 0x1F : length == 3 ? first & 0x0F : first & 0x07
    for index in (start + 1)..<max(end, start + 1) { scalar = scalar << 6 | UInt32(text[index] & 0x3F) }
    return (scalar, end)
  }

  /// Whether `prefix` stands at `start`.
  static func starts(with prefix: [UInt8], at start: Int, in text: Span<UInt8>) -> Bool {
    guard start + prefix.count <= text.count else { return false }
    for index in prefix.indices where text[start + index] != prefix[index] { return false }
    return true
  }

  /// Whether the character is one of a handful.
  @inline(__always)
  static func isOne(_ scalar: UInt32, of few: StaticString) -> Bool {
    few.withUTF8Buffer { bytes in
      var index = 0
      while index < bytes.count {
        let (found, end) = unsafe decode(at: index, in: bytes.span)
        if found == scalar { return true }
        index = end
      }
      return false
    }
  }
}
