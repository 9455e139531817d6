// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings
import FenliuTestSupport
import Testing

@Suite struct EncodingTests {
  /// The text that bytes in `encoding` are, given to the decoder in pieces of these lengths.
  static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding, pieces: () -> Int) throws -> [UInt8] {
    var decoder = try TextDecoder(encoding)
    var text: [UInt8] = []
    var held: [UInt8] = []
    var place = 0
    repeat {
      let end = min(place + max(1, pieces()), bytes.count)
      held += bytes[place..<end]
      place = end
      held.removeFirst(decoder.decode(held.span, isAll: place == bytes.count, into: &text))
    } while place < bytes.count
    #expect(held.isEmpty)
    return text
  }

  static func decoded(_ bytes: [UInt8], _ encoding: TextEncoding) throws -> [UInt8] {
    try decoded(bytes, encoding) { bytes.count }
  }

  static func encoding(_ beginning: [UInt8]) -> TextEncoding? { TextEncoding(beginning: beginning.span) }

  static func likely(_ bytes: [UInt8], isAll: Bool = true) -> TextEncoding {
    EncodingEvidence(of: bytes.span, isAll: isAll).encoding
  }

  @Test("an encoding goes by the names that people give it")
  func names() {
    #expect(TextEncoding(name: "GBK") == .gb18030)
    #expect(TextEncoding(name: "gb2312") == .gb18030)
    #expect(TextEncoding(name: "utf_8") == .utf8)
    #expect(TextEncoding(name: "UTF-16LE") == .utf16LittleEndian)
    #expect(TextEncoding(name: "utf16be") == .utf16BigEndian)
    #expect(TextEncoding(name: "utf-16") == nil)
    #expect(TextEncoding(name: "big5") == nil)
    for encoding in TextEncoding.allCases { #expect(TextEncoding(name: encoding.rawValue) == encoding) }
  }

  @Test("a mark at the beginning tells the encoding, and so do the NULs of ASCII in UTF-16")
  func beginnings() {
    #expect(Self.encoding([0xEF, 0xBB, 0xBF, 0x61]) == .utf8)
    #expect(Self.encoding([0xFF, 0xFE, 0x61, 0]) == .utf16LittleEndian)
    #expect(Self.encoding([0xFE, 0xFF, 0, 0x61]) == .utf16BigEndian)
    #expect(Self.encoding([0x84, 0x31, 0x95, 0x33]) == .gb18030)
    #expect(Self.encoding([0x69, 0, 0x64, 0]) == .utf16LittleEndian)
    #expect(Self.encoding([0, 0x69, 0, 0x64]) == .utf16BigEndian)
    #expect(Self.encoding([0x69, 0x64, 0x2C, 0x74]) == nil)
    #expect(Self.encoding([0, 0, 0, 0]) == nil)
  }

  @Test("characters of one, two and four bytes come out of GB18030")
  func gb18030() throws {
    // a, 中, the euro as Windows writes it and as the standard does, the grinning face.
    let bytes: [UInt8] = [0x61, 0xD6, 0xD0, 0x80, 0xA2, 0xE3, 0x94, 0x39, 0xFC, 0x36]
    #expect(String(decoding: try Self.decoded(bytes, .gb18030), as: UTF8.self) == "a中€€😀")
  }

  @Test("what stands for no character becomes one byte that is no UTF-8, and what follows is read")
  func flaws() throws {
    let newline = UInt8(ascii: "\n")
    // Half a character before a line end; a byte that begins nothing; half a character at the end.
    #expect(try Self.decoded([0xD6, newline, 0xD6, 0xD0], .gb18030) == [0xFF, newline] + Array("中".utf8))
    #expect(try Self.decoded([0xFF, 0x61, 0xD6], .gb18030) == [0xFF, 0x61, 0xFF])
    #expect(try Self.decoded([0x81, 0x30, 0x81], .gb18030) == [0xFF, 0x30, 0xFF])
    // A low surrogate alone; a high one before a line end; half a unit at the end.
    #expect(try Self.decoded([0x00, 0xDC, 0x61, 0], .utf16LittleEndian) == [0xFF, 0x61])
    #expect(try Self.decoded([0x3D, 0xD8, newline, 0, 0x61], .utf16LittleEndian) == [0xFF, newline, 0xFF])
    #expect(try Self.decoded([0xD8, 0x3D, 0xDE, 0x00, 0, 0x61], .utf16BigEndian) == Array("😀a".utf8))
  }

  @Test("a text is the same, whatever pieces it comes in", arguments: Seeds.standard)
  func pieces(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for encoding in [TextEncoding.gb18030, .utf16LittleEndian, .utf16BigEndian] {
      // Mostly bytes that are characters, some that are none.
      let bytes = (0..<400).flatMap { _ -> [UInt8] in
        switch Int.random(in: 0..<6, using: &random) {
        case 0: [UInt8.random(in: 0...255, using: &random)]
        case 1: [0x94, 0x39, 0xFC, 0x36]
        case 2: [0x3D, 0xD8, 0x00, 0xDE]
        case 3: [0x0A]
        default: [UInt8.random(in: 0xB0...0xF7, using: &random), UInt8.random(in: 0xA1...0xFE, using: &random)]
        }
      }
      let whole = try Self.decoded(bytes, encoding)
      #expect(try Self.decoded(bytes, encoding) { 1 } == whole)
      #expect(try Self.decoded(bytes, encoding) { Int.random(in: 1...9, using: &random) } == whole)
    }
  }

  static func gb18030(_ text: String) throws -> [UInt8] { try Recoded.bytes(of: text, as: "GB18030") }

  @Test("Chinese in GB18030 is known by its bytes, also a single line of it", arguments: [1, 3, 200])
  func findsGB18030(lines: Int) throws {
    let text = String(repeating: "编号,内容\n7,路灯坏了三天，没有人来修，晚上很黑\n", count: lines)
    let bytes = try Self.gb18030(text)
    #expect(Self.likely(bytes) == .gb18030)
    #expect(Self.likely(Array(text.utf8)) == .utf8)
    // A character that is cut off at the end changes nothing.
    #expect(Self.likely(Array(bytes.dropLast(2)), isAll: false) == .gb18030)
  }

  @Test("UTF-8 of which some rows are in another encoding stays UTF-8")
  func brokenRows() throws {
    let good = Array(String(repeating: "路灯坏了三天，没有人来修\n", count: 20).utf8)
    let bad = try Self.gb18030(String(repeating: "路灯坏了三天，没有人来修\n", count: 12))
    #expect(Self.likely((good + bad)) == .utf8)
    #expect(Self.likely((bad + good + good)) == .utf8)
  }

  @Test("Western text in Latin-1 is not taken for Chinese")
  func latin1() throws {
    let text =
      "Die Straßenlaterne ist seit drei Tagen kaputt, niemand kümmert sich. Où est le maire? C'est très gênant, déjà."
    let bytes = text.unicodeScalars.map { UInt8($0.value) }
    #expect(Self.likely(bytes) == .utf8)
    #expect(Self.likely(Array("Müller äöü ÄÖÜ".unicodeScalars.map { UInt8($0.value) })) == .utf8)
  }

  @Test("what Chinese Windows writes is known also where the text is English or punctuation")
  func fewCharacters() throws {
    for text in ["it doesn’t work… £5 lost", "?！！！", "“quoted”"] {
      #expect(Self.likely(try Self.gb18030(text)) == .gb18030, "\(text)")
    }
    // The same as Western Windows writes it.
    let bytes: [UInt8] =
      Array("it doesn".utf8) + [0x92] + Array("t work".utf8) + [0x85, 0x20, 0xA3] + Array("5 lost".utf8)
    #expect(Self.likely(bytes) == .utf8)
  }

  @Test("Chinese in Big5 is not taken for GB18030")
  func big5() throws {
    let text = "路燈壞了三天，沒有人來修，晚上很黑，附近的老人都不敢出門，希望有關部門儘快處理。"
    #expect(Self.likely(try Recoded.bytes(of: text, as: "BIG5")) == .utf8)
  }
}
