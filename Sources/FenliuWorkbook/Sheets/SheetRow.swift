// SPDX-License-Identifier: Apache-2.0

/// A row of a sheet: its cells that hold something, from left to right.
public struct SheetRow: Sendable {
  /// A cell that holds something.
  public struct Cell: Hashable, Sendable {
    /// What it holds.
    public enum Content: Hashable, Sendable {
      /// Text as a person would read it: texts, numbers, days, `TRUE` and `FALSE`.
      case text
      /// An error that a formula gave: `#N/A`, `#REF!`.
      case error
      /// A text longer than a cell may be; its bytes are not there.
      case tooLong
      /// Something that nobody can read: a number that is none, a text that the workbook does not have.
      case unreadable
    }

    /// The column, from 0.
    public let column: Int
    /// What kind of thing it is.
    public let content: Content
    /// Where its text stands among the row's bytes.
    public let range: Range<Int>
  }

  /// The number of the row in the sheet, from 1.
  public internal(set) var number = 0
  /// The cells, each column once.
  public internal(set) var cells: [Cell] = []
  /// Whether cells of columns that nobody wants hold something, which was not read.
  public internal(set) var hasOthers = false
  /// The texts of the cells, in UTF-8.
  public internal(set) var bytes: [UInt8] = []

  /// The text of a cell.
  public func text(of cell: Cell) -> String { String(decoding: bytes[cell.range], as: UTF8.self) }

  mutating func begin(_ number: Int) {
    self.number = number
    hasOthers = false
    cells.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Brings the cells into order. Of two in one column neither is right.
  mutating func settle() {
    var isInOrder = true
    for place in cells.indices.dropFirst() where cells[place].column <= cells[place - 1].column { isInOrder = false }
    if isInOrder { return }
    cells.sort { ($0.column, $0.range.lowerBound) < ($1.column, $1.range.lowerBound) }
    var settled: [Cell] = []
    for cell in cells {
      if settled.last?.column == cell.column {
        settled[settled.count - 1] = Cell(column: cell.column, content: .unreadable, range: 0..<0)
      } else {
        settled.append(cell)
      }
    }
    cells = settled
  }
}
