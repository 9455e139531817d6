// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Reads word list files: .txt with a word a line, .tsv and .csv with a header.
///
/// Full-width signs are the author's own: a line or field cannot be quoted to say so.
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

  /// A field of a row: its text and where it stands.
  private typealias Cell = YAMLScalar

  /// The rows without comments and empty ones, cut into fields.
  private func rows(of file: FileID) -> [[Cell]] {
    WordListLine.all(of: file, in: pack.sources, findings).filter { !$0.isEmpty }.map { $0.fields.map(\.cell) }
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
