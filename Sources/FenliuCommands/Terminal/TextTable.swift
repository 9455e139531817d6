// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// Rows whose columns stand under each other, Chinese characters being two wide: the first to the left, the others to the
/// right.
struct TextTable {
  private var rows: [[String]] = []

  /// Adds a row.
  mutating func add(_ cells: String...) { rows.append(cells) }

  /// The lines, without blanks at their ends.
  func lines(indent: Int = 0) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? DisplayWidth.columns(of: $0[column]) : 0 }.max() ?? 0
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() {
        let room = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell))
        line += column == 0 ? cell + room : "  " + room + cell
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }
}
