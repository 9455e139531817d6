// SPDX-License-Identifier: Apache-2.0

/// Text on its way into a cell.
struct WorkbookText {
  /// The most units of UTF-16 that Excel holds in a cell.
  static let limit = 32_767
  /// The text as it is to be stored.
  let stored: String
  /// Whether something had to be left out at its end, where `…` stands now.
  let isCut: Bool

  /// Prepares `text`: what would be read as an escape is escaped, what XML cannot hold is replaced, what is too long is cut.
  /// Costs a pass over its bytes where nothing is to be done.
  init(_ text: String) {
    if Self.isPlain(text) {
      (stored, isCut) = (text, false)
      return
    }
    let scalars = Array(text.unicodeScalars)
    var pieces: [Unicode.Scalar] = []
    var length = 0
    // How many of `pieces` stay where the text is cut, if it must be: the mark needs one unit.
    var short = 0
    for place in scalars.indices {
      let piece = Self.piece(scalars, place)
      if length <= Self.limit - 1 { short = pieces.count }
      length += piece.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      if length > Self.limit {
        (stored, isCut) = (Self.text(pieces[..<short]) + "…", true)
        return
      }
      pieces += piece
    }
    (stored, isCut) = (Self.text(pieces[...]), false)
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Whether the text can be stored as it is, as far as its bytes tell: short, without NUL and U+FFFE, U+FFFF, and without `_x`.
  private static func isPlain(_ text: String) -> Bool {
    // Units of UTF-16 are at most as many as bytes of UTF-8.
    guard text.utf8.count <= limit else { return false }
    var last: (UInt8, UInt8) = (1, 1)
    for byte in text.utf8 {
      if byte == 0 || last.1 == 0x5F && byte == 0x78 || last == (0xEF, 0xBF) && byte >= 0xBE { return false }
      last = (last.1, byte)
    }
    return true
  }

  private static func piece(_ scalars: [Unicode.Scalar], _ place: Int) -> [Unicode.Scalar] {
    let scalar = scalars[place]
    switch scalar.value {
    case 0, 0xFFFE, 0xFFFF: return ["\u{FFFD}"]
    case 0x5F where looksLikeAnEscape(scalars, place): return Array("_x005F_".unicodeScalars)
    default: return [scalar]
    }
  }

  private static func looksLikeAnEscape(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place + 6 < scalars.count, scalars[place + 1] == "x", scalars[place + 6] == "_" else { return false }
    return scalars[place + 2..<place + 6].allSatisfy { $0.isASCII && $0.properties.isASCIIHexDigit }
  }
}
