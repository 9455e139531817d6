// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("check, test and explain", .enabled(if: Program.isBuilt))
struct PackCommandTests {
  static let map = """
    fenliu: 1
    departments: {duty: {title: 值班室, contact: 一楼, kind: help, around-the-clock: true}}
    default: duty
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
    """

  static func pack(_ rules: String, corpus: String? = nil) throws -> TemporaryFolder {
    let library = try TemporaryFolder()
    try library.write("p/rules.yaml", "fenliu: 1\ntitle: test\nlevels: {general: total >= 1}\nrules:\n" + rules)
    try library.write("p/map.yaml", map)
    if let corpus { try library.write("corpus.jsonl", corpus) }
    return library
  }

  static let good = "  - {id: wages, category: early-sign, any: [欠薪], examples: {hit: [老板欠薪], miss-far: [发薪了]}}\n"

  @Test("the decision in the README is the one the program gives")
  func readme() throws {
    let readme = try String(contentsOfFile: SharedData.repository + "/README.md", encoding: .utf8)
    let lines = readme.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex { $0.hasPrefix("    $ fenliu explain") })
    let command = lines[start].split(separator: "\"")
    let result = try Program.run([
      "explain", "--pack", Program.pack, "--at", "2026-11-20T20:00", "--lang", "en", String(try #require(command.last)),
    ])
    #expect(result.code == 0)
    let output = Set(result.output.split(separator: "\n"))
    var shown = 0
    for line in lines[(start + 1)...].prefix(while: { $0.isEmpty || $0.hasPrefix("    ") }) where !line.isEmpty {
      shown += 1
      #expect(output.contains(line.dropFirst(4)), "\(line)")
    }
    #expect(shown > 20)
  }

  @Test("check ends with 0 and a count for a good pack, and with 1, a place and a caret for a bad one")
  func check() throws {
    let fine = try Self.pack(Self.good)
    let good = try Program.run(["check", "--pack", fine.path + "/p", "--at", "2026-11-20T20:00"])
    #expect(good.code == 0)
    #expect(good.talk.contains("1 rules, 0 words, 0 routes: 0 errors, 0 warnings"))
    let wrong = try Self.pack("  - id: wages\n    category: early-sing\n    any: [欠薪]\n")
    let bad = try Program.run(["check", "--pack", wrong.path + "/p"])
    #expect(bad.code == 1)
    #expect(
      bad.output.contains(
        """
        p/rules.yaml:6:15: error: no category is named 'early-sing' [unknown-category]
          |
        6 |     category: early-sing
          |               ^^^^^^^^^^
          = help: did you mean 'early-sign'?
        """))
    let chinese = try Program.run(["check", "--pack", wrong.path + "/p", "--lang", "zh"])
    #expect(chinese.output.contains("没有名为“early-sing”的类别"))
    let json = try Program.run(["check", "--pack", wrong.path + "/p", "--format", "json"])
    let row = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(row["code"] as? String == "unknown-category" && row["line"] as? Int == 6 && row["column"] as? Int == 15)
  }

  @Test("check --fix mends what is certain, and the pack loads")
  func fix() throws {
    let library = try Self.pack("  - id: wages\n    category: early-sign\n    any：[欠薪，讨薪]\n    points: 1+1\n")
    #expect(try Program.run(["check", "--pack", library.path + "/p"]).code == 1)
    let mended = try Program.run(["check", "--pack", library.path + "/p", "--fix"])
    #expect(mended.code == 0, "\(mended.output)\(mended.talk)")
    let text = try library.text(of: "p/rules.yaml")
    #expect(text.contains("any: [欠薪, 讨薪]") && text.contains("points: 1 + 1"))
  }

  @Test(
    "check --fix changes the full-width signs around keys and nothing of what stands between them",
    arguments: [
      ("examples：{hit: [街面坏了]}", "examples: {hit: [街面坏了]}"),
      ("examples：{hit：[街面坏了]， miss-far：[街面好]}", "examples: {hit: [街面坏了], miss-far: [街面好]}"),
      ("examples: {hit：街面坏了，miss-far：街面好，真好}", "examples: {hit: 街面坏了, miss-far: 街面好，真好}"),
      ("examples: {hit: 街面坏了， miss-far： 街面好}", "examples: {hit: 街面坏了, miss-far: 街面好}"),
      ("examples: {hit： '街面坏了'， miss-far：\"街面好\"}", "examples: {hit: '街面坏了', miss-far: \"街面好\"}"),
      ("unless：{any：[修好]， within：sentence}", "unless: {any: [修好], within: sentence}"),
      ("none：['修好'， '补好']", "none: ['修好', '补好']"),
    ])
  func fixFullWidth(line: String, mended: String) throws {
    let library = try Self.pack("  - id: road\n    category: early-sign\n    any: [坏了]\n    \(line)\n")
    let result = try Program.run(["check", "--pack", library.path + "/p", "--fix"])
    #expect(result.code == 0, "\(result.output)\(result.talk)")
    #expect(try library.text(of: "p/rules.yaml").contains("    \(mended)\n"))
  }

  @Test("keys that full-width colons turned to text are shown by their signs")
  func fullWidthKeys() throws {
    let library = try Self.pack(
      "  - id: road\n    category: early-sign\n    any: [坏了]\n    examples:\n      hit：[坏了]\n      miss-far：[好]\n")
    let result = try Program.run(["check", "--pack", library.path + "/p"])
    #expect(result.code == 1)
    #expect(result.output.split(separator: "[full-width-sign]").count == 3)
    #expect(!result.output.contains("wrong-kind"))
  }

  @Test("test ends with 1 where an example or an expected decision is not met, and says where")
  func test() throws {
    let fine = try Self.pack(
      Self.good, corpus: #"{"id": "c1", "text": "老板欠薪", "expect": {"level": "general", "lead": "duty"}}"#)
    let corpus = fine.path + "/corpus.jsonl"
    let good = try Program.run(["test", "--pack", fine.path + "/p", "--corpus", corpus])
    #expect(good.code == 0)
    #expect(good.output.hasSuffix("\n2 examples, 1 cases: 0 failed, 0 warnings\n"))
    try fine.write("corpus.jsonl", #"{"id": "c1", "text": "老板欠薪", "expect": {"level": "major", "rules": ["other"]}}"#)
    let different = try Program.run(["test", "--pack", fine.path + "/p", "--corpus", corpus])
    #expect(different.code == 1)
    #expect(different.output.contains("corpus.jsonl:1: c1\n"))
    #expect(
      different.output.contains("  level: expected major, decided general\n  rules: expected other, decided [wages]\n"))
    try fine.write("corpus.jsonl", #"{"id": "c1", "text": "老板欠薪", "expect": {"levle": "major"}}"#)
    let misspelt = try Program.run(["test", "--pack", fine.path + "/p", "--corpus", corpus])
    #expect(misspelt.code == 1 && misspelt.output.contains("levle"))
    let wrong = try Self.pack(
      "  - {id: wages, category: early-sign, any: [欠薪], examples: {hit: [发薪了], miss: [老板欠薪, 下雨]}}\n")
    let bad = try Program.run(["test", "--pack", wrong.path + "/p"])
    #expect(bad.code == 1)
    #expect(bad.output.contains("p/rules.yaml:5: wages hit “发薪了”: the rule does not hit"))
    #expect(bad.output.contains("wages miss “老板欠薪”: the rule hits: 欠薪"))
    #expect(bad.output.contains("miss-proves-nothing"))
    #expect(bad.output.hasSuffix("3 examples, 0 cases: 2 failed, 1 warnings\n"))
  }

  @Test("errors in the pack stop every command before it starts, a missing folder ends with 2, wrong usage with 64")
  func codes() throws {
    let wrong = try Self.pack("  - {id: wages, category: early-sing, any: [欠薪]}\n")
    for arguments in [["explain", "水"], ["test"], ["check"]] {
      #expect(try Program.run([arguments[0], "--pack", wrong.path + "/p"] + arguments.dropFirst()).code == 1)
      #expect(try Program.run([arguments[0], "--pack", wrong.path + "/none"] + arguments.dropFirst()).code == 2)
      #expect(try Program.run([arguments[0], "--unknown"]).code == 64)
    }
  }

  @Test("a folder without a rules or map file is named with the packs in it, and a file is refused as a pack")
  func noPack() throws {
    let library = try Self.pack(Self.good)
    let above = try Program.run(["check", "--pack", library.path])
    #expect(above.code == 1)
    #expect(
      above.talk.hasPrefix("\(library.path): there is no rules.yaml in this folder; did you mean \(library.path)/p?\n"))
    let file = library.path + "/p/rules.yaml"
    let chinese = try Program.run(["explain", "水", "--pack", file, "--lang", "zh"])
    #expect(chinese.code == 2 && chinese.talk == "fenliu: \(file) 是文件；规则包是存放 rules.yaml 的文件夹\n")
    try library.write("q/rules.yaml", library.text(of: "p/rules.yaml"))
    let half = try Program.run(["check", "--pack", library.path + "/q"])
    #expect(half.code == 1 && half.talk.hasPrefix("\(library.path)/q: there is no map.yaml in this folder\n"))
  }

  @Test("a decision lists twenty rules at most, the summary counts every rule that hit")
  func rulesLeftOut() throws {
    let rules = (1...25).map { "  - {id: r\($0), category: early-sign, any: [欠薪]}\n" }.joined()
    let library = try Self.pack(rules)
    let posts = try library.write("posts.jsonl", #"{"id":"1","text":"老板欠薪"}"# + "\n")
    let out = library.path + "/out"
    #expect(try Program.run(["classify", posts, "--pack", library.path + "/p", "-o", out]).code == 0)
    func object(_ name: String) throws -> [String: Any] {
      try #require(JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: name))) as? [String: Any])
    }
    let decision = try object(out + "/decisions.jsonl")
    #expect((decision["matches"] as? [Any])?.count == 20)
    #expect(decision["left-out"] as? Int == 5)
    let counts = try #require(object(out + "/summary.json")["rules"] as? [String: Int])
    #expect(counts.count == 25 && counts.values.allSatisfy { $0 == 1 })
  }
}
