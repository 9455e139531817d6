// SPDX-License-Identifier: Apache-2.0

/// Finds what may belong to a person in a text: telephones, identity and bank cards whose check digits are right, e-mail addresses,
/// plates, and behind their word passports and accounts of QQ and WeChat.
///
/// Numbers for everybody are none: 12345, 110, 95588, 400 and 800 lines. Names are not found: there is no list of people here.
///
/// Most texts have nothing of the kind and cost no more than reading them (`QuickLook`); the others are gone through once, in time that
/// grows with their length whatever is in them.
public enum PersonalNumbers {
  /// What is found in a text, from left to right; no two overlap.
  public static func found(in text: String) -> [PersonalNumber] {
    var text = text
    text.makeContiguousUTF8()
    return found(in: text.utf8Span.span)
  }

  /// What is found in a text in UTF-8, from left to right; no two overlap.
  public static func found(in bytes: Span<UInt8>) -> [PersonalNumber] {
    guard QuickLook.isWorthIt(bytes) else { return [] }
    var search = PersonalSearch(FoldedScalars(bytes))
    // What may hold other finds comes before them: digits stand in addresses, plates and names of accounts too.
    search.findMails()
    search.findIdentities()
    search.findPlates()
    search.findAccounts()
    search.findNumbers(withChinese: false)
    search.findNumbers(withChinese: true)
    return search.found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The text with a line end in place of each number, so that nothing of it is learnt as a word.
  public static func struck(from text: String) -> String {
    let numbers = found(in: text)
    if numbers.isEmpty { return text }
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    var place = 0
    for number in numbers {
      kept += bytes[place..<number.range.lowerBound]
      kept.append(UInt8(ascii: "\n"))
      place = number.range.upperBound
    }
    kept += bytes[place...]
    return String(decoding: kept, as: UTF8.self)
  }

  /// Whether a piece of a text could be part of a number, an address or a name of an account: it holds a letter, a sign or a digit of
  /// ASCII or of full width, or more than three Chinese digits.
  public static func mayTouch(_ piece: String) -> Bool {
    var piece = piece
    piece.makeContiguousUTF8()
    return mayTouch(piece.utf8Span.span)
  }

  /// The same of a piece in UTF-8.
  public static func mayTouch(_ piece: Span<UInt8>) -> Bool {
    var chineseDigits = 0
    var place = 0
    while place < piece.count {
      let first = piece[place]
      let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
      // Cut off in the middle of a character: no text.
      guard place + length <= piece.count else { return true }
      var value = length == 1 ? UInt32(first) : UInt32(first) & (0x7F >> UInt32(length))
      for next in 1..<max(2, length) where length > 1 { value = value << 6 | UInt32(piece[place + next] & 0x3F) }
      place += length
      switch value {
      case 0x30...0x39, 0x40...0x5A, 0x61...0x7A, 0x2460...0x24FF, 0xFF00...0xFF5E, 0x1D000...0x1DFFF: return true
      default: if let scalar = Unicode.Scalar(value), DigitValue.chinese(scalar) != nil { chineseDigits += 1 }
      }
    }
    return chineseDigits > 3
  }
}

/// One search, on its way through the kinds: what is found is struck out, so that nothing is found twice.
struct PersonalSearch {
  private(set) var scalars: FoldedScalars
  private(set) var found: [PersonalNumber] = []

  init(_ scalars: FoldedScalars) { self.scalars = scalars }

  /// Keeps what stands in a range of scalars.
  mutating func keep(_ kind: PersonalNumber.Kind, _ range: Range<Int>, isNobodys: Bool, example: String) {
    found.append(
      PersonalNumber(kind: kind, range: scalars.bytes(range), isNobodys: isNobodys, example: example))
    scalars.strike(range)
  }

  /// The text of a range of scalars, folded.
  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars.all[range])) }
}
