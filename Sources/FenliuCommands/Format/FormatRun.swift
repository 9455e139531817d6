// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFormatting
import FenliuModel

/// Files formatted one after the other, each whole or not at all, with a line on standard error for each that is not as it was.
struct FormatRun {
  /// Whether changed files are written back.
  let writes: Bool
  let colour: Bool
  /// Whether it is said of a table that it holds no words, and is left alone.
  let tellsOthers: Bool
  private(set) var files = 0
  private(set) var changed = 0
  /// Files with mistakes of their author.
  private(set) var mistaken = 0
  /// Files of which the formatter would have made something else.
  private(set) var refused = 0

  init(writes: Bool, colour: Bool, tellsOthers: Bool) {
    self.writes = writes
    self.tellsOthers = tellsOthers
    self.colour = colour
  }

  /// Formats the file at `path`. Answers what it was and what it is; nil where it is as it should be, or is left alone.
  mutating func format(_ path: String) throws -> (old: [UInt8], new: [UInt8])? {
    let raw = try FileBytes.read(path)
    let formatter = FileFormatter(raw, path: path)
    do {
      guard let formatted = try formatter.formatted() else {
        if tellsOthers { StandardError.line(FormatSentence.notWords(path).text) }
        return nil
      }
      files += 1
      guard formatted.bytes != raw else { return nil }
      changed += 1
      if writes {
        try FileBytes.replace(path, with: formatted.bytes)
        StandardError.line(FormatSentence.changed(path).text)
        if let original = formatted.original { StandardError.line(FormatSentence.wasOther(path, original).text) }
      }
      return (raw, formatted.bytes)
    } catch let failure as FormattingFailure {
      files += 1
      switch failure {
      case .mistakes(let diagnostics):
        mistaken += 1
        Self.report(diagnostics, formatter.sources, colour: colour)
      case .differs:
        refused += 1
        StandardError.line(FormatSentence.refused(path).text)
      }
      return nil
    }
  }

  /// Says what is wrong in a file.
  static func report(_ diagnostics: [Diagnostic], _ sources: SourceFiles, colour: Bool) {
    var renderer = DiagnosticRenderer(
      files: sources, language: SpokenLanguage.current == .chinese ? .chinese : .english, usesColour: colour)
    StandardError.write(renderer.text(for: diagnostics))
  }
}
