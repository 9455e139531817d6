// SPDX-License-Identifier: Apache-2.0

/// The name of a cell: `B7`.
struct CellReference: Hashable {
  /// From 0.
  let column: Int
  /// From 1.
  let row: Int

  /// The cell of that name; nil when it is none, or its row or column is beyond what numbers of that kind can be.
  init?(_ name: Span<UInt8>) {
    var column = 0
    var place = 0
    while place < name.count, place < 7 {
      let letter = name[place] & 0xDF &- 0x41
      guard letter < 26, name[place] >= 0x41 else { break }
      column = column * 26 + Int(letter) + 1
      place += 1
    }
    guard place > 0, let row = name.extracting(place..<name.count).number, row > 0 else { return nil }
    self.column = column - 1
    self.row = row
  }
}

/// Cells that are shown as one. Its value stands in the first of them.
public struct MergedRange: Hashable, Sendable {
  /// From 0.
  public let columns: ClosedRange<Int>
  /// From 1.
  public let rows: ClosedRange<Int>

  /// The range of those columns and rows.
  public init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }

  /// The range of a name: `A1:B2`.
  init?(_ name: String) {
    let ends = name.split(separator: ":").map { Array($0.utf8) }
    guard ends.count == 2 else { return nil }
    let (start, end) = (ends[0], ends[1])
    let (first, last) = (CellReference(start.span), CellReference(end.span))
    guard let first, let last, first.column <= last.column, first.row <= last.row else { return nil }
    columns = first.column...last.column
    rows = first.row...last.row
  }
}

/// Finds the merged ranges of a sheet, which stand behind its rows.
final class MergedRanges: XMLHandler {
  private(set) var ranges: [MergedRange] = []
  private let lastRow: Int

  /// Of ranges that begin in row `lastRow` or above.
  init(upTo lastRow: Int) {
    self.lastRow = lastRow
    super.init(root: .worksheet)
  }

  override func begin(_ tag: XMLTag, _ attributes: borrowing XMLAttributes) {
    guard tag == .mergeCell, let range = attributes.string("ref").flatMap(MergedRange.init) else { return }
    guard range.rows.lowerBound <= lastRow else { return }
    guard ranges.count < 65_536 else {
      fault = .tooMany("merges", limit: 65_536)
      return
    }
    ranges.append(range)
  }
}
