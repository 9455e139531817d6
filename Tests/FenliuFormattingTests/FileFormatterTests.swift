// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuFormatting

struct FileFormatterTests {
  private func words(_ text: String, _ path: String) throws -> String? {
    try FileFormatter(Array(text.utf8), path: path).formatted().map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test("a word list loses blanks at the ends of lines, and keeps its order, comments and single blank lines")
  func plainList() throws {
    #expect(try words("\n# 说明  \n 欠薪 \t\n\n\n讨薪   # why\n#求助", "a.txt") == "# 说明\n欠薪\n\n讨薪  # why\n#求助\n")
  }

  @Test("a table has one tab between fields and none behind the last")
  func table() throws {
    #expect(
      try words("word\tpoints\ttags\r\n欠薪 \t 2\t\r\n# 一\r\n讨薪\t\ta b  # c\r\n", "a.tsv")
        == "word\tpoints\ttags\n欠薪\t2\n# 一\n讨薪\t\ta b  # c\n")
    #expect(try words("word\n欠薪\t\n", "a.tsv") == "word\n欠薪\t\n", "a field too many stays one")
    #expect(try words("word\tnote\n欠薪\n#\t\n", "a.tsv") == "word\tnote\n欠薪\n#\n", "an empty comment stays one")
    #expect(try words("欠 #\t# 薪\n", "a.txt") == "欠 #\t# 薪\n", "a word that ends in a hash, with a comment")
    #expect(try words("\t\u{FEFF}欠薪\n", "a.txt") == "欠薪\n", "a byte order mark in front of a word is none of it")
    #expect(try words("欠薪\n#\t\n#\t薪\n", "a.txt") == "欠薪\n#\n#\t薪\n")
    #expect(
      try words("word, points\n\"a,\"\"b\" , 2 ,\n \"c\",1\n", "a.csv") == "word,points\n\"a,\"\"b\",2,\n \"c\",1\n")
  }

  @Test("a table without a column of words is left alone, a quote without an end is told")
  func otherTables() throws {
    #expect(try words("name\tregion\naliases \t\n", "places.tsv") == nil)
    #expect(throws: FormattingFailure.self) { try words("word\n\"abc\n", "a.csv") }
  }

  @Test("UTF-16, GB18030, a byte order mark and CR LF become UTF-8 with LF, and it is said what they were")
  func encodings() throws {
    let text = "title: 拖欠工资与养老保险\r\n"
    var utf16: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { utf16 += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let gb: [UInt8] = Array("title: ".utf8) + [0xCD, 0xCF, 0xC7, 0xB7, 0xB9, 0xA4, 0xD7, 0xCA, 0x0A]
    let cases: [([UInt8], FileFormatter.Original?)] = [
      (utf16, .init(encoding: "UTF-16", hasByteOrderMark: false, hasCarriageReturns: true)),
      (
        [0xEF, 0xBB, 0xBF] + Array(text.utf8),
        .init(encoding: "UTF-8", hasByteOrderMark: true, hasCarriageReturns: true)
      ),
      (gb, .init(encoding: "GB18030", hasByteOrderMark: false, hasCarriageReturns: false)),
      (Array("a: 欠薪\n".utf8), nil),
    ]
    for (raw, original) in cases {
      let formatted = try #require(try FileFormatter(raw, path: "a.yaml").formatted())
      #expect(formatted.original == original)
      let text = String(decoding: formatted.bytes, as: UTF8.self)
      #expect(["title: 拖欠工资与养老保险\n", "title: 拖欠工资\n", "a: 欠薪\n"].contains(text))
    }
  }

  @Test("bytes that are no text are told with their place")
  func badBytes() {
    #expect(throws: FormattingFailure.self) {
      try FileFormatter([0x61, 0x3A, 0xFF, 0xFF, 0x0A], path: "a.yaml").formatted()
    }
  }
}
