// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// The names of one kind that a pack gives, each once.
struct NameTable {
  /// A term of the catalogues: `rule`, `category`.
  let kind: String
  private var places: [String: SourceSpan] = [:]

  init(_ kind: String) { self.kind = kind }

  /// Takes a name in; false, with a report that shows both places, where it is there already, or no name.
  mutating func insert(_ name: String, at span: SourceSpan, _ findings: Findings) -> Bool {
    guard Self.isGood(name) else {
      findings.error(.badName, ["kind": .term(kind), "name": .text(name)], at: span)
      return false
    }
    return insertAnyText(name, at: span, findings)
  }

  /// Takes in a name that may be any text; false, with a report that shows both places, where it is there already.
  mutating func insertAnyText(_ name: String, at span: SourceSpan, _ findings: Findings) -> Bool {
    if let first = places[name] {
      findings.error(
        .namedTwice, ["kind": .term(kind), "name": .text(name)], at: span,
        related: [.init(span: first, code: .firstNamedHere)])
      return false
    }
    places[name] = span
    return true
  }

  /// Letters and digits of any script, and hyphens, dots and underscores inside.
  static func isGood(_ name: String) -> Bool {
    let scalars = Array(name.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last else { return false }
    return isLetterOrDigit(first) && isLetterOrDigit(last)
      && scalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" || $0 == "." || $0 == "_" }
      && !name.contains("..")
  }

  private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
