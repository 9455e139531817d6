// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes UTF-8 of a file's bytes: UTF-8 with or without a byte order mark, UTF-16, or GB18030.
///
/// A byte order mark decides. Without one, a zero among the first two bytes means UTF-16, as do line feeds of two bytes in
/// what is not UTF-8; other text that is not UTF-8 means GB18030, unless most of its Chinese is well-formed UTF-8, which is then taken for UTF-8 with damaged bytes.
package enum TextDecoder {
  package struct Decoded: Hashable {
    /// The text in UTF-8; up to the first bad byte where `bad` is not nil, then that byte as `�`.
    package var bytes: [UInt8]
    /// The name of the encoding that was found.
    package var encoding: String
    /// Where in `bytes` the first bad byte stands.
    package var bad: Int?
  }

  package static func decode(_ raw: [UInt8]) -> Decoded {
    var decoded = decodeWhole(raw)
    // A second mark is none of the text either; kept, it would be the first of the file that `fmt` writes.
    while decoded.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      decoded.bytes.removeFirst(3)
      decoded.bad = decoded.bad.map { $0 - 3 }
    }
    // No text has a zero, and written as UTF-8 it would be taken for UTF-16.
    if let zero = decoded.bytes.firstIndex(of: 0), zero < decoded.bad ?? .max {
      decoded.bytes = decoded.bytes[..<zero] + [0xEF, 0xBF, 0xBD]
      decoded.bad = zero
    }
    return decoded
  }

  private static func decodeWhole(_ raw: [UInt8]) -> Decoded {
    if raw.starts(with: [0xEF, 0xBB, 0xBF]) { return utf8(Array(raw[3...])) }
    if raw.starts(with: [0xFF, 0xFE]) { return utf16(raw[2...], isLittle: true) }
    if raw.starts(with: [0xFE, 0xFF]) { return utf16(raw[2...], isLittle: false) }
    if raw.count >= 2, raw[0] == 0 || raw[1] == 0 { return utf16(raw[...], isLittle: raw[1] == 0) }
    let asUTF8 = utf8(raw)
    guard let bad = asUTF8.bad else { return asUTF8 }
    if let isLittle = orderOfLineFeeds(raw), !isMostlyUTF8(raw) { return utf16(raw[...], isLittle: isLittle) }
    let asGB = gb18030(raw)
    guard asGB.bad == nil, !isMostlyUTF8(raw) else {
      // Both have bad bytes, or it is damaged UTF-8: the one that can be read further is meant.
      return asGB.bad != nil && bad < (asGB.bad ?? 0) && !isMostlyUTF8(raw) ? asGB : asUTF8
    }
    return asGB
  }

  // MARK: UTF-8

  private static func utf8(_ raw: [UInt8]) -> Decoded {
    guard let bad = firstBadByte(raw) else { return Decoded(bytes: raw, encoding: "UTF-8", bad: nil) }
    return Decoded(bytes: raw[..<bad] + [0xEF, 0xBF, 0xBD], encoding: "UTF-8", bad: bad)
  }

  private static func firstBadByte(_ raw: [UInt8]) -> Int? {
    var offset = 0
    while offset < raw.count {
      if raw[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = wellFormedLength(raw, offset)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// The length of the well-formed sequence of several bytes at `offset`, 0 where there is none (Unicode, table 3-7).
  private static func wellFormedLength(_ raw: [UInt8], _ offset: Int) -> Int {
    let length =
      switch raw[offset] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard length > 0, offset + length <= raw.count else { return 0 }
    guard raw[(offset + 1)..<(offset + length)].allSatisfy({ $0 & 0xC0 == 0x80 }) else { return 0 }
    switch (raw[offset], raw[offset + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
  }

  /// Chinese takes three bytes in UTF-8; in GB18030 such triples come about by chance, and seldom.
  private static func isMostlyUTF8(_ raw: [UInt8]) -> Bool {
    var (good, bad, offset) = (0, 0, 0)
    var isInBadRun = false
    while offset < raw.count {
      if raw[offset] < 0x80 {
        offset += 1
        continue
      }
      let length = wellFormedLength(raw, offset)
      if length == 3 { good += 1 }
      if length == 0, !isInBadRun { bad += 1 }
      isInBadRun = length == 0
      offset += max(1, length)
    }
    return good > 4 * bad
  }

  // MARK: UTF-16

  /// Whether the pairs of bytes that are line feeds have the low byte first; nil where none is one. A list of nothing but
  /// Chinese words has no other zeros, save in 一 (U+4E00) and its like, which say nothing of the order.
  private static func orderOfLineFeeds(_ raw: [UInt8]) -> Bool? {
    var (little, big) = (0, 0)
    for offset in stride(from: 0, to: raw.count - 1, by: 2) {
      if raw[offset] == 0x0A, raw[offset + 1] == 0 { little += 1 }
      if raw[offset] == 0, raw[offset + 1] == 0x0A { big += 1 }
    }
    return little == big ? nil : little > big
  }

  private static func utf16(_ raw: ArraySlice<UInt8>, isLittle: Bool) -> Decoded {
    var units: [UInt16] = []
    units.reserveCapacity(raw.count / 2)
    var offset = raw.startIndex
    while offset + 1 < raw.endIndex {
      let (first, second) = (UInt16(raw[offset]), UInt16(raw[offset + 1]))
      units.append(isLittle ? first | second << 8 : first << 8 | second)
      offset += 2
    }
    var decoder = UTF16()
    var iterator = units.makeIterator()
    var text = String.UnicodeScalarView()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): text.append(scalar)
      case .emptyInput:
        let bytes = Array(String(text).utf8)
        guard offset < raw.endIndex else { return Decoded(bytes: bytes, encoding: "UTF-16", bad: nil) }
        return Decoded(bytes: bytes + [0xEF, 0xBF, 0xBD], encoding: "UTF-16", bad: bytes.count)
      case .error:
        let bytes = Array(String(text).utf8)
        return Decoded(bytes: bytes + [0xEF, 0xBF, 0xBD], encoding: "UTF-16", bad: bytes.count)
      }
    }
  }

  // MARK: GB18030

  /// By the C library's tables. Where it has none, the first byte that is not ASCII is bad.
  private static func gb18030(_ raw: [UInt8]) -> Decoded {
    let converter = unsafe iconv_open("UTF-8", "GB18030")
    let none = unsafe iconv_t(bitPattern: -1)
    guard unsafe converter != none else {
      let bad = raw.firstIndex { $0 >= 0x80 } ?? raw.count
      return Decoded(bytes: raw[..<bad] + [0xEF, 0xBF, 0xBD], encoding: "GB18030", bad: bad)
    }
    defer { unsafe iconv_close(converter) }
    var input = raw
    // Two bytes become at most three, four become at most four.
    var output = [UInt8](repeating: 0, count: raw.count * 2 + 16)
    var left = 0
    let written = unsafe input.withUnsafeMutableBytes { source in
      unsafe output.withUnsafeMutableBytes { target in
        var from = unsafe source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        left = source.count
        _ = unsafe iconv(converter, &from, &left, &to, &room)
        return target.count - room
      }
    }
    guard left > 0 else { return Decoded(bytes: Array(output[..<written]), encoding: "GB18030", bad: nil) }
    return Decoded(bytes: output[..<written] + [0xEF, 0xBF, 0xBD], encoding: "GB18030", bad: written)
  }
}
