// SPDX-License-Identifier: Apache-2.0
import FenliuMasking
import FenliuModel

/// What reasons quote of a post: the words of its hits, masked where they touch a telephone, a card, an address or an account.
///
/// A rule may hit in the middle of a number, so what stands around the hit is looked through too, as far as a number reaches; and only where a
/// hit could touch one.
struct FoundWords {
  private let masking: Masking
  /// How many bytes on each side of a hit are looked at: several times as long as any number.
  private static let reach = 256

  init(_ masking: Masking) { self.masking = masking }

  /// The words of the first hits of each listed match, in their order.
  func words(
    of matches: [Decision.Match], _ listed: [Int], in found: Matches, title: borrowing NormalizedText,
    text: borrowing NormalizedText
  ) -> [[String]] {
    var words: [[String]] = []
    words.reserveCapacity(matches.count)
    for (match, place) in zip(matches, listed) {
      var quoted: [String] = []
      quoted.reserveCapacity(match.hits.count)
      for (shown, hit) in zip(match.hits, found.hits[found.matches[place].hits]) {
        quoted.append(word(shown, of: hit, title: title, text: text))
      }
      words.append(quoted)
    }
    return words
  }

  /// The words of a hit that a decision shows.
  func word(
    _ shown: Decision.Hit, of hit: Hit, title: borrowing NormalizedText, text: borrowing NormalizedText
  ) -> String {
    guard PersonalNumbers.mayTouch(shown.text) else { return shown.text }
    return hit.field == .title ? masked(hit.range, of: title) : masked(hit.range, of: text)
  }

  private func masked(_ range: Range<Int>, of field: borrowing NormalizedText) -> String {
    let bytes = field.originalBytes
    let hit = field.originalRange(of: range)
    var start = max(0, hit.lowerBound - Self.reach)
    while start < hit.lowerBound, bytes[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(bytes.count, hit.upperBound + Self.reach)
    while end > hit.upperBound, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    return MaskedText(Array(bytes[start..<end]), masking).piece(hit.lowerBound - start..<hit.upperBound - start)
  }
}
