// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import FoundationEssentials
import Testing

@testable import FenliuRules

/// The table of keys: readers, JSON Schemas and documents agree with it.
struct SchemaTests {
  static let parts: [SchemaKeys] = [
    .rulesFile, .includedFile, .weights, .category, .builtInCategory, .wordList, .rule, .each, .near, .unless,
    .examples, .regex,
    .number, .map, .calendar, .season, .department, .route, .recusal, .escalation, .firstAsked, .watch, .miss,
    .period, .periodWatch, .testCase, .post, .expectation, .recused,
  ]

  private static let rules = """
    fenliu: 1
    title: 示例
    include: [more.yaml]
    categories: {praise: {title: 表扬}, trend: {cap: 2}}
    topics: {conduct.staff: 作风}
    words: {甲: {words: [乙]}}
    weights: {title: 2}
    rules:
      - {id: a, category: praise, topic: 作风, any: [{regex: '欠薪'}, {number: people, units: [人]}], unless: {any: [$甲]}, each: {max: 2}, examples: {hit: [欠薪]}}
      - {id: b, category: trend, near: {of: [甲, 乙], within: 8}}
      - {id: c, category: trend, patterns: {气: 瓦斯}, when: 气}
    levels: {general: total >= 1}

    """
  private static let map = """
    fenliu: 1
    calendar: {seasons: [{from: 06-01, until: 09-30, hours: {mon: "08:00-12:00"}}]}
    departments: {duty: {kind: help}, a: {kind: oversight}, b: }
    routes: [{name: conduct, when: topic conduct.*, lead: a}]
    default: duty
    recuse: {lead: a, otherwise: duty}
    escalate: [{when: level >= major, notify: duty}]
    first-asked: {source: {甲: duty}}
    watch: {times: ['13:00'], report-by: 30m, miss: {notify: duty}}
    periods: [{name: 汛期, from: 06-01, until: 09-30, basis: 制度, watch: {times: '07:00'}, deadlines: {critical: {read: 1h}}}]
    deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}

    """
  private static let tests = "- {name: a, post: {text: 欠薪}, expect: {level: general, recused: {from: a}}}\n"

  @Test("a reader asks for every key of its table, and the table has every key that a reader asks for")
  func asked() throws {
    let library = try TemporaryFolder()
    try library.write("mine/rules.yaml", Self.rules)
    try library.write("mine/more.yaml", "allow: [甲]\n")
    try library.write("mine/map.yaml", Self.map)
    try library.write("mine/a.test.yaml", Self.tests)
    let findings = Findings()
    findings.askedKeys = []
    let pack = try #require(PackReader(pack: library.path + "/mine", findings: findings))
    let rules = try #require(RuleSetReader(pack).read()).rules
    let loader = MapLoader(rules: rules, areRulesComplete: true, findings: findings) { _ in nil }
    let map = loader.load(try #require(pack.tree("mine/map.yaml", namedAt: nil)))
    let cases = CaseReader(findings: findings, rules: rules, map: map?.map)
      .cases(try #require(pack.tree("mine/a.test.yaml", namedAt: nil)))
    #expect(rules.rules.count == 3 && map != nil && cases.count == 1)
    // That a reader asks for a key the table lacks ends the program, in this test or any other.
    let known = Set(Self.parts.flatMap { part in part.all.map { part.name + "." + $0 } })
    #expect(known.subtracting(findings.askedKeys ?? []).sorted() == [])
  }

  @Test("every key says in both languages what it is for, and every default told in words has both, too")
  func descriptions() {
    for part in Self.parts {
      for key in part.keys {
        let name = "\(part.name).\(key.name)"
        #expect(key.english.hasSuffix(".") && key.english.unicodeScalars.allSatisfy { !isHan($0) }, "\(name)")
        #expect(key.chinese.hasSuffix("。") && key.chinese.unicodeScalars.contains(where: isHan), "\(name)")
        if let standard = key.standard, standard.contains(" "), !standard.hasPrefix("[") {
          #expect(
            JSONSchemaWriter.chineseStandards[standard] != nil || standard.hasPrefix("topic "), "\(name): \(standard)")
        }
      }
    }
  }

  private func isHan(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

  @Test("every key stands in a table of the documentation, under its name")
  func documented() throws {
    let pages = try ["rules.md", "map.md"].map { try text("docs/" + $0) }.joined()
    for part in Self.parts {
      for key in part.all {
        let isThere =
          pages.contains("`\(key)`") || pages.contains("{\(key): ") || pages.contains(", \(key)")
          || pages.contains("`{\(key)")
          || pages.contains("\(key), ")
        #expect(isThere, "\(part.name).\(key)")
      }
    }
  }

  @Test("the order of a rule's keys is that of the documentation")
  func order() throws {
    let page = try text("docs/rules.md")
    let start = try #require(page.firstRange(of: "\n## Rules\n"))
    let end = try #require(page.firstRange(of: "\n### Patterns\n"))
    let rows = page[start.upperBound..<end.lowerBound].split(separator: "\n").filter { $0.hasPrefix("| `") }
    let keys = rows.flatMap { row in
      row.split(separator: "|")[0].split(separator: "`").filter { !$0.allSatisfy { " ,".contains($0) } }.map(
        String.init)
    }
    #expect(keys == SchemaKeys.rule.all)
  }

  @Test("the files of docs/schema are what the table gives", arguments: JSONSchema.allCases)
  func committed(kind: JSONSchema) throws {
    #expect(try text("docs/schema/\(kind.rawValue).schema.json") == kind.text, "run scripts/make-schema")
  }

  @Test("every file of the shipped packs and of the design's pack fits its schema")
  func shipped() throws {
    var count = 0
    for folder in ["rules", "Tests/Cases/design"] {
      for file in try FileManager.default.subpathsOfDirectory(atPath: SharedData.repository + "/" + folder).sorted()
      where file.hasSuffix(".yaml") {
        count += 1
        let problems = try problems(try text(folder + "/" + file), Self.kind(of: file))
        #expect(problems == [], "\(file)")
      }
    }
    #expect(count > 20)
  }

  @Test(
    "what the loader takes the schema takes: the files of golden cases that give no error", arguments: GoldenCase.all)
  func golden(_ golden: GoldenCase) throws {
    let loaded = try golden.load()
    guard !loaded.findings.containsError else { return }
    for file in loaded.sources.all where file.path.hasSuffix(".yaml") {
      let problems = try problems(file.text(of: 0..<file.bytes.count), Self.kind(of: file.path))
      #expect(problems == [], "\(file.path)")
    }
  }

  @Test("the usual mistakes do not fit")
  func mistakes() throws {
    let rule = "rules:\n  - {id: a, category: early-sign, any: [欠薪]}\n"
    let cases: [(JSONSchema, String, String)] = [
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], ponits: 2"), "/rules/0/ponits: additionalProperties"),
      (.rules, rule.replacing("any: [欠薪]", with: "title: x"), "/rules/0: anyOf"),
      (.rules, rule.replacing("id: a, ", with: ""), "/rules/0/id: required"),
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], status: on"), "/rules/0/status: enum"),
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], from: 13-01"), "/rules/0/from: pattern"),
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], within: word"), "/rules/0/within: anyOf"),
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], within: clause"), "/rules/0: dependencies"),
      (.rules, rule.replacing("any: [欠薪]", with: "any: [欠薪], when: 气, patterns: {气: 瓦斯}"), "/rules/0: not"),
      (.rules, rule.replacing("early-sign", with: "prohibited"), "/rules/0/basis: required"),
      (.rules, "title: x\n" + rule, "/levels: required"),
      (.rules, "words: {a: []}\n", "/words/a: anyOf"),
      (.map, Self.map.replacing("lead: a}", with: "laed: a}"), "/routes/0/laed: additionalProperties"),
      (
        .map, Self.map.replacing("general: {read: 24h}", with: "general: {read: 24 天}"),
        "/deadlines/general/read: pattern"
      ),
      (.map, Self.map.replacing("{mon:", with: "{monday:"), "/calendar/seasons/0/hours/monday: pattern"),
      (.map, Self.map.replacing("default: duty\n", with: ""), "/default: required"),
      (.test, Self.tests.replacing("expect", with: "expected"), "/0/expect: required"),
      (.test, Self.tests.replacing("text: 欠薪", with: "views: many"), "/0/post/views: pattern"),
    ]
    #expect(try problems(rule, .rules) == [] && problems(Self.map, .map) == [] && problems(Self.tests, .test) == [])
    for (kind, text, expected) in cases {
      let found = try problems(text, kind)
      #expect(found.contains(expected), "\(text)\n\(found)")
    }
  }

  static func kind(of path: String) -> JSONSchema {
    path.hasSuffix("map.yaml") ? .map : path.hasSuffix(".test.yaml") ? .test : .rules
  }

  private func problems(_ text: String, _ kind: JSONSchema) throws -> [String] {
    let validator = SchemaValidator(root: .json(try #require(node(kind.text))))
    return try validator.problems(Value(try #require(node(text))))
  }

  private func node(_ text: String) -> YAMLNode? {
    var sources = SourceFiles()
    let file = sources.append(SourceFile(path: "a.yaml", text: text))
    return YAMLTree.read(file, in: sources, into: Findings())
  }

  private func text(_ path: String) throws -> String {
    String(
      decoding: try #require(FileManager.default.contents(atPath: SharedData.repository + "/" + path)), as: UTF8.self)
  }
}
