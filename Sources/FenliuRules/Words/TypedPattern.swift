// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuModel

/// A word or a regex that somebody typed rather than wrote into a file, read as rules are: `拖欠…工资`, `spam*`, `/工资\d+/`.
public struct TypedPattern: Sendable {
  /// What is meant; nil where it has an error.
  public let pattern: Pattern?
  /// What is wrong with it.
  public let diagnostics: [Diagnostic]
  /// The text that was typed, to show places in.
  public let sources: SourceFiles

  /// Reads what was typed. What stands between two slashes is a regex, all else a word.
  ///
  /// - Parameters:
  ///   - text: what was typed.
  ///   - name: what stands for a file's name where a mistake in it is shown.
  public init(_ text: String, named name: String) {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: name, text: text))
    let findings = Findings()
    let slash = UInt8(ascii: "/")
    let bytes = text.utf8
    if bytes.count > 2, bytes.first == slash, bytes.last == slash {
      let inner = String(text.dropFirst().dropLast())
      let span = SourceSpan(file: file, range: 0..<bytes.count)
      let scalar = YAMLScalar(text: inner, style: .singleQuoted, span: span, start: 1)
      pattern = RegexCheck.syntax(of: scalar, findings).map { .regex(RegexPattern($0, origin: Self.origin)) }
    } else {
      let span = SourceSpan(file: file, range: 0..<bytes.count)
      let scalar = YAMLScalar(text: text, style: .plain, span: span, start: 0)
      pattern = Self.word(scalar, findings).map(Pattern.word)
    }
    sources = files
    diagnostics = findings.all.filter { $0.severity == .error }
  }

  private static let origin = Origin(file: 0, line: 1)

  private static func word(_ scalar: YAMLScalar, _ findings: Findings) -> Word? {
    do {
      return try WordParser.parse(scalar.text, origin: origin)
    } catch {
      error.report(scalar, findings)
      return nil
    }
  }
}
