// SPDX-License-Identifier: Apache-2.0

/// Walks over JSON text (RFC 8259) that is known to be UTF-8, and checks all of it, also what nobody reads.
///
/// Works on a stretch of a chunk; `place` always lies within it. Nothing here calls itself, so depth costs no stack.
struct JSONScanner {
  /// Lists and objects nested more deeply than this are refused.
  static let deepest = 128

  /// Where the walk is.
  var place: Int
  /// Where the text ends.
  let end: Int

  /// A walk over `range`.
  init(_ range: Range<Int>) {
    place = range.lowerBound
    end = range.upperBound
  }

  /// A string of the text.
  struct Text {
    /// The bytes between the quotes, as they stand there.
    var range: Range<Int>
    /// Whether escapes stand among them.
    var hasEscapes: Bool
  }

  /// The byte here; 0 at the end, which begins nothing.
  @inline(__always) func peek(_ bytes: Span<UInt8>) -> UInt8 { place < end ? bytes[place] : 0 }

  /// Goes past white space.
  @inline(__always) mutating func skipSpace(_ bytes: Span<UInt8>) {
    while place < end {
      let byte = bytes[place]
      guard byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A else { return }
      place &+= 1
    }
  }

  /// Goes past `byte`, which must stand here.
  @inline(__always) mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(RowProblem) {
    guard peek(bytes) == byte else { throw RowProblem(.notJSON, at: place) }
    place &+= 1
  }

  /// Goes past the string that begins here.
  @inline(__always) mutating func string(_ bytes: Span<UInt8>) throws(RowProblem) -> Text {
    try expect(0x22, bytes)
    let start = place
    place = ByteSearch.stringStop(bytes, from: place, before: end)
    if place < end, bytes[place] == 0x22 {
      place &+= 1
      return Text(range: start..<place - 1, hasEscapes: false)
    }
    return try stringWithEscapes(bytes, from: start)
  }

  private mutating func stringWithEscapes(_ bytes: Span<UInt8>, from start: Int) throws(RowProblem) -> Text {
    while place < end {
      switch bytes[place] {
      case 0x22:
        place += 1
        return Text(range: start..<place - 1, hasEscapes: true)
      case 0x5C: _ = try escape(bytes)
      default: throw RowProblem(.notJSON, at: place)
      }
      // Whoever escapes one character escapes its neighbours.
      if place < end, bytes[place] == 0x5C { continue }
      place = ByteSearch.stringStop(bytes, from: place, before: end)
    }
    throw RowProblem(.notJSON, at: place)
  }

  /// Goes past the escape that begins here; the character it stands for.
  mutating func escape(_ bytes: Span<UInt8>) throws(RowProblem) -> Unicode.Scalar {
    let start = place
    guard end - place >= 2 else { throw RowProblem(.notJSON, at: start) }
    let letter = bytes[place + 1]
    place += 2
    if let character = Self.character(of: letter) { return Unicode.Scalar(character) }
    guard letter == UInt8(ascii: "u") else { throw RowProblem(.notJSON, at: start) }
    let first = try fourDigits(bytes)
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, end - place >= 6, bytes[place] == 0x5C, bytes[place + 1] == UInt8(ascii: "u") else {
      throw RowProblem(.loneSurrogate, at: start)
    }
    place += 2
    let second = try fourDigits(bytes)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw RowProblem(.loneSurrogate, at: start) }
    return scalar
  }

  /// The character that a letter behind a backslash stands for; nil where it stands for none by itself.
  @inline(__always)
  private static func character(of letter: UInt8) -> UInt8? {
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "t"): 0x09
    default: nil
    }
  }

  /// Goes past the escape that begins here, in a string that was scanned before; the character it stands for.
  mutating func knownEscape(_ bytes: Span<UInt8>) -> Unicode.Scalar {
    let letter = bytes[place + 1]
    if let character = Self.character(of: letter) {
      place += 2
      return Unicode.Scalar(character)
    }
    if let scalar = Unicode.Scalar(Self.knownDigits(bytes, at: place + 2)) {
      place += 6
      return scalar
    }
    guard let scalar = try? escape(bytes) else {
      preconditionFailure("a string was scanned whose escapes cannot be undone")
    }
    return scalar
  }

  /// The number in four digits of base 16, which are known to be some: of a letter the low bits are one less than its rest by 10.
  @inline(__always)
  private static func knownDigits(_ bytes: Span<UInt8>, at place: Int) -> UInt32 {
    var value: UInt32 = 0
    for index in place..<place + 4 {
      let byte = UInt32(bytes[index])
      value = value << 4 | ((byte & 0xF) + 9 * (byte >> 6))
    }
    return value
  }

  private mutating func fourDigits(_ bytes: Span<UInt8>) throws(RowProblem) -> UInt32 {
    guard end - place >= 4 else { throw RowProblem(.notJSON, at: place) }
    var value: UInt32 = 0
    var isWrong = false
    // Digits and letters come as they like, so that nothing is decided until all four are read.
    for index in place..<place + 4 {
      let digit = bytes[index] &- 0x30
      let letter = (bytes[index] | 0x20) &- 0x61
      isWrong = isWrong || !(digit < 10 || letter < 6)
      value = value << 4 | UInt32(digit < 10 ? digit : letter &+ 10)
    }
    if isWrong {
      let wrong = (place..<place + 4).first { !bytes[$0].isDigit && (bytes[$0] | 0x20) &- 0x61 >= 6 }
      throw RowProblem(.notJSON, at: wrong ?? place)
    }
    place += 4
    return value
  }

  /// Goes past the number that begins here; where it stands.
  mutating func number(_ bytes: Span<UInt8>) throws(RowProblem) -> Range<Int> {
    let start = place
    if peek(bytes) == UInt8(ascii: "-") { place += 1 }
    if peek(bytes) == UInt8(ascii: "0") { place += 1 } else { try digits(bytes) }
    if peek(bytes) == UInt8(ascii: ".") {
      place += 1
      try digits(bytes)
    }
    if peek(bytes) | 0x20 == UInt8(ascii: "e") {
      place += 1
      if peek(bytes) == UInt8(ascii: "+") || peek(bytes) == UInt8(ascii: "-") { place += 1 }
      try digits(bytes)
    }
    return start..<place
  }

  private mutating func digits(_ bytes: Span<UInt8>) throws(RowProblem) {
    guard peek(bytes).isDigit else { throw RowProblem(.notJSON, at: place) }
    while place < end, bytes[place].isDigit { place += 1 }
  }

  /// Goes past `true`, `false` or `null`, of which the first letter stands here.
  mutating func word(_ bytes: Span<UInt8>) throws(RowProblem) {
    let word: StaticString
    switch peek(bytes) {
    case UInt8(ascii: "t"): word = "true"
    case UInt8(ascii: "f"): word = "false"
    case UInt8(ascii: "n"): word = "null"
    default: throw RowProblem(.notJSON, at: place)
    }
    let start = place
    for letter in word.description.utf8 {
      guard peek(bytes) == letter else { throw RowProblem(.notJSON, at: start) }
      place += 1
    }
  }

  /// Goes past the value that begins here, whatever it is, at a depth of one.
  mutating func skipValue(_ bytes: Span<UInt8>) throws(RowProblem) {
    // Invariant: the lowest `depth` bits tell of the lists (0) and objects (1) that are open, the innermost lowest.
    var open: UInt128 = 0
    var depth = 0
    value: while true {
      switch peek(bytes) {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let isObject = bytes[place] == UInt8(ascii: "{")
        guard depth + 1 < Self.deepest else { throw RowProblem(.tooDeep, at: place) }
        place += 1
        skipSpace(bytes)
        if peek(bytes) == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
          place += 1
        } else {
          open = open << 1 | (isObject ? 1 : 0)
          depth += 1
          if isObject { try skipKey(bytes) }
          continue value
        }
      case 0x22: _ = try string(bytes)
      case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): try word(bytes)
      default: _ = try number(bytes)
      }
      while depth > 0 {
        let isObject = open & 1 == 1
        skipSpace(bytes)
        if peek(bytes) == UInt8(ascii: ",") {
          place += 1
          skipSpace(bytes)
          if isObject { try skipKey(bytes) }
          continue value
        }
        try expect(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"), bytes)
        open >>= 1
        depth -= 1
      }
      return
    }
  }

  private mutating func skipKey(_ bytes: Span<UInt8>) throws(RowProblem) {
    _ = try string(bytes)
    skipSpace(bytes)
    try expect(UInt8(ascii: ":"), bytes)
    skipSpace(bytes)
  }
}
