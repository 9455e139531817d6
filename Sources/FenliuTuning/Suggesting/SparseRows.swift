// SPDX-License-Identifier: Apache-2.0

/// Posts as rows of what they have, in one array, so that a fit walks memory from left to right.
struct SparseRows: Sendable {
  /// Where each row begins in `columns` and `values`; one entry more than rows.
  private(set) var starts: [Int] = [0]
  private(set) var columns: [Int32] = []
  private(set) var values: [Float] = []
  /// How many columns there are.
  let width: Int

  /// No rows yet, of so many columns.
  init(width: Int) { self.width = width }

  /// How many rows there are.
  var count: Int { starts.count - 1 }

  /// Adds a row.
  mutating func append(_ row: [(column: Int32, value: Float)]) {
    for (column, value) in row {
      columns.append(column)
      values.append(value)
    }
    starts.append(columns.count)
  }

  /// Where a row lies in `columns` and `values`.
  func range(of row: Int) -> Range<Int> { starts[row]..<starts[row + 1] }

  /// Rows and columns changed about, so that each column can be walked.
  func transposed() -> SparseRows {
    var counts = Array(repeating: 0, count: width + 1)
    for column in columns { counts[Int(column) + 1] += 1 }
    for column in 0..<width { counts[column + 1] += counts[column] }
    var turned = SparseRows(width: count)
    turned.starts = counts
    turned.columns = Array(repeating: 0, count: columns.count)
    turned.values = Array(repeating: 0, count: columns.count)
    for row in 0..<count {
      for place in range(of: row) {
        let column = Int(columns[place])
        turned.columns[counts[column]] = Int32(row)
        turned.values[counts[column]] = values[place]
        counts[column] += 1
      }
    }
    return turned
  }
}
