// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

struct MapDocumentTests {
  private static let mapPages: [String] = ["docs/map.md", "docs/zh/map.md"]

  @Test("the map that the map page shows loads without a word", arguments: mapPages)
  func exampleLoads(page: String) throws {
    let data = try #require(FileManager.default.contents(atPath: SharedData.repository + "/" + page))
    let text = String(decoding: data, as: UTF8.self)
    let start = try #require(text.firstRange(of: "```yaml\n"))
    let end = try #require(text[start.upperBound...].firstRange(of: "```"))
    let holidays = try #require(FileManager.default.contents(atPath: SharedData.repository + "/rules/calendars/cn.tsv"))
    var rules = MapParts.rules
    rules.topics.append(Topic(path: "chat.hello", title: "问候"))
    let (loaded, findings, sources) = MapParts.load(
      String(text[start.upperBound..<end.lowerBound]), rules: rules,
      files: [
        "../calendars/cn.tsv": String(decoding: holidays, as: UTF8.self),
        "places.tsv": "name\tregion\taliases\n兴县\t山西省/吕梁市/兴县\t蔡家崖 晋绥\n",
      ])
    var renderer = DiagnosticRenderer(files: sources, language: .english)
    #expect(findings.isEmpty, "\(renderer.text(for: findings))")
    #expect(loaded?.map.routes.count == 6)
    #expect(loaded?.map.watch?.times.count == 2)
    #expect(loaded?.map.periods.map(\.name) == ["汛期"])
  }

  @Test("every key of the map is on the map page, and the codes are the same in both languages")
  func keysAndCodes() throws {
    let texts = try Self.mapPages.map { page in
      let data = try #require(FileManager.default.contents(atPath: SharedData.repository + "/" + page))
      return String(decoding: data, as: UTF8.self)
    }
    for keys in [
      SchemaKeys.map, .calendar, .season, .department, .route, .recusal, .escalation, .firstAsked, .watch, .miss,
      .period,
      .periodWatch,
    ] {
      for key in keys.all { for text in texts { #expect(text.contains(key), "\(key)") } }
    }
    let known = Set(Catalogue.of(.english).codes)
    let named = texts.map { text in
      Set(text.split { !$0.isASCII || !($0.isLetter || $0 == "-") }.map(String.init)).intersection(known)
    }
    #expect(named[0].count > 30)
    #expect(named[0] == named[1])
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
