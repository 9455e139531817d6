// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import Testing

struct DiagnosticRendererTests {
  private func rendered(
    _ marked: String, _ diagnostic: (SourceSpan) -> Diagnostic, language: MessageLanguage = .english
  ) -> String {
    let marked = MarkedText(marked)
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "mine/rules.yaml", text: marked.text))
    var renderer = DiagnosticRenderer(files: files, language: language, pathPrefix: "rules/")
    return renderer.text(for: diagnostic(SourceSpan(file: file, range: marked.ranges[0])))
  }

  private func duplicate(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(.error, .init("duplicate-key"), facts: ["key": .text("id")], at: span)
  }

  @Test("a mistake looks as the design shows it")
  func form() {
    let lines = String(repeating: "\n", count: 13)
    let text = rendered(lines + "    category: «early-sing»\n") { span in
      Diagnostic(
        .error, .init("unknown-key"), facts: ["owner": .term("rule"), "key": .text("x")], at: span,
        fixIts: [.init(.didYouMean, span: span, replacement: "early-sign")])
    }
    #expect(
      text == """
        rules/mine/rules.yaml:14:15: error: a rule has no key named 'x' [unknown-key]
           |
        14 |     category: early-sing
           |               ^^^^^^^^^^
           = help: did you mean 'early-sign'?

        """)
  }

  @Test("Chinese sentences have Chinese words for everything around them")
  func chinese() {
    let text = rendered("«id»: a", duplicate, language: .chinese)
    #expect(text.hasPrefix("rules/mine/rules.yaml:1:1: 错误: 键“id”在这里第二次出现 [duplicate-key]\n"))
  }

  @Test(
    "a caret stands under the span, even after tabs, wide characters and accents",
    arguments: [
      ("\t«a»", "\t^"), ("欠薪«讨薪»", "    ^^^^"), ("e\u{301}«x»", " ^"), ("“«x»", " ^"), ("，«x»", "  ^"),
      ("a«»", " ^"), ("«👨‍👩‍👧»x", "^^"), ("ｱ«ｱ»", " ^"), ("Ａ«Ａ»", "  ^^"),
    ])
  func carets(marked: String, expected: String) {
    let lines = rendered(marked, duplicate).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[3] == "  | " + expected)
  }

  @Test("columns count characters as people see them")
  func columns() {
    #expect(rendered("欠e\u{301}«x»", duplicate).hasPrefix("rules/mine/rules.yaml:1:3: "))
  }

  @Test("a span over several lines is underlined to the end of its first")
  func severalLines() {
    #expect(rendered("a «b\r\nc»", duplicate).contains("1 | a b\n  |   ^\n"))
  }

  @Test("of a very long line only what stands around the span is shown")
  func longLine() {
    let text = rendered(String(repeating: "欠", count: 5000) + "«x»" + String(repeating: "薪", count: 5000), duplicate)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 200 })
    #expect(lines[2].contains("…") && lines[2].contains("x"))
  }

  @Test("what would steer a terminal is not repeated")
  func controlCharacters() {
    let text = rendered("a\u{1B}[2J\u{202E}«b»", duplicate)
    #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
  }

  @Test("nor is it in a sentence or in the path of a file")
  func controlCharactersInSentences() {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "a\u{1B}.txt", text: "b\n"))
    var renderer = DiagnosticRenderer(files: files, language: .english)
    let diagnostic = Diagnostic(
      .error, .init("duplicate-key"), facts: ["key": .text("\u{1B}[2Jid\n")], at: SourceSpan(file: file, range: 0..<1))
    let text = renderer.text(for: diagnostic)
    #expect(text.hasPrefix("a\u{FFFD}.txt:1:1: error: the key '\u{FFFD}[2Jid⏎' "), "\(text)")
  }

  @Test("other places that belong to the matter follow, each with its line")
  func related() {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "a.yaml", text: "id: a\nid: b\n"))
    var renderer = DiagnosticRenderer(files: files, language: .english)
    let diagnostic = Diagnostic(
      .error, .init("duplicate-key"), facts: ["key": .text("id")], at: SourceSpan(file: file, range: 6..<8),
      related: [.init(span: SourceSpan(file: file, range: 0..<2), code: .init("first-named-here"))])
    #expect(
      renderer.text(for: diagnostic).hasSuffix("a.yaml:1:1: note: first named here\n  |\n1 | id: a\n  | ^^\n"))
  }

  @Test("as JSON it has code, facts, line, column, bytes and fix-its")
  func json() {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "a.yaml", text: "欠 \"b\n"))
    let span = SourceSpan(file: file, range: 4..<6)
    var renderer = DiagnosticRenderer(files: files, language: .english)
    let diagnostic = Diagnostic(
      .warning, .init("bad-number"), facts: ["value": .text("\"b")], at: span,
      fixIts: [.init(.mend, span: span, replacement: "1")])
    let place = #""path":"a.yaml","line":1,"column":3,"end-line":1,"end-column":5,"bytes":[4,6]"#
    #expect(
      renderer.json(for: diagnostic)
        == #"{"severity":"warning","code":"bad-number","message":"'\"b' is not a number","facts":{"value":"\"b"},"#
        + place + #","related":[],"fix-its":[{"kind":"mend","# + place + #","replacement":"1"}]}"#)
  }

  @Test("diagnostics come by path and place, each once")
  func order() {
    var files = SourceFiles()
    let second = files.append(SourceFile(path: "b.yaml", text: "xx"))
    let first = files.append(SourceFile(path: "a.yaml", text: "xx"))
    func made(_ file: FileID, _ offset: Int) -> Diagnostic {
      Diagnostic(.error, .init("bad-number"), at: SourceSpan(file: file, range: offset..<offset + 1))
    }
    let sorted = [made(second, 0), made(first, 1), made(first, 0), made(second, 0)].sortedByPlace(in: files)
    #expect(sorted == [made(first, 0), made(first, 1), made(second, 0)])
  }
}
