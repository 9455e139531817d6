// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuEvasion
import FenliuExpression
import FenliuModel
import FenliuRules
import FenliuTestSupport
import Testing

struct RuleSetTests {
  private func load(_ rule: String, top: String = "") throws -> (rules: RuleSet?, report: String) {
    let text = """
      fenliu: 1
      title: 示例
      \(top)
      topics: {labour.wages: 工资拖欠}
      categories: {praise: {title: 表扬, cap: 3, floor: general}, early-sign: {cap: 5}}
      words:
        settled: [已补发, 已结清]
        long: {words: [甲, 乙], allow: [甲级]}
      rules:
      \(rule)
      levels: {重大: total >= 5, general: total >= 1}

      """
    let loaded = try Library.load(["mine/rules.yaml": text])
    var renderer = DiagnosticRenderer(files: loaded.sources, language: .english)
    return (loaded.rules, renderer.text(for: loaded.diagnostics.filter { $0.code.rawValue != "topic-only-default" }))
  }

  @Test("what a rule leaves out has its default")
  func defaults() throws {
    let (rules, report) = try load("  - {id: a, category: early-sign, any: [欠薪]}")
    #expect(report == "")
    let set = try #require(rules)
    let rule = try #require(set.rules.first)
    #expect(set.language == .chinese && set.scripts == ["han", "latin"] && set.weights == .init())
    #expect(rule.status == .active && rule.fields == .usual && rule.points == .constant(1) && rule.each == nil)
    #expect(rule.unless == nil && rule.allow.isEmpty && rule.topic == nil && rule.name == "a")
  }

  @Test(
    "a value that a key does not take is told with all that it takes",
    arguments: [
      ("status: 试用", "active, shadow, draft, deprecated"), ("where: 正文", "title, text, own, quoted, repost, tag"),
      ("polarity: 否定", "affirmed, negated, any"),
    ])
  func unknownValue(line: String, values: String) throws {
    let (_, report) = try load("  - {id: a, category: early-sign, any: [欠薪], \(line)}")
    #expect(report.contains("takes \(values) [unknown-value]"))
  }

  @Test("every key of a rule arrives in the model")
  func allKeys() throws {
    let (rules, report) = try load(
      """
        - id: b
          category: trend
          any: [工人]
        - id: 欠薪-1
          title: 拖欠工资
          category: 表扬
          topic: 工资拖欠
          status: shadow
          points: 2 + log10(people)
          each: {max: 3}
          where: title
          polarity: affirmed
          if: source in [weibo] and views > 1000
          from: 11-01
          until: 03-15
          unless: {any: [$settled], within: 5 characters}
          allow: [欠薪应急周转金]
          replaces: [b]
          owner: 综合办
          basis: 条例
          note: 试行
          any: [欠薪, $settled, {regex: '欠.薪'}]
          all: [[工人, 矿工], {number: people, units: [名, 人], least: 5}]
          within: clause
          none: [假的]
          near: {of: [老板, [跑, 逃]], within: 6}
          examples: {hit: [a], miss: [b], miss-far: c, todo-hit: [d], todo-miss: [e]}
      """)
    #expect(report == "")
    let rule = try #require(rules?.rules.last)
    #expect(rule.key == "欠薪-1" && rule.title == "拖欠工资" && rule.category.index == 6 && rule.topic?.index == 0)
    #expect(rule.status == .shadow && rule.each == 3 && rule.fields == .title && rule.replaces == [RuleID(0)])
    #expect(rule.polarity == .affirmed && rules?.rules[0].polarity == .any)
    #expect(rule.points == .sum(.constant(2), .log10(.variable(.people))))
    #expect(rule.from == .init(year: nil, month: 11, day: 1) && rule.until == .init(year: nil, month: 3, day: 15))
    #expect(rule.unless?.within == .characters(5) && rule.allow.map(\.written) == ["欠薪应急周转金"])
    #expect(rule.owner == "综合办" && rule.basis == "条例" && rule.note == "试行")
    #expect(rule.examples.map(\.kind) == [.hit, .miss, .missFar, .todoHit, .todoMiss])
    guard case .lines(let lines) = rule.body else {
      Issue.record("not lines")
      return
    }
    #expect(lines.any.count == 3 && lines.all.count == 2 && lines.allWithin == .clause && lines.none.count == 1)
    #expect(lines.near.first?.within == .characters(6) && lines.near.first?.lines.map(\.count) == [1, 2])
    guard case .number(let number) = lines.all[1][0] else {
      Issue.record("not a number")
      return
    }
    #expect(number.name == .people && number.least == 5 && number.units == ["名", "人"])
  }

  @Test("when joins named patterns")
  func conditions() throws {
    let (rules, report) = try load(
      """
        - id: a
          category: trend
          patterns: {欠: [欠薪, 讨薪], 久: {regex: '\\d+个月'}, 多: $long}
          when: (欠 and 久) or (2 of * and before(欠, 多, sentence))
      """)
    #expect(report == "")
    guard case .when(let condition, let patterns)? = rules?.rules.first?.body else {
      Issue.record("not a condition")
      return
    }
    #expect(patterns.map(\.name) == ["欠", "久", "多"])
    guard case .or(.and(.hits, .hits), .and(.atLeast(2, let all), .before)) = condition else {
      Issue.record("\(condition)")
      return
    }
    #expect(all.count == 3)
  }

  @Test("categories, lists, weights, negators and levels arrive in the model")
  func pack() throws {
    let (rules, report) = try load(
      "  - {id: a, category: early-sign, any: [$long]}",
      top: "weights: {title: 2, opening: 1.5}\nnegators: [从未]\nallow: [欠薪者]\nlang: en\nlanguages: [han]\nowner: 综合办")
    #expect(report == "")
    let set = try #require(rules)
    #expect(set.categories.count == 7 && set.categories[6].key == "praise" && set.categories[6].floor == .general)
    #expect(set.categories[0].cap == Points(5) && set.categories[0].title == "苗头")
    #expect(set.lists.map(\.name) == ["settled", "long"] && set.lists[1].allow.map(\.written) == ["甲级"])
    #expect(set.weights.title == Points(2) && set.weights.opening == Points(1.5))
    #expect(set.negators == ["从未"] && set.allow.map(\.written) == ["欠薪者"])
    #expect(set.language == .english && set.scripts == ["han"] && set.owner == "综合办")
    #expect(set.levels.map(\.level) == [.major, .general])
  }

  @Test("a rule in error is set aside, and naming it elsewhere is no second mistake")
  func setAside() throws {
    let (rules, report) = try load(
      """
        - {id: a, category: trnd, any: [欠薪]}
        - {id: b, category: trend, any: [讨薪], replaces: [a]}
      """)
    #expect(rules?.rules.map(\.key) == ["b"])
    #expect(report.split(separator: "\n").filter { $0.contains("error") }.count == 1)
  }

  @Test("an unquoted word with a colon, and one in brackets, say how to quote it")
  func quoting() throws {
    let (_, report) = try load("  - {id: a, category: trend, any: [老板说: 没钱, [求助]]}")
    #expect(report.contains("write '老板说: 没钱'") && report.contains("write '[求助]'"))
  }

  @Test("the carets of a regex and an expression stand under what they mean, inside quotes too")
  func innerPlaces() throws {
    let (_, report) = try load(
      """
        - {id: a, category: trend, any: [{regex: 'it''s (欠'}], points: '2 + peple'}
      """)
    #expect(report.contains("rules.yaml:10:53: error: the regex cannot be read: missing closing parenthesis"))
    #expect(report.contains("rules.yaml:10:71: error: no value or function is named 'peple'"))
  }

  @Test(
    "words that full-width signs hold together are mended into a list, however they are written",
    arguments: [
      "any: [欠薪，讨薪]", "any: [“欠薪”，“讨薪”]", "any: [“欠薪”, 讨薪]", "any: 欠薪，讨薪", "any:\n      - 欠薪，讨薪",
      "any:\n      - “欠薪”\n      - 讨薪", "any： [欠薪, 讨薪]",
    ])
  func fullWidth(line: String) throws {
    let text = """
      fenliu: 1
      title: 示例
      rules:
        - id: a
          category: trend
          \(line)
      levels: {general: total >= 1}

      """
    let loaded = try Library.load(["mine/rules.yaml": text])
    #expect(Set(loaded.diagnostics.map(\.code.rawValue)) == ["full-width-sign"])
    let fixed = FixApplier.apply(loaded.diagnostics, to: loaded.sources)
    let bytes = try #require(fixed.values.first)
    let again = try Library.load(bytes: ["mine/rules.yaml": bytes])
    #expect(again.diagnostics.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    guard case .lines(let lines)? = again.rules?.rules.first?.body else {
      Issue.record("no rule")
      return
    }
    let words = lines.any.compactMap { if case .word(let word) = $0 { word.written } else { nil } }
    #expect(words == ["欠薪", "讨薪"])
  }

  @Test("signs in quotes are the author's own")
  func quotedSigns() throws {
    let (rules, report) = try load(
      "  - {id: a, category: trend, any: ['走了，别找', \"“欠薪”\"], examples: {hit: [他说，“走了，别找”]}}")
    #expect(report == "" && rules?.rules.count == 1)
  }

  @Test("where names zones; danger and prohibited look elsewhere than others")
  func zones() throws {
    func fields(_ category: String, _ line: String) throws -> FieldSet? {
      let rest = category == "prohibited" ? ", owner: 甲, basis: 乙, examples: {hit: 砍死你, miss: 他说砍死你}, unless: [他说]" : ""
      return try load("  - {id: a, category: \(category), any: [砍死你]\(line)\(rest)}").0?.rules.first?.fields
    }
    #expect(try fields("trend", "") == [.title, .own, .tag])
    #expect(try fields("trend", ", where: [own, quoted]") == [.own, .quoted])
    #expect(try fields("trend", ", where: [text]") == .text)
    #expect(try fields("danger", "") == .urgent)
    #expect(try fields("danger", ", where: [title]") == .title)
    for line in ["", ", where: [title]", ", where: [own]", ", where: [title, own, tag]"] {
      let fields = try #require(try fields("prohibited", line))
      #expect(fields.isDisjoint(with: .ofOthers) && !fields.isEmpty)
    }
    for zone in ["quoted", "repost", "text"] {
      let (_, report) = try load(
        "  - {id: a, category: prohibited, any: [砍死你], where: [own, \(zone)], owner: 甲, basis: 乙, "
          + "examples: {hit: 砍死你, miss: 他说砍死你}, unless: [他说]}")
      #expect(report.contains("a prohibited rule cannot depend on '\(zone)' [prohibited-condition]"))
    }
  }

  @Test("words in disguise are asked for by a file, a rule and a list, each overruling the one before")
  func evasion() throws {
    let rest = "rules: [{id: c, category: trend, any: [丙]}, {id: d, category: trend, any: [丁], evasion: []}]"
    let loaded = try Library.load([
      "mine/rules.yaml": """
      fenliu: 1
      title: 示例
      include: [more.yaml]
      words: {plain: {words: [甲], evasion: []}, other: [乙]}
      rules:
        - {id: a, category: trend, any: [$plain, $other], evasion: [look-alikes, gaps]}
        - {id: b, category: trend, any: [乙]}
      levels: {general: total >= 1}

      """, "mine/more.yaml": "evasion: [pinyin]\n\(rest)\n",
    ])
    let rules = try #require(loaded.rules)
    #expect(rules.rules.map(\.evasion) == [Tricks([.gaps, .lookAlikes]), [], Tricks(.pinyin), []])
    #expect(rules.lists.map(\.evasion) == [[], nil])
    let (_, report) = try load("  - {id: a, category: trend, any: [欠薪], evasion: [gap, homophones]}")
    #expect(report.contains("'gap'") && report.contains("did you mean 'gaps'?"))
  }
}
