// SPDX-License-Identifier: Apache-2.0

/// Finds the next closing sign of a kind in the line, for opening ones that are asked about from left to right.
///
/// What was looked through is not looked through again, so that all questions about a text together cost one walk over it, however
/// many signs open and none closes.
struct ClosingSign {
  /// Where a closing sign ends, and how many characters stand before it.
  typealias Place = (end: Int, characters: Int)

  private let sign: StaticString
  /// How far was looked: no closing sign lies before it, back to the last question.
  private var head = (offset: 0, character: 0)

  init(_ sign: StaticString) { self.sign = sign }

  /// The first closing sign from `start` on; nil where more than `most` characters or the end of the line come before it.
  ///
  /// - Parameter character: how many characters stand before `start`.
  mutating func next(from start: Int, character: Int, most: Int, in text: Span<UInt8>) -> Place? {
    if head.offset < start { head = (start, character) }
    while head.character - character <= most {
      guard head.offset < text.count, !ZoneReader.isLineEnd(text[head.offset]) else { return nil }
      if ZoneReader.starts(with: sign, at: head.offset, in: text) {
        return (head.offset + sign.utf8CodeUnitCount, head.character - character)
      }
      head = (Scalars.decode(at: head.offset, in: text).end, head.character + 1)
    }
    return nil
  }
}
