// SPDX-License-Identifier: Apache-2.0
import FenliuRecords
import FenliuTestSupport
import FenliuWorkbook
import Glibc

/// Workbooks of which the archive or one part is the input: they are read or refused, twice in the same; rows and columns rise within
/// what a sheet has, texts are text; columns that nobody wants change nothing in the others; and the batch reads the same records
/// whatever the size of its chunks.
final class WorkbookTarget: FuzzTarget {
  private let folder = ScratchFolder()
  private let reading = RecordReading()

  private static let parts = [
    "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "_rels/.rels", "[Content_Types].xml",
  ]
  private static let pieces: [String] = [
    "<row>", "<row r=\"1\">", "<row r=\"3\">", "</row>", "<c>", "<c r=\"A1\" t=\"s\">", "<c r=\"B1\" t=\"inlineStr\">",
    "<c r=\"D2\" s=\"1\">", "<c t=\"str\">", "<c t=\"b\">", "<c t=\"e\">", "<c t=\"d\">", "</c>", "<v>", "</v>",
    "<is><t>",
    "</t></is>", "0", "1", "46000.5", "1e308", "-1", "id", "text", "内容", "<si><t>", "</t></si>", "<r><t>", "</t></r>",
    "<rPh><t>", "</t></rPh>", "_x000D_", "&#10;", "&amp;", "<![CDATA[", "]]>", "<!--", "-->",
    "<mergeCell ref=\"A1:B2\"/>",
    "<mergeCells>", "</mergeCells>", "<xf numFmtId=\"14\"/>", "<numFmt numFmtId=\"164\" formatCode=\"yyyy\"/>",
    " xml:space=\"preserve\"",
    "<sheetData>", "</sheetData>", "<x:row xmlns:x=\"u\">", "\u{FEFF}", "XFD1048576", "<f>", "</f>", "TRUE", "#N/A",
  ]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let mode = source.byte()
    let size = 1 + source.number(below: 200)
    let archive: [UInt8]
    if mode & 7 == 0 {
      archive = source.rest()
    } else {
      var parts = WorkbookParts(
        [.init("S", rows: WorkbookParts.row(1, ["id", "text"]) + WorkbookParts.row(2, ["1", "车又晚点"]))],
        strings: ["id", "text", "晚点"].map { "<t>\($0)</t>" }, formats: ["yyyy-mm-dd"])
      let name = mode & 3 == 3 ? source.pick(Self.parts) : Self.parts[0]
      let text = source.text(of: Self.pieces)
      let space = "xmlns=\"\(WorkbookParts.main)\""
      parts.set(
        name,
        mode & 8 == 0 && name == Self.parts[0] ? "<worksheet \(space)><sheetData>\(text)</sheetData></worksheet>" : text
      )
      archive = parts.zipped()
    }
    let path = folder.write("a.xlsx", archive)
    let all = rows(of: path, wanted: nil)
    expectEqual(rows(of: path, wanted: nil), all, "the second reading")
    // Where cells that nobody wants are at fault, only whoever reads them sees it.
    if let all {
      expectEqual(
        rows(of: path, wanted: [0, 3]),
        all.map { Row(number: $0.number, cells: $0.cells.filter { [0, 3].contains($0.key) }) }
          .filter { !$0.cells.isEmpty }, "wanted columns")
    }
    _ = reading.agreedRecords(of: archive, name: "b.xlsx", chunkSizes: [size], encoding: nil)
  }

  private struct Row: Equatable {
    let number: Int
    let cells: [Int: String]
  }

  /// The rows of the first sheet that hold cells; nil where it cannot be read.
  private func rows(of path: String, wanted: Set<Int>?) -> [Row]? {
    let file = unsafe open(path, O_RDONLY)
    guard file >= 0 else { fatalError("\(path) is not there") }
    defer { close(file) }
    var found: [Row] = []
    do throws(WorkbookFailure) {
      let book = try Workbook(file: file)
      guard let sheet = book.sheets.first else { return [] }
      for range in try book.mergedRanges(of: sheet, upTo: 9) {
        expect(range.rows.lowerBound >= 1 && range.columns.lowerBound >= 0, "a range at \(range)")
      }
      var rows = try book.rows(of: sheet)
      if let wanted { rows.want(columns: wanted) }
      var last = 0
      while try rows.next() {
        let row = rows.row
        expect(row.number > last && row.number <= WorkbookLimits.rows, "row \(row.number) after \(last)")
        last = row.number
        expect(String(validating: row.bytes, as: UTF8.self) != nil, "a row that is no text")
        var column = -1
        var cells: [Int: String] = [:]
        for cell in row.cells {
          expect(cell.column > column && cell.column < WorkbookLimits.columns, "column \(cell.column) after \(column)")
          column = cell.column
          cells[column] = "\(cell.content) \(row.text(of: cell))"
        }
        if !cells.isEmpty { found.append(Row(number: row.number, cells: cells)) }
      }
      return found
    } catch {
      return nil
    }
  }
}
