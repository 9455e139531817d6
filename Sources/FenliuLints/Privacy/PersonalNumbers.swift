// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Finds numbers and addresses in a text that may belong to a person: mobile telephones, landlines with their area, identity
/// cards and bank cards whose check digits are right, e-mail addresses.
///
/// Numbers that nobody has are passed over: those of hardly two different digits (13800000000), those that count up, masked
/// ones (138****5678), and addresses of domains that are there for examples.
struct PersonalNumbers {
  enum Kind: String {
    case mobile = "mobile-number"
    case landline = "landline-number"
    case identity = "identity-number"
    case bank = "bank-number"
    case mail = "mail-address"
  }

  struct Finding: Hashable {
    var kind: Kind
    /// Bytes of the text.
    var range: Range<Int>
    /// Of the same form, and nobody's.
    var example: String
  }

  private let scalars: [Unicode.Scalar]
  /// The byte each scalar begins at, and the length at the end.
  private let offsets: [Int]

  private init(_ text: String) {
    var scalars: [Unicode.Scalar] = []
    var offsets = [0]
    for scalar in text.unicodeScalars {
      scalars.append(Folding.fold(scalar) ?? " ")
      offsets.append(offsets.last! + UTF8.width(scalar))
    }
    self.scalars = scalars
    self.offsets = offsets
  }

  /// What is found in a text, from left to right.
  static func found(in text: String) -> [Finding] {
    // Most texts have neither digits enough nor an @.
    guard text.utf8.count >= 6 else { return [] }
    let numbers = PersonalNumbers(text)
    return (numbers.digits() + numbers.mails()).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: digits

  /// Runs of digits, with blanks and hyphens between them, that stand for themselves.
  private func digits() -> [Finding] {
    var found: [Finding] = []
    var place = 0
    while place < scalars.count {
      guard isDigit(place) else {
        place += 1
        continue
      }
      let start = place
      var digits: [UInt8] = []
      var end = place
      // Where the hyphen after an area stands.
      var hyphen: Int?
      while place < scalars.count {
        if isDigit(place) {
          digits.append(UInt8(scalars[place].value - 48))
          place += 1
          end = place
        } else if scalars[place] == "-" || scalars[place] == " ", place + 1 < scalars.count, isDigit(place + 1) {
          if scalars[place] == "-", hyphen == nil { hyphen = digits.count }
          place += 1
        } else {
          break
        }
      }
      // The X of an identity card.
      if digits.count == 17, place < scalars.count, scalars[place] == "x" { end = place + 1 }
      let isMasked = [start - 1, end].contains { scalars.indices.contains($0) && scalars[$0] == "*" }
      guard !isMasked, let (kind, example) = kind(of: digits, endsInX: end > place, hyphen: hyphen) else { continue }
      found.append(Finding(kind: kind, range: offsets[start]..<offsets[end], example: example))
    }
    return found
  }

  private func isDigit(_ place: Int) -> Bool { ("0"..."9").contains(scalars[place]) }

  private func kind(of digits: [UInt8], endsInX: Bool, hyphen: Int?) -> (Kind, String)? {
    if endsInX { return Self.isIdentity(digits, check: 10) ? (.identity, "110101000000000000") : nil }
    switch digits.count {
    case 11 where digits[0] == 1 && digits[1] >= 3 && hyphen.map { $0 == 3 } != false:
      return Self.isMadeUp(digits[3...]) ? nil : (.mobile, "13800000000")
    case 10...12 where digits[0] == 0 && hyphen.map { $0 == 3 || $0 == 4 } == true:
      let area = digits[..<hyphen!].map(String.init).joined()
      let rest = digits[hyphen!...]
      guard (7...8).contains(rest.count), !Self.isMadeUp(rest) else { return nil }
      return (.landline, area + "-" + String(repeating: "0", count: rest.count))
    case 18 where hyphen == nil && Self.isIdentity(Array(digits.dropLast()), check: digits[17]):
      return (.identity, "110101000000000000")
    case 16...19 where [3, 4, 5, 6].contains(digits[0]) && Self.isLuhn(digits):
      return Self.isMadeUp(digits[6...]) ? nil : (.bank, "6222" + String(repeating: "0", count: digits.count - 4))
    default: return nil
    }
  }

  /// Hardly two different digits, or all of them counting up or down.
  private static func isMadeUp(_ digits: ArraySlice<UInt8>) -> Bool {
    if Set(digits).count <= 2 { return true }
    let steps = zip(digits, digits.dropFirst()).map { (Int($1) - Int($0) + 10) % 10 }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == 9 }
  }

  /// GB 11643: a place, a day of birth, a number, and a check of weights modulo 11.
  private static func isIdentity(_ digits: [UInt8], check: UInt8) -> Bool {
    guard digits.count == 17, digits[0] > 0 else { return false }
    let month = digits[10] * 10 + digits[11]
    let day = digits[12] * 10 + digits[13]
    guard (1...12).contains(month), (1...31).contains(day) else { return false }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return checks[sum % 11] == check
  }

  /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
  private static func isLuhn(_ digits: [UInt8]) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset % 2 == 1 ? Int(digit.element) * 2 : Int(digit.element)
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }

  // MARK: addresses

  private func mails() -> [Finding] {
    scalars.indices.compactMap { at in
      guard scalars[at] == "@" else { return nil }
      var (low, high) = (at, at + 1)
      while low > 0, isAddress(low - 1) { low -= 1 }
      while high < scalars.count, isAddress(high) { high += 1 }
      while high > at + 1, scalars[high - 1] == "." || scalars[high - 1] == "-" { high -= 1 }
      let domain = String(String.UnicodeScalarView(scalars[(at + 1)..<high]))
      guard low < at, Self.isDomain(domain) else { return nil }
      return Finding(kind: .mail, range: offsets[low]..<offsets[high], example: "name@example.com")
    }
  }

  private func isAddress(_ place: Int) -> Bool {
    let scalar = scalars[place]
    return scalar.isASCII
      && (scalar.properties.isAlphabetic || isDigit(place) || "._%+-".unicodeScalars.contains(scalar))
  }

  /// Whether somebody may have the domain: RFC 2606 keeps some for examples.
  private static func isDomain(_ domain: String) -> Bool {
    let parts = domain.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }), let top = parts.last, top.count >= 2,
      top.allSatisfy(\.isLetter)
    else { return false }
    return !["example", "test", "invalid", "localhost"].contains(String(top))
      && String(parts[parts.count - 2]) != "example"
  }
}
