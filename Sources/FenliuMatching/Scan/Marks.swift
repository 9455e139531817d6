// SPDX-License-Identifier: Apache-2.0

/// The signs that end a clause or a sentence.
enum Marks {
  /// What a character ends.
  enum Kind {
    case nothing, clause, sentence, question
  }

  /// What the character that starts at `offset` ends, and where the character itself ends.
  ///
  /// One of ，；,; ends a clause; one of 。！？.!? or … or a line end a sentence, and the clause with it. A . or , between
  /// two digits ends nothing.
  @inline(__always)
  static func kind(at offset: Int, in text: Span<UInt8>) -> (kind: Kind, end: Int) {
    let first = text[offset]
    if first < 0x80 {
      switch first {
      case UInt8(ascii: ","), UInt8(ascii: "."):
        if offset > 0, offset + 1 < text.count, isDigit(text[offset - 1]), isDigit(text[offset + 1]) {
          return (.nothing, offset + 1)
        }
        return (first == UInt8(ascii: ",") ? .clause : .sentence, offset + 1)
      case UInt8(ascii: ";"): return (.clause, offset + 1)
      case UInt8(ascii: "?"): return (.question, offset + 1)
      case UInt8(ascii: "!"), 0x0A, 0x0D: return (.sentence, offset + 1)
      default: return (.nothing, offset + 1)
      }
    }
    guard first >= 0xE0 else { return (.nothing, offset + 2) }
    guard first < 0xF0 else { return (.nothing, offset + 4) }
    let end = offset + 3
    guard end <= text.count else { return (.nothing, text.count) }
    switch (first, text[offset + 1], text[offset + 2]) {
    case (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9B): return (.clause, end)  // ，；
    case (0xEF, 0xBC, 0x9F): return (.question, end)  // ？
    case (0xE3, 0x80, 0x82), (0xEF, 0xBC, 0x81): return (.sentence, end)  // 。！
    case (0xE2, 0x80, 0xA6), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9): return (.sentence, end)  // … and line ends
    default: return (.nothing, end)
    }
  }

  /// Whether a clause ends between two offsets.
  static func hasClauseEnd(from start: Int, to end: Int, in text: Span<UInt8>) -> Bool {
    var offset = start
    while offset < end {
      let (kind, next) = kind(at: offset, in: text)
      if kind != .nothing { return true }
      offset = next
    }
    return false
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
