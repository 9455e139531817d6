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
  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var stored = String.UnicodeScalarView()
    var length = 0
    // Where the text is cut, if it must be: the mark needs one unit.
    var short = stored
    for place in scalars.indices {
      let pieces = Self.piece(scalars, place)
      let units = pieces.reduce(0) { $0 + ($1.value > 0xFFFF ? 2 : 1) }
      if length <= Self.limit - 1 { short = stored }
      if length + units > Self.limit {
        if length <= Self.limit - 1 { short = stored }
        short.append("…")
        (self.stored, isCut) = (String(short), true)
        return
      }
      stored.append(contentsOf: pieces)
      length += units
    }
    (self.stored, isCut) = (String(stored), false)
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
