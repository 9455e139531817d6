// SPDX-License-Identifier: Apache-2.0

extension [UInt8] {
  /// Appends the bytes of a span.
  @inline(__always)
  mutating func append(copying bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

extension Span<UInt8> {
  /// Whether the bytes are those of the text.
  @inline(__always)
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for place in indices where self[place] != (unsafe text.utf8Start[place]) { return false }
    return true
  }

  /// The number that the digits write; nil when there is anything else, or more than 18 digits.
  var number: Int? {
    guard (1...18).contains(count) else { return nil }
    var value = 0
    for place in indices {
      let digit = self[place] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
