// SPDX-License-Identifier: Apache-2.0

/// A text with what is personal in it, of which pieces can be shown masked: a piece that touches a number shows its mask, never a part of it.
public struct MaskedText: Sendable {
  /// What was found in the text, from left to right.
  public let numbers: [PersonalNumber]
  private let bytes: [UInt8]
  private let masking: Masking

  /// Looks through a text.
  public init(_ text: String, _ masking: Masking) {
    self.init(Array(text.utf8), masking)
  }

  /// Looks through a text in UTF-8.
  public init(_ bytes: [UInt8], _ masking: Masking) {
    self.bytes = bytes
    self.masking = masking
    numbers = PersonalNumbers.found(in: bytes.span)
  }

  init(_ text: String, _ numbers: [PersonalNumber], _ masking: Masking) {
    bytes = Array(text.utf8)
    self.masking = masking
    self.numbers = numbers
  }

  /// The whole text with its masks.
  public var whole: String { piece(0..<bytes.count) }

  /// A piece of the text with its masks.
  ///
  /// - Parameter range: bytes of the text, on scalar boundaries.
  public func piece(_ range: Range<Int>) -> String {
    guard !numbers.isEmpty else { return String(decoding: bytes[range], as: UTF8.self) }
    var shown: [UInt8] = []
    var place = range.lowerBound
    for number in numbers[firstNumber(after: range.lowerBound)...] {
      if number.range.lowerBound >= range.upperBound { break }
      if number.range.lowerBound > place { shown += bytes[place..<number.range.lowerBound] }
      shown += masking.mask(number.kind).utf8
      place = number.range.upperBound
    }
    if place < range.upperBound { shown += bytes[place..<range.upperBound] }
    return String(decoding: shown, as: UTF8.self)
  }

  /// The mask of the number that a range touches; nil where it touches none.
  public func mask(touching range: Range<Int>) -> String? {
    let place = firstNumber(after: range.lowerBound)
    guard place < numbers.count, numbers[place].range.lowerBound < range.upperBound else { return nil }
    return masking.mask(numbers[place].kind)
  }

  /// The first number that ends behind an offset.
  private func firstNumber(after offset: Int) -> Int {
    var (low, high) = (-1, numbers.count)
    // Invariant: all numbers up to `low` end at or before `offset`, all from `high` on behind it.
    while high - low > 1 {
      let middle = (low + high) / 2
      if numbers[middle].range.upperBound <= offset { low = middle } else { high = middle }
    }
    return high
  }

  /// Where a range of the text lies in `whole`, both counted in Unicode scalars. What begins or ends within a number takes its mask along.
  public func scalars(_ range: Range<Int>) -> Range<Int> {
    guard !numbers.isEmpty else { return range }
    var (original, masked) = (0, 0)
    var (start, end): (Int?, Int?)
    var place = 0
    for number in numbers {
      let plain = Self.scalars(in: bytes[place..<number.range.lowerBound])
      let length = Self.scalars(in: bytes[number.range])
      let mask = masking.mask(number.kind).unicodeScalars.count
      let head = original + plain
      if start == nil, range.lowerBound < head + length {
        start = range.lowerBound < head ? masked + range.lowerBound - original : masked + plain
      }
      if end == nil, range.upperBound <= head { end = masked + range.upperBound - original }
      if end == nil, range.upperBound <= head + length { end = masked + plain + mask }
      original = head + length
      masked += plain + mask
      place = number.range.upperBound
    }
    let from = start ?? masked + range.lowerBound - original
    return from..<max(from, end ?? masked + range.upperBound - original)
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 & 0xC0 != 0x80 } }
}
