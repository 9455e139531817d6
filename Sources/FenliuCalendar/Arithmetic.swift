// SPDX-License-Identifier: Apache-2.0

extension BinaryInteger {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}

extension String {
  /// Appends a number with zeros before it, up to `width` digits.
  mutating func append(padded number: Int, to width: Int) {
    let digits = String(number.magnitude)
    if number < 0 { append("-") }
    for _ in 0..<max(0, width - digits.utf8.count) { append("0") }
    append(digits)
  }
}
