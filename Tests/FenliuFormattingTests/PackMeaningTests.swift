// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuFormatting

/// A formatted pack is the same pack.
struct PackMeaningTests {
  static let packs = ["rules/county", "Tests/Cases/design/mine"]

  @Test("a formatted library loads to the same rules, map, test cases and diagnostics", arguments: packs)
  func sameMeaning(pack: String) throws {
    let parts = pack.split(separator: "/")
    let library = SharedData.repository + "/" + parts.dropLast().joined(separator: "/")
    let folder = try TemporaryFolder()
    var changed = 0
    for name in try FileManager.default.subpathsOfDirectory(atPath: library) {
      guard let data = FileManager.default.contents(atPath: library + "/" + name) else { continue }
      var bytes = [UInt8](data)
      if FileFormatter.knows(name), let formatted = try FileFormatter(bytes, path: name).formatted() {
        if formatted.bytes != bytes { changed += 1 }
        bytes = formatted.bytes
        let again = try FileFormatter(bytes, path: name).formatted()
        #expect(again?.bytes == bytes, "\(name)")
      }
      try folder.write(name, String(decoding: bytes, as: UTF8.self))
    }
    let before = try RuleLoader().load(pack: SharedData.repository + "/" + pack)
    let after = try RuleLoader().load(pack: folder.path + "/" + (parts.last ?? ""))
    #expect(Meaning(before) == Meaning(after))
    #expect(before.rules?.rules.isEmpty == false && before.map != nil)
    // The design's pack stays as the design has it, so there is something to change in one of the two at all times.
    #expect(pack == "rules/county" || changed > 0)
  }
}

/// What a pack says, without places.
private struct Meaning: Equatable {
  let rules: RuleSet?
  let map: ResponsibilityMap?
  let tests: [TestCase]
  let codes: [String]

  init(_ loaded: Loaded) {
    let nowhere = Origin(file: 0, line: 0)
    let span = SourceSpan(file: FileID(index: 0), range: 0..<0)
    func cleared(_ words: [Word]) -> [Word] {
      words.map { word in
        with(word) {
          $0.origin = nowhere
          $0.span = nil
        }
      }
    }
    func cleared(_ line: Line) -> Line {
      line.map { pattern in
        switch pattern {
        case .word(let word): .word(cleared([word])[0])
        case .regex(let regex): .regex(RegexPattern(regex.syntax, origin: nowhere))
        case .number(let number):
          .number(NumberPattern(name: number.name, units: number.units, least: number.least, origin: nowhere))
        case .list: pattern
        }
      }
    }
    func cleared(_ rule: Rule) -> Rule {
      var rule = rule
      rule.origin = nowhere
      rule.span = span
      rule.keySpans = [:]
      rule.allow = cleared(rule.allow)
      rule.unless = rule.unless.map { unless in with(unless) { $0.any = cleared($0.any) } }
      rule.examples = rule.examples.map { with($0) { $0.span = span } }
      switch rule.body {
      case .lines(var lines):
        lines.any = cleared(lines.any)
        lines.none = cleared(lines.none)
        lines.all = lines.all.map { cleared($0) }
        lines.near = lines.near.map { near in with(near) { $0.lines = $0.lines.map { cleared($0) } } }
        rule.body = .lines(lines)
      case .when(let condition, let patterns):
        rule.body = .when(condition, patterns: patterns.map { named in with(named) { $0.line = cleared($0.line) } })
      }
      return rule
    }
    rules = loaded.rules.map { rules in
      with(rules) { set in
        set.digest = ""
        set.allow = cleared(rules.allow)
        set.lists = rules.lists.map { list in
          with(list) {
            $0.words = cleared(list.words)
            $0.allow = cleared(list.allow)
          }
        }
        set.rules = rules.rules.map { cleared($0) }
        for index in set.levels.indices { set.levels[index].span = nil }
      }
    }
    map = loaded.map?.map
    tests = loaded.tests.map { with($0) { $0.span = span } }
    codes = loaded.diagnostics(adding: []).map(\.code.rawValue).sorted()
  }
}

private func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
  var value = value
  change(&value)
  return value
}
