// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuExpression
import FenliuRules
import FenliuTestSupport
import Testing

@testable import FenliuLints

/// What lints must not say: each is a claim about all posts, and one counter-example makes it a lie.
struct ProofTests {
  private func codes(_ rules: String, head: String = "", files: [String: String] = [:]) throws -> [String] {
    let library = try TemporaryFolder()
    try library.write(
      "mine/rules.yaml", "fenliu: 1\ntitle: 示例\n\(head)levels: {general: total >= 1}\nrules:\n" + rules)
    try library.write(
      "mine/map.yaml",
      """
      fenliu: 1
      departments: {duty: {title: 总值班室, contact: 一楼, kind: help, around-the-clock: true}}
      default: duty
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}
      """)
    for (name, text) in files { try library.write("mine/" + name, text) }
    let loaded = try RuleLoader().load(pack: library.path + "/mine")
    let linter = try #require(PackLinter(loaded), "\(loaded.findings)")
    return linter.findings(at: LintCase.now).map(\.code.rawValue)
      .filter { !["rule-without-hit-example", "rule-without-miss-example", "unused-topic"].contains($0) }
  }

  private static let start = "  - id: r\n    category: early-sign\n"

  @Test(
    "a longer word is not called superfluous where it makes a difference",
    arguments: [
      // Every word has points of its own.
      "    any: [欠薪, 老板欠薪]\n    each: {max: 2}\n",
      // The shorter one may lie in what is allowed.
      "    any: [补贴, 住房补贴款]\n    allow: [住房补贴]\n    examples: {hit: [补贴], miss: [住房补贴]}\n",
      // Distances are counted from the ends of the hits.
      "    all: [[欠薪, 老板欠薪], [讨要]]\n    within: 3\n",
      // Letters match whole words.
      "    any: [spam, spammer]\n", "    any: [ok, o*k2]\n", "    any: [欠abc, abc薪*, bc]\n",
      // What denies stands within so many characters.
      "    any: [欠薪]\n    unless: [补发, 已经补发]\n", "    patterns: {a: [欠薪, 老板欠薪]}\n    when: count(a) >= 2\n",
    ])
  func longerWord(body: String) throws { #expect(try !codes(Self.start + body).contains("word-inside-word")) }

  @Test(
    "a longer word is called superfluous where it is",
    arguments: [
      "    any: [欠薪, 老板欠薪]\n", "    any: [欠薪, 老板…欠薪]\n", "    any: [薪, (欠|讨)薪]\n", "    any: [good, so good]\n",
      "    any: [发不出]\n    none: [欠薪, 老板欠薪]\n", "    any: [ab*, abc]\n",
      "    all: [[欠薪, 老板欠薪], [讨要]]\n    within: clause\n",
    ])
  func superfluous(body: String) throws { #expect(try codes(Self.start + body).contains("word-inside-word")) }

  @Test(
    "a rule is not called shadowed where it makes a difference",
    arguments: [
      ("    points: 2\n", "    points: 3\n"), ("    unless: [已结清]\n", ""), ("    none: [广告]\n", ""),
      ("    if: views > 10\n", ""), ("    from: 11-15\n", ""), ("    where: [title]\n", ""),
      ("    allow: [欠薪保障金]\n", ""), ("    status: shadow\n", ""), ("", "    points: 2 + log10(people)\n"),
      ("", "    points: -1\n"),
    ])
  func shadowed(wide: String, narrow: String) throws {
    let rules =
      "  - id: wide\n    category: early-sign\n    any: [欠薪]\n\(wide)"
      + "  - id: narrow\n    category: early-sign\n    any: [老板欠薪]\n\(narrow)"
    let found = try codes(rules)
    #expect(!found.contains("rule-shadowed") && !found.contains("rule-always-replaced"))
  }

  @Test(
    "a condition is called impossible only where it is",
    arguments: [
      ("views > 1000 and views < 500", true), ("views > 500 and views < 1000", false),
      ("views >= 5 and views <= 5", false),
      ("views > 5 and views <= 5", true), ("not (views >= 5) and not (views < 5)", false),
      ("views >= 0 and not (views >= 5) and not (views < 5)", true), ("views > reposts and views < reposts", true),
      ("views > reposts and reposts > 10", false), ("source in [a, b] and source in [c]", true),
      ("source in [a, b] and source in [b]", false), ("source in [a] and not (source in [a, b])", true),
      ("views = 3 and views != 3", true), ("views < 0", true), ("min(views, 3) > 3", true), ("2 > 3", true),
      ("2 < 3", false),
    ])
  func conditions(text: String, isImpossible: Bool) throws {
    let found = try codes(Self.start + "    any: [欠薪]\n    if: '\(text)'\n")
    #expect(found.contains("condition-never-holds") == isImpossible)
  }

  @Test(
    "a condition over patterns is called impossible only where it is",
    arguments: [
      ("a and not a", true), ("a and not b", false), ("near(a, b, 5) and not a", true),
      ("count(a) >= 2 and not a", true),
      ("before(a, b, post) and count(b) < 1", true), ("2 of * and not a", false),
    ])
  func patterns(text: String, isImpossible: Bool) throws {
    let found = try codes(Self.start + "    patterns: {a: [欠薪], b: [讨薪]}\n    when: '\(text)'\n")
    #expect(found.contains("condition-never-holds") == isImpossible)
  }

  @Test("a phrase of allow is let be where something can hit in it, be it a regex, a number or a word of 'none'")
  func allow() throws {
    for body in [
      "    any: [{regex: '欠.{0,2}薪'}]\n    allow: [欠发薪资]\n",
      "    any: [{number: people, units: [人]}]\n    allow: [十人以上单位]\n",
      "    any: [讨薪]\n    none: [广告]\n    allow: [广告公司]\n", "    any: [讨薪]\n    allow: [设立…专户]\n",
      "    any: [$w]\n    allow: [欠薪保障]\n",
    ] {
      #expect(try !codes(Self.start + body, head: "words: {w: [欠薪]}\n").contains("allow-without-word"), "\(body)")
    }
  }

  @Test("a word of 'unless' inside a word is let be where the word denies it itself")
  func unless() throws {
    #expect(try !codes(Self.start + "    any: [说好补发]\n    unless: [补发]\n").contains("word-in-unless"))
    #expect(try codes(Self.start + "    any: [工资补发]\n    unless: [补发]\n").contains("word-in-unless"))
  }

  @Test(
    "dots are called a gap only where three or more of one kind stand between two parts",
    arguments: [
      ("拖欠...工钱", true), ("拖欠......工钱", true), ("拖欠。。。工钱", true), ("拖欠．．．工钱", true), ("'拖欠...工钱'", true),
      ("拖欠..工钱", false), ("拖欠.。.工钱", false), ("拖欠工钱...", false), ("...拖欠工钱", false), ("拖欠…工钱", false),
      ("{regex: '拖欠...工钱'}", false),
    ])
  func dots(word: String, isTold: Bool) throws {
    #expect(try codes(Self.start + "    any: [欠薪, \(word)]\n").contains("dots-for-gap") == isTold)
  }

  @Test("dots are looked at wherever a word can stand")
  func dottedPlaces() throws {
    let rules = Self.start + "    all: [[欠薪, 甲...乙], $名单]\n    unless: [丙...丁]\n    allow: [欠薪...戊]\n"
    let found = try codes(
      rules, head: "allow: [欠薪...己]\nwords: {名单: {file: a.txt}}\n", files: ["a.txt": "庚\n辛...壬\n"])
    #expect(found.count { $0 == "dots-for-gap" } == 5)
  }

  @Test("dots are mended only where the loader takes what comes of it")
  func dotsMended() {
    #expect(DottedWords.withGaps("发不出...20...工资。。。吧") == "发不出…20…工资…吧")
    #expect(DottedWords.withGaps("发不出...300...工资") == nil)
    #expect(DottedWords.withGaps("(拖欠...欠)工资") == nil)
    #expect(DottedWords.withGaps("拖欠...工资...") == nil)
  }

  @Test("an item goes with its comma or its line, and an only one stays")
  func removal() throws {
    func removed(_ text: String, _ item: String) -> String? {
      var sources = SourceFiles()
      let file = sources.append(SourceFile(path: "mine/rules.yaml", text: text))
      guard let range = text.firstRange(of: item) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      let span = SourceSpan(file: file, range: start..<start + item.utf8.count)
      guard let fixIt = ItemRemoval.mend(span, in: sources).first else { return nil }
      var bytes = Array(text.utf8)
      bytes.removeSubrange(fixIt.span.range)
      return String(decoding: bytes, as: UTF8.self)
    }
    #expect(removed("a: [欠薪, 讨薪]", "欠薪") == "a: [讨薪]")
    #expect(removed("a: [欠薪, 讨薪 ]", "讨薪") == "a: [欠薪 ]")
    #expect(removed("a: [欠薪]", "欠薪") == nil)
    #expect(removed("a:\n  - 欠薪\n  - 讨薪   # c\n", "讨薪") == "a:\n  - 欠薪\n")
    #expect(removed("a:\n  - 欠薪\n  - 讨薪\n", "欠薪") == "a:\n  - 讨薪\n")
    #expect(removed("a:\n  - 欠薪\nb:\n  - c\n", "欠薪") == nil)
    #expect(removed("a: 欠薪\n", "欠薪") == nil)
  }

  @Test("a list of a hundred thousand words, each beginning with the one before, is gone through in seconds")
  func manyWords() throws {
    var words: [String] = []
    let characters = (0..<300).map { String(Unicode.Scalar(0x4E00 + $0)!) }
    for first in characters {
      for second in characters { words.append(first + second) }
    }
    words += (1...1_000).map { String(repeating: "哈", count: $0 % 40 + 3) + String($0) }
    let start = ContinuousClock.now
    let found = try codes(
      Self.start + "    any: [$many]\n", head: "include: [many.txt]\n",
      files: ["many.txt": words.joined(separator: "\n")])
    // Debug builds are some twenty times slower than release builds.
    #expect(ContinuousClock.now - start < .seconds(60))
    #expect(!found.contains("word-inside-word"))
  }
}
