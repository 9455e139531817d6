// SPDX-License-Identifier: Apache-2.0
package import FenliuDiagnostics
import FenliuRules

/// Why a file is left as it is.
package enum FormattingFailure: Error, Sendable {
  /// The author's mistakes, of which at least one is an error.
  case mistakes([Diagnostic])
  /// What was written does not say the same. Our mistake, not the author's.
  case differs
}

/// Formats a file of a pack: YAML or a word list, in any encoding that packs may have.
///
/// Every result is read again and compared with the original, node by node or word by word with all comments, before anybody
/// sees it.
package struct FileFormatter: Sendable {
  /// A file as it should be.
  package struct Formatted: Sendable {
    /// UTF-8 without a byte order mark, lines ended by LF.
    package let bytes: [UInt8]
    /// What the original was, where it was something else.
    package let original: Original?
  }

  /// In what form a file was that is UTF-8 with LF now.
  package struct Original: Hashable, Sendable {
    /// `UTF-8`, `UTF-16` or `GB18030`.
    package let encoding: String
    package let hasByteOrderMark: Bool
    package let hasCarriageReturns: Bool
  }

  /// The file that was read, to show places in.
  package let sources: SourceFiles
  private let file: FileID
  private let original: Original?
  private let bad: Diagnostic?

  /// Whether files of that name are formatted.
  package static func knows(_ path: String) -> Bool { isYAML(path) || isTable(path) }

  /// Takes the bytes of the file at `path`, whose name says what kind it is.
  package init(_ raw: [UInt8], path: String) {
    let decoded = TextDecoder.decode(raw)
    var sources = SourceFiles()
    file = sources.append(SourceFile(path: path, bytes: decoded.bytes))
    self.sources = sources
    bad = decoded.bad.map {
      Diagnostic(
        .error, .badBytes, facts: ["encoding": .text(decoded.encoding)],
        at: SourceSpan(file: FileID(index: 0), range: $0..<decoded.bytes.count))
    }
    let hasMark = raw.starts(with: [0xEF, 0xBB, 0xBF])
    let hasReturns = decoded.bytes.contains(0x0D)
    original =
      decoded.encoding == "UTF-8" && !hasMark && !hasReturns
      ? nil : Original(encoding: decoded.encoding, hasByteOrderMark: hasMark, hasCarriageReturns: hasReturns)
  }

  /// The file as it should be; nil where it is none of rules or words, and is left alone.
  package func formatted() throws(FormattingFailure) -> Formatted? {
    if let bad { throw .mistakes([bad]) }
    let path = sources[file].path
    if Self.isYAML(path) { return Formatted(bytes: try YAMLFormatter.format(file, in: sources), original: original) }
    return try WordListFormatter.format(file, in: sources).map { Formatted(bytes: $0, original: original) }
  }

  /// Standard input, too, unless its name says otherwise.
  private static func isYAML(_ path: String) -> Bool {
    path.hasSuffix(".yaml") || path.hasSuffix(".yml") || path == "-"
  }
  private static func isTable(_ path: String) -> Bool { [".txt", ".tsv", ".csv"].contains { path.hasSuffix($0) } }
}
