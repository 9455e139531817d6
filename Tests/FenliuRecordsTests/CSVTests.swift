// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite struct CSVTests {
  @Test("a table of a spreadsheet is read, whatever separates its cells", arguments: [",", ";", "\t"])
  func delimiters(delimiter: String) throws {
    let rows = [
      ["编号", " 标题 ", "\"内容\"", "电话", "阅读量"], ["1", "t", "\"a\(delimiter)\"\"b\"\"\r\nc\"", "139", "1.2万"],
      ["2", "", "x", "", ""],
    ]
    let text = "\u{FEFF}" + rows.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
    let reading = try Reading(text, name: "input")
    #expect(reading.posts.map(\.id) == ["1", "2"])
    #expect(reading.posts.map(\.title) == ["t", nil])
    #expect(reading.posts.map(\.text) == ["a\(delimiter)\"b\"\r\nc", "x"])
    #expect(reading.posts.map(\.views) == [12_000, nil])
    #expect(reading.unlisted == ["电话"])
  }

  @Test("a row is known by the line it begins at, also after cells with line ends")
  func lines() throws {
    let text = "text,time\n\"a\nb\",\n\n\"c\",soon\nd,\n"
    let reading = try Reading(text, name: "a.csv")
    #expect(reading.posts.map(\.id) == ["a.csv#2", "a.csv#6"])
    #expect(reading.rejects.map(\.line) == [5])
    #expect(reading.rejects.map(\.offset) == [18])
    #expect(reading.rejects.map(\.length) == [8])
    #expect(reading.rejects.first?.digest == SHA256Digest(of: Array("\"c\",soon".utf8)))
    #expect(reading.rejects.first?.column == .time)
    #expect(reading.rejects.first?.place == 4)
  }

  @Test("quotes that do not come out even cost their line, and no row after it is lost")
  func unbalanced() throws {
    let text = #"""
      id,text
      1,"open
      2,good
      3,"closed"x
      4,"good, too"
      5,a "quote" inside
      6,"""
      7,"fine "" here"
      8,"never closed
      9,last
      """#
    let reading = try Reading(text, name: "a.csv")
    #expect(reading.posts.map(\.id) == ["2", "4", "5", "7", "9"])
    #expect(reading.posts.map(\.text) == ["good", "good, too", "a \"quote\" inside", "fine \" here", "last"])
    #expect(reading.rejects.map(\.line) == [2, 4, 7, 9])
    #expect(Set(reading.rejects.map(\.reason)) == [.quotes])
  }

  @Test("a row with too few cells lacks the last ones; one with too many is refused unless they are empty")
  func cellCounts() throws {
    let reading = try Reading("id,text,time\n1,a\n2,b,,,\n3,c,,x\n4\n", name: "a.csv")
    #expect(reading.reasons == [nil, nil, .extraCells, .noText])
    #expect(reading.posts.map(\.id) == ["1", "2"])
  }

  @Test("a row of empty cells is a reject, a line without any cell is none")
  func emptyRows() throws {
    #expect(try Reading("id,text\n,\n\n  \n\"\",\"\"\n", name: "a.csv").reasons == [.noText, .noText])
  }

  @Test("a cell may hold any character, NUL among them")
  func anyCharacter() throws {
    let reading = try Reading("text\na\0b\u{7F}\u{1}😀\n", name: "a.csv")
    #expect(reading.posts.map(\.text) == ["a\0b\u{7F}\u{1}😀"])
  }

  @Test(
    "a table that ends without a line end, or in the middle of a line end, is read to its last cell",
    arguments: ["", "\r", "\n", "\r\n"])
  func ends(end: String) throws {
    #expect(try Reading("id,text\n1,a\n2,b\(end)", name: "a.csv").posts.map(\.text) == ["a", "b"])
    #expect(try Reading("id,text\n1,a\n2,\"b\"\(end)", name: "a.csv").posts.map(\.text) == ["a", "b"])
    #expect(try Reading("text,id\na,1\nb,\(end)", name: "a.csv").posts.map(\.text) == ["a", "b"])
  }

  @Test("broken UTF-8 in a cell costs its row only")
  func brokenUTF8() throws {
    let bytes = Array("id,text\n1,a\n2,\"".utf8) + [0xFF] + Array("\"\n3,c\n".utf8)
    let reading = try Reading(bytes, name: "a.csv")
    #expect(reading.reasons == [nil, .notUTF8, nil])
    #expect(reading.rejects.first?.place == 3)
  }

  @Test("columns go by the names that the caller gives, and then by no other")
  func givenNames() throws {
    var options = RecordOptions()
    options.names = try ColumnNames(parsing: "text=诉求 内容,id=单号")
    let reading = try Reading("单号,内容,诉求内容,标题\n7,x,y,z\n", name: "a.csv", options: options)
    #expect(reading.posts == [Post(id: "7", title: "z", text: "y")])
    #expect(reading.unlisted == ["内容"])
  }

  @Test("a header that nothing can be read by is told with the names it has")
  func headers() throws {
    #expect(throws: InputFailure.self) { try Reading("id,电话\n1,2\n", name: "a.csv") }
    #expect(throws: InputFailure.self) { try Reading("内容,正文\n1,2\n", name: "a.csv") }
    #expect(throws: InputFailure.self) { try Reading("text\r1\r2\r", name: "a.csv") }
    #expect(throws: InputFailure.self) { try Reading("\"text\n1\n", name: "a.csv") }
    #expect(throws: InputFailure.self) { try Reading([0x50, 0x4B, 3, 4, 0], name: "a.xlsx") }
    #expect(throws: InputFailure.self) {
      try Reading([0x74, 0xFC, 0x72, 10, 0x61], name: "a.csv")
    }
    #expect(throws: InputFailure.self) { try Reading("[{\"text\":\"a\"}]", name: "a.json") }
    var options = RecordOptions()
    options.names = try ColumnNames(parsing: "text=诉求")
    #expect(throws: InputFailure.self) { try Reading("text\na\n", name: "a.csv", options: options) }
  }

  @Test("a first line that only names the delimiter is no header")
  func separatorLine() throws {
    #expect(try Reading("sep=;\ntext;id\na,b;1\n", name: "a.csv").posts == [Post(id: "1", text: "a,b")])
    #expect(try Reading("text\na;b c\td\n", name: "a.csv").posts.map(\.text) == ["a;b c\td"])
  }

  @Test("a table that is written is read back the same", arguments: Seeds.standard)
  func readsWhatIsWritten(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = ["a", "中文", "\"", ",", "\n", "\r\n", ";", "\t", " ", "'", "=1", "😀", "\"\"", "长长的一句话"]
    var csv = CSVWriter()
    for name in ["link", "text", "编号"] { csv.cell(name) }
    csv.endRow()
    var expected: [String] = []
    for row in 0..<200 {
      let text =
        "x" + (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
      csv.cell("")
      csv.cell(text)
      csv.cell(String(row))
      csv.endRow()
      expected.append(text)
    }
    let options = RecordOptions(chunkSize: Int.random(in: 1...3000, using: &random))
    let reading = try Reading(csv.bytes, name: "a.csv", options: options)
    #expect(reading.rejects.isEmpty)
    #expect(reading.posts.map(\.text) == expected)
    #expect(reading.posts.map(\.id) == (0..<200).map(String.init))
  }
}
