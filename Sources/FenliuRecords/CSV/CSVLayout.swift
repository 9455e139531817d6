// SPDX-License-Identifier: Apache-2.0

/// What the header of a CSV file says: what separates its cells, and which of them are read.
public struct CSVLayout: Hashable, Sendable {
  /// The byte between two cells.
  public let delimiter: UInt8
  /// For each cell of a row, the column it is, or nil where it is never read.
  public let columns: [Column?]
  /// The names of the columns that are never read, as the header writes them, without the empty ones.
  public let unlisted: [String]

  /// The most names that are told of a header that cannot be used.
  private static let mostFound = 64

  /// Why a header cannot be used.
  enum Problem: Error, Hashable {
    /// No column is title or text; the names there are.
    case noText(found: [String])
    /// No column is the text, and these could be it; the column that is the title goes with them.
    case unsureText(candidates: [String])
    /// A column that the caller named is not there; the names there are.
    case missing(name: String, found: [String])
    /// Two columns go by names of the same column of ours.
    case ambiguous(Column, names: [String])
  }

  /// Understands the header's cells by `names`.
  init(delimiter: UInt8, header: [String], names: ColumnNames) throws(Problem) {
    var columns: [Column?] = []
    var unlisted: [String] = []
    var taken: [Column: String] = [:]
    let found = header.lazy.filter { !$0.isEmpty }.prefix(Self.mostFound).map(KeyTable.shown)
    for name in header {
      switch names.meaning(of: name) {
      case .column(let column):
        if let other = taken[column] { throw .ambiguous(column, names: [other, name].map(KeyTable.shown)) }
        taken[column] = name
        columns.append(column)
      case .unlisted where !name.isEmpty:
        unlisted.append(name)
        columns.append(nil)
      case .ignored, .unlisted: columns.append(nil)
      }
    }
    for column in Column.allCases {
      if let name = names.given[column]?.first, taken[column] == nil { throw .missing(name: name, found: Array(found)) }
    }
    guard taken[.title] != nil || taken[.text] != nil else { throw .noText(found: Array(found)) }
    // Posts decided by their titles alone, while their texts lie beside them, would be lost without a word.
    if taken[.text] == nil, names.given[.text] == nil {
      let candidates = unlisted.filter(ColumnNames.mayBeText)
      if !candidates.isEmpty { throw .unsureText(candidates: candidates.prefix(Self.mostFound).map(KeyTable.shown)) }
    }
    self.delimiter = delimiter
    self.columns = columns
    self.unlisted = unlisted
  }

  /// The layout of rows that hold the cells of these columns and no others, separated by commas.
  init(columns: [Column], unlisted: [String]) {
    delimiter = UInt8(ascii: ",")
    self.columns = columns
    self.unlisted = unlisted
  }

  /// The byte that most likely separates the cells of a header line: of comma, semicolon and tab the one that stands there
  /// most often outside of quotes, the comma where none does.
  static func delimiter(of header: Span<UInt8>) -> UInt8 {
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for place in header.indices {
      let byte = header[place]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if !isQuoted, let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
    }
    let most = counts.max() ?? 0
    return candidates[counts.firstIndex(of: most) ?? 0]
  }
}
