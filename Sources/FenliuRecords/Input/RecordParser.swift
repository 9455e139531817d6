// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
public import FenliuModel

/// What became of a row. A row is one or the other, never both and never neither.
public enum ParsedRecord: Hashable, Sendable {
  /// A post.
  case post(Post)
  /// A row that is none.
  case reject(Reject)
}

/// Parses chunks of one format. Each thread has its own and reuses its memory.
///
/// What comes out of a chunk depends on its bytes only, never on chunks that the same parser has seen. Lines of nothing but
/// white space are no rows.
///
///     parser.begin(chunk)
///     while let record = parser.next() { … }
public struct RecordParser: Sendable {
  /// The label of the post that `next` gave last, where the options name a column of labels.
  public private(set) var label: String?
  private let builder: PostBuilder
  private let readsLabels: Bool
  private var json: JSONRowReader
  private var csv: CSVRowReader?
  private var chunk: RecordChunk
  /// Rows of the chunk that were refused before, the next one last.
  private var refused: [Reject] = []
  /// Whether all bytes of the chunk are UTF-8, so that no row need be asked.
  private var isUTF8 = true
  private var place = 0
  private var line = 1

  /// A parser for chunks of `format`.
  public init(_ format: RecordFormat) {
    chunk = RecordChunk(format, bytes: [], offset: 0, line: 1)
    builder = PostBuilder(file: format.file, options: format.options, sheet: format.sheet)
    readsLabels = format.options.names.given[.label] != nil
    json = JSONRowReader(names: format.options.names)
    if case .csv(let layout) = format.kind {
      csv = CSVRowReader(layout: layout, limit: format.options.maxRow)
    } else {
      csv = nil
    }
  }

  /// The keys in this chunk that mean nothing to us, in the order in which posts first had them; complete when `next` has given nil. Of CSV
  /// the layout knows them.
  public var unlisted: [UnlistedName] { json.keys.unlisted }
  /// The parser `last`, where it is for that format, with the memory it has; else a new one.
  public static func reusing(_ last: RecordParser?, for format: RecordFormat) -> RecordParser {
    if let last, last.chunk.format.number == format.number { return last }
    return RecordParser(format)
  }

  /// The names of JSON rows in this chunk that mean something to us, in the order of their first appearance; none of CSV.
  public var listed: [String] { json.keys.listed }

  /// Whether the chunk has the column of labels that the options name: of JSON in one of its rows at least; complete when
  /// `next` has given nil. Of CSV always, for its header is refused without it.
  public var hasLabel: Bool { csv != nil || json.keys.hasLabel }

  /// Turns to the rows of `chunk`, which has the parser's format.
  public mutating func begin(_ chunk: RecordChunk) {
    precondition(chunk.format.number == self.chunk.format.number, "a parser is given rows of another format")
    self.chunk = chunk
    refused = chunk.refused.reversed()
    place = 0
    line = chunk.line
    isUTF8 = Self.isUTF8(chunk.bytes.span)
    json.beginChunk()
  }

  /// The next row of the chunk; nil after the last.
  public mutating func next() -> ParsedRecord? {
    if let reject = refused.popLast() { return .reject(reject) }
    return csv == nil ? nextLine() : nextRow()
  }

  private mutating func nextLine() -> ParsedRecord? {
    let chunk = self.chunk
    let bytes = chunk.bytes.span
    while place < bytes.count {
      let start = place
      let stop = ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count)
      let row = start..<(stop > start && bytes[stop - 1] == UInt8(ascii: "\r") ? stop - 1 : stop)
      let rowLine = line
      place = min(stop + 1, bytes.count)
      line += 1
      if bytes.isBlank(row) { continue }
      var cells = Cells()
      do throws(RowProblem) {
        guard row.count <= builder.options.maxRow else { throw RowProblem(.tooLong) }
        try checkUTF8(bytes, row)
        try json.read(bytes, row, into: &cells)
        let scratch = json.scratch
        let record = try post(of: cells, bytes, scratch.span, line: rowLine)
        json.countRow()
        return record
      } catch {
        return .reject(reject(row, at: rowLine, error))
      }
    }
    return nil
  }

  private mutating func nextRow() -> ParsedRecord? {
    let chunk = self.chunk
    let bytes = chunk.bytes.span
    while place < bytes.count {
      let start = place
      let rowLine = line
      var cells = Cells()
      guard let end = csv?.read(bytes, from: start, into: &cells) else { return nil }
      let row: Range<Int>
      var problem: RowProblem?
      switch end {
      case .row(let content, let next):
        row = start..<content
        place = next
      case .broken(let content, let next):
        row = start..<content
        place = next
        problem = RowProblem(.quotes)
      case .tooLong, .needsMore:
        let stop = ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count)
        row = start..<(stop > start && bytes[stop - 1] == UInt8(ascii: "\r") ? stop - 1 : stop)
        place = min(stop + 1, bytes.count)
        problem = RowProblem(.tooLong)
      }
      // A sheet counts its rows, whatever line ends are in their cells.
      line += builder.sheet == nil ? ByteSearch.count(of: UInt8(ascii: "\n"), bytes.extracting(start..<place)) : 1
      do throws(RowProblem) {
        if let problem { throw problem }
        if csv?.hasOneCell == true, bytes.isBlank(row) { continue }
        if builder.sheet == nil { try checkUTF8(bytes, row) } else { try checkCells(cells, bytes, row) }
        if let extra = csv?.extraCell { throw RowProblem(.extraCells, at: extra) }
        let scratch = csv?.scratch ?? []
        return try post(of: cells, bytes, scratch.span, line: rowLine)
      } catch {
        return .reject(reject(row, at: rowLine, error))
      }
    }
    return nil
  }

  private mutating func post(
    of cells: borrowing Cells, _ bytes: Span<UInt8>, _ scratch: Span<UInt8>, line: Int
  ) throws(RowProblem) -> ParsedRecord {
    label = readsLabels ? try builder.label(cells, bytes: bytes, scratch: scratch) : nil
    return .post(try builder.post(cells, bytes: bytes, scratch: scratch, line: line))
  }

  private func checkUTF8(_ bytes: Span<UInt8>, _ row: Range<Int>) throws(RowProblem) {
    if isUTF8 { return }
    do {
      _ = try UTF8Span(validating: bytes.extracting(row))
    } catch {
      throw RowProblem(chunk.isReencoded ? .badEncoding : .notUTF8, at: row.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  /// Bytes that no UTF-8 has say what is wrong with a row of a sheet.
  private func checkCells(
    _ cells: borrowing Cells, _ bytes: Span<UInt8>, _ row: Range<Int>
  ) throws(RowProblem) {
    if isUTF8 { return }
    guard let place = row.first(where: { bytes[$0] >= SheetText.aboveHeader }) else { return }
    let reason = SheetText.reason(of: bytes[place])
    if reason == .aboveHeader { throw RowProblem(reason) }
    for column in Column.allCases {
      let cell = cells[column]
      if cell.home == .row, cell.place == place { throw RowProblem(reason, column: column, at: place) }
    }
    throw RowProblem(reason, at: place)
  }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }

  private func reject(_ row: Range<Int>, at line: Int, _ problem: RowProblem) -> Reject {
    var reject = Reject(
      file: builder.file, line: line, offset: chunk.offset + row.lowerBound, length: row.count,
      digest: SHA256Digest(of: chunk.bytes.span.extracting(row)), reason: problem.reason, column: problem.column,
      place: problem.place.map { $0 - row.lowerBound })
    reject.sheet = builder.sheet
    return reject
  }
}
