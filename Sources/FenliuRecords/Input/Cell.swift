// SPDX-License-Identifier: Apache-2.0

/// Where the value of a column lies.
struct Cell {
  /// What memory the range is of.
  enum Home: UInt8 {
    /// There is no value.
    case absent
    /// The bytes of the chunk, which can be taken as they are.
    case row
    /// The parser's scratch, because escapes had to be undone.
    case scratch
  }

  var home = Home.absent
  var start = 0
  var end = 0
  /// Where the value stands in the chunk, for whoever must find it again.
  var place = 0
}

/// One cell for each column.
struct Cells {
  private var cells: [13 of Cell] = .init(repeating: Cell())

  subscript(_ column: Column) -> Cell {
    @inline(__always) get { cells[column.rawValue] }
    @inline(__always) set { cells[column.rawValue] = newValue }
  }
}
