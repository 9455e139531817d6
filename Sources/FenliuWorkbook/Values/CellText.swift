// SPDX-License-Identifier: Apache-2.0

/// Texts as workbooks write them: a character that XML cannot hold stands as `_x000D_`, and a `_x` that means itself as `_x005F_x`.
///
/// Source: ECMA-376 part 1, 22.9.2.19.
enum CellText {
  /// The text with its escapes undone. What would be half a character stays as it is.
  static func unescaped(_ text: [UInt8]) -> [UInt8] {
    guard var next = firstEscape(in: text, from: 0) else { return text }
    var result: [UInt8] = []
    var place = 0
    while true {
      result.append(contentsOf: text[place..<next])
      var value = unit(text, next) ?? 0
      var length = 7
      if value & 0xFC00 == 0xD800, let low = unit(text, next + 7), low & 0xFC00 == 0xDC00 {
        value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        length = 14
      }
      if let scalar = Unicode.Scalar(value) {
        result.append(contentsOf: Array(String(scalar).utf8))
      } else {
        result.append(contentsOf: text[next..<next + length])
      }
      place = next + length
      guard let following = firstEscape(in: text, from: place) else { break }
      next = following
    }
    result.append(contentsOf: text[place...])
    return result
  }

  static func unescaped(_ text: String) -> String { String(decoding: unescaped(Array(text.utf8)), as: UTF8.self) }

  /// Where the next escape begins.
  private static func firstEscape(in text: [UInt8], from start: Int) -> Int? {
    var place = start
    while place + 7 <= text.count {
      if text[place] == UInt8(ascii: "_"), unit(text, place) != nil { return place }
      place += 1
    }
    return nil
  }

  /// The unit of UTF-16 that the seven bytes at `place` write.
  private static func unit(_ text: [UInt8], _ place: Int) -> UInt32? {
    guard place + 7 <= text.count, text[place] == UInt8(ascii: "_"), text[place + 1] == UInt8(ascii: "x"),
      text[place + 6] == UInt8(ascii: "_")
    else { return nil }
    var value: UInt32 = 0
    for byte in text[place + 2..<place + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
