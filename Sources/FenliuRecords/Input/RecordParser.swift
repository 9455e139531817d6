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
  private var oversized: Reject?
  /// Whether all bytes of the chunk are UTF-8, so that no row need be asked.
  private var isUTF8 = true
  private var place = 0
  private var line = 1

  /// A parser for chunks of `format`.
  public init(_ format: RecordFormat) {
    chunk = RecordChunk(format, bytes: [], offset: 0, line: 1)
    builder = PostBuilder(file: format.file, options: format.options)
    readsLabels = format.options.names.given[.label] != nil
    json = JSONRowReader(names: format.options.names)
    if case .csv(let layout) = format.kind {
      csv = CSVRowReader(layout: layout, limit: format.options.maxRow)
    } else {
      csv = nil
    }
  }

  /// The parser `last`, where it is for that format, with the memory it has; else a new one.
  public static func reusing(_ last: RecordParser?, for format: RecordFormat) -> RecordParser {
    if let last, last.chunk.format.number == format.number { return last }
    return RecordParser(format)
  }

  /// The names in this chunk that mean nothing to us, in the order of their first appearance; complete when `next` has
  /// given nil. At most 64. Of CSV the layout knows them.
  public var unlisted: [String] { json.keys.unlisted }

  /// All names of JSON rows in this chunk, likewise; none of CSV.
  public var names: [String] { json.keys.met }

  /// Whether the chunk has the column of labels that the options name: of JSON in one of its rows at least; complete when
  /// `next` has given nil. Of CSV always, for its header is refused without it.
  public var hasLabel: Bool { csv != nil || json.keys.hasLabel }

  /// Turns to the rows of `chunk`, which has the parser's format.
  public mutating func begin(_ chunk: RecordChunk) {
    precondition(chunk.format.number == self.chunk.format.number, "a parser is given rows of another format")
    self.chunk = chunk
    oversized = chunk.oversized
    place = 0
    line = chunk.line
    isUTF8 = Self.isUTF8(chunk.bytes.span)
    json.beginChunk()
  }

  /// The next row of the chunk; nil after the last.
  public mutating func next() -> ParsedRecord? {
    if let reject = oversized {
      oversized = nil
      return .reject(reject)
    }
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
        return try post(of: cells, bytes, scratch.span, line: rowLine)
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
      line += ByteSearch.count(of: UInt8(ascii: "\n"), bytes.extracting(start..<place))
      do throws(RowProblem) {
        if let problem { throw problem }
        if csv?.hasOneCell == true, bytes.isBlank(row) { continue }
        try checkUTF8(bytes, row)
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
      throw RowProblem(.notUTF8, at: row.lowerBound + error.byteOffsets.lowerBound)
    }
  }

  private static func isUTF8(_ bytes: Span<UInt8>) -> Bool { (try? UTF8Span(validating: bytes)) != nil }

  private func reject(_ row: Range<Int>, at line: Int, _ problem: RowProblem) -> Reject {
    Reject(
      file: builder.file, line: line, offset: chunk.offset + row.lowerBound, length: row.count,
      digest: SHA256Digest(of: chunk.bytes.span.extracting(row)), reason: problem.reason, column: problem.column,
      place: problem.place.map { $0 - row.lowerBound })
  }
}
