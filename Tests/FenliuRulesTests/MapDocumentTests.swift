// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

struct MapDocumentTests {
  @Test("the map that docs/map.md shows loads without a word")
  func exampleLoads() throws {
    let data = try #require(FileManager.default.contents(atPath: SharedData.repository + "/docs/map.md"))
    let page = String(decoding: data, as: UTF8.self)
    let start = try #require(page.firstRange(of: "```yaml\n"))
    let end = try #require(page[start.upperBound...].firstRange(of: "```"))
    let holidays = try #require(FileManager.default.contents(atPath: SharedData.repository + "/rules/calendars/cn.tsv"))
    var rules = MapParts.rules
    rules.topics.append(Topic(path: "chat.hello", title: "问候"))
    let (loaded, findings, sources) = MapParts.load(
      String(page[start.upperBound..<end.lowerBound]), rules: rules,
      files: [
        "../calendars/cn.tsv": String(decoding: holidays, as: UTF8.self),
        "places.tsv": "name\tregion\taliases\n兴县\t山西省/吕梁市/兴县\t蔡家崖 晋绥\n",
      ])
    var renderer = DiagnosticRenderer(files: sources, language: .english)
    #expect(findings.isEmpty, "\(renderer.text(for: findings))")
    #expect(loaded?.map.routes.count == 6)
  }

  @Test("every code of the map has a page")
  func pages() throws {
    let source = SharedData.repository + "/Sources/FenliuRules/Map/MapCodes.swift"
    let text = String(decoding: try #require(FileManager.default.contents(atPath: source)), as: UTF8.self)
    let codes = text.split(separator: "Self(\"").dropFirst().compactMap { $0.split(separator: "\"").first }
    #expect(codes.count > 30)
    for code in codes where Catalogue.of(.english).codes.contains(String(code)) {
      let page = SharedData.repository + "/docs/diagnostics/\(code).md"
      #expect(FileManager.default.fileExists(atPath: page), "\(code)")
    }
  }
}
