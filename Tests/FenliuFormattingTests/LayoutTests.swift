// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuFormatting

/// Each rule of docs/fmt.md with a file before and after.
struct LayoutTests {
  @Test("blocks are indented by two, items by two below their key, and one blank stands behind colons and commas")
  func indentation() throws {
    #expect(
      try formatted("a:\n- 'b'\n-    c:   1\n     d:  [x,y ,  z]\n- e\n-    |\n       text\n-  f\n-  g\n")
        == "a:\n  - b\n  - c: 1\n    d: [x, y, z]\n  - e\n  - |\n    text\n  - f\n  - g\n")
  }

  @Test("a rule's keys stand in the order of the documentation, with their comments, and a blank line between rules")
  func rules() throws {
    #expect(
      try formatted(
        """
        rules:
          - id: a
            points: 2   # why
            # what it is about
            category: early-sign
            ponits: 3
            any: [欠薪]
          # the second
          - any: [讨薪]
            id: b
          - {id: c, any: [欠款], category: trend}
          - {id: d, category: trend, any: [欠债]}
        """)
          == """
          rules:
            - id: a
              # what it is about
              category: early-sign
              ponits: 3
              any: [欠薪]
              points: 2  # why

            # the second
            - id: b
              any: [讨薪]

            - {id: c, category: trend, any: [欠款]}
            - {id: d, category: trend, any: [欠债]}

          """)
  }

  @Test("the order of topics, levels and routes is the author's")
  func order() throws {
    let text = "topics:\n  b: 乙\n  a: 甲\nlevels:\n  general: total >= 1\n  critical: total >= 2\n"
    #expect(try formatted(text) == text)
  }

  @Test("quotes go where no reader needs them, stay where one does, and are single ones where they can be")
  func quotes() throws {
    let cases: [(String, String)] = [
      ("\"欠薪\"", "欠薪"), ("'a b'", "a b"), ("\"it's\"", "it's"), ("\"a: b\"", "'a: b'"), ("\"#求助\"", "'#求助'"),
      ("\"x\\ty\"", "'x\ty'"), ("\"a\\nb\"", "\"a\\nb\""), ("'12'", "'12'"), ("'true'", "'true'"),
      ("'2026-01-01'", "'2026-01-01'"),
      ("'3个月'", "3个月"), ("'甲，乙'", "'甲，乙'"), ("甲，乙", "甲，乙"), ("'$list'", "'$list'"), ("$list", "$list"), ("''", "''"),
      ("'null'", "'null'"), ("12", "12"), ("\"08:30-12:00, 14:00-17:30\"", "08:30-12:00, 14:00-17:30"),
      ("' x'", "' x'"),
    ]
    for (written, expected) in cases { #expect(try formatted("a: \(written)\n") == "a: \(expected)\n") }
    #expect(try formatted("a: {b: \"08:30, 14:00\", c: 'x]'}\n") == "a: {b: '08:30, 14:00', c: 'x]'}\n")
  }

  @Test("the quotes of a regex are not touched")
  func regex() throws {
    let text = "any: [{regex: 'abc'}, {regex: '\\d{2}'}]\n"
    #expect(try formatted(text) == text)
    #expect(try formatted("any:\n  - regex: abc\n  - regex: 'a''b'\n") == "any:\n  - regex: abc\n  - regex: 'a''b'\n")
  }

  @Test("a regex that a comma cut is told as a mistake, and the file left alone")
  func cutRegex() throws {
    #expect(throws: FormattingFailure.self) { try formatted("any: [{regex: a{2,3}, least: 5}]\n") }
  }

  @Test("brackets that fit stay, those that do not become a block, lists within lists fill lines")
  func brackets() throws {
    let words = (10..<40).map { "词语\($0)" }
    let block = words.map { "  - \($0)\n" }.joined()
    #expect(try formatted("any: [\(words.joined(separator: ", "))]\n") == "any:\n\(block)")
    #expect(try formatted("any: [\n  a,\n  b ]\n") == "any: [a, b]\n")
    let filled = try formatted("all:\n  - [\(words.joined(separator: ", "))]\n")
    #expect(filled.hasPrefix("all:\n  - [词语10, "))
    #expect(filled.split(separator: "\n").count == 4)
    #expect(filled.split(separator: "\n").allSatisfy { DisplayWidth.columns(of: $0) <= 120 })
  }

  @Test(
    "few short texts under each other go into brackets, many do not, nor those with comments or blank lines between")
  func shortLists() throws {
    #expect(try formatted("a:\n  - x\n  - y\n") == "a: [x, y]\n")
    for text in [
      "a:\n  - 1\n  - 2\n  - 3\n  - 4\n  - 5\n  - 6\n", "a:\n  - x  # why\n  - y\n", "a:\n  - x\n\n  - y\n",
      "a:\n  - x, y\n  - z\n",
      "a:\n  - '\(String(repeating: "，", count: 45))'\n",
    ] {
      #expect(try formatted(text) == text)
    }
  }

  @Test("columns the author made are made anew, a stray blank is none")
  func columns() throws {
    #expect(
      try formatted("topics:\n  a:   甲\n  abcd:   乙\n  ab:  丙\n") == "topics:\n  a:    甲\n  abcd: 乙\n  ab:   丙\n")
    #expect(try formatted("id:  x\ntitle: y\ncategory: z\ntopic: t\n") == "id: x\ntitle: y\ncategory: z\ntopic: t\n")
    #expect(
      try formatted(
        "routes:\n  - {name: a,   when: topic 一,   lead: x}\n  - {name: abc, when: topic b.c, lead: y}\n\n  - {name: ab,  when: t,  lead: z}\n"
      )
        == "routes:\n  - {name: a,   when: topic 一,  lead: x}\n  - {name: abc, when: topic b.c, lead: y}\n\n  - {name: ab,  when: t,         lead: z}\n"
    )
  }

  @Test("comments keep their node, those at the ends of lines under each other stand in a column")
  func comments() throws {
    #expect(
      try formatted(
        """
        # first


        a: [x,   # of x
            # before y
            y]  # behind
        b: 1 # one
        ccc: 22      # two
        d:   # of d
            # of e
            e: 3
            # end of d
        # before f
        f:
          # nothing yet
        -
        """.replacing("\n-", with: "\n"))
          == """
          # first

          a:
            - x  # of x
            # before y
            - y
            # behind
          b: 1     # one
          ccc: 22  # two
          d:       # of d
            # of e
            e: 3
            # end of d
          # before f
          f:
            # nothing yet

          """)
  }

  @Test("a comment that silences a warning keeps its line with what it silences")
  func silencing() throws {
    let words = (10..<40).map { "词语\($0)" }.joined(separator: ", ")
    let text = "any: [\(words)]  # fenliu: ignore duplicate-word\n# fenliu: ignore duplicate-word\nallow: [\(words)]\n"
    #expect(try formatted(text) == text)
  }

  @Test("texts behind | and > keep their lines, and what becomes of the ends")
  func blockTexts() throws {
    #expect(
      try formatted("a:    |\n      one\n        two\n\n\nb: >-\n  x\n  y\nc: |+\n  z\n\nd: 1\n")
        == "a: |\n  one\n    two\n\nb: >-\n  x\n  y\nc: |+\n  z\n\nd: 1\n")
    #expect(try formatted("a: |2\n    one\n  two\n") == "a: |2\n    one\n  two\n")
  }

  @Test("mistakes of YAML are told, and nothing is formatted")
  func mistakes() throws {
    for text in ["a: [x\n", "a: &x 1\n", "a:\n\tb: 1\n", "a: 1\na: 2\n", "# nothing\n"] {
      #expect(throws: FormattingFailure.self) { try formatted(text) }
    }
  }
}

struct FormattingDocumentTests {
  @Test("the example of the page is what comes out", arguments: ["docs/fmt.md", "docs/zh/fmt.md"])
  func example(page: String) throws {
    let data = try #require(FileManager.default.contents(atPath: SharedData.repository + "/" + page))
    let blocks = String(decoding: data, as: UTF8.self).split(separator: "```yaml\n").dropFirst().compactMap { part in
      part.firstRange(of: "```").map { String(part[..<$0.lowerBound]) }
    }
    #expect(blocks.count == 2)
    #expect(try formatted(blocks[0]) == blocks[1])
  }
}
