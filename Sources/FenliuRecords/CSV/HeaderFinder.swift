// SPDX-License-Identifier: Apache-2.0
import FenliuEncodings

/// Finds the header of a table: its first row that is not blank, or, where none of its names is a column of ours, the first of the next
/// ten that names a title or a text.
///
/// Exports set a title over their tables, and spreadsheets save what was merged for it as a row: `2026年11月导出,,,`. Such
/// rows are passed over; those with more than one cell in use, or a long one, could be posts, so they become rejects.
struct HeaderFinder {
  let place: InputHead.Place
  let options: RecordOptions

  /// A header.
  struct Header {
    let layout: CSVLayout
    /// Where the rows begin.
    let end: Int
    /// Where the header begins, if rows stand above it that are not blank.
    let lateStart: Int?
    /// The rows above it that look like more than a title.
    let above: [Range<Int>]
  }

  /// A row that may be the header.
  private struct Row {
    let range: Range<Int>
    let next: Int
    let delimiter: UInt8
    let names: [String]
  }

  /// How many rows below the first may be the header.
  private static let mostAbove = 10
  /// A single cell of more bytes than this is no title.
  private static let longestTitle = 300

  /// The header of the table that begins at `start`; nil when more bytes are needed.
  func header(_ bytes: Span<UInt8>, from start: Int, isAtEnd: Bool) throws(InputFailure) -> Header? {
    var (begin, delimiter) = separatorLine(bytes, from: start)
    if delimiter == nil, place.contentName.lowercased().hasSuffix(".tsv") { delimiter = UInt8(ascii: "\t") }
    var above: [Row] = []
    while above.count <= Self.mostAbove {
      // Blank lines before the header are passed over.
      while let stop = ByteSearch.firstIndex(of: UInt8(ascii: "\n"), bytes, from: begin, before: bytes.count),
        bytes.isBlank(begin..<stop)
      {
        begin = stop + 1
      }
      guard begin < bytes.count else {
        if isAtEnd { break }
        return nil
      }
      let row: Row?
      do throws(InputFailure) {
        row = try self.row(bytes, from: begin, isAtEnd: isAtEnd, delimiter)
      } catch {
        // What cannot be a header below the first row ends the search.
        if above.isEmpty { throw error }
        break
      }
      guard let row else { return nil }
      if above.isEmpty ? names(row, { _ in true }) : names(row, { $0 == .title || $0 == .text }) {
        let rows = above.filter { $0.names.contains { !$0.isEmpty } }
        return Header(
          layout: try layout(row), end: row.next, lateStart: rows.isEmpty ? nil : row.range.lowerBound,
          above: rows.filter(looksLikeAPost).map(\.range))
      }
      above.append(row)
      begin = row.next
    }
    // None of them is a header; what is said is said of the first row that has several names, since a single one is a title, or else
    // of the first that has names at all.
    let candidates =
      above.first { $0.names.count { !$0.isEmpty } > 1 } ?? above.first { $0.names.contains { !$0.isEmpty } }
    guard let first = candidates ?? above.first else { throw .noText(file: place.file, found: []) }
    let layout = try layout(first)
    return Header(layout: layout, end: first.next, lateStart: nil, above: [])
  }

  /// Whether one of the names is a column of ours that is meant.
  private func names(_ row: Row, _ isMeant: (Column) -> Bool) -> Bool {
    row.names.contains { name in
      if case .column(let column) = options.names.meaning(of: name) { isMeant(column) } else { false }
    }
  }

  private func looksLikeAPost(_ row: Row) -> Bool {
    let used = row.names.filter { !$0.isEmpty }
    return used.count > 1 || used.contains { $0.utf8.count > Self.longestTitle }
  }

  /// The delimiter that spreadsheets of Microsoft name in a line before the header, `sep=;`, and where the next line begins.
  private func separatorLine(_ bytes: Span<UInt8>, from start: Int) -> (begin: Int, delimiter: UInt8?) {
    let mark = Array("sep=".utf8)
    guard bytes.count > start + 5, mark.indices.allSatisfy({ bytes[start + $0] == mark[$0] }),
      let stop = ByteSearch.firstIndex(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count),
      stop - start <= 6
    else { return (start, nil) }
    return (stop + 1, bytes[start + 4])
  }

  /// The row that begins at `start`; nil when more bytes are needed.
  private func row(
    _ bytes: Span<UInt8>, from start: Int, isAtEnd: Bool, _ delimiter: UInt8?
  ) throws(InputFailure) -> Row? {
    let firstLine = start..<ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count)
    let separator = delimiter ?? CSVLayout.delimiter(of: bytes.extracting(firstLine))
    var cells: [Range<Int>] = []
    let end = CSVRow.scan(
      bytes, from: start, before: bytes.count, isFinal: isAtEnd, delimiter: separator, limit: 1 << 20
    ) { _, cell in cells.append(cell.range) }
    switch end {
    case .needsMore: return nil
    case .broken, .tooLong:
      throw hasBareReturn(bytes, firstLine) ? .bareReturns(file: place.file) : .brokenHeader(file: place.file)
    case .row(let content, let next):
      guard (try? UTF8Span(validating: bytes.extracting(start..<content))) != nil else {
        throw .headerNotText(file: place.file, encoding: place.encoding)
      }
      // Where carriage returns alone end the lines, the whole file would pass for its header.
      if cells.contains(where: { hasBareReturn(bytes, $0) }) { throw .bareReturns(file: place.file) }
      return Row(range: start..<content, next: next, delimiter: separator, names: cells.map { name(bytes, $0) })
    }
  }

  /// Whether a carriage return stands there that no line feed follows.
  private func hasBareReturn(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var from = range.lowerBound
    while let stop = ByteSearch.firstIndex(of: UInt8(ascii: "\r"), bytes, from: from, before: range.upperBound) {
      if stop + 1 < bytes.count, bytes[stop + 1] != UInt8(ascii: "\n") { return true }
      from = stop + 1
    }
    return false
  }

  /// A name of the header, without white space around it; doubled quotes in it are one.
  private func name(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let text = String(validated: bytes, bytes.trimmedRange(range))
    return text.contains("\"\"")
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
  }

  private func layout(_ row: Row) throws(InputFailure) -> CSVLayout {
    let file = place.file
    do {
      return try CSVLayout(delimiter: row.delimiter, header: row.names, names: options.names)
    } catch {
      if row.names.count == 1, let mark = row.names[0].first(where: { "，；、｜".contains($0) }) {
        throw .wideSeparator(file: file, mark: String(mark))
      }
      switch error {
      case .noText(let found): throw .noText(file: file, found: found)
      case .unsureText(let candidates): throw .unsureText(file: file, candidates: candidates)
      case .missing(let missing, let found): throw .missingColumn(file: file, name: missing, found: found)
      case .ambiguous(let column, let names): throw .ambiguousColumn(file: file, column: column, names: names)
      }
    }
  }
}
