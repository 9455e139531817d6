// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRecords
import Testing

@Suite("headers of real exports") struct HeaderTests {
  @Test("a title over a table and blank rows above its header are passed over, and the line of the header is known")
  func titles() throws {
    for above in ["2026年11月舆情导出,,,\n", "2026年11月舆情导出\n", "\n  \n,,,\n\"导出\n系统\",,,\n,,,\n"] {
      let reading = try Reading(above + "编号,标题,内容,电话\n1,路灯,路灯坏了,139\n", name: "a.csv")
      #expect(reading.posts == [Post(id: "1", title: "路灯", text: "路灯坏了")])
      #expect(reading.rejects.isEmpty)
      #expect(reading.unlisted == ["电话"])
      #expect(reading.nature.lateHeaders == [1 + above.count { $0 == "\n" }])
    }
    let blank = try Reading("\n,,\n编号,内容\n1,a\n", name: "a.csv")
    #expect(blank.posts.map(\.id) == ["1"])
    #expect(blank.nature.lateHeaders.isEmpty)
  }

  @Test("a row above the header that could be a post is a reject, never lost")
  func rowsAbove() throws {
    let text = "导出,,\n2026-11-20,路灯坏了三天,139\n编号,内容,电话\n1,a,\n"
    let reading = try Reading(text, name: "a.csv")
    #expect(reading.reasons == [.aboveHeader, nil])
    #expect(reading.rejects.map(\.line) == [2])
    #expect(reading.rejects.map(\.offset) == ["导出,,\n".utf8.count])
    #expect(reading.nature.lateHeaders == [3])
  }

  @Test("the columns that somebody named are looked for as well")
  func givenNames() throws {
    var options = RecordOptions()
    options.names = try ColumnNames(parsing: "text=诉求")
    let reading = try Reading("热线工单\n单号;诉求\n1;a,b\n", name: "a.csv", options: options)
    #expect(reading.posts.map(\.text) == ["a,b"])
  }

  @Test("a column may have several names, for files that differ, or none, and is then not read")
  func severalNames() throws {
    var options = RecordOptions()
    options.names = try ColumnNames(parsing: "text=诉求,text=来信,views=")
    for name in ["诉求", "来信"] {
      let reading = try Reading("编号,\(name),阅读量\n1,路灯坏了,很多\n", name: "a.csv", options: options)
      #expect(reading.posts == [Post(id: "1", text: "路灯坏了")])
      #expect(reading.unlisted == ["阅读量"])
    }
    let folder = TemporaryFolder()
    let path = try folder.file("a.csv", Array("编号,诉求,来信\n1,a,b\n".utf8))
    #expect(throws: InputFailure.ambiguousColumn(file: path, column: .text, names: ["诉求", "来信"])) {
      try Reading(path: path, in: folder.path, options: options)
    }
    #expect(throws: ColumnNamesProblem.namedTwice("text=诉求")) { try ColumnNames(parsing: "text=,text=诉求") }
    #expect(throws: ColumnNamesProblem.namedTwice("text=")) { try ColumnNames(parsing: "text=诉求,text=") }
    #expect(throws: ColumnNamesProblem.namedTwice("title=诉求")) { try ColumnNames(parsing: "text=诉求,title=诉求") }
  }

  @Test("a title without a text, beside a column that may be it, is no header that anybody guesses at")
  func unsureText() throws {
    let folder = TemporaryFolder()
    let path = try folder.file("a.csv", Array("编号,标题,诉求全文,办理情况\n1,路灯,路灯坏了,已办\n".utf8))
    #expect(throws: InputFailure.unsureText(file: path, candidates: ["诉求全文"])) {
      try Reading(path: path, in: folder.path)
    }
    #expect(try Reading("编号,标题,办理情况\n1,路灯,已办\n", name: "a.csv").posts == [Post(id: "1", title: "路灯")])
  }

  @Test(
    "what may be a text is told from what tells of one by its name",
    arguments: [
      ("诉求全文", true), ("投诉人反映的情况", true), ("Message Body", true), ("incident description", true), ("回复内容", false),
      ("反映人", false), ("留言编号", false), ("问题类型", false), ("内容分类", false), ("留言数", false), ("text length", false),
      ("Message ID", false), ("agent reply text", false), ("电话", false),
      ("家里漏水的情况反映了三次，物业的王师傅说没人管，电话也不接", false),
    ])
  func mayBeText(name: String, expected: Bool) { #expect(ColumnNames.mayBeText(name) == expected) }

  @Test("a first row with a column of ours is the header, whatever comes below it")
  func firstRow() throws {
    #expect(throws: InputFailure.self) { try Reading("编号,电话\n1,2\n编号,内容\n1,a\n", name: "a.csv") }
    #expect(try Reading("内容\n内容\n", name: "a.csv").posts.map(\.text) == ["内容"])
  }

  @Test("a header further down than ten rows below the first is not looked for")
  func depth() throws {
    let row = "x,y\n"
    #expect(try Reading(String(repeating: row, count: 10) + "内容,y\na,\n", name: "a.csv").posts.count == 1)
    let folder = TemporaryFolder()
    let path = try folder.file("a.csv", Array((String(repeating: row, count: 11) + "内容,y\na,\n").utf8))
    #expect(throws: InputFailure.noText(file: path, found: ["x", "y"])) { try Reading(path: path, in: folder.path) }
  }

  @Test("the Unicode text of a spreadsheet, UTF-16 with tabs, is read")
  func unicodeText() throws {
    let text = "导出\t\t\r\n编号\t内容\t电话\r\n1\t\"a\tb\"\t\r\n"
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    #expect(try Reading(bytes, name: "a.txt").posts.map(\.text) == ["a\tb"])
  }

  @Test("carriage returns alone are called by their name, those in a quoted name of the header are none")
  func carriageReturns() throws {
    let folder = TemporaryFolder()
    for text in ["编号,内容\r1,a\r2,b\r", "text\ra\r", "编号,内容\r1,\"a\"\r", "{\"text\":\"a\"}\r{\"text\":\"b\"}\r"] {
      let path = try folder.file(text.hasPrefix("{") ? "a" : "a.csv", Array(text.utf8))
      #expect(throws: InputFailure.bareReturns(file: path)) { try Reading(path: path, in: folder.path) }
    }
    #expect(try Reading("编号,\"内\r\n容\"\r\n1,a\r\n", name: "a.csv").posts.map(\.text) == ["a"])
  }

  @Test("carriage returns alone are seen however little is read at once, within a first line of 64 KB")
  func carriageReturnsOfChunks() throws {
    let folder = TemporaryFolder()
    func read(padding: Int) throws -> [Reject.Reason?] {
      let line = "{\"text\":\"" + String(repeating: "a", count: padding) + "\"}\r{\"text\":\"b\"}\n"
      return try Reading(
        path: try folder.file("a.jsonl", Array(line.utf8)), in: folder.path, options: RecordOptions(chunkSize: 24)
      ).reasons
    }
    #expect(throws: InputFailure.bareReturns(file: folder.path + "/a.jsonl")) { try read(padding: 100) }
    #expect(throws: InputFailure.bareReturns(file: folder.path + "/a.jsonl")) { try read(padding: 65_000) }
    #expect(try read(padding: 66_000) == [.notJSON])
  }
}
