// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

struct HostileFilesTests {
  /// The design's example, cut and mixed at random.
  private static let design: [UInt8] = {
    let path = SharedData.repository + "/Tests/Cases/design/mine/rules.yaml"
    return FileManager.default.contents(atPath: path).map(Array.init) ?? []
  }()

  private static let pieces: [[UInt8]] =
    [
      "'", "\"", "[", "]", "{", "}", ",", ": ", "- ", "\n", "  ", "#", " #", "：", "，", "“", "&a ", "*a", "!", "\t", "(",
      ")", "…", "|",
      "$", "@", "\\", "regex: ", "id: ", "\u{200B}", "欠薪", "\u{FEFF}", "\0",
    ].map { Array($0.utf8) } + [[0xFF], [0xE6, 0xAC], [0xC7, 0xB7]]

  private static func mutated(using random: inout SplitMix64) -> [UInt8] {
    var bytes = design
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0...2, using: &random) {
      case 0: bytes.insert(contentsOf: pieces.randomElement(using: &random)!, at: place)
      case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...8, using: &random)))
      default:
        let other = Int.random(in: 0..<bytes.count, using: &random)
        if place < bytes.count { bytes.swapAt(place, other) }
      }
    }
    return bytes
  }

  @Test("a damaged rules file ends in diagnostics with good places, never in a crash", arguments: Seeds.standard)
  func damaged(seed: UInt64) throws {
    #expect(!Self.design.isEmpty)
    var random = SplitMix64(seed: seed)
    for _ in 0..<12 {
      let loaded = try Library.load(bytes: ["mine/rules.yaml": Self.mutated(using: &random)])
      for diagnostic in loaded.diagnostics {
        let spans = [diagnostic.span].compactMap { $0 } + diagnostic.related.map(\.span) + diagnostic.fixIts.map(\.span)
        for span in spans {
          let bytes = loaded.sources[span.file].bytes
          #expect(span.range.upperBound <= bytes.count)
          // A place never lies inside a character.
          for end in [span.range.lowerBound, span.range.upperBound] where end < bytes.count {
            #expect(bytes[end] & 0xC0 != 0x80, "\(diagnostic.code.rawValue)")
          }
        }
      }
      for language in MessageLanguage.allCases {
        var renderer = DiagnosticRenderer(files: loaded.sources, language: language)
        #expect(!renderer.text(for: loaded.diagnostics).contains("{" + "kind}"))
      }
      _ = FixApplier.apply(loaded.diagnostics, to: loaded.sources)
    }
  }

  @Test("a condition as long as nobody writes is refused, not followed into a crash")
  func longCondition() throws {
    let condition = Array(repeating: "region 城东", count: 100_000).joined(separator: " or ")
    let map = Library.map + "routes:\n  - {name: east, when: \(condition), lead: duty}\n"
    let rules = """
      fenliu: 1
      title: t
      rules: [{id: a, category: early-sign, any: [晚点]}]
      levels: {general: total >= 1}
      """
    let loaded = try Library.load(["mine/rules.yaml": rules, "mine/map.yaml": map])
    #expect(loaded.diagnostics.filter { $0.severity == .error }.map(\.code.rawValue) == ["bad-condition"])
  }
}
