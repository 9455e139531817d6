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

  /// The first words of a match that differ.
  func words(of match: DecisionDraft.Match, in draft: inout DecisionDraft) -> Quotes {
    var quotes = Quotes()
    for place in match.hits where !quotes.isFull {
      let word = word(of: draft.hits[place], in: &draft)
      quotes.add(word, of: draft.texts)
    }
    return quotes
  }

  /// The word of a hit, in the draft's texts.
  func word(of hit: DecisionDraft.Hit, in draft: inout DecisionDraft) -> Range<Int> {
    guard PersonalNumbers.mayTouch(draft.texts.span.extracting(hit.text)) else { return hit.text }
    guard let masked = masked(hit.text, of: draft.range(of: hit.field), in: draft.texts) else { return hit.text }
    return draft.keep(masked)
  }

  /// The hit with its masks; nil where nothing around it is to be masked.
  private func masked(_ hit: Range<Int>, of field: Range<Int>, in texts: [UInt8]) -> String? {
    var start = max(field.lowerBound, hit.lowerBound - Self.reach)
    while start < hit.lowerBound, texts[start] & 0xC0 == 0x80 { start += 1 }
    var end = min(field.upperBound, hit.upperBound + Self.reach)
    while end > hit.upperBound, end < field.upperBound, texts[end] & 0xC0 == 0x80 { end -= 1 }
    if PersonalNumbers.found(in: texts.span.extracting(start..<end)).isEmpty { return nil }
    return MaskedText(Array(texts[start..<end]), masking).piece(hit.lowerBound - start..<hit.upperBound - start)
  }
}
