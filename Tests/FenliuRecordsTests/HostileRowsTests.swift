// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

/// A row that no honest export holds, and what must become of it.
struct HostileRow: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: [UInt8]
  /// The reason of the reject; nil for a post.
  let reason: Reject.Reason?
  var testDescription: String { name }

  init(_ name: String, _ text: String, _ reason: Reject.Reason?) { self.init(name, Array(text.utf8), reason) }

  init(_ name: String, _ bytes: [UInt8], _ reason: Reject.Reason?) {
    (self.name, self.bytes, self.reason) = (name, bytes, reason)
  }

  /// A row of JSON whose text has these bytes in it.
  static func text(_ name: String, _ inside: [UInt8], _ reason: Reject.Reason?) -> HostileRow {
    HostileRow(name, Array(#"{"text":"字"#.utf8) + inside + Array(#"字"}"#.utf8), reason)
  }

  static func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  /// Sequences of bytes that are no UTF-8, one of each kind.
  static let broken: [(String, [UInt8])] = [
    ("a byte that continues nothing", [0x80]), ("many of them", [UInt8](repeating: 0xBF, count: 1_000)),
    ("a sequence of two cut short", [0xC3]), ("a sequence of three cut short", [0xE5, 0xAD]),
    ("a sequence of four cut short", [0xF0, 0x9F, 0x98]), ("an overlong slash in two", [0xC0, 0xAF]),
    ("an overlong slash in three", [0xE0, 0x80, 0xAF]), ("an overlong slash in four", [0xF0, 0x80, 0x80, 0xAF]),
    ("an overlong NUL", [0xC0, 0x80]), ("the last overlong of three", [0xE0, 0x9F, 0xBF]),
    ("the last overlong of four", [0xF0, 0x8F, 0xBF, 0xBF]), ("a high surrogate", [0xED, 0xA0, 0x80]),
    ("a low surrogate", [0xED, 0xBF, 0xBF]), ("a pair of surrogates", [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80]),
    ("above U+10FFFF", [0xF4, 0x90, 0x80, 0x80]), ("a sequence of five", [0xF8, 0x88, 0x80, 0x80, 0x80]),
    ("a sequence of six", [0xFC, 0x84, 0x80, 0x80, 0x80, 0x80]), ("FE", [0xFE]), ("FF", [0xFF]),
    ("Latin-1", [0x63, 0x61, 0x66, 0xE9]), ("GB 18030", [0xB9, 0xA4, 0xD7, 0xCA]),
  ]

  static let json: [HostileRow] =
    broken.map { .text("broken: \($0.0)", $0.1, .notUTF8) }
    + broken.map { HostileRow("broken at the end: \($0.0)", Array(#"{"text":"字"#.utf8) + $0.1, .notUTF8) }
    + broken.map {
      HostileRow(
        "broken in a column that is not read: \($0.0)", Array(#"{"text":"a","x":""#.utf8) + $0.1 + Array(#""}"#.utf8),
        .notUTF8)
    } + [
      .text("the last character there is", [0xF4, 0x8F, 0xBF, 0xBF], nil),
      .text("characters beside the surrogates", [0xED, 0x9F, 0xBF, 0xEE, 0x80, 0x80], nil),
      .text("no characters, but UTF-8", [0xEF, 0xBF, 0xBF, 0xEF, 0xB7, 0x90], nil),
      .text("a NUL", [0], .notJSON), .text("ESC", [0x1B], .notJSON), .text("DEL", [0x7F], nil),
      .text("C1 controls", [0xC2, 0x9B, 0xC2, 0x85], nil),
      .text(
        "a line separator, a byte order mark, bidi controls", Array("\u{2028}\u{2029}\u{FEFF}\u{202E}\u{2066}".utf8),
        nil),
      HostileRow("an escaped NUL", #"{"text":"a\u0000b"}"#, nil),
      HostileRow("a NUL in a key", Array(#"{"te"#.utf8) + [0] + Array(#"xt":"a","text":"b"}"#.utf8), .notJSON),
      HostileRow("an escaped NUL in a key", #"{"te\u0000xt":"a","text":"b"}"#, nil),
      HostileRow("a NUL after the row", Array(#"{"text":"a"}"#.utf8) + [0], .notJSON),
      HostileRow("a high surrogate alone", #"{"text":"a\ud800"}"#, .loneSurrogate),
      HostileRow("a low surrogate alone", #"{"text":"\udc00a"}"#, .loneSurrogate),
      HostileRow("surrogates in the wrong order", #"{"text":"\ude00\ud83d"}"#, .loneSurrogate),
      HostileRow("the last of all pairs", #"{"text":"\udbff\udfff"}"#, nil),
      HostileRow("the first of all pairs", #"{"text":"\ud800\udc00"}"#, nil),
      HostileRow("two high surrogates", #"{"text":"\ud83d\ud83d\ude00"}"#, .loneSurrogate),
      HostileRow("a high surrogate and a letter", #"{"text":"\ud83dA"}"#, .loneSurrogate),
      HostileRow("a high surrogate and another escape", #"{"text":"\ud83d\n"}"#, .loneSurrogate),
      HostileRow("half an escape after a high surrogate", #"{"text":"\ud83d\u"}"#, .loneSurrogate),
      HostileRow("a lone surrogate in a key", #"{"\ud800":1,"text":"a"}"#, .loneSurrogate),
      HostileRow("a lone surrogate in a column that is not read", #"{"x":["\udfff"],"text":"a"}"#, .loneSurrogate),
      HostileRow("a pair of surrogates", #"{"text":"\ud83d\ude00\uD83D\uDE00"}"#, nil),
      HostileRow("an escape of three digits", #"{"text":"\u12"}"#, .notJSON),
      HostileRow("an escape that is none", #"{"text":"\x41"}"#, .notJSON),
      HostileRow("a row that ends in an escape", #"{"text":"\"#, .notJSON),
      HostileRow("10^5 lists, unread", #"{"text":"a","x":"# + many("[", 100_000) + many("]", 100_000) + "}", .tooDeep),
      HostileRow("10^5 lists, never closed", #"{"x":"# + many("[", 100_000), .tooDeep),
      HostileRow("10^5 objects", many(#"{"a":"#, 100_000), .tooDeep),
      HostileRow("10^5 lists and objects", #"{"text":"a","x":"# + many(#"[{"a":"#, 50_000), .tooDeep),
      HostileRow("10^5 lists as the text", #"{"text":"# + many("[", 100_000), .tooDeep),
      HostileRow("10^5 lists in a list that is unread", #"{"x":[1,2,{"y":"# + many("[", 100_000), .tooDeep),
      HostileRow("as deep as may be", #"{"text":"a","x":"# + many("[", 126) + many("]", 126) + "}", nil),
      HostileRow("one deeper", #"{"text":"a","x":"# + many("[", 128) + many("]", 128) + "}", .tooDeep),
      HostileRow("10^5 lists beside each other", #"{"text":"a","x":["# + many("[],", 100_000) + "0]}", nil),
      HostileRow("10^5 closing brackets", #"{"text":"a","x":"# + many("]", 100_000), .notJSON),
      HostileRow("10^5 keys", "{" + (0..<100_000).map { #""k\#($0)":1,"# }.joined() + #""text":"a"}"#, .tooManyKeys),
      HostileRow("as many keys as may be", "{" + (0..<1_023).map { #""k\#($0)":1,"# }.joined() + #""text":"a"}"#, nil),
      HostileRow(
        "10^5 keys in an object that is not read",
        #"{"text":"a","x":{"# + (0..<100_000).map { #""k\#($0)":1,"# }.joined() + #""z":0}}"#, nil),
      HostileRow("a key twice", #"{"text":"a","text":"b"}"#, .duplicateKey),
      HostileRow("a key twice, once escaped", #"{"text":"a","te\u0078t":"b"}"#, .duplicateKey),
      HostileRow("a key twice, once in capitals", #"{"text":"a","TEXT":"b"}"#, .duplicateKey),
      HostileRow("a key twice, once in full width", #"{"text":"a","ｔｅｘｔ":"b"}"#, .duplicateKey),
      HostileRow("a key twice, once with blanks", #"{"text":"a"," te_x-t ":"b"}"#, .duplicateKey),
      HostileRow("two keys for one column", #"{"text":"a","内容":"b"}"#, .duplicateKey),
      HostileRow("two keys for one column, the first empty", #"{"text":null,"内容":"b"}"#, .duplicateKey),
      HostileRow("an unlisted key twice", #"{"x":1,"x":2,"text":"a"}"#, .duplicateKey),
      HostileRow("an unlisted key twice, once escaped", #"{"x":1,"\u0078":2,"text":"a"}"#, .duplicateKey),
      HostileRow("a key twice within a value that is not read", #"{"x":{"y":1,"y":2},"text":"a"}"#, nil),
      HostileRow("an empty key twice", #"{"":1,"":2,"text":"a"}"#, .duplicateKey),
      HostileRow("a key of 10^6 letters", #"{""# + many("k", 1_000_000) + #"":1,"text":"a"}"#, nil),
      HostileRow("a key of 10^5 blanks and a name", #"{""# + many(" ", 100_000) + #"text":"a"}"#, nil),
      HostileRow("10^5 digits as a count", #"{"text":"a","views":"# + many("9", 100_000) + "}", .badNumber),
      HostileRow("10^5 digits as a time", #"{"text":"a","time":"# + many("1", 100_000) + "}", .badTime),
      HostileRow("10^5 digits as an id", #"{"text":"a","id":"# + many("1", 100_000) + "}", .tooLong),
      HostileRow("10^5 digits as a text", #"{"text":"# + many("1", 100_000) + "}", nil),
      HostileRow("10^5 digits that are not read", #"{"text":"a","x":"# + many("1", 100_000) + "}", nil),
      HostileRow("10^5 digits of a fraction", #"{"text":"a","x":-0."# + many("1", 100_000) + "e-1}", nil),
      HostileRow("an endless exponent, not read", #"{"text":"a","x":1e999999999}"#, nil),
      HostileRow("an endless exponent as a count", #"{"text":"a","views":1e999999999}"#, .badNumber),
      HostileRow("an exponent of four digits as a count", #"{"text":"a","views":1e9999}"#, .badNumber),
      HostileRow("nothing with an exponent of four digits", #"{"text":"a","views":0e9999}"#, nil),
      HostileRow("a count that vanishes", #"{"text":"a","views":1e-999}"#, nil),
      HostileRow("minus zero", #"{"text":"a","views":-0}"#, .badNumber),
      HostileRow("minus zero, not read", #"{"text":"a","x":-0}"#, nil),
      HostileRow("leading zeros", #"{"text":"a","views":007}"#, .notJSON),
      HostileRow("leading zeros, not read", #"{"text":"a","x":[00]}"#, .notJSON),
      HostileRow("a number in words", #"{"text":"a","x":NaN}"#, .notJSON),
      HostileRow("endless in words", #"{"text":"a","views":Infinity}"#, .notJSON),
      HostileRow("the largest integer", #"{"text":"a","views":9223372036854775807}"#, .badNumber),
      HostileRow("one more than it", #"{"text":"a","views":9223372036854775808}"#, .badNumber),
      HostileRow("the most that is counted", #"{"text":"a","views":1000000000000000}"#, nil),
      HostileRow("one more than that", #"{"text":"a","views":1000000000000001}"#, .badNumber),
      HostileRow("units piled up", #"{"text":"a","views":"1亿亿亿亿亿亿"}"#, .badNumber),
      HostileRow("all counts at their most", #"{"text":"a","reposts":1e15,"replies":1e15,"likes":1e15}"#, nil),
      HostileRow("the largest integer as a time", #"{"text":"a","time":9223372036854775807}"#, .badTime),
      HostileRow("the least integer as a time", #"{"text":"a","time":-9223372036854775808}"#, .badTime),
      HostileRow("the last second of ten digits", #"{"text":"a","time":9999999999}"#, nil),
      HostileRow("a month of 13", #"{"text":"a","time":"2026-13-01"}"#, .badTime),
      HostileRow("the 30th of February", #"{"text":"a","time":"2026-02-30"}"#, .badTime),
      HostileRow("the year 0", #"{"text":"a","time":"0000-01-01"}"#, .badTime),
      HostileRow("the year 99999", #"{"text":"a","time":"99999-01-01"}"#, .badTime),
      HostileRow("a zone of 99 hours", #"{"text":"a","time":"2026-01-01T00:00:00+99:99"}"#, .badTime),
      HostileRow("a leap second", #"{"text":"a","time":"2026-01-01T23:59:61"}"#, .badTime),
      HostileRow("an id of 10^6 characters", #"{"text":"a","id":""# + many("字", 1_000_000) + #""}"#, .tooLong),
      HostileRow("a region as long as may be", #"{"text":"a","region":""# + many("r", 4_096) + #""}"#, nil),
      HostileRow("a region one byte longer", #"{"text":"a","region":""# + many("r", 4_097) + #""}"#, .tooLong),
      HostileRow("a source one byte longer", #"{"text":"a","source":""# + many("s", 4_097) + #""}"#, .tooLong),
      HostileRow("a region of blanks", #"{"text":"a","region":""# + many(" ", 100_000) + #""}"#, nil),
      HostileRow("a text as long as may be", #"{"text":""# + many("a", 1_000_000) + #""}"#, nil),
      HostileRow("a text one byte longer", #"{"text":""# + many("a", 1_000_001) + #""}"#, .tooLong),
      HostileRow("a text as long as may be, all escaped", #"{"text":""# + many(#"\u0061"#, 1_000_000) + #""}"#, nil),
      HostileRow(
        "title and text one byte longer together", #"{"title":"t","text":""# + many("a", 1_000_000) + #""}"#, .tooLong),
      HostileRow("a carriage return in a row", "{\"text\":\r\"a\"}", nil),
      HostileRow("a byte order mark before a row", "\u{FEFF}{\"text\":\"a\"}", .notJSON),
      HostileRow("two rows in a line", #"{"text":"a"}{"text":"b"}"#, .notJSON),
      HostileRow("a comment", #"{"text":"a"} // b"#, .notJSON), HostileRow("a list", #"["a"]"#, .notJSON),
      HostileRow("a comma too many", #"{"text":"a",}"#, .notJSON), HostileRow("no value", #"{"text":}"#, .notJSON),
      HostileRow("a key without quotes", #"{text:"a"}"#, .notJSON),
      HostileRow("true as a text", #"{"text":true}"#, .wrongType),
    ]

  static let csv: [HostileRow] =
    broken.map { HostileRow("broken: \($0.0)", Array("1,字".utf8) + $0.1 + Array("字,x".utf8), .notUTF8) }
    + broken.map { HostileRow("broken in a column that is not read: \($0.0)", Array("1,a,".utf8) + $0.1, .notUTF8) } + [
      HostileRow("a NUL", Array("1,a".utf8) + [0] + Array("b,x".utf8), nil),
      HostileRow("a NUL as the id", Array([0]) + Array(",a,x".utf8), nil),
      HostileRow("a NUL in quotes", Array("1,\"a".utf8) + [0] + Array("\",x".utf8), nil),
      HostileRow("10^5 cells", "1,a,x" + many(",y", 100_000), .extraCells),
      HostileRow("10^5 empty cells", "1,a,x" + many(",", 100_000), nil),
      HostileRow("10^5 quoted empty cells", "1,a,x" + many(",\"\"", 100_000), nil),
      HostileRow("text after a closing quote", "1,\"a\"b,x", .quotes),
      HostileRow("a quote within a cell", "1,a\"b,x", nil),
      HostileRow("10^5 quotes in a cell", "1,a" + many("\"", 100_000) + ",x", nil),
      HostileRow("10^5 doubled quotes", "1,\"" + many("\"\"", 100_000) + "\",x", nil),
      HostileRow("10^5 line ends in quotes", "1,\"" + many("a\n", 100_000) + "\",x", nil),
      HostileRow("10^5 carriage returns", "1," + many("\r", 100_000) + "a,x", nil),
      HostileRow("a carriage return in a cell", "1,a\rb,x", nil),
      HostileRow("a line end of both in quotes", "1,\"a\r\nb\",x", nil),
      HostileRow("a byte order mark in the middle", "\u{FEFF}1,\u{FEFF}a,x", nil),
      HostileRow("an id of 10^6 characters", many("字", 1_000_000) + ",a,x", .tooLong),
      HostileRow("a text one byte too long", "1," + many("a", 1_000_001) + ",x", .tooLong),
      HostileRow("nothing but quotes", "\"\",\"\",\"\"", .noText), HostileRow("nothing but commas", ",,", .noText),
      HostileRow("one cell", "1", .noText), HostileRow("full-width commas", "1，a，x", .noText),
    ]
}

@Suite("A hostile row")
struct HostileRowsTests {
  static let goodLine = Array(#"{"id":"good","text":"好的"}"#.utf8)
  static let goodRow = Array("good,好的,y".utf8)

  /// The chunk sizes that cut rows at different places.
  static let sizes = [RecordOptions.usualChunk, 4_099, 7]

  private func check(_ row: HostileRow, good: [UInt8], head: [UInt8], name: String, end: [UInt8]) throws {
    let bytes = head + Array([good, row.bytes, good, row.bytes, good].joined(separator: end)) + end
    // So few bytes leave room for doubt about their encoding, which is not what is asked here.
    var options = RecordOptions()
    options.encoding = .utf8
    for size in row.bytes.count > 10_000 ? Array(Self.sizes.prefix(1)) : Self.sizes {
      options.chunkSize = size
      let reading = try Reading(bytes, name: name, options: options)
      #expect(reading.reasons == [nil, row.reason, nil, row.reason, nil], "chunks of \(size)")
      #expect(reading.posts.filter { $0.id == "good" && $0.text == "好的" }.count == 3)
      for reject in reading.rejects { #expect(reject.length == row.bytes.count || reject.reason == .quotes) }
    }
  }

  @Test("of JSON lines is a reject with its reason or a post, and the rows beside it live", arguments: HostileRow.json)
  func jsonLines(row: HostileRow) throws {
    try check(row, good: Self.goodLine, head: [], name: "a.jsonl", end: [0x0A])
  }

  @Test("of a table is a reject with its reason or a post, and the rows beside it live", arguments: HostileRow.csv)
  func table(row: HostileRow) throws {
    try check(row, good: Self.goodRow, head: Array("id,text,z\r\n".utf8), name: "a.csv", end: [0x0D, 0x0A])
  }

  @Test("that opens a quote costs its own line, wherever it stands", arguments: [0, 1, 500, 999])
  func openQuote(place: Int) throws {
    var rows = (0..<1_000).map { "\($0),好的,y" }
    rows[place] = "x,\"open,y"
    for end in ["\n", "\r\n"] {
      let reading = try Reading("id,text,z" + end + rows.joined(separator: end), name: "a.csv")
      #expect(reading.rejects.map(\.reason) == [.quotes])
      #expect(reading.rejects.map(\.line) == [place + 2])
      #expect(reading.posts.count == 999)
    }
  }

  @Test("that ends its line in another way than its neighbours is counted as they are")
  func lineEnds() throws {
    let reading = try Reading("id,text\r\na,1\nb,2\r\n\n\r\n\rc,3\n\r\nd,4\r", name: "a.csv")
    #expect(reading.posts.map(\.text) == ["1", "2", "3", "4"])
    let lines = try Reading("{\"text\":\"1\"}\r\n\n\r\n \t\n{\"text\":\"2\"}\n\r{\"text\":\"3\"}\r", name: "a.jsonl")
    #expect(lines.posts.map(\.text) == ["1", "2", "3"])
  }

  @Test("that has more names of columns than anybody reads is still a row")
  func manyColumns() throws {
    let names = (0..<100_000).map { "c\($0)" }
    let wide = try Reading(
      "text," + names.joined(separator: ",") + "\n好的" + HostileRow.many(",1", 100_000), name: "a.csv")
    #expect(wide.posts.map(\.text) == ["好的"])
    #expect(wide.unlisted.count == 100_000)
  }

  @Test("whose keys are large is forgotten, and what is told of them is short")
  func largeKeys() throws {
    let rows = (0..<40).map { "{\"k\($0)" + HostileRow.many("é", 50_000) + "\":1,\"text\":\"a\"}" }
    let reading = try Reading(rows.joined(separator: "\n"), name: "a.jsonl")
    #expect(reading.posts.count == 40)
    #expect(reading.unlisted.allSatisfy { $0.utf8.count <= 260 })
  }

  @Test("or a million empty ones, at the beginning or the end, are passed over")
  func emptyLines() throws {
    let blank = [UInt8](repeating: 0x0A, count: 1_000_000)
    for (name, head, row) in [("a.jsonl", "", #"{"text":"a"}"#), ("a.csv", "text\n", "a"), ("-.x", "text\n", "a")] {
      let bytes = Array(head.utf8) + blank + Array(row.utf8) + blank
      let reading = try Reading(bytes, name: name)
      #expect(reading.posts.map(\.text) == ["a"])
      #expect(reading.rejects.isEmpty)
      let before = try Reading(blank + bytes, name: name)
      #expect(before.posts.map(\.text) == ["a"])
    }
    #expect(throws: InputFailure.self) { try Reading([UInt8](repeating: 0x20, count: 40_000_000), name: "a") }
  }
}
