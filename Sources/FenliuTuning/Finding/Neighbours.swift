// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// What stands directly beside a place: of Chinese two characters, else the whole word; nil at a mark or an end.
///
/// Of the normalized text, so that spellings which rules do not tell apart are one.
public struct Neighbours: Hashable, Sendable {
  /// What stands before it.
  public let left: String?
  /// What stands behind it.
  public let right: String?

  /// How many characters of a script without spaces are a neighbour.
  static let characters = 2
  /// How many bytes are looked at: longer words are no words.
  private static let window = 96

  init(of range: Range<Int>, in bytes: [UInt8]) {
    var start = max(0, range.lowerBound - Self.window)
    while start < range.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, range.upperBound + Self.window)
    while end > range.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    let before = String(decoding: bytes[start..<range.lowerBound], as: UTF8.self).unicodeScalars.reversed()
    let after = String(decoding: bytes[range.upperBound..<end], as: UTF8.self).unicodeScalars
    left = Self.first(of: before).map { Self.text($0.reversed()) }
    right = Self.first(of: after).map(Self.text)
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
