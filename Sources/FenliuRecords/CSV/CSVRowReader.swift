// SPDX-License-Identifier: Apache-2.0

/// Finds the values of the columns in a row of CSV.
struct CSVRowReader {
  private let layout: CSVLayout
  private let limit: Int
  /// Cells whose doubled quotes were undone, one after the other, until the next row.
  private(set) var scratch: [UInt8] = []
  /// Whether a cell beyond the header's last holds something, and where.
  private(set) var extraCell: Int?
  /// Whether the row has a single cell, as an empty line has.
  private(set) var hasOneCell = true

  init(layout: CSVLayout, limit: Int) {
    self.layout = layout
    self.limit = limit
  }

  /// Reads the row that begins at `start` into `cells`, which are empty before, and says where it ends.
  mutating func read(_ bytes: Span<UInt8>, from start: Int, into cells: inout Cells) -> CSVRow.End {
    scratch.removeAll(keepingCapacity: true)
    extraCell = nil
    hasOneCell = true
    let columns = layout.columns
    return CSVRow.scan(
      bytes, from: start, before: bytes.count, isFinal: true, delimiter: layout.delimiter, limit: limit
    ) { number, cell in
      if number > 0 { hasOneCell = false }
      guard number < columns.count else {
        if extraCell == nil, !bytes.trimmedRange(cell.range).isEmpty { extraCell = cell.range.lowerBound }
        return
      }
      guard let column = columns[number] else { return }
      if cell.hasDoubledQuotes {
        let range = undoQuotes(bytes, cell.range)
        cells[column] = Cell(
          home: .scratch, start: range.lowerBound, end: range.upperBound, place: cell.range.lowerBound)
      } else {
        cells[column] = Cell(
          home: .row, start: cell.range.lowerBound, end: cell.range.upperBound, place: cell.range.lowerBound)
      }
    }
  }

  /// Appends a cell to the scratch, each doubled quote as one; where it lies there.
  private mutating func undoQuotes(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let start = scratch.count
    var place = range.lowerBound
    while place < range.upperBound {
      scratch.append(bytes[place])
      place += bytes[place] == UInt8(ascii: "\"") ? 2 : 1
    }
    return start..<scratch.count
  }
}
