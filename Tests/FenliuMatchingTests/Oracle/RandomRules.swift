// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel

@testable import FenliuMatching

/// Rules and texts over so few characters that they meet.
enum Random {
  private static let pieces = [
    "拖", "欠", "工", "资", "薪", "结", "清", "，", "。", ",", ".", "3", "5", "12", "a", "b", "ab", " ", "没", "不", "？", "\n",
    "吗", "承诺",
    "三十人", "2名", "全拖", "整工", "安全", "第", "不久", "Ａ", "薪資", "多", "…", "😀", "é", "ไ", "“", "”", "「", "」", "#", "#", "@",
    "//@", ">", "\n>", "他说：",
    "转发：", "www.a ", "http://b ", "www.", "http://薪a.b", "www.欠薪.ab", ".ab", ".公司",
  ]
  private static let letters = ["拖", "欠", "工", "资", "薪", "结", "清", "a", "b", "3", "é"]

  static func text(_ count: Int, using random: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in pieces.randomElement(using: &random)! }.joined()
  }

  private static func literal(_ count: Int, using random: inout some RandomNumberGenerator) -> String {
    (0..<Int.random(in: 1...count, using: &random)).map { _ in letters.randomElement(using: &random)! }.joined()
  }

  static func word(using random: inout some RandomNumberGenerator) -> String {
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

  private static func pattern(using random: inout some RandomNumberGenerator) -> Pattern {
    switch Int.random(in: 0..<15, using: &random) {
    case 0, 14: Sample.people([nil, 5, 30].randomElement(using: &random)!)
    case 1: .list(WordListID(0))
    case 2: .list(WordListID(1))
    case 3:
      Sample.regex(["拖[^。]{0,3}工", "(?:薪|工)资", "a+b?", "[欠薪]\\s*[结清]", "資$", "\\d人?"].randomElement(using: &random)!)
    default: Sample.pattern(word(using: &random))
    }
  }

  private static func line(using random: inout some RandomNumberGenerator) -> Line {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in pattern(using: &random) }
  }

  private static func within(using random: inout some RandomNumberGenerator) -> Proximity {
    [.characters(0), .characters(2), .characters(5), .clause, .sentence, .post].randomElement(using: &random)!
  }

  private static func condition(_ patterns: Int, depth: Int, using random: inout some RandomNumberGenerator)
    -> Condition
  {
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

  private static func rule(_ key: String, using random: inout some RandomNumberGenerator) -> Rule {
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    var rule: Rule
    if chance(4) {
      let patterns = (0..<3).map { _ in line(using: &random) }
      rule = Sample.rule(key, when: condition(3, depth: 2, using: &random), patterns)
    } else {
      let hasAll = chance(2)
      func lines() -> [Line] { (0..<Int.random(in: 1...3, using: &random)).map { _ in line(using: &random) } }
      rule = Sample.rule(
        key, any: hasAll && !chance(4) ? [] : line(using: &random), all: hasAll ? lines() : [],
        within: within(using: &random), none: chance(4) ? [Sample.pattern(word(using: &random))] : [],
        near: chance(5) ? [Rule.Near(lines: lines(), within: within(using: &random))] : [])
    }
    if chance(4) { rule.category = .danger }
    if chance(3) { rule.unless = .init(any: line(using: &random), within: within(using: &random)) }
    if chance(3) { rule.allow = [Sample.word(word(using: &random))] }
    if chance(2) {
      rule.fields = [.title, .text, .usual, .own, .quoted, .repost, .tag, .urgent].randomElement(using: &random)!
      rule.polarity = [.any, .any, .affirmed, .negated].randomElement(using: &random)!
    }
    return rule
  }

  /// Words that stand for people: a list's, by no tag or one that some of its words carry, and some of its own.
  private static func collective(using random: inout some RandomNumberGenerator) -> CollectiveLine {
    let list = [nil, WordListID(0), WordListID(1)].randomElement(using: &random)!
    let tags = list != nil && Bool.random(using: &random) ? ["class": 30, "room": 4] : [:]
    let words = list == nil || Bool.random(using: &random) ? ["全拖", "整工", word(using: &random)] : []
    return CollectiveLine(
      list: list, tags: tags, words: words.map { Sample.word($0, line: OracleHit.collectiveLine) },
      people: [4, 5, 30, 200].randomElement(using: &random)!,
      origin: Sample.origin)
  }

  static func ruleSet(using random: inout some RandomNumberGenerator) -> RuleSet {
    var set = RuleSet(title: "random")
    set.lists = (0..<2).map { index in
      WordList(
        name: "list\(index)",
        words: (0..<3).map { place in
          var word = Sample.word(word(using: &random), line: OracleHit.collectiveLine)
          word.tags = [["class"], ["room", "other"], []][place]
          return word
        },
        allow: index == 0 ? [Sample.word(word(using: &random))] : [])
    }
    set.collective = (0..<Int.random(in: 0...2, using: &random)).map { _ in collective(using: &random) }
    set.rules = (0..<6).map { rule("r\($0)", using: &random) }
    if Bool.random(using: &random) { set.allow = [Sample.word(word(using: &random))] }
    set.negators = ["多"]
    return set
  }
}
