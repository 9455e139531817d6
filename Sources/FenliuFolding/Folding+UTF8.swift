// SPDX-License-Identifier: Apache-2.0

/// Looking at single scalars of normalized text, which is well-formed UTF-8 in a span of bytes.
extension Folding {
  /// The scalar that begins at an offset, or nil at the end.
  ///
  /// - Parameters:
  ///   - offset: on a scalar boundary, at most `bytes.count`.
  ///   - bytes: well-formed UTF-8. Of anything else some scalar is given, never a read outside.
  @inlinable
  public static func scalar(at offset: Int, in bytes: Span<UInt8>) -> Unicode.Scalar? {
    guard offset < bytes.count else { return nil }
    let first = UInt32(bytes[offset])
    if first < 0x80 { return Unicode.Scalar(first) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= bytes.count else { return "\u{FFFD}" }
    var value = first & (0x7F >> UInt32(length))
    for place in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[place] & 0x3F) }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The scalar that ends at an offset, or nil at the start.
  ///
  /// - Parameters:
  ///   - offset: on a scalar boundary, at most `bytes.count`.
  ///   - bytes: well-formed UTF-8. Of anything else some scalar is given, never a read outside.
  @inlinable
  public static func scalar(before offset: Int, in bytes: Span<UInt8>) -> Unicode.Scalar? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, in: bytes)
  }

  /// Whether a match may begin or end at an offset: no whole-word character touches another there.
  ///
  /// Han beside a Latin letter is an edge, so is a space; the middle of `spam` is none.
  @inlinable
  public static func isWordEdge(at offset: Int, in bytes: Span<UInt8>) -> Bool {
    guard let before = scalar(before: offset, in: bytes), isWholeWordCharacter(before),
      let after = scalar(at: offset, in: bytes)
    else { return true }
    return !isWholeWordCharacter(after)
  }
}
