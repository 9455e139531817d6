// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import FoundationXML
import Testing

@Suite("test: marks, coverage, mutation, JUnit", .enabled(if: Program.isBuilt))
struct TestCommandTests {
  static let rules = """
      - id: wages
        category: early-sign
        any: [欠薪, $unpaid]
        unless: [结清]
        allow: [欠薪基金]
        examples:
          hit: [老板欠薪]
          miss: [欠薪基金怎么领]
          todo-hit: [还没发钱, 欠薪了]
      - id: crowd
        category: group-risk
        all: [[工人], [聚集, 堵门]]
        within: clause
        examples: {hit: [工人堵门], miss: [工人下班]}

    """

  /// A pack with a list in a file of its own, and cases beside it.
  static func library(list: String = "拖着工资\n", rules: String = rules, tests: String = "") throws -> TemporaryFolder {
    let library = try TemporaryFolder()
    let head = "fenliu: 1\ntitle: test\ninclude: [words/*.txt]\nlevels: {general: total >= 1}\nrules:\n"
    try library.write("p/rules.yaml", head + rules)
    try library.write("p/map.yaml", PackCommandTests.map)
    try library.write("p/words/unpaid.txt", list)
    if !tests.isEmpty { try library.write("p/p.test.yaml", tests) }
    return library
  }

  static func test(_ library: TemporaryFolder, _ arguments: String...) throws -> Program.Result {
    try Program.run(["test", "--pack", library.path + "/p", "--at", "2026-11-20T20:00"] + arguments)
  }

  @Test("the marks are counted in a table, and what has come true is told")
  func marks() throws {
    let result = try Self.test(Self.library())
    #expect(result.code == 0)
    #expect(
      result.output.hasSuffix(
        """
                   written  passed  failed  came true
        hit              2       2       0
        miss             2       2       0
        miss-far         0       0       0
        todo-hit         2                          1
        todo-miss        0                          0
        cases            0       0       0
        6 examples, 0 cases: 0 failed, 1 warnings

        """))
    #expect(result.output.contains("todo-hit “欠薪了”: has come true"))
  }

  @Test(
    "what is left out without a test noticing is listed with its place and the test that would notice, and ends with 1")
  func mutate() throws {
    let library = try Self.library()
    let result = try Self.test(library, "--mutate")
    #expect(result.code == 1)
    let path = library.path + "/p/"
    for survivor in [
      "rules.yaml:9: wages: unless", "words/unpaid.txt:1: $unpaid: the words of the list",
      "rules.yaml:18: crowd: within of all", "rules.yaml:17: crowd: line 1 of all",
    ] {
      #expect(result.output.contains("NOT NOTICED \(path)\(survivor)\n"), "\(result.output)")
    }
    #expect(!result.output.contains("wages: allow") && !result.output.contains("crowd: line 2 of all"))
    #expect(result.output.contains("an unless word that is affirmed"))
    // Once by its loss, once by the loss of the list it names: both are gone when a case needs them.
    try library.write(
      "p/p.test.yaml",
      """
      - name: settled
        post: {text: 欠薪已经结清}
        expect: {level: none, not-rules: [wages], due: {read: 2026-11-21T20:00}}
        at: 2026-11-20T20:00
      - name: list
        post: {text: 拖着工资不给}
        expect: {rules: [wages], due: {read: 2026-11-21T20:00}}
        at: 2026-11-20T20:00
      """)
    for floor in ["50%", "50％"] { #expect(try Self.test(library, "--mutate", "--mutate-floor", floor).code == 0) }
    let wrong = try Self.test(library, "--mutate", "--mutate-floor", "150")
    #expect(wrong.code == 64 && wrong.talk.contains("--mutate-floor: '150' is not a share; write it as 90%"))
    let better = try Self.test(library, "--mutate", "--mutate-floor", "50")
    #expect(better.code == 0, "\(better.output)\(better.talk)")
    #expect(!better.output.contains("wages: unless") && !better.output.contains("$unpaid"))
    let chinese = try Self.test(library, "--mutate", "--lang", "zh")
    #expect(chinese.output.contains("未发现 \(path)rules.yaml:18: crowd：all 的 within\n"))
  }

  @Test("a list that a program wrote is not left out, unless it is asked for")
  func generated() throws {
    let library = try Self.library(list: "# fenliu suggest, 2026-11-20\n拖着工资\n")
    let plain = try Self.test(library, "--mutate")
    #expect(!plain.output.contains("$unpaid") && plain.output.contains("(--generated)"))
    let all = try Self.test(library, "--mutate", "--generated")
    #expect(all.output.contains("$unpaid: the words of the list"))
  }

  @Test("the same bytes for any number of threads, and a filter narrows to rules")
  func threads() throws {
    let library = try Self.library()
    var outputs: Set<String> = []
    for jobs in ["1", "2", "5"] {
      outputs.insert(try Self.test(library, "--mutate", "--format", "json", "--jobs", jobs).output)
    }
    #expect(outputs.count == 1)
    let narrow = try Self.test(library, "--mutate", "--filter", "cro*")
    #expect(narrow.output.contains("crowd: within") && !narrow.output.contains("wages"))
    #expect(narrow.output.contains("2 examples, 0 cases"))
    let wrong = try Self.test(library, "--filter", "crwod")
    #expect(wrong.code == 64 && wrong.talk.contains("did you mean 'crowd'?"))
  }

  @Test("coverage tells what no case reaches, and a floor that is missed ends with 1")
  func coverage() throws {
    let library = try Self.library()
    let result = try Self.test(library, "--coverage", "--verbose")
    #expect(result.code == 0)
    #expect(result.output.contains("rules hit                  2   2  100 %\n"), "\(result.output)")
    #expect(result.output.contains("rules that no case hits: wages, crowd\n"))
    #expect(result.output.contains("routes that no case takes: default\n"))
    #expect(result.output.contains("words met, of lists: $unpaid 0/1\n"))
    #expect(result.output.contains("  $unpaid  拖着工资  p/words/unpaid.txt:1\n"))
    let missed = try Self.test(library, "--require-coverage", "rules=100%,routes=50%")
    #expect(missed.code == 1)
    #expect(missed.talk == "routes taken: 0/1, 0 %, below the 50 % that are required\n")
    #expect(try Self.test(library, "--require-coverage", "rules=100").code == 0)
    #expect(try Self.test(library, "--require-coverage", "rules＝100％，routes=0").code == 0)
    for wrong in ["=", "rulse=1", "rules=many", "rules=101%"] {
      #expect(try Self.test(library, "--require-coverage", wrong).code == 64)
    }
    #expect(try Self.test(library, "--coverage", "--filter", "wages").code == 64)
  }

  @Test("a long row of names ends after ten with the count of the others, unless all are asked for")
  func longRow() throws {
    let rules = (1...12).map { "  - {id: r\($0), category: early-sign, any: [欠薪]}\n" }.joined()
    let library = try Self.library(rules: rules)
    let result = try Self.test(library, "--coverage")
    #expect(result.output.contains(": r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, and 2 more (--verbose)\n"))
    #expect(try Self.test(library, "--coverage", "--verbose").output.contains(", r10, r11, r12\n"))
  }

  @Test("posts of a corpus that expect nothing are no cases, and are told; so are an empty corpus and a folder")
  func corpus() throws {
    let library = try Self.library()
    try library.write(
      "posts.jsonl",
      """
      {"id":"1","text":"老板欠薪","expect":{"rules":["wages"]}}
      {"id":"2","text":"老板欠薪"}
      {"id":"3","text":"天晴","expect":{}}

      """)
    try library.write("empty.jsonl", "\r\n")
    let posts = library.path + "/posts.jsonl"
    let result = try Self.test(library, "--corpus", posts, "--coverage")
    #expect(result.code == 0 && result.output.hasSuffix("6 examples, 1 cases: 0 failed, 1 warnings\n"))
    #expect(result.talk == "\(posts): 2 posts have no expect and were not tested\n")
    let json = try Self.test(library, "--corpus", posts, "--format", "json")
    let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect((object["cases"] as? [Any])?.count == 1 && object["not-tested"] as? Int == 2)
    let empty = try Self.test(library, "--corpus", library.path + "/empty.jsonl", "--lang", "zh")
    #expect(empty.code == 0 && empty.talk == "\(library.path)/empty.jsonl：里面没有帖子\n")
    let folder = try Self.test(library, "--corpus", library.path, "--lang", "zh")
    #expect(folder.code == 2 && folder.talk == "fenliu: 无法读取 \(library.path)：这是文件夹，不是文件\n")
  }

  @Test("JSON has every result, the coverage and everything that was left out")
  func json() throws {
    let result = try Self.test(Self.library(), "--mutate", "--coverage", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    let examples = try #require(object["examples"] as? [[String: Any]])
    #expect(examples.count == 6 && examples.count { $0["outcome"] as? String == "todo-came-true" } == 1)
    let mutation = try #require(object["mutation"] as? [String: Any])
    let mutants = try #require(mutation["mutants"] as? [[String: Any]])
    #expect(mutation["left-out"] as? Int == mutants.count)
    #expect(mutation["noticed"] as? Int == mutants.count { $0["noticed"] as? Bool == true })
    let allow = try #require(mutants.first { $0["kind"] as? String == "allow" })
    #expect(allow["example"] as? String == "wages: 欠薪基金怎么领")
    let shares = try #require((object["coverage"] as? [String: Any])?["shares"] as? [String: [String: Int]])
    #expect(shares["rules"] == ["met": 2, "of": 2])
  }

  @Test("the JUnit file is XML with a suite for each file, its failures and what is to be done one day")
  func junit() throws {
    let wrong = Self.rules.replacingOccurrences(of: "工人下班", with: "'工人<堵门> & \"走\"'")
    let library = try Self.library(
      rules: wrong, tests: "- {name: a & b, post: {text: 欠薪}, expect: {level: major}}\n")
    let file = library.path + "/junit.xml"
    let result = try Self.test(library, "--junit", file)
    #expect(result.code == 1)
    let data = try Data(contentsOf: URL(fileURLWithPath: file))
    let root = try #require(try XMLDocument(data: data).rootElement())
    #expect(root.name == "testsuites" && root.attribute(forName: "tests")?.stringValue == "7")
    let suites = root.elements(forName: "testsuite")
    #expect(
      suites.map { $0.attribute(forName: "name")?.stringValue?.split(separator: "/").last } == [
        "rules.yaml", "p.test.yaml",
      ])
    let tests = suites.flatMap { $0.elements(forName: "testcase") }
    #expect(tests.count == 7)
    let failures = tests.filter { !$0.elements(forName: "failure").isEmpty }
    #expect(root.attribute(forName: "failures")?.stringValue == String(failures.count))
    #expect(
      failures.compactMap { $0.attribute(forName: "name")?.stringValue } == ["miss: 工人<堵门> & \"走\"", "a & b"])
    #expect(failures.last?.elements(forName: "failure").first?.stringValue?.contains("level: expected major") == true)
    #expect(tests.count { !$0.elements(forName: "skipped").isEmpty } == 2)
    #expect(try Self.test(library, "--junit", library.path + "/nowhere/x.xml").code == 2)
    // Nothing of the clock or the machine is in it.
    try FileManager.default.removeItem(atPath: file)
    _ = try Self.test(library, "--junit", file)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == data)
  }
}
