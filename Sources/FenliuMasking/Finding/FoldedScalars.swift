// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// A text scalar by scalar in the one form for comparing, each with the byte it begins at; what folding takes out is part of the scalar
/// before it.
///
/// What was found is struck out: `cover` puts a mark in place of each scalar that is neither letter nor digit, so that what is looked for
/// later, and in the masked text, meets the same neighbours.
struct FoldedScalars {
  /// Stands where something was found.
  static let cover: Unicode.Scalar = "〉"

  private(set) var all: [Unicode.Scalar] = []
  /// Invariant: one entry more than `all`, rising, the last being the length of the text.
  private(set) var offsets: [Int] = []

  /// The scalars of a text; of bytes that are no UTF-8, U+FFFD.
  init(_ bytes: Span<UInt8>) {
    all.reserveCapacity(bytes.count)
    offsets.reserveCapacity(bytes.count + 1)
    let tables = FoldingTables.shared
    var place = 0
    while place < bytes.count {
      let first = bytes[place]
      if first < 0x80 {
        let isCapital = first &- 0x41 < 26
        all.append(Unicode.Scalar(isCapital ? first | 0x20 : first))
        offsets.append(place)
        place += 1
        continue
      }
      let scalar = Folding.scalar(at: place, in: bytes) ?? "\u{FFFD}"
      // The ring of a key cap stands behind its digit.
      if scalar != "\u{20E3}", let folded = tables.fold(scalar) {
        all.append(folded)
        offsets.append(place)
      }
      place += 1
      while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    }
    offsets.append(bytes.count)
  }

  var count: Int { all.count }

  /// The scalar at a place; nil outside.
  @inline(__always)
  subscript(place: Int) -> Unicode.Scalar? { place >= 0 && place < all.count ? all[place] : nil }

  /// The bytes of a range of scalars.
  func bytes(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  /// Strikes out what was found.
  mutating func strike(_ range: Range<Int>) { for place in range { all[place] = Self.cover } }

  @inline(__always)
  func isDigit(_ place: Int) -> Bool { self[place].map { DigitValue.plain($0) != nil } ?? false }

  /// Whether a small letter of ASCII stands there; folding made all small.
  @inline(__always)
  func isLetter(_ place: Int) -> Bool { self[place].map { $0.value &- 97 < 26 } ?? false }

  /// Whether one of the words stands there; the length of the first that does.
  func word(_ words: [[Unicode.Scalar]], at place: Int) -> Int? {
    guard place >= 0 else { return nil }
    return words.first { word in
      place + word.count <= all.count && word.indices.allSatisfy { all[place + $0] == word[$0] }
    }?.count
  }

  /// Whether one of the words stands within a few scalars before a place, in the same clause.
  func hasWord(_ words: [[Unicode.Scalar]], within reach: Int, before place: Int) -> Bool {
    var start = place
    while start > 0, place - start < reach, !Self.endsSearch(all[start - 1]) { start -= 1 }
    return (start..<place).contains { at in word(words, at: at).map { at + $0 <= place } ?? false }
  }

  private static func endsSearch(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "。", "！", "!", "？", "?", "；", ";", "，", ",", cover: true
    default: false
    }
  }
}

extension FoldedScalars {
  /// Words as they are compared here, split at blanks: small letters, simplified characters.
  static func words(_ words: String) -> [[Unicode.Scalar]] {
    words.split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }
}
