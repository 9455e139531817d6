// SPDX-License-Identifier: Apache-2.0

/// What tells a number that somebody was given from one that only is as long.
enum Checks {
  /// The first two digits of identity cards (GB/T 2260): provinces, Hong Kong, Macau and Taiwan, and foreigners with leave to stay.
  private static let provinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61, 62, 63,
    64, 65, 71, 81, 82, 83, 91,
  ]

  /// Whether the digits begin with a province and have a day of birth: the first 17 of an identity card, or the 15 of an old one.
  static func hasBirthday(_ digits: ArraySlice<UInt8>) -> Bool {
    let first = digits.startIndex
    func two(_ place: Int) -> Int { Int(digits[first + place]) * 10 + Int(digits[first + place + 1]) }
    let isOld = digits.count == 15
    guard isOld || digits.count == 17, isOld || (18...20).contains(two(6)) else { return false }
    let (month, day) = (two(isOld ? 8 : 10), two(isOld ? 10 : 12))
    guard (1...12).contains(month), (1...31).contains(day), provinces.contains(two(0)) else { return false }
    return day <= (month == 2 ? 29 : [4, 6, 9, 11].contains(month) ? 30 : 31)
  }

  /// GB 11643: weights modulo 11 give the last digit, 10 being written X.
  static func isIdentity(_ digits: ArraySlice<UInt8>, check: UInt8) -> Bool {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let checks: [UInt8] = [1, 0, 10, 9, 8, 7, 6, 5, 4, 3, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0) * $1.1 }
    return digits.count == 17 && checks[sum % 11] == check
  }

  /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
  static func isLuhn(_ digits: ArraySlice<UInt8>) -> Bool {
    let sum = digits.reversed().enumerated().reduce(0) { sum, digit in
      let doubled = digit.offset % 2 == 1 ? Int(digit.element) * 2 : Int(digit.element)
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return sum % 10 == 0
  }

  /// Whether a bank card in China may begin so and be so long: UnionPay's 62, the old cards of single banks beginning with 60, 65, 68, 69 and
  /// 9558, and of 16 digits those of Visa, Mastercard and JCB.
  static func isCardOfABank(_ digits: ArraySlice<UInt8>) -> Bool {
    let first = Array(digits.prefix(4))
    guard first.count == 4, (16...19).contains(digits.count) else { return false }
    switch first[0] {
    case 6: return [0, 2, 5, 8, 9].contains(first[1])
    case 9: return first == [9, 5, 5, 8] && digits.count == 19
    case 4: return digits.count == 16
    case 5: return digits.count == 16 && (1...5).contains(first[1])
    case 3: return digits.count == 16 && first[1] == 5
    default: return false
    }
  }

  /// Hardly two different digits, or all of them counting up or down.
  static func isMadeUp(_ digits: ArraySlice<UInt8>) -> Bool {
    if Set(digits).count <= 2 { return true }
    let steps = zip(digits, digits.dropFirst()).map { (Int($1) - Int($0) + 10) % 10 }
    return steps.allSatisfy { $0 == 1 } || steps.allSatisfy { $0 == 9 }
  }
}
