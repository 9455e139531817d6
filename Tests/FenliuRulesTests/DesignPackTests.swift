// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel
import FenliuRules
import FenliuTestSupport
import Testing

struct DesignPackTests {
  @Test("the example of the design loads without an error, and its map says what the design shows")
  func loads() throws {
    let loaded = try RuleLoader().load(pack: SharedData.repository + "/Tests/Cases/design/mine")
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    let text = renderer.text(for: loaded.diagnostics)
    #expect(!loaded.diagnostics.containsError, "\(text)")
    let map = try #require(loaded.map?.map)
    #expect(map.departments.map(\.key).prefix(3) == ["dispatch", "labour", "union"])
    #expect(map.routes.map(\.name) == ["danger", "conduct", "wages", "xingxian", "safety", "fraud", "chat"])
    #expect(map.deadlines[.general]?.map(\.name) == ["hand-over", "report-back", "first-reply", "resolve"])
    #expect(map.calendar.holidays?.years.contains(2026) == true)
  }
}
