// SPDX-License-Identifier: Apache-2.0
import FenliuMatching
import FenliuModel

/// What was found, in words of the pack and places of the original text.
extension NearRuleFinder {
  var namedFacts: [String: String] {
    var named: [String: String] = [:]
    named["source"] = facts.source
    named["region"] = facts.region
    for (name, value) in [
      ("views", facts.views), ("reposts", facts.reposts), ("replies", facts.replies), ("likes", facts.likes),
      ("reach", facts.reach),
    ] { named[name] = value.map(String.init) }
    return named
  }

  func describe(_ pattern: Pattern) -> String {
    switch pattern {
    case .word(let word): word.written
    case .list(let list): "$\(rules.lists[list.index].name)"
    case .regex(let regex): regex.source
    case .number(let number):
      "number \(number.name.key)" + (number.least.map { " >= \(Points($0))" } ?? "")
    }
  }

  /// The patterns of a line, the words of its lists one by one.
  func words(of role: RuleTrace.Role, _ rule: Rule) -> [Pattern] {
    let line: Line
    switch (role, rule.body) {
    case (.any, .lines(let lines)): line = lines.any
    case (.all(let place), .lines(let lines)): line = lines.all[place]
    case (.near(let group, let place), .lines(let lines)): line = lines.near[group].lines[place]
    case (.pattern(let place), .when(_, let patterns)): line = patterns[place].line
    default: line = []
    }
    return spelledOut(line)
  }

  /// The patterns of all lines that must hit.
  func allPatterns(of rule: Rule) -> [Pattern] {
    switch rule.body {
    case .lines(let lines):
      spelledOut(lines.any + lines.all.flatMap { $0 } + lines.near.flatMap { $0.lines.flatMap { $0 } })
    case .when(_, let patterns): spelledOut(patterns.flatMap(\.line))
    }
  }

  private func spelledOut(_ line: Line) -> [Pattern] {
    line.flatMap { pattern -> [Pattern] in
      if case .list(let list) = pattern { return rules.lists[list.index].words.map { .word($0) } }
      return [pattern]
    }
  }

  func name(of role: RuleTrace.Role, _ rule: Rule) -> NearRule.Line {
    switch role {
    case .any: .any
    case .all(let line): .all(line + 1)
    case .near(let group, let line): .near(group: group + 1, line: line + 1)
    case .pattern(let place): .pattern(rule.patternNames[place])
    }
  }

  func part(_ partial: PartialWord) -> NearRule.Part {
    let finding: NearRule.Part.Finding
    switch partial.finding {
    case .parts(let count):
      let next = partial.word.parts[min(count, partial.word.parts.count - 1)]
      finding = .missingBehind(next.choices, gap: next.gap)
    case .laterPart: finding = .missingBefore(partial.word.parts[0].choices)
    case .oneCharacterOff: finding = .oneCharacterOff
    }
    let stands = Hit(field: partial.field, range: partial.range, source: HitSourceID(0))
    let offsets = offsets(stands)
    return NearRule.Part(
      word: partial.word.written, finding: finding,
      hit: Decision.Hit(
        field: partial.field, start: offsets.lowerBound, end: offsets.upperBound, text: original(stands),
        word: partial.word.written, from: rules.describe(partial.word.origin)))
  }

  func hit(_ hit: Hit) -> Decision.Hit {
    let source = matcher.sources[Int(hit.source.index)]
    let offsets = offsets(hit)
    return Decision.Hit(
      field: hit.field, start: offsets.lowerBound, end: offsets.upperBound, text: original(hit), word: source.written,
      from: rules.describe(source.origin), zone: hit.zone, tricks: hit.tricks)
  }

  func offsets(_ hit: Hit) -> Range<Int> {
    (hit.field == .title ? title : text).originalScalarOffsets(of: hit.range)
  }

  func original(_ hit: Hit) -> String {
    (hit.field == .title ? title : text).originalText(of: hit.range)
  }
}

extension Rule {
  /// The names of the patterns of `when`.
  var patternNames: [String] {
    guard case .when(_, let patterns) = body else { return [] }
    return patterns.map(\.name)
  }
}

extension Rule.Season {
  /// As an author writes it.
  var written: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return (year.map { "\($0)-" } ?? "") + "\(two(month))-\(two(day))"
  }
}
