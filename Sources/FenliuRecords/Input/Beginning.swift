// SPDX-License-Identifier: Apache-2.0
import FenliuDigest

/// What a text begins with, and what was read behind it.
struct Beginning {
  /// How the rows are written.
  let format: RecordFormat
  /// The first bytes of the rows.
  let rows: [UInt8]
  /// How many bytes come before them.
  let length: Int
  /// How many lines these have.
  let lineCount: Int
  /// The rows above the header that look like more than a title.
  let above: [Reject]
  /// Whether `rows` are all that there are.
  let isAtEnd: Bool

  /// The most bytes before the first row.
  private static let longest = 1 << 24

  /// Reads `text`, which stands at `offset` of its input's, until it is known how its rows are written.
  init(
    of text: inout InputText, name: String, options: RecordOptions, number: Int, offset: Int
  ) throws(InputFailure) {
    if let sheet = text.sheet {
      format = RecordFormat(
        file: name, kind: .csv(sheet.header.layout), options: options, lateHeader: nil, number: number,
        sheet: sheet.name)
      (rows, length, lineCount, above, isAtEnd) = ([], 0, 0, [], false)
      return
    }
    var head: [UInt8] = []
    var isAtEnd = false
    // The header of a CSV is a row like others; it must be whole before anything can be said.
    var found: InputHead?
    var least = 0
    repeat {
      isAtEnd = try !text.read(upTo: options.chunkSize, into: &head)
      guard isAtEnd || head.count >= least else { continue }
      least = RecordStream.grown(head.count)
      let place = InputHead.Place(file: name, contentName: text.contentName, encoding: text.encoding)
      found = try InputHead(head.span, at: place, isAtEnd: isAtEnd, options: options)
      // Nothing but white space for so long is no input, and might have no end.
      if found == nil, head.count > Self.longest { throw .brokenHeader(file: name) }
    } while found == nil && !isAtEnd
    guard let found else { throw .brokenHeader(file: name) }
    func line(at place: Int) -> Int {
      1 + ByteSearch.count(of: UInt8(ascii: "\n"), head.span.extracting(0..<place))
    }
    format = RecordFormat(
      file: name, kind: found.kind, options: options, lateHeader: found.lateHeader.map(line), number: number)
    above = found.above.map { row in
      Reject(
        file: name, line: line(at: row.lowerBound), offset: offset + row.lowerBound, length: row.count,
        digest: SHA256Digest(of: head.span.extracting(row)), reason: .aboveHeader)
    }
    rows = Array(head[found.length...])
    length = found.length
    lineCount = line(at: found.length) - 1
    self.isAtEnd = isAtEnd
  }
}
