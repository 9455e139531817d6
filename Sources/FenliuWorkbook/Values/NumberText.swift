// SPDX-License-Identifier: Apache-2.0

/// The text that a person would read in a cell that holds a number.
enum NumberText {
  /// Appends it to `bytes`; false when `value` is no number.
  ///
  /// Whole numbers have no point and no exponent. Digits beyond the fifteenth are those of the file, which in spreadsheets are zeros.
  static func append(_ value: [UInt8], _ format: NumberFormat, _ dates: SerialDate, to bytes: inout [UInt8]) -> Bool {
    if format == .number, isDigits(value) {
      bytes.append(contentsOf: value)
      return true
    }
    let text = String(decoding: value, as: UTF8.self)
    guard value.count <= 400, let number = Double(text), number.isFinite, !text.hasPrefix("0x") else { return false }
    let day: String? =
      switch format {
      case .number, .digits: nil
      case .date: dates.date(number)
      case .time: dates.time(number)
      case .elapsed: dates.elapsed(number)
      }
    var written = day ?? plain(number)
    if case .digits(let least) = format, number >= 0, number == number.rounded(.towardZero) {
      written = String(repeating: "0", count: max(0, least - written.utf8.count)) + written
    }
    bytes.append(contentsOf: written.utf8)
    return true
  }

  private static func isDigits(_ value: [UInt8]) -> Bool {
    for byte in value where byte &- 0x30 >= 10 { return false }
    return true
  }

  private static func plain(_ number: Double) -> String {
    let shortest = number.description
    guard number == number.rounded(.towardZero), abs(number) < 1e30 else { return shortest }
    if abs(number) < 1e15 { return Int(number).description }
    // Of the digits that make this number and no other, the rest is zeros: what a binary number has there nobody wrote.
    let parts = shortest.split(separator: "e")
    var digits = parts[0].filter { $0 != "." && $0 != "-" }
    if parts.count == 2, let exponent = Int(parts[1]) {
      digits += String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    } else if shortest.hasSuffix(".0") {
      digits.removeLast()
    }
    return (number < 0 ? "-" : "") + digits
  }
}
