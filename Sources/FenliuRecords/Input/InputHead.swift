// SPDX-License-Identifier: Apache-2.0

/// What the beginning of an input says of the rest.
struct InputHead {
  /// How its rows are written.
  let kind: RecordFormat.Kind
  /// How many bytes come before the first row: a byte order mark, a header.
  let length: Int

  /// Understands the first bytes of `name`; nil when more are needed.
  init?(_ bytes: Span<UInt8>, name: String, isAtEnd: Bool, options: RecordOptions) throws(InputFailure) {
    if let found = Self.otherFormat(bytes) { throw .otherFormat(file: name, found: found) }
    if !isAtEnd, bytes.count < 4 { return nil }
    let start = Self.begins(bytes, with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    switch Self.isJSON(bytes, from: start, name) {
    case true?:
      kind = .jsonLines
      length = start
    case false?:
      guard let header = try Self.header(bytes, from: start, name: name, isAtEnd: isAtEnd, options: options) else {
        return nil
      }
      (kind, length) = (.csv(header.layout), header.end)
    case nil:
      // Nothing but white space so far: an empty input has no rows, whatever they would have looked like.
      guard isAtEnd else { return nil }
      kind = .jsonLines
      length = start
    }
  }

  /// The format of bytes that are certainly not ours.
  private static func otherFormat(_ bytes: Span<UInt8>) -> String? {
    if begins(bytes, with: [0xFF, 0xFE, 0, 0]) || begins(bytes, with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if begins(bytes, with: [0xFF, 0xFE]) || begins(bytes, with: [0xFE, 0xFF]) { return "UTF-16" }
    if begins(bytes, with: [0x50, 0x4B, 3, 4]) { return "XLSX" }
    if begins(bytes, with: [0xD0, 0xCF, 0x11, 0xE0]) { return "XLS" }
    if begins(bytes, with: [0x1F, 0x8B]) { return "gzip" }
    return nil
  }

  private static func begins(_ bytes: Span<UInt8>, with mark: [UInt8]) -> Bool {
    guard bytes.count >= mark.count else { return false }
    return mark.indices.allSatisfy { bytes[$0] == mark[$0] }
  }

  /// Whether lines of JSON follow; nil when nothing can be seen yet.
  private static func isJSON(_ bytes: Span<UInt8>, from start: Int, _ name: String) -> Bool? {
    let folded = name.lowercased()
    if folded.hasSuffix(".jsonl") || folded.hasSuffix(".ndjson") { return true }
    var place = start
    while place < bytes.count, bytes[place].isASCIISpace { place += 1 }
    if place == bytes.count { return nil }
    if folded.hasSuffix(".csv") || folded.hasSuffix(".tsv") { return false }
    return bytes[place] == UInt8(ascii: "{")
  }

  /// The header of a CSV, from `start` on; nil when more bytes are needed.
  private static func header(
    _ bytes: Span<UInt8>, from start: Int, name: String, isAtEnd: Bool, options: RecordOptions
  ) throws(InputFailure) -> (layout: CSVLayout, end: Int)? {
    if bytes[start] == UInt8(ascii: "[") { throw .otherFormat(file: name, found: "JSON array") }
    var begin = start
    // Spreadsheets of Microsoft say the delimiter in a line before the header: sep=;
    var delimiter = name.lowercased().hasSuffix(".tsv") ? UInt8(ascii: "\t") : nil
    if begins(bytes.extracting(droppingFirst: start), with: Array("sep=".utf8)), bytes.count > start + 5 {
      let stop = ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: start, before: bytes.count)
      if stop - start <= 6 {
        delimiter = bytes[start + 4]
        begin = stop + 1
      }
    }
    // Blank lines before the header are passed over.
    while begin < bytes.count {
      let stop = ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: begin, before: bytes.count)
      guard stop < bytes.count, bytes.isBlank(begin..<stop) else { break }
      begin = stop + 1
    }
    guard begin < bytes.count else {
      if isAtEnd { throw .noText(file: name, found: []) }
      return nil
    }
    let firstLine = begin..<ByteSearch.first(of: UInt8(ascii: "\n"), bytes, from: begin, before: bytes.count)
    let separator = delimiter ?? CSVLayout.delimiter(of: bytes.extracting(firstLine))
    var header: [Range<Int>] = []
    let end = CSVRow.scan(
      bytes, from: begin, before: bytes.count, isFinal: isAtEnd, delimiter: separator, limit: 1 << 20
    ) { _, cell in header.append(cell.range) }
    switch end {
    case .needsMore: return nil
    case .broken, .tooLong: throw .brokenHeader(file: name)
    case .row(let content, let next):
      guard (try? UTF8Span(validating: bytes.extracting(begin..<content))) != nil else {
        throw .otherFormat(file: name, found: "not UTF-8")
      }
      // Where carriage returns alone end the lines, the whole file would pass for its header.
      if ByteSearch.first(of: UInt8(ascii: "\r"), bytes, from: begin, before: content) < content {
        throw .brokenHeader(file: name)
      }
      return (try layout(header.map { Self.name(bytes, $0) }, separator, name, options), next)
    }
  }

  /// A name of the header, without white space around it; doubled quotes in it are one.
  private static func name(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    let text = String(validated: bytes, bytes.trimmedRange(range))
    return text.contains("\"\"")
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false).joined(separator: "\"") : text
  }

  private static func layout(
    _ header: [String], _ delimiter: UInt8, _ name: String, _ options: RecordOptions
  ) throws(InputFailure) -> CSVLayout {
    do {
      return try CSVLayout(delimiter: delimiter, header: header, names: options.names)
    } catch {
      if header.count == 1, let mark = header[0].first(where: { "，；、｜".contains($0) }) {
        throw .wideSeparator(file: name, mark: String(mark))
      }
      switch error {
      case .noText(let found): throw .noText(file: name, found: found)
      case .missing(let missing, let found): throw .missingColumn(file: name, name: missing, found: found)
      case .ambiguous(let column, let names): throw .ambiguousColumn(file: name, column: column, names: names)
      }
    }
  }
}
