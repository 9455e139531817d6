// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("check: lints, corpus and SARIF", .enabled(if: Program.isBuilt))
struct CheckCommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try PackCommandTests.pack(
      """
        - id: wages
          category: early-sign
          any: [欠薪, 老板欠薪, {regex: '拖欠(工资|薪水)'}]
          examples: {hit: [老板欠薪], miss-far: [发薪了]}
        - id: road
          category: early-sign
          any: [路灯]
          examples: {hit: ['路灯坏了，打13912345679没人接'], miss-far: [发薪了]}

      """)
  }

  private func check(_ arguments: String...) throws -> Program.Result {
    try Program.run(["check", "--pack", folder.path + "/p", "--at", "2026-11-20T20:00"] + arguments)
  }

  @Test("lints are warnings: check tells them and ends with 0")
  func warnings() throws {
    let result = try check()
    #expect(result.code == 0)
    for code in ["word-inside-word", "regex-is-choice", "personal-number"] {
      #expect(result.output.contains("[\(code)]"), "\(code)")
    }
    #expect(result.talk.contains("0 errors, 3 warnings"))
  }

  @Test(
    "check --fix applies what is certain, leaves what an author has to choose, and a second run finds nothing to do")
  func fix() throws {
    let result = try check("--fix")
    #expect(result.code == 0)
    let text = try folder.text(of: "p/rules.yaml")
    #expect(text.contains("any: [欠薪, 拖欠(工资|薪水)]"))
    #expect(text.contains("13912345679"))
    #expect(result.talk.contains("0 errors, 1 warnings"))
    let again = try check("--fix")
    #expect(!again.talk.contains("mended"))
    #expect(try folder.text(of: "p/rules.yaml") == text)
  }

  @Test(
    "the posts of a corpus show which rules are too broad and which never hit; a comment for them is not unused without"
  )
  func corpus() throws {
    let posts = try folder.write("posts.csv", "编号,内容\n1,老板欠薪\n2,工地欠薪\n3,井盖丢了\n4,\n")
    let result = try check("--corpus", posts)
    #expect(result.code == 0)
    #expect(result.talk.contains("corpus: 3 posts, 1 rows that are none"))
    #expect(result.output.contains("the rule 'wages' hits 2 of 3 posts (67 %) [too-broad]"))
    #expect(result.output.contains("the word '欠薪' hits 2 of 3 posts (67 %) [too-broad]"))
    #expect(result.output.contains("the rule 'road' hits none of 3 posts [never-hits]"))
    #expect(try !check("--corpus", posts, "--too-broad", "70%").output.contains("too-broad"))
    let rules = try folder.text(of: "p/rules.yaml")
    try folder.write("p/rules.yaml", rules.replacing("id: road", with: "id: road   # fenliu: ignore never-hits"))
    #expect(try !check("--corpus", posts).output.contains("never-hits"))
    #expect(try !check().output.contains("unused-ignore"))
  }

  @Test("the slowest rule is named with what of it costs most; where nothing is timed its comment is not unused")
  func slowest() throws {
    let posts = try folder.write("posts.csv", "编号,内容\n" + (1...300).map { "\($0),老板欠薪，工地欠薪，又欠薪\n" }.joined())
    let result = try check("--corpus", posts, "--slowest", "1", "--too-broad", "100%")
    #expect(result.code == 0)
    let told = result.output.split(separator: "\n").filter { $0.contains("[costly-") }
    #expect(told.count == 1)
    #expect(told.first?.contains("slowest rule 1, 'wages': ") == true)
    #expect(told.first?.contains("most often '欠薪': 900 finds in 300 posts; its line hits in 300 [costly-word]") == true)
    #expect(try !check("--corpus", posts).output.contains("costly"))
    let rules = try folder.text(of: "p/rules.yaml")
    try folder.write("p/rules.yaml", rules.replacing("any: [欠薪", with: "# fenliu: ignore costly-word\n    any: [欠薪"))
    #expect(try !check("--corpus", posts, "--slowest", "1").output.contains("costly"))
    #expect(try !check("--corpus", posts).output.contains("unused-ignore"))
    #expect(try check("--slowest", "1").code == 64)
    #expect(try check("--corpus", posts, "--slowest", "-1").code == 64)
  }

  @Test("the columns of a corpus can be named")
  func columns() throws {
    let posts = try folder.write("other.csv", "编号,所述\n1,老板欠薪\n2,井盖丢了\n")
    #expect(try check("--corpus", posts).code == 2)
    let result = try check("--corpus", posts, "--columns", "text=所述", "--encoding", "utf-8")
    #expect(result.code == 0)
    #expect(result.talk.contains("corpus: 2 posts, 0 rows"))
    #expect(try check("--corpus", posts, "--columns", "所述").code == 64)
  }

  @Test("a corpus that is not there ends with 2, a share that is none with 64")
  func failures() throws {
    #expect(try check("--corpus", "nowhere.csv").code == 2)
    #expect(try check("--too-broad", "much").code == 64)
    #expect(try check("--too-broad", "120%").code == 64)
  }

  @Test("SARIF names each code once as a rule with its page, and each finding with its region, its level and its mends")
  func sarif() throws {
    let result = try check("--format", "sarif")
    #expect(result.code == 0)
    let log = try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "fenliu")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(rules.compactMap { $0["id"] as? String } == ["personal-number", "regex-is-choice", "word-inside-word"])
    for rule in rules {
      let page = try #require(rule["helpUri"] as? String)
      #expect(FileManager.default.fileExists(atPath: SharedData.repository + "/" + page), "\(page)")
    }
    #expect(results.count == 3)
    for result in results { try checkResult(result, rules) }
    let word = try #require(results.first { $0["ruleId"] as? String == "word-inside-word" })
    #expect((word["relatedLocations"] as? [Any])?.count == 1)
  }

  private func checkResult(_ result: [String: Any], _ rules: [[String: Any]]) throws {
    let index = try #require(result["ruleIndex"] as? Int)
    #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    #expect(result["level"] as? String == "warning")
    #expect((result["message"] as? [String: Any])?["text"] as? String != nil)
    let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    let path = try uri(location["artifactLocation"])
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let found = try text(location["region"], lines)
    let fix = try #require((result["fixes"] as? [[String: Any]])?.first)
    #expect((fix["description"] as? [String: Any])?["text"] as? String != nil)
    let change = try #require((fix["artifactChanges"] as? [[String: Any]])?.first)
    #expect(try uri(change["artifactLocation"]) == path)
    let replacement = try #require((change["replacements"] as? [[String: Any]])?.first)
    let deleted = try text(replacement["deletedRegion"], lines)
    let inserted = try #require((replacement["insertedContent"] as? [String: Any])?["text"] as? String)
    switch result["ruleId"] as? String {
    case "word-inside-word": #expect((found, deleted, inserted) == ("老板欠薪", "老板欠薪, ", ""))
    case "regex-is-choice":
      #expect((found, deleted, inserted) == ("'拖欠(工资|薪水)'", "{regex: '拖欠(工资|薪水)'}", "拖欠(工资|薪水)"))
    default: #expect((found, deleted, inserted) == ("13912345679", "13912345679", "13800000000"))
    }
  }

  private func uri(_ artifact: Any?) throws -> String {
    let uri = try #require((artifact as? [String: Any])?["uri"] as? String)
    return try #require(URL(string: uri)?.path)
  }

  /// The text of a region on one line, its columns counted in code points.
  private func text(_ region: Any?, _ lines: [Substring]) throws -> String {
    let region = try #require(region as? [String: Int])
    let (line, start, end) = (region["startLine"] ?? 0, region["startColumn"] ?? 0, region["endColumn"] ?? 0)
    #expect(region["endLine"] == line)
    let scalars = Array(lines[line - 1].unicodeScalars)
    return String(String.UnicodeScalarView(scalars[start - 1..<end - 1]))
  }

  @Test("both shipped packs have no warning but that of a calendar about to end")
  func shipped() throws {
    let result = try Program.run([
      "check", "--pack", SharedData.repository + "/rules/county", "--at", "2026-09-01T12:00",
    ])
    #expect(result.code == 0)
    #expect(result.talk.contains("0 errors, 0 warnings"), "\(result.output)")
  }
}
