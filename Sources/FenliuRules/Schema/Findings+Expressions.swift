// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression

extension Findings {
  /// Takes in what is wrong with an expression that `scalar` writes, under the bytes it is about.
  func report(_ problem: ExpressionProblem, in scalar: YAMLScalar, as severity: Diagnostic.Severity = .error) {
    var span = scalar.span(of: problem.range)
    if span.range.isEmpty { span = scalar.span }
    var fixIts: [Diagnostic.FixIt] = []
    if let mend = problem.mend {
      fixIts = [.init(.mend, span: span, replacement: mend)]
    } else if !problem.candidates.isEmpty {
      let bytes = Array(scalar.text.utf8)[problem.range.clamped(to: 0..<scalar.text.utf8.count)]
      if let near = closest(to: String(decoding: bytes, as: UTF8.self), among: problem.candidates) {
        fixIts = [.init(.didYouMean, span: span, replacement: near)]
      }
    }
    add(Diagnostic(severity, problem.code, facts: problem.facts, at: span, fixIts: fixIts))
  }

  /// The value of an expression that a reading gives; nil, with a report, where it cannot be read.
  func expression<Value>(
    _ scalar: YAMLScalar, _ read: (String) throws(ExpressionProblem) -> ExpressionParser.Parsed<Value>
  ) -> Value? {
    do {
      let parsed = try read(scalar.text)
      for lint in parsed.lints { report(lint, in: scalar, as: .warning) }
      return parsed.expression
    } catch {
      report(error, in: scalar)
      return nil
    }
  }
}
