// SPDX-License-Identifier: Apache-2.0

extension DiagnosticRenderer {
  /// All of `diagnostics` as one log of SARIF 2.1.0, the form that code review tools read; ends with a line end.
  ///
  /// Each code is a rule of the tool with the page that explains it, a path from the top of Fenliu's own repository. Each
  /// diagnostic is a result with its region, its other places and its mends; what an author has to choose among says so in
  /// its description. Columns count Unicode code points from 1; lines and columns are of the file as UTF-8 without a byte
  /// order mark.
  public mutating func sarif(for diagnostics: [Diagnostic], version: String) -> String {
    let codes = Set(diagnostics.map(\.code.rawValue)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
    let rules = codes.map { code in
      JSONText.object([
        "id": JSONText.quoted(code), "helpUri": JSONText.quoted("docs/diagnostics/\(code).md"),
        "properties": "{\"tags\":[\"\(diagnostics.first { $0.code.rawValue == code }!.severity.rawValue)\"]}",
      ])
    }
    let results = diagnostics.map { result(for: $0, number: numbers[$0.code.rawValue]!) }
    let driver = JSONText.object([
      "name": "\"fenliu\"", "version": JSONText.quoted(version), "rules": JSONText.list(rules),
    ])
    let run = JSONText.object([
      "tool": "{\"driver\":\(driver)}", "columnKind": "\"unicodeCodePoints\"", "results": JSONText.list(results),
    ])
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[\(run)]}\n"
  }

  private mutating func result(for diagnostic: Diagnostic, number: Int) -> String {
    var text = message(for: diagnostic)
    for help in helps(for: diagnostic) { text += "\n" + help }
    var fields = [
      "ruleId": JSONText.quoted(diagnostic.code.rawValue), "ruleIndex": String(number),
      "level": JSONText.quoted(diagnostic.severity.rawValue), "message": "{\"text\":\(JSONText.quoted(text))}",
      "locations": JSONText.list(diagnostic.span.map { ["{\"physicalLocation\":\(location(of: $0))}"] } ?? []),
    ]
    if !diagnostic.related.isEmpty {
      fields["relatedLocations"] = JSONText.list(
        diagnostic.related.map { related in
          let note = JSONText.quoted(note(for: related))
          return "{\"physicalLocation\":\(location(of: related.span)),\"message\":{\"text\":\(note)}}"
        })
    }
    if !diagnostic.fixIts.isEmpty { fields["fixes"] = JSONText.list(diagnostic.fixIts.map { fix($0) }) }
    return JSONText.object(fields)
  }

  private mutating func fix(_ fixIt: Diagnostic.FixIt) -> String {
    let change =
      "{\"artifactLocation\":\(artifact(fixIt.span.file)),\"replacements\":[{\"deletedRegion\":\(region(of: fixIt.span)),"
      + "\"insertedContent\":{\"text\":\(JSONText.quoted(fixIt.replacement))}}]}"
    return "{\"description\":{\"text\":\(JSONText.quoted(help(for: fixIt)))},\"artifactChanges\":[\(change)]}"
  }

  private mutating func location(of span: SourceSpan) -> String {
    "{\"artifactLocation\":\(artifact(span.file)),\"region\":\(region(of: span))}"
  }

  private func artifact(_ file: FileID) -> String {
    let path = path(of: file)
    return "{\"uri\":\(JSONText.quoted((path.hasPrefix("/") ? "file://" : "") + Self.uri(path)))}"
  }

  private mutating func region(of span: SourceSpan) -> String {
    let (startLine, startColumn) = place(of: span.range.lowerBound, in: span.file)
    let (endLine, endColumn) = place(of: span.range.upperBound, in: span.file)
    return
      "{\"startLine\":\(startLine),\"startColumn\":\(startColumn),\"endLine\":\(endLine),\"endColumn\":\(endColumn)}"
  }

  /// Line and column, the column in code points.
  private mutating func place(of offset: Int, in file: FileID) -> (line: Int, column: Int) {
    let table = table(of: file)
    let line = table.line(at: offset)
    let start = table.range(ofLine: line).lowerBound
    return (line, 1 + bytes(of: file)[start..<offset].count { $0 & 0xC0 != 0x80 })
  }

  /// A path as a reference: everything but letters, digits and a few signs as percents of its bytes.
  private static func uri(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.reduce(into: "") { uri, byte in
      let scalar = Unicode.Scalar(byte)
      if byte < 0x80,
        scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "/-._~".unicodeScalars.contains(scalar)
      {
        uri.unicodeScalars.append(scalar)
      } else {
        uri += "%" + String(digits[Int(byte >> 4)]) + String(digits[Int(byte & 15)])
      }
    }
  }
}

extension JSONText {
  /// An object of values that are JSON already, its keys sorted.
  static func object(_ fields: [String: String]) -> String {
    "{" + fields.sorted { $0.key < $1.key }.map { quoted($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
  }

  /// A list of values that are JSON already.
  static func list(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }
}
