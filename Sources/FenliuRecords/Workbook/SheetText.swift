// SPDX-License-Identifier: Apache-2.0
import FenliuWorkbook

/// The text that is made of a sheet: a line of CSV for each of its rows, also for those that hold nothing, with the cells that are read
/// and no others.
///
/// What is no text is a byte that no UTF-8 has, so that its row cannot pass for a post; which byte says why.
enum SheetText {
  /// A row above the header that could be a post.
  static let aboveHeader: UInt8 = 0xFB
  /// A cell longer than a cell may be.
  static let tooLong: UInt8 = 0xFC
  /// A cell that holds nothing that could be read.
  static let unreadable: UInt8 = 0xFD
  /// A cell in which a formula failed.
  static let error: UInt8 = 0xFE

  /// What is wrong with a row that has this byte.
  static func reason(of byte: UInt8) -> Reject.Reason {
    switch byte {
    case aboveHeader: .aboveHeader
    case tooLong: .tooLong
    case error: .cellError
    default: .badCell
    }
  }

  /// Appends the line of a row.
  static func append(_ row: borrowing SheetRow, _ header: SheetHeader, to text: inout [UInt8]) {
    var next = 0
    if row.cells.isEmpty, !row.hasOthers { return text.append(UInt8(ascii: "\n")) }
    for (place, column) in header.columns.enumerated() {
      if place > 0 { text.append(UInt8(ascii: ",")) }
      while next < row.cells.count, row.cells[next].column < column { next += 1 }
      guard next < row.cells.count, row.cells[next].column == column else {
        // A row of one empty cell must not look like one that holds nothing.
        if header.columns.count == 1 { text.append(contentsOf: Array("\"\"".utf8)) }
        continue
      }
      append(row.cells[next], of: row, header.layout.columns[place], to: &text)
    }
    text.append(UInt8(ascii: "\n"))
  }

  private static func append(
    _ cell: SheetRow.Cell, of row: borrowing SheetRow, _ column: Column?, to text: inout [UInt8]
  ) {
    switch cell.content {
    case .text: append(row.bytes.span.extracting(cell.range), to: &text)
    case .tooLong: text.append(tooLong)
    case .unreadable: text.append(unreadable)
    case .error:
      // A look-up that found nothing says that nobody knows; of what people wrote, that is not enough.
      let isNotKnown = row.bytes[cell.range] == Array("#N/A".utf8)[...]
      if !isNotKnown || column == .title || column == .text { text.append(error) }
    }
  }

  private static func append(_ cell: Span<UInt8>, to text: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    var needsQuotes = false
    for place in cell.indices {
      switch cell[place] {
      case quote, UInt8(ascii: ","), UInt8(ascii: "\n"), UInt8(ascii: "\r"): needsQuotes = true
      default: break
      }
    }
    guard needsQuotes else { return text.append(copying: cell, 0..<cell.count) }
    text.append(quote)
    for place in cell.indices {
      if cell[place] == quote { text.append(quote) }
      text.append(cell[place])
    }
    text.append(quote)
  }

  /// How many rows the text has: line ends within quotes end none.
  static func rowCount(_ text: Span<UInt8>) -> Int {
    var count = 0
    var isQuoted = false
    for place in text.indices {
      if text[place] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if text[place] == UInt8(ascii: "\n"), !isQuoted { count += 1 }
    }
    return count
  }
}
