// SPDX-License-Identifier: Apache-2.0

/// What bytes with no mark before them say about their encoding: whether Chinese in GB18030, or UTF-8.
///
/// UTF-8 is what bytes are, unless two things hold: more of them are ill-formed UTF-8 than well-formed characters of several
/// bytes; and read as GB18030 nine in ten of them are characters, of which most are common: the Hanzi of GB2312 (rows B0 to F7), its
/// punctuation and full-width letters (rows A1 and A3), or the characters of four bytes, which nothing else looks like.
/// So a file in UTF-8 of which some rows are broken stays UTF-8. Western text in Latin-1 is not taken for Chinese, because its letters stand
/// alone between ASCII, nor is Big5, of which half lies elsewhere. Korean in EUC-KR cannot be told from it.
///
///     EncodingEvidence(of: bytes.span, isAll: true).encoding
public struct EncodingEvidence: Hashable, Sendable {
  /// Characters of several bytes that are well-formed UTF-8.
  public private(set) var wellFormed = 0
  /// Of them, those of three and four bytes.
  public private(set) var long = 0
  /// Runs of bytes that are not.
  public private(set) var illFormed = 0
  /// Characters of two and four bytes, read as GB18030.
  public private(set) var characters = 0
  /// Of them, the common ones.
  public private(set) var common = 0
  /// Bytes that begin no character of GB18030.
  public private(set) var foreign = 0

  /// Nothing was looked at.
  public init() {}

  /// What `bytes` say.
  public init(of bytes: Span<UInt8>, isAll: Bool) { add(bytes, isAll: isAll) }

  /// Looks at more bytes, which begin with a whole character. Unless they are all there are, or a whole line, a character cut off
  /// at their end says nothing.
  public mutating func add(_ bytes: Span<UInt8>, isAll: Bool) {
    countUTF8(bytes, isAll)
    countGB18030(bytes, isAll)
  }

  /// The encoding that the bytes most likely have.
  public var encoding: TextEncoding {
    illFormed > wellFormed && isChinese ? .gb18030 : .utf8
  }

  /// Whether so much speaks for one that nothing more need be looked at: a character of three bytes in UTF-8 without
  /// any flaw, or a word of common characters in GB18030 without.
  public var isClear: Bool {
    illFormed == 0 && long > 0 || foreign == 0 && common >= 4 && encoding == .gb18030
  }

  private var isChinese: Bool { foreign * 10 < characters && common * 2 > characters }

  private mutating func countUTF8(_ bytes: Span<UInt8>, _ isAll: Bool) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      // The bounds of the second byte keep out what is overlong, the surrogates, and what is beyond the last plane.
      let (length, low, high): (Int, UInt8, UInt8) =
        switch byte {
        case 0xC2...0xDF: (2, 0x80, 0xBF)
        case 0xE0: (3, 0xA0, 0xBF)
        case 0xED: (3, 0x80, 0x9F)
        case 0xE1...0xEF: (3, 0x80, 0xBF)
        case 0xF0: (4, 0x90, 0xBF)
        case 0xF4: (4, 0x80, 0x8F)
        case 0xF1...0xF3: (4, 0x80, 0xBF)
        default: (0, 0, 0)
        }
      var end = place + 1
      while end < bytes.count, end < place + length, bytes[end] >= (end == place + 1 ? low : 0x80),
        bytes[end] <= (end == place + 1 ? high : 0xBF)
      {
        end += 1
      }
      if length > 0, end == place + length {
        wellFormed += 1
        if length > 2 { long += 1 }
      } else if isAll || length == 0 || end < bytes.count {
        illFormed += 1
      }
      place = end
    }
  }

  private mutating func countGB18030(_ bytes: Span<UInt8>, _ isAll: Bool) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        place += 1
        continue
      }
      guard byte != 0x80, byte != 0xFF else {
        foreign += 1
        place += 1
        continue
      }
      guard place + 1 < bytes.count else {
        if isAll { foreign += 1 }
        return
      }
      let second = bytes[place + 1]
      switch second {
      case 0x40...0x7E, 0x80...0xFE:
        characters += 1
        let isCommonRow = (0xB0...0xF7).contains(byte) || byte == 0xA1 || byte == 0xA3
        if isCommonRow, second >= 0xA1 { common += 1 }
        place += 2
      case 0x30...0x39:
        guard place + 3 < bytes.count else {
          if isAll { foreign += 1 }
          return
        }
        if (0x81...0xFE).contains(bytes[place + 2]), (0x30...0x39).contains(bytes[place + 3]) {
          characters += 1
          common += 1
          place += 4
        } else {
          foreign += 1
          place += 1
        }
      default:
        foreign += 1
        place += 1
      }
    }
  }
}
