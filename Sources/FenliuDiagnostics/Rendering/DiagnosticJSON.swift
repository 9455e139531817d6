// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
  /// One diagnostic as a line of JSON, without a line end: severity, code, facts, place, fix-its, and the sentence.
  ///
  /// ```
  /// {"severity":"error","code":"unknown-category","message":"…","facts":{"name":"early-sing"},
  ///  "path":"mine/rules.yaml","line":14,"column":15,"end-line":14,"end-column":25,"bytes":[301,311],
  ///  "related":[],"fix-its":[{"kind":"did-you-mean","bytes":[301,311],"replacement":"early-sign"}]}
  /// ```
  ///
  /// Programs read the code and the facts; only `message` depends on the language. Bytes count in the text as UTF-8
  /// without a byte order mark. A diagnostic without a place has no `path` and what follows it.
  public mutating func json(for diagnostic: Diagnostic) -> String {
    var fields = [
      "\"severity\":" + JSONText.quoted(diagnostic.severity.rawValue),
      "\"code\":" + JSONText.quoted(diagnostic.code.rawValue),
      "\"message\":" + JSONText.quoted(message(for: diagnostic)),
      "\"facts\":{" + facts(of: diagnostic).joined(separator: ",") + "}",
    ]
    if let span = diagnostic.span { fields.append(place(of: span)) }
    let related = diagnostic.related.map { "{\"code\":\(JSONText.quoted($0.code.rawValue)),\(place(of: $0.span))}" }
    fields.append("\"related\":[\(related.joined(separator: ","))]")
    let fixIts = diagnostic.fixIts.map { fixIt in
      "{\"kind\":\(JSONText.quoted(fixIt.kind.rawValue)),\(place(of: fixIt.span)),"
        + "\"replacement\":\(JSONText.quoted(fixIt.replacement))}"
    }
    fields.append("\"fix-its\":[\(fixIts.joined(separator: ","))]")
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func facts(of diagnostic: Diagnostic) -> [String] {
    diagnostic.facts.sorted { $0.key < $1.key }.map { key, fact in
      let value =
        switch fact {
        case .text(let text), .term(let text): JSONText.quoted(text)
        case .number(let number): String(number)
        case .list(let texts): "[" + texts.map(JSONText.quoted).joined(separator: ",") + "]"
        }
      return "\(JSONText.quoted(key)):\(value)"
    }
  }

  private mutating func place(of span: SourceSpan) -> String {
    let table = table(of: span.file)
    let start = table.place(of: span.range.lowerBound)
    let end = table.place(of: span.range.upperBound)
    return "\"path\":\(JSONText.quoted(path(of: span.file))),\"line\":\(start.line),\"column\":\(start.column),"
      + "\"end-line\":\(end.line),\"end-column\":\(end.column),"
      + "\"bytes\":[\(span.range.lowerBound),\(span.range.upperBound)]"
  }
}

/// Strings as JSON writes them.
enum JSONText {
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
