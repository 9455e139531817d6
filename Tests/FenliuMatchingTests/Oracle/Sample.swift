import FenliuCalendar
import FenliuDiagnostics
// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuExpression
import FenliuFolding
import FenliuModel
import FenliuRegexSyntax

@testable import FenliuMatching

/// Short ways to write rules and posts in tests.
enum Sample {
  static let origin = Origin(file: 0, line: 1)
  static let date = LocalDate("2026-11-20")!

  /// A word as an author writes it: `拖欠…工资`, `(拖欠|克扣)…3…(工资|薪)`, `spam*`.
  static func word(_ written: String, points: Points? = nil, line: UInt32 = 1) -> Word {
    var text = written[...]
    let hasOpenEnd = text.hasSuffix("*")
    if hasOpenEnd { text = text.dropLast() }
    var parts: [Word.Part] = []
    var gap = 0
    let pieces = text.split(separator: "…", omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      if index > 0, index < pieces.count - 1, let count = Int(piece) {
        gap = count
        continue
      }
      let choices =
        piece.hasPrefix("(") ? piece.dropFirst().dropLast().split(separator: "|").map(String.init) : [String(piece)]
      parts.append(Word.Part(choices: choices, gap: parts.isEmpty ? 0 : gap == 0 ? 8 : gap))
      gap = 0
    }
    return Word(
      written: written, parts: parts, hasOpenEnd: hasOpenEnd, points: points, origin: Origin(file: 0, line: line))
  }

  static func pattern(_ written: String) -> Pattern { .word(word(written)) }

  static func line(_ words: String...) -> Line { words.map(pattern) }

  static func people(_ least: Double?) -> Pattern {
    .number(
      NumberPattern(
        name: .people, units: ["名", "个", "位", "人", "户"], least: least,
        origin: Origin(file: 0, line: UInt32(least ?? 0) + 1)))
  }

  static func regex(_ source: String) -> Pattern { .regex(RegexPattern(RegexSyntax(parsing: source), origin: origin)) }

  static func rule(
    _ key: String, category: CategoryID = .earlySign, any: Line = [], all: [Line] = [], within: Proximity = .post,
    none: Line = [], near: [Rule.Near] = [], unless: Rule.Unless? = nil, allow: [String] = []
  ) -> Rule {
    var lines = Rule.Lines()
    lines.any = any
    lines.all = all
    lines.allWithin = within
    lines.none = none
    lines.near = near
    var rule = Rule(
      key: key, category: category, body: .lines(lines), origin: origin,
      span: SourceSpan(file: FileID(index: 0), range: 0..<0))
    rule.unless = unless
    rule.allow = allow.map { word($0) }
    return rule
  }

  static func rule(_ key: String, when: Condition, _ patterns: [Line]) -> Rule {
    let named = patterns.enumerated().map { Rule.Named(name: "p\($0.offset)", line: $0.element) }
    return Rule(
      key: key, category: .earlySign, body: .when(when, patterns: named), origin: origin,
      span: SourceSpan(file: FileID(index: 0), range: 0..<0))
  }

  static func ruleSet(_ rules: Rule..., lists: [WordList] = [], allow: [String] = []) -> RuleSet {
    var set = RuleSet(title: "sample")
    set.rules = rules
    set.lists = lists
    set.allow = allow.map { word($0) }
    return set
  }

  /// A field, folded scalar by scalar.
  static func normalized(_ text: String) -> NormalizedText {
    var field = NormalizedText()
    for scalar in text.unicodeScalars {
      let length = UTF8.width(scalar)
      guard let folded = Folding.fold(scalar) else {
        field.skip(length)
        continue
      }
      if folded == scalar {
        field.appendUnchanged(Array(String(scalar).utf8).span)
      } else {
        field.append(folded, for: length)
      }
    }
    let bytes = Array(text.utf8)
    field.finish(bytes.span)
    return field
  }
}

/// What was found in a post, as people would write it.
struct Found: Hashable, CustomStringConvertible {
  /// `rule: text text` for each rule that holds; hits in the title begin with `^`.
  var rules: [String] = []
  /// `rule: hit by hit`
  var withdrawn: [String] = []
  var numbers: [Numbers] = []
  /// How each hit is disguised.
  var tricks: [Tricks] = []
  var kind: KindID?
  var incomplete: [Incomplete] = []

  var description: String { (rules + withdrawn.map { "withdrawn " + $0 }).joined(separator: "; ") }

  init(
    _ set: RuleSet, title: String = "", _ text: String, gating: Bool = true,
    facts: PostFacts = PostFacts(date: Sample.date)
  ) throws {
    let matcher = try Matcher(set, gating: gating)
    var scratch = MatchScratch(matcher)
    var matches = Matches()
    let title = Sample.normalized(title)
    let text = Sample.normalized(text)
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    // Twice with the same scratch: nothing of the last post may stay.
    matcher.match(title: title, text: text, facts: facts, scratch: &scratch, into: &matches)
    func shown(_ hit: Hit) -> String {
      (hit.field == .title ? "^" : "") + (hit.field == .title ? title : text).originalText(of: hit.range)
    }
    for match in matches.matches {
      rules.append(
        set.rules[match.rule.index].key + ": " + matches.hits[match.hits].map(shown).joined(separator: " "))
      numbers.append(match.numbers)
      tricks += matches.hits[match.hits].map(\.tricks)
    }
    for taken in matches.withdrawals {
      withdrawn.append("\(set.rules[taken.rule.index].key): \(shown(taken.hit)) by \(shown(taken.by))")
    }
    kind = matches.kind?.kind
    incomplete = matches.incomplete
  }
}
