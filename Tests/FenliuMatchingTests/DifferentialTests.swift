// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuMatching

@Suite("Matcher against oracle")
struct DifferentialTests {
  @Test("the matcher finds what the oracle finds", arguments: Seeds.standard)
  func agrees(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<6 {
      let set = Random.ruleSet(using: &random)
      let gated = try Matcher(set)
      let ungated = try Matcher(set, gating: false)
      var scratch = MatchScratch(gated)
      var otherScratch = MatchScratch(ungated)
      for _ in 0..<16 {
        let title = Sample.normalized(Bool.random(using: &random) ? Random.text(8, using: &random) : "")
        let text = Sample.normalized(Random.text(40, using: &random))
        let facts = PostFacts(date: Sample.date)
        let expected = Oracle(set, title: title, text: text, facts: facts).found()
        let found = shown(gated, set, title, text, facts, &scratch)
        #expect(
          found.rules == expected.rules,
          "\(String(decoding: title.bytes, as: UTF8.self)) | \(String(decoding: text.bytes, as: UTF8.self))")
        #expect(
          found.withdrawn == expected.withdrawn, "\(String(decoding: text.bytes, as: UTF8.self).debugDescription)")
        let other = shown(ungated, set, title, text, facts, &otherScratch)
        #expect(found.rules == other.rules)
        #expect(found.withdrawn == other.withdrawn)
      }
    }
  }

  private func shown(
    _ matcher: Matcher, _ set: RuleSet, _ title: NormalizedText, _ text: NormalizedText, _ facts: PostFacts,
    _ scratch: inout MatchScratch
  ) -> (rules: [String], withdrawn: [String]) {
    var matches = Matches()
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    func hit(_ hit: Hit) -> OracleHit {
      let bytes = (hit.field == .title ? title : text).bytes
      let start = bytes[..<hit.range.lowerBound].count { $0 & 0xC0 != 0x80 }
      let count = bytes[hit.range].count { $0 & 0xC0 != 0x80 }
      let source = matcher.sources[Int(hit.source.index)]
      let written = source.written.hasPrefix("number") ? "\(source.written)@\(source.origin.line)" : source.written
      return OracleHit(field: hit.field, range: start..<start + count, written: written)
    }
    #expect(matches.incomplete == [])
    let rules = matches.matches.map { match in
      let hits = matches.hits[match.hits].map(hit)
      return "\(set.rules[match.rule.index].key): \(hits.sorted().map(\.description).joined(separator: " "))"
    }
    let withdrawals = matches.withdrawals.map { ($0.rule, hit($0.hit), hit($0.by)) }.sorted {
      ($0.0, $0.1) < ($1.0, $1.1)
    }
    return (rules, withdrawals.map { "\(set.rules[$0.index].key): \($1) by \($2.field.key)\($2.range)" })
  }
}

/// Rules and texts over so few characters that they meet.
enum Random {
  private static let pieces = [
    "拖", "欠", "工", "资", "薪", "结", "清", "，", "。", ",", ".", "3", "5", "12", "a", "b", "ab", " ", "没", "不", "？", "\n",
    "吗", "承诺",
    "三十人", "2名", "不久", "Ａ", "薪資", "多", "…", "😀", "é", "ไ",
  ]
  private static let letters = ["拖", "欠", "工", "资", "薪", "结", "清", "a", "b", "3", "é"]

  static func text(_ count: Int, using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  private static func literal(_ count: Int, using random: inout SplitMix64) -> String {
    (0..<Int.random(in: 1...count, using: &random)).map { _ in letters.randomElement(using: &random)! }.joined()
  }

  static func word(using random: inout SplitMix64) -> String {
    switch Int.random(in: 0..<8, using: &random) {
    case 0..<4: return literal(2, using: &random) + (Int.random(in: 0..<6, using: &random) == 0 ? "*" : "")
    case 4: return "(\(literal(2, using: &random))|\(literal(3, using: &random)))"
    default:
      var result = literal(1, using: &random)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let gap = Bool.random(using: &random) ? "…" : "…\(Int.random(in: 1...4, using: &random))…"
        let part =
          Bool.random(using: &random)
          ? literal(1, using: &random) : "(\(literal(1, using: &random))|\(literal(2, using: &random)))"
        result += gap + part
      }
      return result
    }
  }

  private static func pattern(using random: inout SplitMix64) -> Pattern {
    switch Int.random(in: 0..<14, using: &random) {
    case 0: Sample.people([nil, 5, 30].randomElement(using: &random)!)
    case 1: .list(WordListID(0))
    case 2: .list(WordListID(1))
    case 3:
      Sample.regex(["拖[^。]{0,3}工", "(?:薪|工)资", "a+b?", "[欠薪]\\s*[结清]", "資$", "\\d人?"].randomElement(using: &random)!)
    default: Sample.pattern(word(using: &random))
    }
  }

  private static func line(using random: inout SplitMix64) -> Line {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in pattern(using: &random) }
  }

  private static func within(using random: inout SplitMix64) -> Proximity {
    [.characters(0), .characters(2), .characters(5), .clause, .sentence, .post].randomElement(using: &random)!
  }

  private static func condition(_ patterns: Int, depth: Int, using random: inout SplitMix64) -> Condition {
    func index() -> PatternIndex { PatternIndex(Int.random(in: 0..<patterns, using: &random)) }
    switch Int.random(in: 0..<(depth > 0 ? 8 : 5), using: &random) {
    case 0: return .hits(index())
    case 1: return .near(index(), index(), within(using: &random))
    case 2: return .before(index(), index(), within(using: &random))
    case 3: return .compare(.count(index()), .atLeast, .constant(2))
    case 4: return .atLeast(2, of: (0..<patterns).map { PatternIndex($0) })
    case 5: return .not(condition(patterns, depth: depth - 1, using: &random))
    case 6:
      return .and(
        condition(patterns, depth: depth - 1, using: &random), condition(patterns, depth: depth - 1, using: &random))
    default:
      return .or(
        condition(patterns, depth: depth - 1, using: &random), condition(patterns, depth: depth - 1, using: &random))
    }
  }

  private static func rule(_ key: String, using random: inout SplitMix64) -> Rule {
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    var rule: Rule
    if chance(4) {
      let patterns = (0..<3).map { _ in line(using: &random) }
      rule = Sample.rule(key, when: condition(3, depth: 2, using: &random), patterns)
    } else {
      let hasAll = chance(2)
      let lines = { (random: inout SplitMix64) in
        (0..<Int.random(in: 1...3, using: &random)).map { _ in line(using: &random) }
      }
      rule = Sample.rule(
        key, any: hasAll && !chance(4) ? [] : line(using: &random), all: hasAll ? lines(&random) : [],
        within: within(using: &random), none: chance(4) ? [Sample.pattern(word(using: &random))] : [],
        near: chance(5) ? [Rule.Near(lines: lines(&random), within: within(using: &random))] : [])
    }
    if chance(4) { rule.category = .danger }
    if chance(3) { rule.unless = .init(any: line(using: &random), within: within(using: &random)) }
    if chance(3) { rule.allow = [Sample.word(word(using: &random))] }
    if chance(5) { rule.fields = chance(2) ? .title : .text }
    return rule
  }

  static func ruleSet(using random: inout SplitMix64) -> RuleSet {
    var set = RuleSet(title: "random")
    set.lists = (0..<2).map { index in
      WordList(
        name: "list\(index)", words: (0..<3).map { _ in Sample.word(word(using: &random)) },
        allow: index == 0 ? [Sample.word(word(using: &random))] : [])
    }
    set.rules = (0..<6).map { rule("r\($0)", using: &random) }
    if Bool.random(using: &random) { set.allow = [Sample.word(word(using: &random))] }
    set.negators = ["多"]
    return set
  }
}
