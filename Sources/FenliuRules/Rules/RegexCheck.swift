// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuPCRE2
import FenliuRegexSyntax

/// Checks a regex before anything is compiled from it: what may not be used, what PCRE2 refuses, what will be slow.
enum RegexCheck {
  /// PCRE2's codes for a regex that is well formed and yet too much.
  private static let tooLarge: Set<Int32> = [120, 135, 186]

  /// The regex taken apart; nil where it cannot be used, with what is wrong reported under the character it is about.
  static func syntax(of scalar: YAMLScalar, _ findings: Findings) -> RegexSyntax? {
    let syntax = RegexSyntax(parsing: scalar.text)
    guard syntax.problems.isEmpty else {
      for problem in syntax.problems { report(problem, scalar, findings) }
      return nil
    }
    do {
      _ = try CompiledPattern(scalar.text)
    } catch {
      // A machine without JIT is nothing that an author can mend; the program says so elsewhere.
      guard error.isMistakeInPattern else { return syntax }
      if Self.tooLarge.contains(error.code) {
        findings.error(.regexTooLarge, ["problem": .term(error.message)], at: scalar.span)
      } else {
        findings.error(.regexSyntax, ["problem": .term(error.message)], at: span(of: error, scalar))
      }
      return nil
    }
    // What is run is the regex for normalized text, with its loops counted.
    if let problem = compileProblem(syntax.counted) {
      findings.error(.regexTooLarge, ["problem": .term(problem.message)], at: scalar.span)
      return nil
    }
    if syntax.necessaryLiterals == nil { findings.add(Diagnostic(.note, .regexWithoutLiteral, at: scalar.span)) }
    return syntax
  }

  private static func compileProblem(_ pattern: String) -> PatternError? {
    do {
      _ = try CompiledPattern(pattern)
      return nil
    } catch {
      return error.isMistakeInPattern ? error : nil
    }
  }

  /// The character at which PCRE2 stopped; where it had gone past the end, the place behind the last one. An escape that
  /// it does not know it names when it is past it.
  private static func span(of error: PatternError, _ scalar: YAMLScalar) -> SourceSpan {
    let bytes = Array(scalar.text.utf8)
    let codeOfUnknownEscape: Int32 = 103
    var start = min(error.offset, bytes.count)
    if error.code == codeOfUnknownEscape, start > 0 { start -= 1 }
    while start > 0, start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(start + 1, bytes.count)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    guard start < end else {
      let quote = scalar.span.range.upperBound - 1
      return SourceSpan(file: scalar.span.file, range: quote..<quote + 1)
    }
    return scalar.span(of: start..<end)
  }

  private static func report(_ problem: RegexProblem, _ scalar: YAMLScalar, _ findings: Findings) {
    let code: Diagnostic.Code =
      switch problem.kind {
      case .wordBoundary: .regexWordBoundary
      case .startReset: .regexStartReset
      case .searchStart: .regexSearchStart
      case .singleByte: .regexSingleByte
      case .callout: .regexCallout
      case .verb: .regexVerb
      }
    let span = scalar.span(of: problem.span)
    let written = String(decoding: Array(scalar.text.utf8)[problem.span], as: UTF8.self)
    let mend = problem.mend.map { mend in
      // The regex stands in single quotes, where a quote is written twice.
      let replacement = String(mend.replacement.flatMap { $0 == "'" ? "''" : String($0) })
      return Diagnostic.FixIt(.mend, span: scalar.span(of: mend.span), replacement: replacement)
    }
    findings.error(code, ["text": .text(written)], at: span, fixIts: mend.map { [$0] } ?? [])
  }
}
