// SPDX-License-Identifier: Apache-2.0

/// A number in digits of ASCII, with commas between thousands and a point.
struct Arabic {
  /// In ten-thousandths.
  var value: Int
  /// How many digits stand before the point.
  var digits: Int
  /// Its first byte.
  var start: Int

  /// The one whose last digit ends at `end`; nil for 0351, 1.2.3, 12,34 and more than 15 digits.
  init?(endingAt end: Int, downTo lowest: Int, in text: Span<UInt8>) {
    var start = end
    var commas = 0
    var points = 0
    while start > lowest {
      let byte = text[start - 1]
      if (0x30...0x39).contains(byte) {
        start -= 1
      } else if byte == 0x2C || byte == 0x2E, start - 2 >= lowest, (0x30...0x39).contains(text[start - 2]) {
        if byte == 0x2C { commas += 1 } else { points += 1 }
        start -= 1
      } else {
        break
      }
      guard end - start <= 24 else { return nil }
    }
    guard points <= 1 else { return nil }
    var whole = 0
    var digits = 0
    var fraction = 0
    var weight = Quantity.one
    var sinceComma = -1
    var hasPoint = false
    for index in start..<end {
      switch text[index] {
      case 0x2C:
        guard !hasPoint, sinceComma < 0 ? digits <= 3 : sinceComma == 3 else { return nil }
        sinceComma = 0
      case 0x2E:
        guard sinceComma < 0 || sinceComma == 3 else { return nil }
        hasPoint = true
      case let byte where hasPoint:
        weight /= 10
        fraction += Int(byte - 0x30) * weight
      case let byte:
        whole = whole * 10 + Int(byte - 0x30)
        digits += 1
        if sinceComma >= 0 { sinceComma += 1 }
        guard digits <= 13 else { return nil }
      }
    }
    guard hasPoint || sinceComma < 0 || sinceComma == 3, digits == 1 || text[start] != 0x30 else { return nil }
    value = whole * Quantity.one + fraction
    // Commas between thousands are never in a telephone number.
    self.digits = sinceComma < 0 ? digits : 3
    self.start = start
  }
}
