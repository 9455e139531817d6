// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuMasking
import FenliuModel

/// What stands directly beside a place: of Chinese two characters, else the whole word; nil at a mark or an end.
///
/// Of the normalized text, so that spellings which rules do not tell apart are one. A neighbour that touches a number of a person is its mask.
public struct Neighbours: Hashable, Sendable {
  /// What stands before it.
  public let left: String?
  /// What stands behind it.
  public let right: String?

  /// How many characters of a script without spaces are a neighbour.
  static let characters = 2
  /// How many bytes are looked at: longer words are no words.
  private static let window = 96

  /// - Parameter masked: the field's original text.
  init(of range: Range<Int>, in field: borrowing NormalizedText, masked: MaskedText) {
    let bytes = field.bytes
    var start = max(0, range.lowerBound - Self.window)
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, range.upperBound + Self.window)
    while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let before = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self).unicodeScalars.reversed()
    let after = String(decoding: bytes[range.upperBound..<end], as: UTF8.self).unicodeScalars
    let (left, right) = (Self.first(of: before).map { Self.text($0.reversed()) }, Self.first(of: after).map(Self.text))
    let from = range.lowerBound - Self.reach(left, before)
    let to = range.upperBound + Self.reach(right, after)
    self.left = left.map { masked.mask(touching: field.originalRange(of: from..<range.lowerBound)) ?? $0 }
    self.right = right.map { masked.mask(touching: field.originalRange(of: range.upperBound..<to)) ?? $0 }
  }

  /// How many bytes lie between the place and the far end of its neighbour, blanks included.
  private static func reach(_ neighbour: String?, _ way: some Sequence<Unicode.Scalar>) -> Int {
    guard let neighbour else { return 0 }
    return way.prefix { $0 == " " || $0 == "\u{3000}" }.reduce(neighbour.utf8.count) { $0 + UTF8.width($1) }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The nearest word of a way that leads away from the place.
  private static func first(of way: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar]? {
    var found: [Unicode.Scalar] = []
    var isWord = false
    for scalar in way {
      if found.isEmpty {
        if scalar == " " || scalar == "\u{3000}" { continue }
        guard Folding.isLetterOrDigit(scalar) else { return nil }
        isWord = Folding.isWholeWordCharacter(scalar)
        found.append(scalar)
      } else {
        guard Folding.isLetterOrDigit(scalar), Folding.isWholeWordCharacter(scalar) == isWord else { break }
        if !isWord, found.count == characters { break }
        found.append(scalar)
      }
    }
    return found.isEmpty ? nil : found
  }
}
