// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

/// Files as three kinds of machine end their lines. Reading has to come to an end whatever is cut off.
@Suite(.timeLimit(.minutes(2)))
struct LineEndTests {
  private static let ends = ["\n", "\r\n", "\r"]

  /// Every YAML file that ships or is a case, with LF, in the order of their paths.
  private static let texts: [(path: String, text: String)] = ["rules", "Tests/Cases"].flatMap { folder in
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: SharedData.repository + "/" + folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().compactMap { name -> (path: String, text: String)? in
      let path = folder + "/" + name
      let bytes = FileManager.default.contents(atPath: SharedData.repository + "/" + path) ?? Data()
      guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\r") else { return nil }
      return (path, text)
    }
  }

  /// What reading finds, each as its code and the line it stands on.
  private func findings(_ text: String) -> [String] {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "rules.yaml", text: text))
    let findings = Findings()
    _ = YAMLTree.read(file, in: files, into: findings)
    let lines = LineTable(files[file])
    return findings.all.map { "\($0.code.rawValue):\(lines.line(at: $0.span!.range.lowerBound))" }
  }

  @Test("a line is held by its own bytes and its end, and the next begins behind them", arguments: ends)
  func lines(end: String) {
    let bytes = Array("a\(end)\(end)bc".utf8)
    var starts: [Int] = []
    for offset in 0...bytes.count {
      let line = RawLine(holding: offset, in: bytes)
      #expect(line.next > offset)
      if starts.last != line.start { starts.append(line.start) }
      #expect(bytes[line.start..<line.end].allSatisfy { !$0.endsLine })
    }
    #expect(starts == [0, 1 + end.utf8.count, 1 + 2 * end.utf8.count])
    let table = LineTable(SourceFile(path: "a", bytes: bytes))
    #expect((1...table.count).map { table.range(ofLine: $0).lowerBound } == starts)
  }

  @Test(
    "a bracket or brace that nothing closes is one finding, however lines end",
    arguments: ["any: [x", "any: {x", "any: [x, # c", "any: [", "examples: {hit: x", "any: [x, #y"], ends)
  func unclosed(line: String, end: String) {
    let text = ["rules:", "  - id: a", "    " + line, ""].joined(separator: end)
    #expect(findings(text) == ["yaml-syntax:4"])
  }

  @Test("a sample cut behind any of its bytes is read to its end", arguments: ends)
  func everyCut(end: String) {
    let lines = [
      "rules:", "  - id: a", "    any: [x, 'y', {regex: '[z#]'}, # c", "      \"w\"]",
      "    unless：{any：[“u”]， within: 3}",
      "    note: >", "      a: b # c", "    examples: {hit: [x y，z], miss: @w}", "",
    ]
    let bytes = Array(lines.joined(separator: end).utf8)
    for length in 0...bytes.count {
      var files = SourceFiles()
      let file = files.append(SourceFile(path: "rules.yaml", bytes: Array(bytes[..<length])))
      let findings = Findings()
      let node = YAMLTree.read(file, in: files, into: findings)
      #expect(node != nil || findings.errorCount > 0, "\(length) bytes")
    }
  }

  @Test("a file reads the same with LF, CR LF and CR, whole or cut anywhere", arguments: Seeds.standard)
  func same(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    #expect(Self.texts.count > 100)
    for (path, text) in Self.texts {
      // All files whole, and a few of them cut.
      guard seed == 1 || Int.random(in: 0..<8, using: &random) == 0 else { continue }
      let length = seed == 1 ? text.count : Int.random(in: 0...text.count, using: &random)
      let cut = String(text.prefix(length))
      let expected = findings(cut)
      for end in Self.ends.dropFirst() {
        #expect(
          findings(cut.replacing("\n", with: end)) == expected, "\(path), \(length) characters, \(end.utf8.count)")
      }
    }
  }
}
