// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules
import FenliuTestSupport
import Testing

@Suite("Reading words that stand for many people")
struct CollectiveReaderTests {
  private func load(_ lines: String, files: [String: String] = [:], include: String = "") throws -> Loaded {
    let text = """
      fenliu: 1
      title: t
      include: [words/*.tsv\(include)]
      words: {单位: {words: [全厂], allow: [全厂第一]}}
      collective:
      \(lines)
      rules:
        - {id: many, category: group-risk, any: [{number: people, units: [人]}]}
      levels: {general: total >= 1}

      """
    let words = "word\ttags\n全班\tclass\n整个班\tclass room\n全村\tvillage\n"
    return try Library.load(["mine/rules.yaml": text, "mine/words/集体.tsv": words].merging(files) { $1 })
  }

  /// The messages without places, and what is offered as their mend.
  private func report(_ lines: String, files: [String: String] = [:]) throws -> String {
    let loaded = try load(lines, files: files)
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    return renderer.text(for: loaded.diagnostics.filter { $0.code.rawValue != "topic-only-default" })
  }

  private func counted(_ loaded: Loaded) throws -> [String] {
    let set = try #require(loaded.rules)
    return set.collective.flatMap { $0.counted(in: set.lists) }.map { "\($0.word.written) \($0.people)" }
  }

  @Test("a list's words count by their tags, or all alike, and a line may have words of its own")
  func good() throws {
    let loaded = try load(
      """
        - {words: $集体, people: {class: 30, village: 200}}
        - {words: $单位, any: [全公司, (整个|整)车间], people: 100}
        - any: [全家属区]
          people: '80'
      """)
    #expect(!loaded.diagnostics.containsError)
    #expect(!loaded.diagnostics.contains { $0.severity == .warning && $0.code.rawValue != "topic-only-default" })
    #expect(
      try counted(loaded)
        == ["全班 30", "整个班 30", "全村 200", "全厂 100", "全公司 100", "(整个|整)车间 100", "全家属区 80"])
    #expect(loaded.rules?.collective.map(\.origin.line) == [6, 7, 8])
  }

  @Test("included files have lines of their own, behind those of rules.yaml")
  func included() throws {
    let more = "collective: [{any: [全队], people: 20}]\n"
    let loaded = try load("  - {any: [全厂], people: 50}", files: ["mine/more.yaml": more], include: ", more.yaml")
    #expect(try counted(loaded) == ["全厂 50", "全队 20"])
  }

  @Test(
    "every mistake has one message with its place",
    arguments: [
      (
        "{words: $集休, people: {class: 3}}", ":6:13: error: no word list is named '集休' [unknown-list]",
        "did you mean '$集体'?"
      ),
      (
        "{words: 集体, people: {class: 3}}", ":6:13: error: no word list is named '集体' [unknown-list]",
        "did you mean '$集体'?"
      ),
      (
        "{words: $集体, people: {clas: 3, village: 9}}", ":6:27: error: no word of $集体 has the tag 'clas' [unknown-tag]",
        "did you mean 'class'?"
      ),
      ("{any: [全厂], people: 1}", ":6:25: error: '1' is too small: it has to be at least 2 [number-too-small]", ""),
      ("{words: $集体, people: {class: 0, village: 9}}", ":6:34: error: '0' is too small", ""),
      ("{any: [全厂], people: 很多}", ":6:25: error: '很多' is not a number [bad-number]", ""),
      ("{any: [全厂], people: 2.5}", ":6:25: error: '2.5' is not a number [bad-number]", ""),
      ("{any: [全厂], people: {class: 3}}", "error: a number is expected here", ""),
      ("{any: [全厂], people: [3]}", "error: a number is expected here", ""),
      ("{words: $集体, people: {}}", "[empty-list]", ""),
      ("{words: $集体}", "a line of collective needs the key 'people' [missing-key]", ""),
      ("{people: 3}", "a line of collective needs the key 'words' [missing-key]", ""),
      ("{any: [], people: 3}", "[empty-list]", ""),
      ("{any: [$集体], people: 3}", "[list-in-list]", ""),
      (
        "{any: [全厂], peeple: 3, people: 3}", "a line of collective has no key named 'peeple' [unknown-key]",
        "did you mean 'people'?"
      ),
      (
        "{any: [全班], people: 3}\n  - {words: $集体, people: {class: 30, village: 200}}",
        "error: '全班' stands for 3 people and for 30 [counted-twice]", ""
      ),
      (
        "{any: [全厂], people: 3}\n  - {any: [全厂], people: 4}",
        ":7:12: error: '全厂' stands for 3 people and for 4 [counted-twice]", ""
      ),
    ])
  func mistakes(line: String, message: String, help: String) throws {
    let report = try report("  - \(line)")
    #expect(report.contains(message) && report.contains(help), "\(report)")
    #expect(report.split(separator: "\n").filter { $0.contains(": error:") }.count == 1, "\(report)")
  }

  @Test("the same number twice is no mistake, and two tags may say the same")
  func same() throws {
    #expect(
      try report("  - {any: [全班], people: 30}\n  - {words: $集体, people: {class: 30, room: 30, village: 200}}") == "")
  }

  @Test("two tags of one word that say different numbers are told at the word")
  func twoTags() throws {
    let report = try report("  - {words: $集体, people: {class: 30, room: 6, village: 200}}")
    #expect(report.contains("集体.tsv:3:1: error: '整个班' stands for 6 people and for 30 [counted-twice]"), "\(report)")
  }

  @Test("a word that no tag gives a number is warned of, once for each tag and for every word without any")
  func uncounted() throws {
    let words = "word\ttags\n全班\tclass\n全村\tvillage\n整村\tvillage\n全车\n全船\n"
    let report = try report("  - {words: $集体, people: {class: 30}}", files: ["mine/words/集体.tsv": words])
    let warned = report.split(separator: "\n").filter { $0.contains("[uncounted-word]") }
    #expect(warned.map { $0.split(separator: ":")[1] } == ["3", "5", "6"])
    #expect(!report.contains("error:"))
  }

  @Test("a rule has no such key")
  func notInRules() throws {
    let text = """
      fenliu: 1
      title: t
      rules:
        - {id: a, category: trend, any: [欠薪], collective: true}
      levels: {general: total >= 1}

      """
    let loaded = try Library.load(["mine/rules.yaml": text])
    #expect(loaded.diagnostics.contains { $0.code == .unknownKey })
  }
}
