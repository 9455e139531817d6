// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FenliuWorkbook
import Testing

@Suite("Cells") struct CellTests {
  @Test("runs of rich text are joined, and how they sound is left out")
  func richText() throws {
    let cells = try OpenBook.cells(
      "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"B1\" t=\"s\"><v>0</v></c>"
        + "<c r=\"C1\" t=\"inlineStr\"><is><r><t>一</t></r><r><t> 二</t></r><rPh><t>er</t></rPh></is></c></row>",
      strings: [
        "<t xml:space=\"preserve\"> 前后 </t>",
        "<r><t>水</t></r><r><rPr><b/></rPr><t>管</t></r><rPh sb=\"0\" eb=\"1\"><t>shui</t></rPh><phoneticPr fontId=\"1\"/>",
      ])
    #expect(cells == ["A1": "水管", "B1": " 前后 ", "C1": "一 二"])
  }

  @Test("escaped characters are what they stand for, and an escaped escape is itself")
  func escapes() throws {
    let cells = try OpenBook.cells(
      "<row><c t=\"inlineStr\"><is><t>a_x000D_b_x005F_x000D_c_xD83D__xDE00_d_xD83D_e_x00g1_</t></is></c></row>")
    #expect(cells == ["A1": "a\rb_x000D_c\u{1F600}d_xD83D_e_x00g1_"])
  }

  @Test("whole numbers have no point and no exponent, and text that is a number stays as it is")
  func numbers() throws {
    let values = [
      "1200", "1.2E+3", "440106198807151234", "4.4010619880715123E+17", "0.1", "0.30000000000000004", "-5", "-5.5",
      "1e400", "abc", "1E-7",
    ]
    let row = values.map { "<c><v>\($0)</v></c>" }.joined() + "<c t=\"str\"><v>007</v></c>"
    let cells = try OpenBook.cells("<row r=\"3\">\(row)</row>")
    #expect(
      cells == [
        "A3": "1200", "B3": "1200", "C3": "440106198807151234", "D3": "440106198807151200", "E3": "0.1",
        "F3": "0.30000000000000004", "G3": "-5", "H3": "-5.5", "I3": "unreadable:", "J3": "unreadable:", "K3": "1e-07",
        "L3": "007",
      ])
  }

  @Test("a number that is shown with zeros before it has them")
  func zeros() throws {
    let cells = try OpenBook.cells(
      "<row><c s=\"1\"><v>42</v></c><c s=\"2\"><v>42</v></c></row>", formats: ["000000", "0"])
    #expect(cells == ["A1": "000042", "B1": "42"])
  }

  @Test("truth values and errors are told apart from texts")
  func kinds() throws {
    let cells = try OpenBook.cells(
      "<row><c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>7</v></c>"
        + "<c t=\"str\"><f>1+1</f><v>#N/A</v></c><c s=\"3\"/><c t=\"d\"><v>2026-11-20T08:03:00</v></c></row>")
    #expect(
      cells == [
        "A1": "TRUE", "B1": "FALSE", "C1": "error:#N/A", "D1": "unreadable:", "E1": "#N/A", "G1": "2026-11-20T08:03:00",
      ])
  }

  @Test("a text that the workbook does not have is unreadable, and only its cell is")
  func missingString() throws {
    let row = ["0", "1", "-1", "x", "99999999999999999999"].map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let cells = try OpenBook.cells("<row>\(row)</row>", strings: ["<t>好</t>"])
    #expect(cells == ["A1": "好", "B1": "unreadable:", "C1": "unreadable:", "D1": "unreadable:", "E1": "unreadable:"])
  }

  @Test("cells without references follow one another, and rows may be left out")
  func sparse() throws {
    let cells = try OpenBook.cells(
      "<row><c><v>1</v></c><c r=\"D1\"><v>2</v></c><c><v>3</v></c></row><row/><row><c><v>4</v></c></row>"
        + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>5</v></c></row>")
    #expect(cells == ["A1": "1", "D1": "2", "E1": "3", "A3": "4", "XFD1048576": "5"])
  }

  @Test("cells out of order are put in order, and two of one column are unreadable")
  func disorder() throws {
    let cells = try OpenBook.cells(
      "<row r=\"1\"><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c><c r=\"C1\"><v>4</v></c></row>")
    #expect(cells == ["A1": "1", "C1": "unreadable:"])
  }

  @Test("other prefixes and the strict namespace are read alike, and elements of other namespaces are not")
  func namespaces() throws {
    var parts = WorkbookParts([.init("S", rows: "")])
    parts.set(
      "xl/worksheets/sheet1.xml",
      "<x:worksheet xmlns:x=\"http://purl.oclc.org/ooxml/spreadsheetml/main\" xmlns:y=\"urn:other\"><y:row/><x:sheetData>"
        + "<y:row r=\"9\"><y:c><y:v>9</y:v></y:c></y:row>"
        + "<x:row r=\"2\"><x:c r=\"A2\"><y:v>8</y:v><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>")
    #expect(try OpenBook(parts).cells() == ["A2": "7"])
  }

  @Test("a cell longer than the budget is too long, whether its text is shared or its own")
  func tooLong() throws {
    var limits = WorkbookLimits()
    limits.cellBytes = 10
    let rows =
      "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c t=\"inlineStr\"><is><t>12345678901</t></is></c></row>"
    let cells = try OpenBook.cells(rows, strings: ["<t>12345678901</t>", "<t>1234567890</t>"], limits: limits)
    #expect(cells == ["A1": "tooLong:", "B1": "1234567890", "C1": "tooLong:"])
  }

  @Test("columns that nobody wants are not read")
  func unwanted() throws {
    let open = try OpenBook(
      WorkbookParts([.init("S", rows: WorkbookParts.row(1, ["a", "b", "c"]) + WorkbookParts.row(2, ["d", "e", "f"]))]))
    var rows = try open.book.rows(of: open.book.sheets[0])
    _ = try rows.next()
    #expect(rows.row.cells.count == 3)
    rows.want(columns: [1])
    #expect(try rows.next())
    let row = rows.row
    #expect(row.cells.map { row.text(of: $0) } == ["e"])
    #expect(row.bytes == Array("e".utf8))
    #expect(try !rows.next())
    #expect(try !rows.next())
  }

  @Test("shared strings beyond the memory's budget are found again in their file")
  func spilling() throws {
    var limits = WorkbookLimits()
    limits.stringBytesInMemory = 1 << 18
    let count = 200_000
    let strings = (0..<count).map { "<t>text number \($0)</t>" }
    let wanted = [0, 1, 16_000, 40_000, 77_777, 123_456, count - 1, 5, count - 2]
    let row = wanted.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let cells = try OpenBook.cells("<row>\(row)</row>", strings: strings, limits: limits)
    for (place, number) in wanted.enumerated() {
      #expect(cells[WorkbookParts.column(place) + "1"] == "text number \(number)")
    }
  }
}
