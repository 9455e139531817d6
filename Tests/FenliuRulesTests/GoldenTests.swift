// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

/// The golden cases: one folder for each code, a library with the pack `mine` that has the mistake.
///
/// Files that a case does not have come from `_base`, or from `_map-base` where the mistake is in the map. With
/// `UPDATE_GOLDEN=1` the expected texts are written anew, in the case and in the code's page.
struct GoldenCase: CustomTestStringConvertible, Sendable {
  static let folder = SharedData.repository + "/Tests/Cases/diagnostics"
  static let pages = SharedData.repository + "/docs/diagnostics"
  static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

  let code: String
  var testDescription: String { code }
  var folder: String { Self.folder + "/" + code }
  var page: String { Self.pages + "/" + code + ".md" }

  static let all: [GoldenCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    // What only lints find is tested where they are.
    let lints = (try? SourceCodes.all(in: "FenliuLints")) ?? []
    return names.filter { !$0.hasPrefix("_") && !lints.contains($0) }.sorted().map { GoldenCase(code: $0) }
  }()

  /// Loads the case's pack out of a folder of its own.
  func load(replacing files: [(path: String, bytes: [UInt8])] = []) throws -> Loaded {
    let manager = FileManager.default
    let library = manager.temporaryDirectory.path + "/fenliu-golden-\(code)-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? manager.removeItem(atPath: library) }
    try manager.createDirectory(atPath: library, withIntermediateDirectories: true)
    try manager.copyItem(atPath: folder + "/mine", toPath: library + "/mine")
    for name in ["common"] where manager.fileExists(atPath: folder + "/" + name) {
      try manager.copyItem(atPath: folder + "/" + name, toPath: library + "/" + name)
    }
    let hasMap = manager.fileExists(atPath: library + "/mine/map.yaml")
    let base = Self.folder + (hasMap ? "/_map-base" : "/_base") + "/mine"
    for name in ["rules.yaml", "map.yaml"]
    where !isAbout(name) && !manager.fileExists(atPath: library + "/mine/\(name)") {
      try manager.copyItem(atPath: base + "/" + name, toPath: library + "/mine/" + name)
    }
    if code == "file-too-large" { try makeHuge(library + "/mine/words.txt") }
    for file in files { try Data(file.bytes).write(to: URL(filePath: library + "/" + file.path)) }
    return try RuleLoader().load(pack: library + "/mine")
  }

  private func isAbout(_ name: String) -> Bool {
    code == "no-rules-file" && name == "rules.yaml" || code == "no-map-file" && name == "map.yaml"
  }

  /// A file that no repository should hold.
  private func makeHuge(_ path: String) throws {
    try Data(repeating: UInt8(ascii: "a"), count: 65 << 20).write(to: URL(filePath: path))
  }

  func text(_ loaded: Loaded, _ language: MessageLanguage) -> String {
    var found = loaded.diagnostics(adding: [])
    let now = LocalDate(year: 2026, month: 11, day: 20).map { Zone.shanghai.start(of: $0) }
    if let now, let missing = loaded.map?.calendarFinding(at: now) { found.append(missing) }
    var renderer = DiagnosticRenderer(files: loaded.sources, language: language)
    return renderer.text(for: found)
  }

  func read(_ path: String) -> String? {
    FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
  }

  func write(_ text: String, to path: String) throws { try Data(text.utf8).write(to: URL(filePath: path)) }
}

struct GoldenTests {
  @Test("a mistake is told as its golden text has it, in English and in Chinese", arguments: GoldenCase.all)
  func golden(_ golden: GoldenCase) throws {
    let loaded = try golden.load()
    let codes = Set(loaded.diagnostics(adding: []).map(\.code.rawValue))
    #expect(codes.contains(golden.code) || golden.code == "calendar-year-missing", "\(codes)")
    for language in MessageLanguage.allCases {
      let path = golden.folder + "/expected.\(language.rawValue).txt"
      let text = golden.text(loaded, language)
      if GoldenCase.updates { try golden.write(text, to: path) }
      #expect(golden.read(path) == text)
    }
  }

  @Test("a mistake's page shows what its golden text has, and says what to do", arguments: GoldenCase.all)
  func page(_ golden: GoldenCase) throws {
    guard var page = golden.read(golden.page), let expected = golden.read(golden.folder + "/expected.en.txt") else {
      Issue.record("no page: \(golden.code)")
      return
    }
    let block = "```text\n" + expected + "```\n"
    if GoldenCase.updates, let start = page.firstRange(of: "```text\n"),
      let end = page[start.upperBound...].firstRange(of: "```\n")
    {
      page.replaceSubrange(start.lowerBound..<end.upperBound, with: block)
      try golden.write(page, to: golden.page)
    }
    #expect(page.contains(block))
    for heading in ["# \(golden.code)", "## Summary", "## Example", "## What to do", "## 中文"] {
      #expect(page.contains(heading + "\n"), "\(heading)")
    }
  }

  @Test("every code has a golden case, and every case a code")
  func complete() throws {
    // What only running the rules can find is tested where they are run.
    let elsewhere = Set(["prohibited-hits-restraint"] + (try SourceCodes.all(in: "FenliuLints")))
    let codes = Set(try SourceCodes.all()).intersection(Catalogue.of(.english).codes).subtracting(elsewhere)
    let cases = Set(GoldenCase.all.map(\.code))
    #expect(codes.subtracting(cases).sorted() == [])
    #expect(cases.subtracting(codes).sorted() == [])
  }

  @Test("every code has a page")
  func pages() throws {
    let pages = Set(try FileManager.default.contentsOfDirectory(atPath: GoldenCase.pages))
    let index = GoldenCase(code: "README").read(GoldenCase.pages + "/README.md") ?? ""
    for code in Catalogue.of(.english).codes {
      #expect(pages.contains(code + ".md"), "\(code)")
      #expect(index.contains("[\(code)](\(code).md)"), "\(code)")
    }
  }

  @Test("a mend leaves a file that loads clean, but for what no mend is offered for", arguments: GoldenCase.all)
  func mends(_ golden: GoldenCase) throws {
    let loaded = try golden.load()
    let findings = loaded.findings
    let mended = findings.filter { $0.fixIts.contains { $0.kind == .mend } }
    guard !mended.isEmpty else { return }
    let fixed = FixApplier.apply(findings, to: loaded.sources)
    #expect(!fixed.isEmpty)
    let again = try golden.load(replacing: fixed.map { (loaded.sources[$0.key].path, $0.value) })
    let left = again.findings.filter { finding in mended.contains { $0.code == finding.code } }
    #expect(left.isEmpty, "\(golden.text(again, .english))")
  }
}
