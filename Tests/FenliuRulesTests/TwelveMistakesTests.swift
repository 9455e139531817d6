// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuRules
import FenliuTestSupport
import FoundationEssentials
import Testing

struct TwelveMistakesTests {
  private static let text = """
    fenliu: 1
    title«：»示例
    topics:
      labour.wages: 工资拖欠
    rules:
      - id: wages
        category: «early-sing»
        topic: labour.wages
        any: [欠薪, «@人社局»]
        «ponits»: 2
      - id: «wages»
        category: trend
        any: [{regex: «"\\d+个月没发"»}]
        points: 2 + «peple»
      - {id: hours, category: trend, any: [加班], points: «min(reach, 5)»}
      - id: strike
        category: action
        any: [罢工«…»]
        if: «total» > 3
      - id: «press»
        category: action
        unless: [已解决]
    levels:
      general: total >= 1
      «larger»: total >= 5

    """

  @Test("a file with twelve different mistakes reports all twelve at their places")
  func twelve() throws {
    let marked = MarkedText(Self.text)
    let loaded = try Library.load(["mine/rules.yaml": marked.text])
    let codes = loaded.diagnostics.filter { $0.span?.file.index == 0 }
    #expect(
      Set(codes.map(\.code.rawValue)) == [
        "full-width-sign", "unknown-category", "text-needs-quotes", "unknown-key", "named-twice", "regex-not-quoted",
        "unknown-name", "flow-comma", "gap-at-edge", "name-not-here", "no-body", "levels-not-falling",
      ])
    #expect(codes.count == 12)
    let places = codes.compactMap { $0.span?.range }
    let byStart = { (left: Range<Int>, right: Range<Int>) in left.lowerBound < right.lowerBound }
    #expect(places.sorted(by: byStart) == marked.ranges.sorted(by: byStart))
  }

  @Test("a mistake in one file hides no mistake in another")
  func severalFiles() throws {
    let loaded = try Library.load([
      "mine/rules.yaml": "fenliu: 1\ntitle: x\ninclude: [more.yaml]\nlevels:\n  general: total >= one\n  a\nb\n",
      "mine/more.yaml": "rules: 3\n", "mine/map.yaml": "fenliu: 1\ndefault: nobody\n",
    ])
    let paths = Set(loaded.diagnostics.compactMap { $0.span.map { loaded.sources[$0.file].path } })
    #expect(paths == ["mine/rules.yaml", "mine/map.yaml"])
  }
}

/// A library made of texts, in a folder of its own.
enum Library {
  static let map = """
    fenliu: 1
    departments:
      duty: {title: 总值班室, kind: help, around-the-clock: true}
    default: duty
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}

    """

  static func load(_ files: [String: String], pack: String = "mine") throws -> Loaded {
    try load(bytes: files.mapValues { Array($0.utf8) }, pack: pack)
  }

  static func load(bytes files: [String: [UInt8]], pack: String = "mine", links: [String: String] = [:]) throws
    -> Loaded
  {
    let manager = FileManager.default
    let top = manager.temporaryDirectory.path + "/fenliu-library-\(UInt64.random(in: 0...UInt64.max))"
    defer { try? manager.removeItem(atPath: top) }
    var files = files
    if files["mine/map.yaml"] == nil { files["mine/map.yaml"] = Array(map.utf8) }
    for (path, bytes) in files {
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      try manager.createDirectory(atPath: top + "/library/" + folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: top + "/library/" + path))
    }
    try Data("欠薪\n".utf8).write(to: URL(filePath: top + "/outside.txt"))
    for (path, target) in links {
      try manager.createSymbolicLink(atPath: top + "/library/" + path, withDestinationPath: target)
    }
    return try RuleLoader().load(pack: top + "/library/" + pack)
  }
}
