// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuTestSupport
import Testing

@testable import FenliuRules

struct YAMLTreeTests {
  private func read(_ text: String) -> (node: YAMLNode?, findings: [Diagnostic], files: SourceFiles) {
    var files = SourceFiles()
    let file = files.append(SourceFile(path: "rules.yaml", text: text))
    let findings = Findings()
    let node = YAMLTree.read(file, in: files, into: findings)
    return (node, findings.all, files)
  }

  @Test("keys and values know their bytes, also behind Chinese text")
  func places() {
    let marked = MarkedText(
      "标题: «矿山»\nrules:\n  - «id»: 'a ''b''»'\n    any: [«欠薪», 讨薪]\n".replacing("»'\n", with: "'\n"))
    let (node, findings, _) = read(marked.text)
    #expect(findings.isEmpty)
    let rules = node?.mapping?[1].value.sequence
    #expect(node?.mapping?[0].value.span.range == marked.ranges[0])
    #expect(rules?[0].mapping?[0].keySpan.range == marked.ranges[1])
    #expect(rules?[0].mapping?[1].value.sequence?[0].span.range == marked.ranges[2])
    #expect(rules?[0].mapping?[0].value.scalar?.text == "a 'b'")
  }

  @Test("a part of a text knows its bytes, through quotes, escapes and folded lines")
  func innerPlaces() {
    for (text, part) in [
      ("a: x «\\d» y", "\\d"), ("a: 'x ''«\\d»'''", "\\d"), ("a: \"x\\t\\u4f60 «d»\"", "d"),
      ("a: >\n  x\n  «\\d» y\n", "\\d"),
    ] {
      let marked = MarkedText(text)
      let (node, findings, _) = read(marked.text)
      #expect(findings.isEmpty)
      let scalar = node?.mapping?[0].value.scalar
      let found = scalar?.text.utf8.firstRange(of: part.utf8)
      guard let scalar, let found else {
        Issue.record("no \(part) in \(text)")
        continue
      }
      let low = scalar.text.utf8.distance(from: scalar.text.startIndex, to: found.lowerBound)
      let span = scalar.span(of: low..<low + part.utf8.count)
      #expect(span.range == marked.ranges[0], "\(text)")
    }
  }

  /// A text with the place of its slip, the code, and the text as `--fix` leaves it.
  static let slips: [(String, String, String)] = [
    ("any:\n  - «*欠薪»\n  - b", "text-needs-quotes", "any:\n  - '*欠薪'\n  - b"),
    ("any:\n  - «*word»\n  - b", "yaml-alias", "any:\n  - '*word'\n  - b"),
    ("any: [a, «&欠薪 x», b]", "text-needs-quotes", "any: [a, '&欠薪 x', b]"),
    ("any: [a, «&x 欠薪», b]", "yaml-anchor", "any: [a, '&x 欠薪', b]"),
    ("any: [a, «!重要»]", "text-needs-quotes", "any: [a, '!重要']"),
    ("any:\n  - «!x y»", "yaml-tag", "any:\n  - '!x y'"),
    ("any:\n  - «@矿务局 欠薪» # c", "text-needs-quotes", "any:\n  - '@矿务局 欠薪' # c"),
    ("any: [«@a», «@b»]", "text-needs-quotes", "any: ['@a', '@b']"),
    ("title: «%折»", "text-needs-quotes", "title: '%折'"),
    ("any:\n  - «[求助]工资»\n  - b", "text-needs-quotes", "any:\n  - '[求助]工资'\n  - b"),
    ("any: [a, «[求助]工资», b]", "text-needs-quotes", "any: [a, '[求助]工资', b]"),
    ("any:\n  - «'说'话»\n  - b", "text-needs-quotes", "any:\n  - '''说''话'\n  - b"),
    ("any:\n  - «\"你好\" 他说»", "text-needs-quotes", "any:\n  - '\"你好\" 他说'"),
    ("any:\n  - «'说»\n  - b", "text-needs-quotes", "any:\n  - '''说'\n  - b"),
    ("any:\n  - «>50人»\n  - b", "text-needs-quotes", "any:\n  - '>50人'\n  - b"),
    ("any: [a, {regex: «\"\\d+人\"»}]", "regex-not-quoted", "any: [a, {regex: '\\d+人'}]"),
    ("any: [{regex: «a{2,3}»}, b]", "regex-not-quoted", "any: [{regex: 'a{2,3}'}, b]"),
    ("any: [{regex: «[一二]+个»}, b]", "regex-not-quoted", "any: [{regex: '[一二]+个'}, b]"),
    (
      "- {id: a, points: «2 + max(people, 3)», any: [b]}", "flow-comma",
      "- {id: a, points: '2 + max(people, 3)', any: [b]}"
    ),
    ("- {id: a, if: «source in [weibo, tieba]»}", "flow-comma", "- {id: a, if: 'source in [weibo, tieba]'}"),
    ("any: [a, «#讨薪», b]\ntopic: x", "emptied-by-hash", "any: [a, '#讨薪', b]\ntopic: x"),
    ("- any: [a, «#讨薪»]\n- b", "emptied-by-hash", "- any: [a, '#讨薪']\n- b"),
    ("- any: [«#讨薪»]\n\n- b", "emptied-by-hash", "- any: ['#讨薪']\n\n- b"),
    ("- any: [a,«#讨薪»]\n  topic: x\n- b", "emptied-by-hash", "- any: [a,'#讨薪']\n  topic: x\n- b"),
    ("any:\n  - «#讨薪»\n  - b", "emptied-by-hash", "any:\n  - '#讨薪'\n  - b"),
    ("title: «#5 mine»\na: b", "emptied-by-hash", "title: '#5 mine'\na: b"),
    ("title«：»矿山\na: b", "full-width-sign", "title: 矿山\na: b"),
    ("levels«：»\n  general: total", "full-width-sign", "levels:\n  general: total"),
    ("- id: a\n  examples«：»{hit: [b c]}\n", "full-width-sign", "- id: a\n  examples: {hit: [b c]}\n"),
    (
      "- id: a\n  examples«：»{hit: b,\n    miss: c}\n", "full-width-sign",
      "- id: a\n  examples: {hit: b,\n    miss: c}\n"
    ),
    ("- id: a\n  any«：» ['b', c]\n", "full-width-sign", "- id: a\n  any: ['b', c]\n"),
    ("- x: {hit«：»[b], miss«：» [c]}", "full-width-sign", "- x: {hit: [b], miss: [c]}"),
    ("- a: b\n  x«：»{hit«：»[b]«，» miss«：»[c]}", "full-width-sign", "- a: b\n  x: {hit: [b], miss: [c]}"),
    ("- x: {hit«：»{b: c}}", "full-width-sign", "- x: {hit: {b: c}}"),
    ("- x: {\n    hit«：»[b]«，»\n    miss«：»[c]}", "full-width-sign", "- x: {\n    hit: [b],\n    miss: [c]}"),
    ("- x: {hit: [b]«，»miss: [c]}", "full-width-sign", "- x: {hit: [b], miss: [c]}"),
    ("- x: {hit: b«，»miss«：»[c]}", "full-width-sign", "- x: {hit: b, miss: [c]}"),
    ("- x: ['b'«，» 'c'«，»d]", "full-width-sign", "- x: ['b', 'c', d]"),
    ("- x: [{regex: «通知：[一二]»}]", "regex-not-quoted", "- x: [{regex: '通知：[一二]'}]"),
    ("- {id: a«，»any: [b]}", "full-width-sign", "- {id: a, any: [b]}"),
    ("title«:»矿山\na: b", "colon-needs-space", "title: 矿山\na: b"),
    ("note: «他说: 不发: 钱»\na: b", "word-with-colon", "note: '他说: 不发: 钱'\na: b"),
  ]

  @Test("a slip that YAML stumbles over is named where it stands, and its mend loads clean", arguments: slips)
  func mends(marked: String, code: String, mended: String) {
    let marked = MarkedText(marked)
    let (node, findings, files) = read(marked.text)
    #expect(node != nil)
    #expect(findings.map(\.code.rawValue) == marked.ranges.map { _ in code })
    #expect(findings.map(\.span?.range) == marked.ranges)
    let fixed = FixApplier.apply(findings, to: files)
    let text = String(decoding: fixed[FileID(index: 0)] ?? [], as: UTF8.self)
    #expect(text == mended)
    #expect(read(text).findings.isEmpty)
  }

  @Test("several slips of one file are all named, each at its own place")
  func manySlips() {
    let marked = MarkedText("title«：»矿山\nany:\n  - «@a»\n  - «*欠薪»\n  - {regex: «\"\\d\"»}\nnote: «%»\n«note»: x\n")
    let (_, findings, _) = read(marked.text)
    #expect(Set(findings.compactMap(\.span?.range)) == Set(marked.ranges))
    #expect(findings.count == 6)
  }

  static let broken: [(String, String)] = [
    ("a: b\n«c»\nd: e", "yaml-syntax"), ("a: [b, c\nd: e«»", "yaml-syntax"), ("a:\n«\t»b: c", "tab-indent"),
    ("«»", "yaml-empty"),
    ("«»# nothing\n", "yaml-empty"), ("a: b\n«---»\nc: d", "yaml-several-documents"), ("a: b\n«a»: c", "duplicate-key"),
    ("? «[a]»\n: b", "yaml-key-not-text"), ("a: «&x »[b]", "yaml-anchor"),
  ]

  @Test("what cannot be read has one message", arguments: broken)
  func unreadable(marked: String, code: String) {
    let (_, findings, _) = read(MarkedText(marked).text)
    #expect(findings.map(\.code.rawValue) == [code])
  }

  @Test(
    "a bracket or brace without an end is shown where it was opened, too",
    arguments: ["a: «[»b, c\nd: e", "a: «{»b: c\n", "- x: [y]\n- z: «[»(甲|乙)…丙, 丁\n"])
  func unclosed(marked: String) {
    let marked = MarkedText(marked)
    let (_, findings, _) = read(marked.text)
    #expect(findings.map(\.code.rawValue) == ["yaml-syntax"])
    #expect(findings.flatMap(\.related).map(\.span.range) == marked.ranges)
  }

  @Test("deep nesting is an error, not a crash")
  func deep() {
    let (_, findings, _) = read(String(repeating: "[", count: 900) + String(repeating: "]", count: 900))
    #expect(findings.map(\.code.rawValue) == ["yaml-too-deep"])
  }

  @Test("bytes that nobody wrote on purpose end in a report, never in a crash", arguments: Seeds.standard)
  func hostile(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "a", ": ", "- ", "\n", "\r\n", "\r", "  ", "[", "]", "{", "}", ",", "'", "\"", "#", "&x ", "*", "!", "：", "欠薪",
      "@", "|", ">",
      "regex: ", "\\", "\t", "%",
    ]
    for _ in 0..<200 {
      let count = Int.random(in: 1...30, using: &random)
      let text = (0..<count).map { _ in pieces.randomElement(using: &random)! }.joined()
      let (node, findings, files) = read(text)
      #expect(node != nil || findings.containsError)
      for finding in findings {
        let range = finding.span!.range
        #expect(range.upperBound <= files.all[0].bytes.count)
      }
    }
  }
}
