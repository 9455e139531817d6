// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuLints

struct LintGoldenTests {
  @Test(
    "a lint is told as its golden text has it, and the pack of its case shows nothing else", arguments: LintCase.all)
  func golden(_ golden: LintCase) throws {
    let outcome = try golden.run()
    #expect(!outcome.loaded.findings.containsError)
    #expect(Set(outcome.shown.map(\.code.rawValue)) == [golden.code])
    for diagnostic in outcome.shown {
      #expect(diagnostic.severity != .error)
      #expect(diagnostic.span.map { !$0.range.isEmpty } == true, "a lint has a place")
    }
    for language in MessageLanguage.allCases {
      let path = golden.folder + "/expected.\(language.rawValue).txt"
      let text = golden.text(outcome, language)
      if LintCase.updates { try golden.write(text, to: path) }
      #expect(golden.read(path) == text)
    }
  }

  @Test("a lint's page shows what its golden text has, and says what to do", arguments: LintCase.all)
  func page(_ golden: LintCase) throws {
    guard var page = golden.read(golden.page), let expected = golden.read(golden.folder + "/expected.en.txt") else {
      Issue.record("no page: \(golden.code)")
      return
    }
    let block = "```text\n" + expected + "```\n"
    if LintCase.updates, let start = page.firstRange(of: "```text\n"),
      let end = page[start.upperBound...].firstRange(of: "```\n")
    {
      page.replaceSubrange(start.lowerBound..<end.upperBound, with: block)
      try golden.write(page, to: golden.page)
    }
    #expect(page.contains(block))
    for heading in [
      "# \(golden.code)", "## Summary", "## Example", "## What to do", "## Avoid", "## Prefer", "## Why", "## 中文",
    ] {
      #expect(page.contains(heading + "\n"), "\(heading)")
    }
  }

  @Test("every lint has a case, and there are thirty at least")
  func complete() throws {
    let codes = Set(try SourceCodes.all(in: "FenliuLints")).intersection(Catalogue.of(.english).codes)
    #expect(codes.count >= 30)
    #expect(codes.subtracting(LintCase.all.map(\.code)).sorted() == [])
  }

  @Test("the list of lints names every lint, and what loading warns of")
  func listed() throws {
    let index = LintCase(code: "").read(LintCase.pages + "/README.md") ?? ""
    let section = try #require(index.split(separator: "\n## Lints").last.map(String.init))
    for golden in LintCase.all { #expect(section.contains("[\(golden.code)](\(golden.code).md)"), "\(golden.code)") }
  }

  @Test("a comment silences a lint where it stands, and one that silences nothing is told", arguments: LintCase.all)
  func silenced(_ golden: LintCase) throws {
    let outcome = try golden.run()
    let spans = outcome.shown.compactMap(\.span)
    let file = try #require(spans.first?.file)
    let source = outcome.loaded.sources[file]
    let table = LineTable(source)
    // From the last line to the first, so that what is put in moves nothing that is still to come.
    var bytes = source.bytes
    for line in Set(spans.filter { $0.file == file }.map { table.line(at: $0.range.lowerBound) }).sorted(by: >) {
      bytes.insert(
        contentsOf: "   # fenliu: ignore \(golden.code)".utf8, at: table.range(ofLine: line).upperBound)
    }
    let silent = try golden.run(replacing: [(source.path, bytes)])
    #expect(silent.shown.isEmpty, "\(golden.text(silent, .english))")
  }

  @Test("a mend leaves a pack that loads clean and has the lint no more", arguments: LintCase.all)
  func mends(_ golden: LintCase) throws {
    let outcome = try golden.run()
    guard outcome.lints.contains(where: { $0.fixIts.contains { $0.kind == .mend } }) else { return }
    let fixed = FixApplier.apply(outcome.lints, to: outcome.loaded.sources)
    let again = try golden.run(replacing: fixed.map { (outcome.loaded.sources[$0.key].path, $0.value) })
    #expect(again.shown.isEmpty, "\(golden.text(again, .english))")
  }

  @Test("what an author may choose instead leaves the lint behind, too", arguments: LintCase.all)
  func proposals(_ golden: LintCase) throws {
    let outcome = try golden.run()
    let proposals = outcome.lints.flatMap(\.fixIts).filter { $0.kind == .didYouMean }
    guard !proposals.isEmpty else { return }
    let chosen = outcome.lints.map { lint in
      var lint = lint
      lint.fixIts = lint.fixIts.map { .init(.mend, span: $0.span, replacement: $0.replacement) }
      return lint
    }
    let fixed = FixApplier.apply(chosen, to: outcome.loaded.sources)
    let again = try golden.run(replacing: fixed.map { (outcome.loaded.sources[$0.key].path, $0.value) })
    #expect(!again.shown.contains { $0.code.rawValue == golden.code }, "\(golden.text(again, .english))")
  }
}
