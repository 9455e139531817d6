// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import FenliuWorkbook
import Testing

@Suite("Posts in workbooks") struct WorkbookTests {
  typealias Parts = WorkbookParts

  static func read(
    _ sheets: [Parts.Sheet], formats: [String] = [], options: RecordOptions = RecordOptions()
  ) throws -> Reading {
    try Reading(Parts(sheets, formats: formats).zipped(), name: "a.xlsx", options: options)
  }

  @Test("every sheet with posts is read in turn, with its own header and the numbers of its rows")
  func sheets() throws {
    let reading = try Self.read([
      .init(
        "一",
        rows: Parts.row(1, ["内容", "编号"]) + Parts.row(2, ["甲", "1"]) + Parts.row(5, ["乙\n二", ""])
          + Parts.row(6, ["丙", ""])),
      .init("说明", rows: Parts.row(1, ["没有表头"])), .init("空", rows: ""),
      .init("藏", rows: Parts.row(1, ["内容"]) + Parts.row(2, ["x"]), state: "hidden"),
      .init("二", rows: Parts.row(3, ["标题", "电话", "text"]) + Parts.row(4, ["", "1", "丁"])),
    ])
    #expect(reading.posts.map(\.id) == ["1", "a.xlsx#一#5", "a.xlsx#一#6", "a.xlsx#二#4"])
    #expect(reading.posts.map(\.text) == ["甲", "乙\n二", "丙", "丁"])
    #expect(reading.rejects.isEmpty)
  }

  @Test("asked for by name, a sheet is read though it is hidden, and no other is")
  func chosen() throws {
    let sheets: [Parts.Sheet] = [
      .init("甲", rows: Parts.row(1, ["内容"]) + Parts.row(2, ["x"])),
      .init("乙", rows: Parts.row(1, ["内容"]) + Parts.row(2, ["y"]), state: "hidden"),
      .init("丙", rows: Parts.row(1, ["号"])),
    ]
    var options = RecordOptions()
    options.sheets = ["乙"]
    #expect(try Self.read(sheets, options: options).posts.map(\.text) == ["y"])
    options.sheets = ["丁"]
    #expect(throws: InputFailure.self) { try Self.read(sheets, options: options) }
    options.sheets = ["丙"]
    #expect(throws: InputFailure.self) { try Self.read(sheets, options: options) }
  }

  @Test("a header may have a title above it, go over two rows, and be merged in both directions")
  func mergedHeader() throws {
    let rows =
      Parts.row(1, ["某县留言汇总"]) + Parts.row(3, ["编号", "留言", "", "数据", ""])
      + Parts.row(4, ["", "标题", "内容", "阅读", "转发"]) + Parts.row(5, ["7", "路灯", "不亮", "12", "1.2万"])
    func sheet(_ merges: [String]) -> Parts.Sheet {
      let cells = merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
      return .init("S", rows: rows, behind: "<mergeCells>\(cells)</mergeCells>")
    }
    let merged = try Self.read([sheet(["A1:E1", "A3:A4", "B3:C3", "D3:E3"])])
    #expect(merged.rejects.isEmpty)
    let post = try #require(merged.posts.first)
    #expect((post.id, post.title, post.text) == ("7", "路灯", "不亮"))
    #expect((post.views, post.reposts) == (12, 12_000))
    // Without the merge, nobody knows what stands under a name of the row above.
    let loose = try Self.read([sheet(["A1:E1"])])
    #expect(loose.posts.map(\.id) == ["a.xlsx#S#5"])
    #expect(loose.rejects.map(\.line) == [3])
    #expect(loose.rejects.map(\.reason) == [.aboveHeader])
  }

  @Test("a name over two columns takes the names below it, and without such names no row of posts")
  func groups() throws {
    func header(_ second: [String]) throws -> Reading {
      try Self.read([
        .init(
          "S", rows: Parts.row(1, ["编号", "内容", ""]) + Parts.row(2, second) + Parts.row(3, ["2", "乙", "丙"]),
          behind: "<mergeCells><mergeCell ref=\"B1:C1\"/></mergeCells>")
      ])
    }
    #expect(try header(["", "标题", "正文"]).posts.map(\.title) == ["乙"])
    #expect(try header(["1", "甲", "x"]).posts.map(\.text) == ["甲", "乙"])
  }

  @Test("numbers stored as text, texts stored as numbers and days of either kind come out right")
  func values() throws {
    let header = Parts.row(1, ["编号", "内容", "时间", "阅读"])
    let rows =
      "<row r=\"2\"><c r=\"A2\"><v>4.4010619880715E+17</v></c><c r=\"B2\"><v>12345</v></c><c r=\"C2\" s=\"1\"><v>46346.33541666667</v></c>"
      + "<c r=\"D2\" t=\"str\"><v>1,234</v></c></row>"
      + "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>42</v></c><c r=\"B3\" t=\"str\"><v>甲</v></c><c r=\"C3\" t=\"str\"><v>2026年11月20日 8:03</v></c>"
      + "<c r=\"D3\" t=\"e\"><v>#N/A</v></c></row>"
    let posts = try Self.read([.init("S", rows: header + rows)], formats: ["yyyy/m/d h:mm", "00000"]).posts
    #expect(posts.map(\.id) == ["440106198807150000", "00042"])
    #expect(posts.map(\.text) == ["12345", "甲"])
    let time = LocalDateTime(date: LocalDate(year: 2026, month: 11, day: 20)!, time: TimeOfDay(hour: 8, minute: 3)!)
    #expect(posts.map(\.time) == [Zone.shanghai.instant(of: time), Zone.shanghai.instant(of: time)])
    #expect(posts.map(\.views) == [1234, nil])
  }

  @Test("a cell that nobody can read rejects its row, and names the column and the sheet")
  func badCells() throws {
    let rows =
      Parts.row(1, ["内容", "编号", "阅读", "备注"])
      + "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c></row><row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c></row>"
      + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>甲</v></c><c r=\"C4\" t=\"e\"><v>#REF!</v></c></row>"
      + "<row r=\"5\"><c r=\"A5\" t=\"str\"><v>乙</v></c><c r=\"D5\" t=\"e\"><v>#REF!</v></c></row>"
      + "<row r=\"6\"><c r=\"D6\" t=\"str\"><v>丙</v></c></row><row r=\"7\"><c r=\"D7\" s=\"1\"/></row>"
      + "<row r=\"8\"><c r=\"A8\" t=\"str\"><v>\(String(repeating: "长", count: 40))</v></c></row>"
    var options = RecordOptions()
    options.maxPost = 100
    let reading = try Self.read([.init("S", rows: rows)], options: options)
    #expect(reading.posts.map(\.text) == ["乙"])
    #expect(reading.rejects.map(\.reason) == [.cellError, .badCell, .cellError, .noText, .tooLong])
    #expect(reading.rejects.map(\.line) == [2, 3, 4, 6, 8])
    #expect(reading.rejects.map(\.column) == [.text, .text, .views, nil, .text])
    #expect(reading.rejects.allSatisfy { $0.sheet == "S" })
  }

  @Test("columns that are not listed are named and never read, whatever stands in them")
  func unlisted() throws {
    let reading = try Self.read([
      .init(
        "S",
        rows: Parts.row(1, ["姓名", "内容", "电话"]) + Parts.row(2, ["王某", "甲", "139"]) + Parts.row(3, ["李某", "", "138"]))
    ])
    #expect(reading.unlisted == ["姓名", "电话"])
    #expect(reading.rejects.map(\.length) == [2])
  }

  @Test("where chunks are cut changes nothing, and line ends in cells count no rows")
  func chunks() throws {
    let long = String(repeating: "文", count: 3_000)
    let rows = (2..<200).map { number in
      number % 7 == 0 ? "" : Parts.row(number, ["\(number)", number % 3 == 0 ? "一\n\"二\",三\r四" : long])
    }
    let sheet = Parts.Sheet("S", rows: Parts.row(1, ["阅读", "内容"]) + rows.joined())
    let whole = try Self.read([sheet, sheet])
    let small = try Self.read([sheet, sheet], options: RecordOptions(chunkSize: 7))
    #expect(whole.posts.count == 340)
    #expect(whole.records == small.records)
    #expect(small.chunks > 10)
    #expect(whole.posts.allSatisfy { $0.id == "a.xlsx#S#\($0.views ?? 0)" })
  }

  @Test(
    "a sheet with a title and a column that may be the text ends the run; what is said of a sheet is said of its header, not its title"
  )
  func unsure() throws {
    func failure(_ header: [String]) -> InputFailure? {
      do {
        _ = try Self.read([
          .init("S", rows: Parts.row(1, ["十一月来信"]) + Parts.row(3, header) + Parts.row(4, ["1", "路灯", "不亮"]))
        ])
        return nil
      } catch { return error as? InputFailure }
    }
    guard case .unsureText(let file, let candidates) = failure(["编号", "标题", "来信全文"]) else {
      Issue.record("nothing was asked")
      return
    }
    #expect(file.hasSuffix(" [S]") && candidates == ["来信全文"])
    guard case .noText(_, let found) = failure(["甲", "乙", "丙"]) else {
      Issue.record("a sheet without posts was read")
      return
    }
    #expect(found == ["甲", "乙", "丙"])
  }

  @Test(
    "a table without a column that is known, and with one that may be the text, is named beside the sheets that are read"
  )
  func unsureSheets() throws {
    let reading = try Self.read([
      .init("来信", rows: Parts.row(1, ["编号", "内容"]) + Parts.row(2, ["1", "路灯不亮"])),
      .init("来电", rows: Parts.row(1, ["序号", "来电全文"]) + Parts.row(2, ["2", "停水三天"])),
      .init("统计", rows: Parts.row(1, ["部门", "件数"]) + Parts.row(2, ["住建局", "3"])),
      .init("说明", rows: Parts.row(1, ["情况说明"])),
    ])
    #expect(reading.nature.passedOver == ["来电", "统计", "说明"])
    #expect(reading.nature.unsure == ["来电"])
  }

  @Test("a workbook without posts says what its first names are, and two columns for one end the run")
  func noHeader() throws {
    #expect(throws: InputFailure.self) { try Self.read([.init("S", rows: Parts.row(1, ["甲", "乙"]))]) }
    #expect(throws: InputFailure.self) {
      try Self.read([.init("S", rows: Parts.row(1, ["内容", "正文"]) + Parts.row(2, ["a", "b"]))])
    }
  }
}
