// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuDigest
import FenliuEncodings
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite("inputs: containers and encodings") struct InputTests {
  static let table = """
    编号,标题,内容,阅读量
    1,路灯,"路灯坏了三天，没有人来修，
    晚上很黑",1.2万
    2,,垃圾车每天早上五点就开始按喇叭😀,3
    3,,
    """

  static let lines = """
    {"id":"1","text":"plain ASCII comes first"}
    {"id":"2","title":"路灯","text":"路灯坏了三天，没有人来修，晚上很黑"}
    {"id":

    {"id":"3","text":"垃圾车每天早上五点就开始按喇叭😀"}
    """

  /// The encodings under test, by the names that `iconv` gives them, and what begins such a file.
  static let encodings: [(name: String, mark: [UInt8], encoding: TextEncoding)] = [
    ("UTF-8", [], .utf8), ("UTF-8", [0xEF, 0xBB, 0xBF], .utf8), ("GB18030", [], .gb18030),
    ("GB18030", [0x84, 0x31, 0x95, 0x33], .gb18030), ("UTF-16LE", [0xFF, 0xFE], .utf16LittleEndian),
    ("UTF-16BE", [0xFE, 0xFF], .utf16BigEndian),
  ]

  @Test("the same posts come out of every encoding and every container", arguments: [lines, table])
  func sameRecords(text: String) throws {
    let plain = try Reading(text, name: "posts")
    #expect(plain.posts.count == (text == Self.table ? 2 : 3))
    #expect(plain.nature == InputNature())
    for (name, mark, encoding) in Self.encodings {
      let bytes = mark + (try Recoded.bytes(of: text, as: name))
      for (wrapped, container) in [
        (bytes, nil), (Wrapped.gzip(bytes), .gzip), (Wrapped.zstd(bytes), .zstd),
      ] as [([UInt8], InputNature.Container?)] {
        let reading = try Reading(wrapped, name: "posts")
        #expect(reading.posts == plain.posts)
        #expect(reading.reasons == plain.reasons)
        #expect(reading.rejects.map(\.line) == plain.rejects.map(\.line))
        #expect(reading.rejects.map(\.digest) == plain.rejects.map(\.digest))
        #expect(reading.nature == InputNature(container: container, encoding: encoding))
      }
    }
  }

  @Test("UTF-16 without a mark is known by the NULs of ASCII, and else where somebody says so")
  func utf16WithoutMark() throws {
    let lines = try Recoded.bytes(of: Self.lines, as: "UTF-16LE")
    #expect(try Reading(lines, name: "a.jsonl").posts.map(\.id) == ["1", "2", "3"])
    let table = try Recoded.bytes(of: Self.table, as: "UTF-16BE")
    #expect(throws: InputFailure.self) { try Reading(table, name: "a.csv") }
    var options = RecordOptions()
    options.encoding = .utf16BigEndian
    #expect(try Reading(table, name: "a.csv", options: options).posts.map(\.id) == ["1", "2"])
  }

  @Test("a name says how rows are written, also before .gz and .zst, and a container is known whatever the name")
  func names() throws {
    let bytes = Array("[1],text\n,a\n".utf8)
    #expect(throws: InputFailure.self) { try Reading(bytes, name: "a.csv") }
    let lines = Array("  \n{\"text\":\"a\"}".utf8)
    for (name, bytes) in [
      ("a.jsonl.gz", Wrapped.gzip(lines)), ("a.JSONL.ZST", Wrapped.zstd(lines)), ("a.jsonl", Wrapped.gzip(lines)),
    ] {
      #expect(try Reading(bytes, name: name).posts.map(\.text) == ["a"])
    }
    let table = Array("{text,text\nb,a\n".utf8)
    #expect(try Reading(Wrapped.gzip(table), name: "a.csv.gz").posts.map(\.text) == ["a"])
    #expect(try Reading(Wrapped.gzip(table), name: "a.gz").reasons == [.notJSON, .notJSON])
  }

  @Test("bytes that the encoding does not have cost their row only")
  func badEncoding() throws {
    let good = try Recoded.bytes(of: "1,路灯坏了三天，没有人来修\n", as: "GB18030")
    let bytes = Array("id,text\n".utf8) + good + Array("2,".utf8) + [0xC2, 0x0A] + good + [0x33, 0x2C, 0xFF, 0x61]
    let reading = try Reading(bytes, name: "a.csv")
    #expect(reading.reasons == [nil, .badEncoding, nil, .badEncoding])
    #expect(reading.rejects.map(\.place) == [2, 2])
    #expect(reading.nature.encoding == .gb18030)
    #expect(try Reading(Array("id,text\n2,".utf8) + [0xFF, 0x0A], name: "a.csv").reasons == [.notUTF8])
  }

  @Test("offsets, lengths and digests of rejects are of the text in UTF-8")
  func places() throws {
    let text = "编号,内容,时间\n1,路灯坏了三天，没有人来修,昨天\n2,好,\n"
    let row = "1,路灯坏了三天，没有人来修,昨天"
    let reading = try Reading(Wrapped.gzip(try Recoded.bytes(of: text, as: "GB18030")), name: "a.csv.gz")
    let reject = try #require(reading.rejects.first)
    #expect(reading.reasons == [.badTime, nil])
    #expect(reject.offset == "编号,内容,时间\n".utf8.count)
    #expect(reject.length == row.utf8.count)
    #expect(reject.digest == SHA256Digest(of: Array(row.utf8)))
  }

  @Test("length and digest of an input are those of its file")
  func rawDigest() throws {
    let folder = TemporaryFolder()
    let bytes = Wrapped.gzip(try Recoded.bytes(of: Self.table, as: "GB18030"))
    var stream = try RecordStream(try folder.file("a.csv.gz", bytes), options: RecordOptions())
    while try stream.next() != nil {}
    #expect(stream.byteCount == bytes.count)
    #expect(stream.finish() == SHA256Digest(of: bytes))
  }

  @Test("ASCII says nothing, however much of it comes before the first other byte")
  func lateDecision() throws {
    let ascii = String(repeating: "{\"text\":\"nothing to see\"}\n", count: 50_000)
    let bytes = try Recoded.bytes(of: ascii + "{\"text\":\"路灯坏了三天，没有人来修\"}\n", as: "GB18030")
    let reading = try Reading(bytes, name: "a.jsonl")
    #expect(reading.posts.count == 50_001)
    #expect(reading.posts.last?.text == "路灯坏了三天，没有人来修")
    #expect(try Reading(ascii, name: "a.jsonl").nature == InputNature())
  }

  @Test("however reads are cut, the text is the same", arguments: Seeds.standard.prefix(4))
  func trickling(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for text in [Self.lines, Self.table] {
      let plain = try Reading(text, name: "posts")
      for (name, mark, encoding) in Self.encodings {
        let bytes = mark + (try Recoded.bytes(of: text, as: name))
        for wrapped in [
          bytes, Wrapped.gzip(bytes) + Wrapped.gzip([]), Wrapped.zstd(bytes) + Wrapped.skippable([1, 2]),
        ] {
          for pieces in [[1], (0..<100).map { _ in Int.random(in: 1...40, using: &random) }] {
            let trickle = Trickle(wrapped, pieces: pieces)
            let reading = try Reading(path: trickle.path, in: "/dev/fd")
            #expect(reading.posts == plain.posts)
            #expect(reading.reasons == plain.reasons)
            #expect(reading.nature.encoding == encoding)
          }
        }
      }
    }
  }

  @Test(
    "a compressed input that ends in the middle, or is damaged, is told with the place", arguments: Compression.allCases
  )
  func broken(compression: Compression) throws {
    let text = Array(String(repeating: "text\nabc\n", count: 20_000).utf8)
    let bytes = compression == .gzip ? Wrapped.gzip(text) : Wrapped.zstd(text)
    let cut = Array(bytes.dropLast(20_000))
    let folder = TemporaryFolder()
    let path = try folder.file("a.csv", cut)
    let error = #expect(throws: InputFailure.self) { try Reading(path: path, in: folder.path) }
    guard case .truncated(path, compression, let byteCount, let contentCount) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(byteCount == cut.count)
    #expect(contentCount > 100_000 && contentCount < text.count)
    let garbage = try folder.file("b.csv", bytes + Array("more".utf8))
    let damage = #expect(throws: InputFailure.self) { try Reading(path: garbage, in: folder.path) }
    guard case .compression(garbage, compression, let failure) = damage else {
      Issue.record("\(String(describing: damage))")
      return
    }
    #expect(failure.kind == .trailingBytes)
    #expect(failure.offset == bytes.count)
  }

  @Test(
    "what is no table and no JSON lines is called by its name",
    arguments: [
      ("PK\u{3}\u{4}", .zip), ("Rar!\u{1A}\u{7}\u{1}", .rar), ("7z\u{BC}\u{AF}\u{27}\u{1C}", .sevenZip),
      ("BZh91AY", .bzip2),
      ("\u{FD}7zXZ\u{0}", .xz), ("%PDF-1.7", .pdf), ("\u{D0}\u{CF}\u{11}\u{E0}\u{A1}", .oldWorkbook),
      ("\u{FF}\u{FE}\u{0}\u{0}a", .utf32), ("  <HTML><body><table>", .html), ("<table border=1><tr><td>a", .html),
      ("\r\n<!DOCTYPE html>\n", .html), ("MIME-Version: 1.0\r\n", .webArchive),
      ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>", .spreadsheetXML),
      ("<?xml version=\"1.0\"?><posts/>", .xml), ("[{\"text\":1}]", .jsonArray),
      ("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><meta>", .html),
    ] as [(String, ForeignFormat)])
  func foreignFormats(start: String, format: ForeignFormat) throws {
    let bytes = start.unicodeScalars.map { UInt8($0.value) } + Array("\n".utf8)
    let folder = TemporaryFolder()
    for (name, bytes) in [("a.xls", bytes), ("a.csv.gz", Wrapped.gzip(bytes))] {
      let path = try folder.file(name, bytes)
      #expect(throws: InputFailure.otherFormat(file: path, found: format)) { try Reading(path: path, in: folder.path) }
    }
  }

  @Test("something compressed twice, and an archive in a container, are called by their names")
  func nested() throws {
    let folder = TemporaryFolder()
    let twice = try folder.file("a.gz", Wrapped.gzip(Wrapped.zstd(Array("text\na".utf8))))
    #expect(throws: InputFailure.otherFormat(file: twice, found: .compressedTwice)) {
      try Reading(path: twice, in: folder.path)
    }
    let archive = [UInt8](repeating: 0x61, count: 257) + Array("ustar".utf8) + [UInt8](repeating: 0, count: 300)
    let tar = try folder.file("a.tar.gz", Wrapped.gzip(archive))
    #expect(throws: InputFailure.otherFormat(file: tar, found: .tar)) { try Reading(path: tar, in: folder.path) }
  }
}
