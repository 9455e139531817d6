// SPDX-License-Identifier: Apache-2.0

/// One line of a YAML file as bytes, looked at where libyaml no longer helps.
///
/// It guesses as a reader does: items begin after `- `, `: `, `[`, `{` and `,`. It is asked only about lines that
/// libyaml stopped at, and what it guesses is offered as a mend, never taken silently.
struct RawLine {
  struct Item {
    let start: Int
    /// The key that it is the value of, on this line.
    let key: String?
    /// Whether it stands inside brackets or braces.
    let isFlow: Bool
  }

  let bytes: [UInt8]
  let start: Int
  /// Behind the last byte, without the line's end.
  let end: Int
  /// Where the line below starts: behind this one's LF, CR LF or CR, which libyaml all takes for line ends.
  ///
  /// Always greater than any offset that the line holds, so that whoever goes on from here comes to an end.
  let next: Int

  init(holding offset: Int, in bytes: [UInt8]) {
    self.bytes = bytes
    let offset = min(offset, bytes.count)
    var start = offset
    while start > 0, bytes[start - 1] != UInt8(ascii: "\n") {
      // The LF of a CR LF belongs to the line that it ends, as its CR does.
      let isInsideEnd = start < bytes.count && bytes[start] == UInt8(ascii: "\n")
      if bytes[start - 1] == UInt8(ascii: "\r"), !isInsideEnd { break }
      start -= 1
    }
    var end = start
    while end < bytes.count, !bytes[end].endsLine { end += 1 }
    let isPair = bytes[end...].starts(with: "\r\n".utf8)
    self.start = start
    self.end = end
    next = end + (isPair ? 2 : 1)
  }

  /// The line before, if there is one.
  var above: RawLine? { start > 0 ? RawLine(holding: start - 1, in: bytes) : nil }

  /// Whether nothing but spaces and a comment stands on it.
  var isBlank: Bool {
    guard let first = bytes[start..<end].first(where: { $0 != 0x20 }) else { return true }
    return first == UInt8(ascii: "#")
  }

  /// Where the first item starts, behind indentation and dashes.
  var firstItem: Int {
    var offset = start
    while offset < end {
      if bytes[offset] == 0x20 {
        offset += 1
      } else if bytes[offset] == UInt8(ascii: "-"), offset + 1 < end, bytes[offset + 1] == 0x20 {
        offset += 2
      } else {
        break
      }
    }
    return offset
  }

  /// The starts of all items, in order.
  func items(startsInFlow: Bool = false) -> [Item] {
    var items: [Item] = []
    var depth = startsInFlow ? 1 : 0
    var offset = firstItem
    var keyStart = offset
    var key: String?
    var isStart = true
    while offset < end {
      if isStart {
        while offset < end, bytes[offset] == 0x20 { offset += 1 }
        guard offset < end else { break }
        items.append(Item(start: offset, key: key, isFlow: depth > 0))
        if key == nil { keyStart = offset }
        isStart = false
        if let behind = endOfQuoted(at: offset) {
          offset = behind
          continue
        }
        if bytes[offset] == UInt8(ascii: "[") || bytes[offset] == UInt8(ascii: "{") {
          depth += 1
          key = nil
          isStart = true
          offset += 1
          continue
        }
      }
      switch bytes[offset] {
      case UInt8(ascii: ":") where offset + 1 == end || bytes[offset + 1] == 0x20:
        key = String(decoding: bytes[keyStart..<offset], as: UTF8.self)
        isStart = true
      case UInt8(ascii: ",") where depth > 0:
        key = nil
        isStart = true
      case UInt8(ascii: "]") where depth > 0, UInt8(ascii: "}") where depth > 0:
        depth -= 1
        key = nil
      case UInt8(ascii: "#") where offset > start && bytes[offset - 1] == 0x20:
        return items
      default: break
      }
      offset += 1
    }
    return items
  }

  /// The key that stands, with a colon, directly before `offset`.
  func key(before offset: Int) -> String? {
    var end = offset
    while end > start, bytes[end - 1] == 0x20 { end -= 1 }
    guard end > start, bytes[end - 1] == UInt8(ascii: ":") else { return nil }
    end -= 1
    var first = end
    while first > start, bytes[first - 1].isKeyByte { first -= 1 }
    return String(decoding: bytes[first..<end], as: UTF8.self)
  }

  /// The sign at `offset` that cannot begin plain text, if there is one.
  func sign(at offset: Int) -> String? {
    let signs = "*&!@%`[]{}'\"|>#".utf8
    return signs.contains(bytes[offset]) ? String(decoding: [bytes[offset]], as: UTF8.self) : nil
  }

  /// From `start` to where the author's item ends: in a block at a comment or the line's end, in brackets at the comma
  /// or bracket that is not the item's own.
  func extent(from start: Int, isFlow: Bool) -> Range<Int> {
    var offset = start
    var depth = 0
    var last = start
    scan: while offset < end {
      let byte = bytes[offset]
      if isFlow {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
        case UInt8(ascii: ")"): depth -= 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if depth <= 0 { break scan }
          depth -= 1
        case UInt8(ascii: ",") where depth <= 0: break scan
        default: break
        }
      } else if byte == UInt8(ascii: "#"), offset > start, bytes[offset - 1] == 0x20 {
        break
      }
      if byte != 0x20 { last = offset + 1 }
      offset += 1
    }
    return start..<last
  }

  /// Whether the bracket or quote at `offset` is closed by its counterpart before `limit`.
  func closes(from offset: Int, before limit: Int) -> Bool {
    if let behind = endOfQuoted(at: offset) { return behind <= limit }
    let close: UInt8
    switch bytes[offset] {
    case UInt8(ascii: "["): close = UInt8(ascii: "]")
    case UInt8(ascii: "{"): close = UInt8(ascii: "}")
    default: return true
    }
    return bytes[offset..<min(limit, end)].contains(close)
  }

  /// Where a comment begins at or behind `offset`, a # behind a space; inside brackets also one that an item begins with.
  func comment(from offset: Int, isFlow: Bool = false) -> Int? {
    var offset = max(offset, start + 1)
    while offset < end {
      if let behind = endOfQuoted(at: offset), isOpening(offset) {
        offset = behind
        continue
      }
      if bytes[offset] == UInt8(ascii: "#") {
        let before = bytes[offset - 1]
        // Inside brackets an item may begin with a comment, without a space.
        if before == 0x20 || isFlow && "[{,".utf8.contains(before) { return offset }
      }
      offset += 1
    }
    return nil
  }

  /// The full-width colon behind a key that begins at `offset`.
  func fullWidthColon(from offset: Int) -> Range<Int>? {
    var end = offset
    while end < self.end, bytes[end].isKeyByte {
      if bytes[end...].starts(with: "：".utf8) { return end > offset ? end..<end + 3 : nil }
      end += 1
    }
    return nil
  }

  /// The last full-width comma from `start` to `limit`, where a key with its colon begins behind it.
  func fullWidthComma(from start: Int, to limit: Int) -> Range<Int>? {
    let comma = Array("，".utf8)
    var found: Int?
    var offset = start
    while offset + comma.count <= min(limit, end) {
      if bytes[offset..<offset + comma.count].elementsEqual(comma) { found = offset }
      offset += 1
    }
    guard let found else { return nil }
    let rest = bytes[found + comma.count..<end]
    let key = rest.drop { $0 == 0x20 }.prefix { $0.isKeyByte }
    let hasColon = !key.isEmpty && key.endIndex < end && bytes[key.endIndex] == UInt8(ascii: ":")
    // With a full-width colon only what looks like a key of the language is one: in a sentence that sign is at home.
    let plain = key.prefix { $0.isKeyByte && $0 < 0x80 }
    let hasWideColon = !plain.isEmpty && bytes[plain.endIndex..<end].starts(with: "：".utf8)
    return hasColon || hasWideColon ? found..<found + comma.count : nil
  }

  /// The bytes as text in single quotes.
  static func quoted(_ bytes: some Sequence<UInt8>) -> String {
    "'"
      + String(decoding: Array(bytes), as: UTF8.self).split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''") + "'"
  }

  private func isOpening(_ offset: Int) -> Bool {
    guard offset > start else { return true }
    return " [{,".utf8.contains(bytes[offset - 1])
  }

  /// Behind the closing quote of the text that begins with a quote at `offset`; nil when none does or none closes it.
  private func endOfQuoted(at offset: Int) -> Int? {
    let quote = bytes[offset]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    var behind = offset + 1
    while behind < end {
      if bytes[behind] == quote {
        guard quote == UInt8(ascii: "'"), behind + 1 < end, bytes[behind + 1] == quote else { return behind + 1 }
        behind += 1
      } else if quote == UInt8(ascii: "\""), bytes[behind] == UInt8(ascii: "\\") {
        behind += 1
      }
      behind += 1
    }
    return nil
  }
}

extension UInt8 {
  /// Whether it is one of the two bytes that lines end with.
  var endsLine: Bool { self == UInt8(ascii: "\n") || self == UInt8(ascii: "\r") }
}
