// SPDX-License-Identifier: Apache-2.0
package import FenliuDiagnostics
import FenliuRules

/// Formats a word list: .txt, .tsv or .csv. Words stay in their order; comments mean something where they stand.
package enum WordListFormatter {
  /// The formatted text of a file of `sources`; nil where a table names no column `word` and so is none of words.
  package static func format(_ file: FileID, in sources: SourceFiles) throws(FormattingFailure) -> [UInt8]? {
    let findings = Findings()
    let lines = WordListLine.all(of: file, in: sources, findings)
    guard findings.errorCount == 0 else { throw .mistakes(findings.all) }
    let source = sources[file]
    let header = source.path.hasSuffix(".txt") ? nil : lines.first { !$0.isEmpty }
    if !source.path.hasSuffix(".txt"), header?.fields.contains(where: { $0.cell.text == "word" }) != true { return nil }
    var written: [String] = []
    var isAfterHeader = false
    for line in lines {
      let text = text(of: line, in: source, columns: isAfterHeader ? header?.fields.count : nil)
      if !line.isEmpty { isAfterHeader = true }
      if text.isEmpty, written.last?.isEmpty != false { continue }
      written.append(text)
    }
    while written.last?.isEmpty == true { written.removeLast() }
    let bytes = Array(written.map { $0 + "\n" }.joined().utf8)
    guard says(bytes, like: lines, source) else { throw .differs }
    return bytes
  }

  private static func text(of line: WordListLine, in source: SourceFile, columns: Int?) -> String {
    let comment = line.comment.map { trimmed(source.bytes[$0]) }
    guard !line.isEmpty else { return comment ?? "" }
    var fields = line.fields.map { field -> String in
      let raw = trimmed(source.bytes[field.raw])
      // In front of a quote a blank says that the quote is part of the word.
      return field.cell.style == .plain && source.path.hasSuffix(".csv") && raw.hasPrefix("\"") ? " " + raw : raw
    }
    // Empty fields at the end say nothing, unless they are more than there are columns: that is for `check` to tell.
    if let columns, fields.count <= columns { while fields.count > 1, fields.last == "" { fields.removeLast() } }
    let text = fields.joined(separator: source.path.hasSuffix(".csv") ? "," : "\t")
    // A blank behind a hash that ends the words would make a comment of it.
    let gap = fields.last?.split(whereSeparator: { $0 == " " || $0 == "\t" }).last == "#" ? "\t" : "  "
    return comment.map { text + gap + $0 } ?? text
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.withoutBlanks, as: UTF8.self)
  }

  /// Whether `bytes` holds the same words and comments in the same order.
  private static func says(_ bytes: [UInt8], like lines: [WordListLine], _ source: SourceFile) -> Bool {
    var sources = SourceFiles()
    let file = sources.append(SourceFile(path: source.path, bytes: bytes))
    let again = WordListLine.all(of: file, in: sources, Findings())
    return contents(of: again, sources[file]) == contents(of: lines, source)
  }

  private static func contents(of lines: [WordListLine], _ source: SourceFile) -> [[String]] {
    lines.filter { !$0.isEmpty || $0.comment != nil }.map { line in
      var fields = line.fields.map(\.cell.text)
      while fields.count > 1, fields.last == "" { fields.removeLast() }
      return fields + [line.comment.map { trimmed(source.bytes[$0]) } ?? ""]
    }
  }
}
