// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads word list files: .txt with a word a line, .tsv and .csv with a header.
///
/// `# ` begins a comment at the start of a line or after white space; a `#` that nothing follows does too. In a .csv
/// file a field may stand in double quotes, with doubled quotes for one. Full-width signs are the author's own: a line
/// or field cannot be quoted to say so.
struct WordListFile {
  private static let columns = ["word", "points", "tags", "note"]

  private let pack: PackReader
  private var findings: Findings { pack.findings }

  init(_ pack: PackReader) { self.pack = pack }

  /// The words of a file that has been read.
  func words(of file: FileID) -> [Word] {
    let rows = rows(of: file)
    let path = pack.sources[file].path
    let words = path.hasSuffix(".txt") ? plain(rows) : table(rows, file)
    if words.isEmpty, !rows.contains(where: { !$0.isEmpty }) {
      findings.warning(.emptyList, at: SourceSpan(file: file, range: 0..<0))
    }
    return words
  }

  // MARK: rows

  /// A field of a row: its text and where it stands.
  private typealias Cell = YAMLScalar

  /// The rows without comments and empty ones, cut into fields.
  private func rows(of file: FileID) -> [[Cell]] {
    let source = pack.sources[file]
    let isPlain = source.path.hasSuffix(".txt")
    let separator: UInt8? = isPlain ? nil : source.path.hasSuffix(".csv") ? UInt8(ascii: ",") : UInt8(ascii: "\t")
    let table = LineTable(source)
    return (1...table.count).compactMap { line in
      var range = table.range(ofLine: line)
      if let comment = comment(in: source.bytes[range]) { range = range.lowerBound..<comment }
      let row = fields(range, separator, source, file)
      return row.allSatisfy({ $0.text.isEmpty }) ? nil : row
    }
  }

  private func comment(in line: ArraySlice<UInt8>) -> Int? {
    line.indices.first { index in
      guard line[index] == UInt8(ascii: "#") else { return false }
      let isBehindSpace = index == line.startIndex || line[index - 1] == 0x20 || line[index - 1] == 0x09
      let isBeforeSpace = index + 1 == line.endIndex || line[index + 1] == 0x20
      return isBehindSpace && isBeforeSpace
    }
  }

  private func fields(_ range: Range<Int>, _ separator: UInt8?, _ source: SourceFile, _ file: FileID) -> [Cell] {
    var fields: [Cell] = []
    var start = range.lowerBound
    while start <= range.upperBound {
      var end = start
      if separator == UInt8(ascii: ","), start < range.upperBound, source.bytes[start] == UInt8(ascii: "\"") {
        let (cell, behind) = quoted(start..<range.upperBound, source, file)
        fields.append(cell)
        end = behind
        while end < range.upperBound, source.bytes[end] != separator { end += 1 }
      } else {
        while end < range.upperBound, source.bytes[end] != separator { end += 1 }
        fields.append(trimmed(start..<end, source, file))
      }
      guard end < range.upperBound else { break }
      start = end + 1
    }
    return fields
  }

  private func trimmed(_ range: Range<Int>, _ source: SourceFile, _ file: FileID) -> Cell {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, source.bytes[low] == 0x20 || source.bytes[low] == 0x09 { low += 1 }
    while high > low, source.bytes[high - 1] == 0x20 || source.bytes[high - 1] == 0x09 { high -= 1 }
    let span = SourceSpan(file: file, range: low..<high)
    return Cell(text: source.text(of: low..<high), style: .plain, span: span, start: low)
  }

  /// A field in double quotes, and the byte behind its closing quote.
  private func quoted(_ range: Range<Int>, _ source: SourceFile, _ file: FileID) -> (Cell, Int) {
    var text: [UInt8] = []
    var places: [Int] = []
    var offset = range.lowerBound + 1
    var isClosed = false
    while offset < range.upperBound {
      if source.bytes[offset] == UInt8(ascii: "\"") {
        guard offset + 1 < range.upperBound, source.bytes[offset + 1] == UInt8(ascii: "\"") else {
          isClosed = true
          offset += 1
          break
        }
        offset += 1
      }
      text.append(source.bytes[offset])
      places.append(offset)
      offset += 1
    }
    let span = SourceSpan(file: file, range: range.lowerBound..<offset)
    if !isClosed { findings.error(.unclosedQuote, at: span) }
    let cell = Cell(
      text: String(decoding: text, as: UTF8.self), style: .doubleQuoted, span: span, start: range.lowerBound + 1,
      places: places)
    return (cell, offset)
  }

  // MARK: words

  private func plain(_ rows: [[Cell]]) -> [Word] {
    var known = WordPlaces()
    return rows.compactMap(\.first).compactMap { cell in
      known.isNew(cell, findings) ? WordReader(pack: pack).word(cell) : nil
    }
  }

  private func table(_ rows: [[Cell]], _ file: FileID) -> [Word] {
    guard let header = rows.first else { return [] }
    for cell in header where !Self.columns.contains(cell.text) {
      findings.unknown(
        .unknownColumn, ["name": .text(cell.text)], name: cell.text, at: cell.span, among: Self.columns)
    }
    guard let wordColumn = header.firstIndex(where: { $0.text == "word" }) else {
      if header.allSatisfy({ Self.columns.contains($0.text) }) { findings.error(.missingColumn, at: header[0].span) }
      return []
    }
    let pointsColumn = header.firstIndex { $0.text == "points" }
    let tagsColumn = header.firstIndex { $0.text == "tags" }
    var known = WordPlaces()
    return rows.dropFirst().compactMap { row in
      if row.count > header.count { findings.error(.tooManyFields, at: row[header.count].span) }
      guard wordColumn < row.count, known.isNew(row[wordColumn], findings),
        var word = WordReader(pack: pack).word(row[wordColumn])
      else { return nil }
      if let pointsColumn, pointsColumn < row.count, !row[pointsColumn].text.isEmpty {
        word.points = row[pointsColumn].number(findings).map(Points.init)
      }
      if let tagsColumn, tagsColumn < row.count {
        word.tags = row[tagsColumn].text.split(separator: " ").map(String.init)
      }
      return word
    }
  }
}

/// Where each word of a list was met first.
struct WordPlaces {
  private var places: [String: SourceSpan] = [:]

  /// Whether a word is met for the first time; a second time is a warning.
  mutating func isNew(_ scalar: YAMLScalar, _ findings: Findings) -> Bool {
    guard let first = places[scalar.text] else {
      places[scalar.text] = scalar.span
      return true
    }
    findings.warning(
      .duplicateWord, ["word": .text(scalar.text)], at: scalar.span,
      related: [.init(span: first, code: .firstNamedHere)])
    return false
  }
}
