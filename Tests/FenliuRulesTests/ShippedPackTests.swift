// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules
import FenliuTestSupport
import Testing

struct ShippedPackTests {
  @Test("every shipped pack loads without an error", arguments: ["county"])
  func loads(name: String) throws {
    let loaded = try RuleLoader().load(pack: SharedData.repository + "/rules/" + name)
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    let text = renderer.text(for: loaded.diagnostics)
    let isGood = !loaded.diagnostics.containsError
    #expect(isGood, "\(text)")
    #expect(loaded.rules?.rules.isEmpty == false)
    #expect(loaded.map != nil)
    #expect(loaded.digest.count == 64)
  }
}
