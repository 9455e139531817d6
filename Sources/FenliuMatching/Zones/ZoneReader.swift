// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// Finds the zones of normalized text in one pass from left to right.
///
/// One zone is open at a time: inside quoted words, a repost or a tag only links and mentions begin. A text without any of the signs
/// `“ 「 # @ > :` and without 转发 is passed over character by character. What each zone begins and ends with is told in `docs/rules.md`.
struct ZoneReader {
  /// The zone that is open, and where it ends.
  private var open = (zone: TextZone.own, end: 0)
  /// Whether only white space was seen since the line began.
  private var isLineStart = true
  /// The characters before the one at hand.
  private var characters = 0
  private var quote = ClosingSign("”")
  private var corner = ClosingSign("」")
  private var hash = ClosingSign("#")
  /// How many verbs of saying may still be looked at closely, which costs some microseconds each.
  private var verbsLeft = ZoneReader.mostVerbs

  /// The fewest characters in quotation marks that make a zone, less one.
  static let shortQuote = 6
  /// The most characters of a mention, a tag and a quotation; what is longer is none.
  static let longestMention = 12
  static let longestTag = 40
  static let longestQuote = 600
  /// The most verbs of saying in a field that announce somebody else's words; behind them every quotation is the writer's.
  static let mostVerbs = 1_000

  /// Appends where zones begin, in order.
  mutating func read(_ text: Span<UInt8>, into boundaries: inout [FieldZones.Boundary]) {
    var offset = 0
    while offset < text.count {
      let byte = text[offset]
      if open.zone != .own, offset >= open.end { begin(.own, upTo: 0, at: offset, &boundaries) }
      let wasLineStart = isLineStart
      if byte & 0xC0 != 0x80 { isLineStart = byte == 0x0A || byte == 0x0D || (isLineStart && byte == 0x20) }
      switch byte {
      case UInt8(ascii: "@"):
        if let end = Self.mention(at: offset, in: text) {
          offset = pass(.mention, offset..<end, in: text, &boundaries)
          continue
        }
      case UInt8(ascii: ":"), UInt8(ascii: "."):
        if let end = Self.link(at: offset, in: text) {
          offset = pass(.link, offset..<end, in: text, &boundaries)
          continue
        }
        if byte == UInt8(ascii: ":"), open.zone == .own {
          openSpeech(behind: offset, offset + 1, in: text, &boundaries)
        }
      case UInt8(ascii: "#") where open.zone == .own:
        if let close = hash.next(from: offset + 1, character: characters + 1, most: Self.longestTag, in: text),
          close.characters > 0
        {
          begin(.tag, upTo: close.end, at: offset, &boundaries)
        }
      case UInt8(ascii: ">") where open.zone == .own && wasLineStart:
        begin(.quoted, upTo: Self.lineEnd(from: offset, in: text), at: offset, &boundaries)
      case UInt8(ascii: "/") where open.zone == .own:
        if Self.starts(with: "//@", at: offset, in: text) { begin(.repost, upTo: text.count, at: offset, &boundaries) }
      case 0xE2 where open.zone == .own:
        if Self.starts(with: "“", at: offset, in: text) {
          let close = quote.next(from: offset + 3, character: characters + 1, most: Self.longestQuote, in: text)
          openQuote(at: offset, to: close, in: text, &boundaries)
        }
      case 0xE3 where open.zone == .own:
        if Self.starts(with: "「", at: offset, in: text) {
          let close = corner.next(from: offset + 3, character: characters + 1, most: Self.longestQuote, in: text)
          openQuote(at: offset, to: close, in: text, &boundaries)
        }
      case 0xE8 where open.zone == .own:
        if Self.isRepost(at: offset, in: text) { begin(.repost, upTo: text.count, at: offset, &boundaries) }
      case 0xEF where open.zone == .own:
        if Self.starts(with: "：", at: offset, in: text) {
          openSpeech(behind: offset, offset + 3, in: text, &boundaries)
        }
      default: break
      }
      if byte & 0xC0 != 0x80 { characters += 1 }
      // Signs and ends of zones stand at characters, and most are of three bytes.
      offset += byte & 0xF0 == 0xE0 ? 3 : 1
    }
  }

  private mutating func begin(
    _ zone: TextZone, upTo end: Int, at offset: Int, _ boundaries: inout [FieldZones.Boundary]
  ) {
    open = (zone, end)
    Self.note(zone, at: offset, &boundaries)
  }

  /// Notes a link or mention inside what is open, and gives its end.
  private mutating func pass(
    _ zone: TextZone, _ range: Range<Int>, in text: Span<UInt8>, _ boundaries: inout [FieldZones.Boundary]
  ) -> Int {
    for offset in range where text[offset] & 0xC0 != 0x80 { characters += 1 }
    Self.note(zone, at: range.lowerBound, &boundaries)
    if open.zone != .own, open.end <= range.upperBound { open = (.own, 0) }
    Self.note(open.zone, at: range.upperBound, &boundaries)
    isLineStart = false
    return range.upperBound
  }

  private static func note(_ zone: TextZone, at offset: Int, _ boundaries: inout [FieldZones.Boundary]) {
    let start = UInt32(truncatingIfNeeded: offset)
    if boundaries.last?.start == start { boundaries.removeLast() }
    if (boundaries.last?.zone ?? .own) != zone { boundaries.append(.init(start: start, zone: zone)) }
  }

  /// Opens what stands in quotation marks.
  private mutating func openQuote(
    at offset: Int, to close: ClosingSign.Place?, in text: Span<UInt8>, _ boundaries: inout [FieldZones.Boundary]
  ) {
    guard let close else { return }
    let isShort = close.characters <= Self.shortQuote
    if isShort, !Speech.isColon(before: offset, in: text) { return }
    let isSaid = Speech.stands(before: offset, in: text, &verbsLeft)
    if isShort, !isSaid { return }
    begin(isSaid ? .quoted : .emphasis, upTo: close.end, at: offset, &boundaries)
  }

  /// Opens what is said behind a colon without quotation marks, up to the end of the sentence.
  private mutating func openSpeech(
    behind colon: Int, _ start: Int, in text: Span<UInt8>, _ boundaries: inout [FieldZones.Boundary]
  ) {
    guard Speech.announces(at: colon, in: text, &verbsLeft) else { return }
    var end = start
    while end < text.count, text[end] == 0x20 { end += 1 }
    if Self.starts(with: "“", at: end, in: text) || Self.starts(with: "「", at: end, in: text) { return }
    while end < text.count {
      let (kind, next) = Marks.kind(at: end, in: text)
      if kind == .sentence || kind == .question { break }
      end = next
    }
    // Opened at the colon, which belongs to nobody's words.
    if end > start { begin(.quoted, upTo: end, at: colon, &boundaries) }
  }
}
