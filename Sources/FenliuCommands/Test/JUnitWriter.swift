// SPDX-License-Identifier: Apache-2.0
import Fenliu

/// Writes test results in the XML that build servers read: one suite a rules file, one a file of cases.
///
/// No times and no host: the same pack gives the same bytes.
struct JUnitWriter {
  private var lines: [String] = []

  /// The document.
  static func document(of run: TestRun) -> String {
    var writer = JUnitWriter()
    writer.write(run)
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private struct Test {
    var suite: String
    var attributes: String
    /// What stands inside, in lines; empty: it passed.
    var content: [String]
    var isFailed: Bool
    var isSkipped: Bool
  }

  private mutating func write(_ run: TestRun) {
    let tests = run.examples.map(Self.test) + run.cases.map(Self.test)
    var suites: [String] = []
    for test in tests where !suites.contains(test.suite) { suites.append(test.suite) }
    lines.append(#"<?xml version="1.0" encoding="UTF-8"?>"#)
    lines.append("<testsuites name=\"fenliu\" \(Self.counts(tests))>")
    let bySuite = Dictionary(grouping: tests, by: \.suite)
    for suite in suites {
      let tests = bySuite[suite] ?? []
      lines.append("  <testsuite name=\"\(Self.escaped(suite))\" \(Self.counts(tests))>")
      for test in tests {
        let head = "    <testcase \(test.attributes) time=\"0\""
        if test.content.isEmpty {
          lines.append(head + "/>")
        } else {
          lines.append(head + ">")
          lines += test.content.map { "      " + $0 }
          lines.append("    </testcase>")
        }
      }
      lines.append("  </testsuite>")
    }
    lines.append("</testsuites>")
  }

  private static func counts(_ tests: [Test]) -> String {
    let (failed, skipped) = (tests.count { $0.isFailed }, tests.count { $0.isSkipped })
    return "tests=\"\(tests.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(skipped)\" time=\"0\""
  }

  private static func test(_ row: TestRun.ExampleRow) -> Test {
    let (example, outcome) = (row.result.example, row.result.outcome)
    let isOpen = example.kind == .todoHit || example.kind == .todoMiss
    let message = outcome.sentence.map { $0.text(in: SpokenLanguage.current) }
    var content: [String] = []
    if outcome.isFailure {
      content = [element("failure", type: outcome.key, message: message ?? "", text: "\(row.place): \(message ?? "")")]
    } else if isOpen {
      content = ["<skipped message=\"\(escaped(message ?? TestSentence.todo.text))\"/>"]
    } else if let message {
      content = ["<system-out>\(escaped("\(row.place): \(message)"))</system-out>"]
    }
    let (file, line) = split(row.place)
    return Test(
      suite: file,
      attributes: attributes(
        name: "\(example.kind.rawValue): \(example.text)", classname: row.result.rule.key, file: file, line: line),
      content: content, isFailed: outcome.isFailure, isSkipped: isOpen)
  }

  private static func test(_ row: TestRun.CaseRow) -> Test {
    let mismatches = row.result.mismatches
    let sentences = mismatches.map {
      PackSentence.mismatch(key: $0.key, expected: $0.expected, actual: $0.actual).text(in: SpokenLanguage.current)
    }
    let (file, line) = split(row.place)
    return Test(
      suite: file,
      attributes: attributes(name: row.result.testCase.name, classname: "cases", file: file, line: line),
      content: mismatches.isEmpty
        ? []
        : [
          element(
            "failure", type: "mismatch", message: sentences.joined(separator: "; "),
            text: ([row.place] + sentences).joined(separator: "\n"))
        ],
      isFailed: !mismatches.isEmpty, isSkipped: false)
  }

  private static func attributes(name: String, classname: String, file: String, line: String) -> String {
    [("name", name), ("classname", classname), ("file", file), ("line", line)].filter { !$0.1.isEmpty }
      .map { "\($0)=\"\(escaped($1))\"" }.joined(separator: " ")
  }

  private static func element(_ name: String, type: String, message: String, text: String) -> String {
    "<\(name) type=\"\(type)\" message=\"\(escaped(message))\">\(escaped(text))</\(name)>"
  }

  /// `rules/county/map.yaml:12` in two.
  private static func split(_ place: String) -> (file: String, line: String) {
    guard let colon = place.lastIndex(of: ":") else { return (place, "") }
    return (String(place[..<colon]), String(place[place.index(after: colon)...]))
  }

  /// The text as it may stand in XML 1.0; what may not stand there at all becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
