// SPDX-License-Identifier: Apache-2.0

/// The signs with which zones begin, and how far they go.
extension ZoneReader {
  /// Whether a few characters stand at a byte.
  @inline(__always)
  static func starts(with few: StaticString, at start: Int, in text: Span<UInt8>) -> Bool {
    guard start >= 0, start + few.utf8CodeUnitCount <= text.count else { return false }
    return few.withUTF8Buffer { bytes in
      for index in bytes.indices where unsafe bytes[index] != text[start + index] { return false }
      return true
    }
  }

  /// Whether a few characters end at a byte.
  static func ends(with few: StaticString, at end: Int, in text: Span<UInt8>) -> Bool {
    starts(with: few, at: end - few.utf8CodeUnitCount, in: text)
  }

  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  static func lineEnd(from start: Int, in text: Span<UInt8>) -> Int {
    var end = start
    while end < text.count, !isLineEnd(text[end]) { end += 1 }
    return end
  }

  /// The end of `@…`; nil where it is part of a mail address, or what follows is too long for a name.
  static func mention(at start: Int, in text: Span<UInt8>) -> Int? {
    if start > 0, isWordByte(text[start - 1]) || text[start - 1] == UInt8(ascii: ".") { return nil }
    var end = start + 1
    for _ in 0...longestMention {
      guard end < text.count, let next = nameCharacter(at: end, in: text) else {
        return end > start + 1 ? end : nil
      }
      end = next
    }
    return nil
  }

  /// The end of a character of a name; nil for signs, spaces and pictures.
  private static func nameCharacter(at offset: Int, in text: Span<UInt8>) -> Int? {
    if text[offset] < 0x80 { return isWordByte(text[offset]) ? offset + 1 : nil }
    let (scalar, end) = Scalars.decode(at: offset, in: text)
    switch scalar {
    case 0x80..<0xC0, 0x2000..<0x2C00, 0x3000..<0x3040, 0xFE00..<0xFE70, 0xFF00..., 0x2E00..<0x2E80: return nil
    default: return end
    }
  }

  /// A letter, digit, `_` or `-`.
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }

  /// The end of an address whose `http`, `https` or `www` ends at a byte: the word itself still tells that there is a link.
  static func link(at start: Int, in text: Span<UInt8>) -> Int? {
    let isAddress =
      starts(with: "://", at: start, in: text)
      && (ends(with: "http", at: start, in: text) || ends(with: "https", at: start, in: text))
    guard isAddress || (ends(with: "www", at: start, in: text) && text[start] == UInt8(ascii: ".")) else { return nil }
    var end = host(from: isAddress ? start + 3 : start + 1, in: text) ?? start
    while end < text.count, text[end] > 0x20, text[end] < 0x7F,
      text[end] != UInt8(ascii: "<"), text[end] != UInt8(ascii: ">"), text[end] != UInt8(ascii: "\"")
    {
      end += 1
    }
    return end
  }

  /// The longest label of a host, in characters.
  private static let longestLabel = 63

  /// The end of a host with letters beyond ASCII, as in `www.欠薪.com`; nil where no such host stands at a byte.
  ///
  /// It has at least two labels of letters, digits and hyphens, and ends with one of Latin letters or a Chinese domain with no character
  /// of Chinese behind it. Words are often put behind an address without a space (`www.x.cn老板欠薪`), so only the first label may mix.
  private static func host(from start: Int, in text: Span<UInt8>) -> Int? {
    var labelStart = start
    var isFirst = true
    var isForeign = false
    var found: Int?
    while labelStart < text.count {
      if isFirst, starts(with: "www.", at: labelStart, in: text) { labelStart += 4 }
      var end = labelStart
      var characters = 0
      var isPlain = true
      while end < text.count, text[end] != UInt8(ascii: "_"), let next = nameCharacter(at: end, in: text) {
        if text[end] >= 0x80 {
          // A label of Latin letters ends where others begin, save the first.
          if isPlain, !isFirst, characters > 0 { break }
          isPlain = false
        }
        characters += 1
        end = next
      }
      guard (1...longestLabel).contains(characters) else { break }
      if !isFirst, isForeign || !isPlain, isTopDomain(labelStart..<end, isPlain: isPlain, in: text) { found = end }
      isForeign = isForeign || !isPlain
      guard end < text.count, text[end] == UInt8(ascii: ".") else { break }
      isFirst = false
      labelStart = end + 1
    }
    return found
  }

  /// Whether a label can end a host: at least two Latin letters, or a Chinese domain.
  private static func isTopDomain(_ label: Range<Int>, isPlain: Bool, in text: Span<UInt8>) -> Bool {
    if isPlain {
      guard label.count >= 2 else { return false }
      return label.allSatisfy { (text[$0] | 0x20) &- 0x61 < 26 }
    }
    return chineseDomains.contains {
      $0.count == label.count && Scalars.starts(with: $0, at: label.lowerBound, in: text)
    }
  }

  private static let chineseDomains = [
    "中国", "公司", "网络", "网址", "网站", "网店", "中文网", "商城", "商店", "商标", "在线", "集团", "企业", "机构", "政务", "政府", "公益", "香港",
    "台湾", "澳门", "新加坡", "手机", "移动", "信息", "世界", "招聘", "我爱你", "广东", "佛山",
  ].map { Array($0.utf8) }

  /// Whether 转发 at a byte says that what follows is somebody else's post: it begins a line, maybe in a bracket, and a colon, a bracket,
  /// @ or a 自 that means "from" follows.
  static func isRepost(at start: Int, in text: Span<UInt8>) -> Bool {
    guard starts(with: "转发", at: start, in: text) else { return false }
    let end = start + 6
    let follows =
      starts(with: "：", at: end, in: text) || starts(with: "】", at: end, in: text)
      || starts(with: "）", at: end, in: text) || isFrom(at: end, in: text)
      || end < text.count
        && [UInt8(ascii: ":"), UInt8(ascii: "]"), UInt8(ascii: ")"), UInt8(ascii: "@")].contains(text[end])
    guard follows else { return false }
    var before = start
    for bracket: StaticString in ["【", "（", "[", "("] where ends(with: bracket, at: start, in: text) {
      before = start - bracket.utf8CodeUnitCount
    }
    while before > 0, text[before - 1] <= 0x20, !isLineEnd(text[before - 1]) { before -= 1 }
    return before == 0 || isLineEnd(text[before - 1])
  }

  /// Whether 自 at a byte begins no word of its own: 转发自某某, not 转发自己的经历.
  private static func isFrom(at start: Int, in text: Span<UInt8>) -> Bool {
    guard starts(with: "自", at: start, in: text) else { return false }
    guard let next = Scalars.after(start + 3, in: text) else { return true }
    return !wordsOfSelf.contains(next.scalar)
  }

  /// What stands behind 自 in words that have to do with oneself, or with what goes by itself.
  private static let wordsOfSelf = Set("己身家我个行费愿主助然动从由称责制学编救来信治发杀残保建有认问卑述媒拍查荐辩白立强嘲言语购用检理力".unicodeScalars.map(\.value))
}
