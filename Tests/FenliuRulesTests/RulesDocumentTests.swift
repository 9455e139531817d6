// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

struct RulesDocumentTests {
  private static let pages: [String] = ["docs/rules.md", "docs/zh/rules.md"]

  private func text(of page: String) throws -> String {
    let data = FileManager.default.contents(atPath: SharedData.repository + "/" + page)
    return String(decoding: try #require(data), as: UTF8.self)
  }

  /// The blocks of YAML of the page, in order.
  private func blocks(of page: String) throws -> [String] {
    try text(of: page).split(separator: "```yaml\n").dropFirst().compactMap { part in
      part.firstRange(of: "```").map { String(part[..<$0.lowerBound]) }
    }
  }

  @Test("the example of the rules page loads without a mistake, and so do its test cases", arguments: pages)
  func example(page: String) throws {
    let map = """
      fenliu: 1
      departments:
        labour: {title: 劳资科, kind: help, around-the-clock: true}
      routes:
        - {name: wages, when: topic labour.* or topic safety.*, lead: labour}
      default: labour
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}

      """
    let blocks = try blocks(of: page)
    #expect(blocks.count == 2)
    let loaded = try Library.load([
      "mine/rules.yaml": blocks[0], "mine/map.yaml": map, "mine/wages.test.yaml": blocks[1],
    ])
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    #expect(renderer.text(for: loaded.diagnostics) == "")
    #expect(loaded.tests.count == 1)
  }

  @Test("every key that can be written is on the rules page", arguments: pages)
  func keys(page: String) throws {
    let text = try text(of: page)
    for keys in [SchemaKeys.rulesFile, .rule, .testCase, .expectation] {
      for key in keys.all { #expect(text.contains("`\(key)`"), "\(key)") }
    }
  }

  @Test("the rules page names the same codes in both languages")
  func sameCodes() throws {
    let known = Set(Catalogue.of(.english).codes)
    let named = try Self.pages.map { page in
      Set(try text(of: page).split(separator: "`").map(String.init)).intersection(known)
    }
    #expect(named[0].count > 60)
    #expect(named[0] == named[1])
  }

  @Test("every code that the rules page names exists", arguments: pages)
  func codes(page: String) throws {
    let known = Set(Catalogue.of(.english).codes)
    for line in try text(of: page).split(separator: "\n")
    where ["Codes:", "错误代码："].contains(where: line.hasPrefix) {
      let words = line.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      for word in words { #expect(known.contains(word), "\(word)") }
    }
  }
}
