// SPDX-License-Identifier: Apache-2.0
import FenliuWorkbook

/// The header of a sheet: the first row, of its first ten, that names a title or a text.
///
/// Cells are merged in headers. A name that goes down over several rows is the name of its column in all of them; so the header
/// may have several rows, and where a lower one has a name, that one counts. What is merged across columns names the first of them.
struct SheetHeader {
  /// What the names mean, and the cells that a row of text will have.
  let layout: CSVLayout
  /// The columns of the sheet that are read, from 0, in the order of those cells.
  let columns: [Int]
  /// The rows of the header.
  let rows: ClosedRange<Int>
  /// The rows above it that have more than one cell in use, or a long one: no title has, so that they could be posts.
  let above: [Int]

  /// How many rows may come before the header, and one more than a header may have.
  static let lastFirstRow = 10
  static let mostRows = 5
  /// The rows that must be known to find it.
  static let rowsNeeded = lastFirstRow + mostRows
}

/// Finds the header of a sheet in its first rows.
struct SheetHeaderFinder {
  private let names: ColumnNames
  /// The names in each row, by their columns.
  private var rows: [Int: [Int: String]] = [:]
  /// The rows in which a cell is too long for a name.
  private var longRows: Set<Int> = []

  init(_ names: ColumnNames) { self.names = names }

  /// The names of the first row that has several, since a single one is a title; else of the first that has any.
  var firstNames: [String] {
    let numbers = rows.filter { !$0.value.isEmpty }.keys.sorted()
    guard let first = numbers.first(where: { (rows[$0]?.count ?? 0) > 1 }) ?? numbers.first, let row = rows[first]
    else {
      return []
    }
    return row.sorted { $0.key < $1.key }.map(\.value)
  }

  /// Takes note of a row. Everything that could be a name counts, and nothing else.
  mutating func add(_ row: SheetRow) {
    var found: [Int: String] = [:]
    if row.cells.contains(where: { $0.content == .tooLong }) { longRows.insert(row.number) }
    for cell in row.cells where cell.content == .text {
      let range = row.bytes.span.trimmedRange(cell.range)
      if !range.isEmpty { found[cell.column] = String(copying: row.bytes.span, range) }
    }
    rows[row.number] = found
  }

  /// The header; nil when there is none. The merged ranges are asked for only where they could make a difference.
  func header(
    merges: () throws(InputFailure) -> [MergedRange]
  ) throws(SheetProblem) -> SheetHeader? {
    var known: [MergedRange]?
    var told: CSVLayout.Problem?
    for row in 1...SheetHeader.lastFirstRow {
      guard let cells = rows[row], !cells.isEmpty else { continue }
      let alone = Self.reading(of: cells, names)
      if case .failure(let problem) = alone, !problem.isAmbiguous {
        if problem.isTold { told = told ?? problem }
        continue
      }
      if case .success(let reading) = alone, isPlain(row, cells, reading) { return header(reading, row...row) }
      if known == nil {
        do throws(InputFailure) { known = try merges() } catch { throw .input(error) }
      }
      let block = self.block(around: row, known ?? [])
      switch Self.reading(of: block.names, names) {
      case .success(let reading): return header(reading, block.rows)
      case .failure(let problem): throw .header(problem)
      }
    }
    if let told { throw .header(told) }
    return nil
  }

  /// Whether a row below that holds posts shows that the header is this row, whatever is merged.
  private func isPlain(_ row: Int, _ cells: [Int: String], _ reading: Reading) -> Bool {
    guard let next = rows[row + 1] else { return false }
    return next.keys.allSatisfy { cells[$0] != nil }
      && reading.pairs.allSatisfy { !($0.column == .title || $0.column == .text) || next[$0.place] != nil }
  }

  private func header(_ reading: Reading, _ rows: ClosedRange<Int>) -> SheetHeader {
    let above = (1..<rows.lowerBound).filter { longRows.contains($0) || (self.rows[$0]?.count ?? 0) > 1 }
    return SheetHeader(
      layout: CSVLayout(columns: reading.pairs.map(\.column), unlisted: reading.unlisted),
      columns: reading.pairs.map(\.place), rows: rows, above: above)
  }

  /// The rows that belong to a header of which `row` is one, and the names of its columns.
  private func block(around row: Int, _ merges: [MergedRange]) -> (rows: ClosedRange<Int>, names: [Int: String]) {
    var (top, bottom) = (row, row)
    var isGrowing = true
    while isGrowing, bottom - top < SheetHeader.mostRows - 1 {
      isGrowing = false
      for merge in merges where merge.rows.overlaps(top...bottom) && merge.rows.count <= SheetHeader.mostRows {
        // A name over several columns is explained by the row below it, if what stands there are names.
        let isGroup = merge.columns.count > 1 && merge.rows.upperBound == bottom && namesStand(below: merge)
        let (low, high) = (min(top, merge.rows.lowerBound), max(bottom, merge.rows.upperBound + (isGroup ? 1 : 0)))
        if (low, high) != (top, bottom) { (top, bottom, isGrowing) = (low, high, true) }
      }
    }
    var names: [Int: String] = [:]
    for number in top...bottom { for (column, name) in rows[number] ?? [:] { names[column] = name } }
    return (top...bottom, names)
  }

  private func namesStand(below merge: MergedRange) -> Bool {
    guard let row = rows[merge.rows.upperBound + 1] else { return false }
    return row.contains { column, name in
      guard merge.columns.contains(column), case .column = names.meaning(of: name) else { return false }
      return true
    }
  }

  /// What a row of names means.
  private struct Reading {
    let pairs: [(column: Column, place: Int)]
    let unlisted: [String]
  }

  private static func reading(of cells: [Int: String], _ names: ColumnNames) -> Result<Reading, CSVLayout.Problem> {
    let sorted = cells.sorted { $0.key < $1.key }
    do {
      let layout = try CSVLayout(delimiter: UInt8(ascii: ","), header: sorted.map(\.value), names: names)
      let pairs = zip(layout.columns, sorted).compactMap { column, cell in column.map { ($0, cell.key) } }
      return .success(Reading(pairs: pairs.map { (column: $0.0, place: $0.1) }, unlisted: layout.unlisted))
    } catch {
      return .failure(error)
    }
  }
}

/// Why a sheet cannot be read.
enum SheetProblem: Error {
  case input(InputFailure)
  case header(CSVLayout.Problem)
}

extension CSVLayout.Problem {
  fileprivate var isAmbiguous: Bool { if case .ambiguous = self { true } else { false } }
  /// Whether it is told where no row turns out to be the header.
  fileprivate var isTold: Bool {
    switch self {
    case .missing, .unsureText: true
    case .noText, .ambiguous: false
    }
  }
}
