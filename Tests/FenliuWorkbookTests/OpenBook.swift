// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FenliuWorkbook
import Glibc

/// A workbook in a file without a name.
final class OpenBook {
  let book: Workbook
  private let file: CInt

  init(_ bytes: [UInt8], limits: WorkbookLimits = WorkbookLimits()) throws {
    file = try TemporaryFile.open(in: "/tmp")
    try TemporaryFile.write(bytes, to: file, at: 0)
    do {
      book = try Workbook(file: file, limits: limits)
    } catch {
      close(file)
      throw error
    }
  }

  convenience init(_ parts: WorkbookParts, limits: WorkbookLimits = WorkbookLimits()) throws {
    try self.init(parts.zipped(), limits: limits)
  }

  deinit { close(file) }

  /// A cell as `text`, or with its kind before it where it is something else: `error:#N/A`.
  static func shown(_ cell: SheetRow.Cell, in row: SheetRow) -> String {
    cell.content == .text ? row.text(of: cell) : "\(cell.content):\(row.text(of: cell))"
  }

  /// All cells of a sheet by their names: `B7` → text.
  func cells(of sheet: Int = 0) throws -> [String: String] {
    var cells: [String: String] = [:]
    var rows = try book.rows(of: book.sheets[sheet])
    while try rows.next() {
      for cell in rows.row.cells {
        cells[WorkbookParts.column(cell.column) + String(rows.row.number)] = Self.shown(cell, in: rows.row)
      }
    }
    return cells
  }

  /// The cells of a sheet with these rows.
  static func cells(
    _ rows: String, strings: [String] = [], formats: [String] = [], properties: String = "",
    limits: WorkbookLimits = WorkbookLimits()
  ) throws -> [String: String] {
    try OpenBook(
      WorkbookParts([.init("S", rows: rows)], strings: strings, formats: formats, properties: properties),
      limits: limits
    ).cells()
  }
}
