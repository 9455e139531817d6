// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Finds for each byte of a scalar's text where it stands in the file, so that a caret can stand under a part of it.
enum ScalarPlaces {
  /// The scalar with its places. Costs nothing where the text is in the file as it is.
  static func scalar(_ text: String, _ style: YAMLScalar.Style, span: SourceSpan, in bytes: [UInt8]) -> YAMLScalar {
    let raw = bytes[span.range]
    if raw.elementsEqual(text.utf8) {
      return YAMLScalar(text: text, style: style, span: span, start: raw.startIndex)
    }
    if raw.count >= 2, raw.first == raw.last, raw.first == UInt8(ascii: "'") || raw.first == UInt8(ascii: "\"") {
      let inner = raw.dropFirst().dropLast()
      if inner.elementsEqual(text.utf8) {
        return YAMLScalar(text: text, style: style, span: span, start: inner.startIndex)
      }
      return YAMLScalar(
        text: text, style: style, span: span, start: inner.startIndex,
        places: places(of: Array(text.utf8), in: inner, isDouble: raw.first == UInt8(ascii: "\"")))
    }
    // A block scalar's text begins on the line behind its `|` or `>`.
    let isBlock = style == .literal || style == .folded
    let body = isBlock ? raw.drop { !$0.endsLine } : raw
    return YAMLScalar(
      text: text, style: style, span: span, start: raw.startIndex,
      places: places(of: Array(text.utf8), in: body, isDouble: false))
  }

  /// Walks text and file side by side: folded white space, doubled quotes and escapes take more bytes than they mean.
  private static func places(of text: [UInt8], in raw: ArraySlice<UInt8>, isDouble: Bool) -> [Int] {
    var places: [Int] = []
    places.reserveCapacity(text.count)
    var offset = raw.startIndex
    for byte in text {
      while offset < raw.endIndex, raw[offset] != byte, isSpace(raw[offset]), !isSpace(byte) { offset += 1 }
      guard offset < raw.endIndex else {
        places.append(raw.endIndex)
        continue
      }
      places.append(offset)
      if raw[offset] == byte, !(isDouble && byte == UInt8(ascii: "\\")) {
        let isDoubled = byte == UInt8(ascii: "'") && offset + 1 < raw.endIndex && raw[offset + 1] == byte
        offset += isDoubled && !isDouble ? 2 : 1
      } else if isDouble, raw[offset] == UInt8(ascii: "\\") {
        // A character of several bytes stays at its escape until the next byte that is there as it is.
        guard byte & 0xC0 != 0x80 else { continue }
        offset += lengthOfEscape(raw[offset...])
      } else if isSpace(raw[offset]) {
        while offset < raw.endIndex, isSpace(raw[offset]) { offset += 1 }
      }
    }
    return places
  }

  private static func lengthOfEscape(_ raw: ArraySlice<UInt8>) -> Int {
    guard let kind = raw.dropFirst().first else { return 1 }
    let digits =
      switch kind {
      case UInt8(ascii: "x"): 2
      case UInt8(ascii: "u"): 4
      case UInt8(ascii: "U"): 8
      default: 0
      }
    return min(2 + digits, raw.count)
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
