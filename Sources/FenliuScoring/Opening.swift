// SPDX-License-Identifier: Apache-2.0

/// The opening of a text: its first characters, where people say what it is about.
public enum Opening {
  /// How many characters it has, white space not counted.
  public static let length = 40

  /// Where the opening ends, in bytes of normalized UTF-8. Cost: it reads only the opening.
  public static func end(in bytes: [UInt8]) -> Int {
    var position = 0
    var characters = 0
    while position < bytes.count, characters < length {
      let first = bytes[position]
      let size = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      if !isWhiteSpace(bytes, at: position, size: size) { characters += 1 }
      position = min(position + size, bytes.count)
    }
    return position
  }

  /// White space by Unicode's property: the ASCII ones, U+0085, U+00A0, U+1680, U+2000–200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isWhiteSpace(_ bytes: [UInt8], at position: Int, size: Int) -> Bool {
    let first = bytes[position]
    switch size {
    case 1: return first == 0x20 || first >= 0x09 && first <= 0x0D
    case 2:
      guard position + 1 < bytes.count else { return false }
      return first == 0xC2 && (bytes[position + 1] == 0x85 || bytes[position + 1] == 0xA0)
    case 3:
      guard position + 2 < bytes.count else { return false }
      let scalar =
        UInt32(first & 0x0F) << 12 | UInt32(bytes[position + 1] & 0x3F) << 6 | UInt32(bytes[position + 2] & 0x3F)
      switch scalar {
      case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return true
      default: return false
      }
    default: return false
    }
  }
}
