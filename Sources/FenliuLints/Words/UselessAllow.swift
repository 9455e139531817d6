// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel
import FenliuRules

/// Phrases of `allow` in which no word of their rule or list lies: they excuse nothing.
///
/// The matcher is asked what a phrase alone makes hit. A phrase with a gap is left alone, since anything may stand in it.
struct UselessAllow {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    let rules = pack.rules
    var asked = rules
    asked.allow = []
    for list in asked.lists.indices { asked.lists[list].allow = [] }
    asked.rules = rules.rules.indices.map { bare($0) }
    // Behind the rules, one for each list with exceptions of its own.
    var ofList: [Int: Int] = [:]
    for (place, list) in rules.lists.enumerated() where !list.allow.isEmpty {
      ofList[place] = asked.rules.count
      var lines = Rule.Lines()
      lines.any = [.list(WordListID(place))]
      var rule = Rule(
        key: "$" + list.name, category: .earlySign, body: .lines(lines), origin: Origin(file: 0, line: 0),
        span: pack.places.lists[place])
      rule.status = .active
      asked.rules.append(rule)
    }
    let withAllow = rules.rules.indices.filter { !rules.rules[$0].allow.isEmpty } + ofList.values
    let wanted = rules.allow.isEmpty ? Set(withAllow) : Set(asked.rules.indices)
    guard !wanted.isEmpty, var alone = LoneMatcher(asked, keeping: wanted) else { return [] }
    var found: [Diagnostic] = []
    for (place, rule) in rules.rules.enumerated() {
      found += useless(rule.allow) { alone.hits($0).contains(place) }
    }
    for (place, list) in rules.lists.enumerated() {
      guard let number = ofList[place] else { continue }
      found += useless(list.allow) { alone.hits($0).contains(number) }
    }
    return found + useless(rules.allow) { !alone.hits($0).isEmpty }
  }

  private func useless(_ phrases: [Word], _ excuses: (String) -> Bool) -> [Diagnostic] {
    phrases.compactMap { phrase in
      guard phrase.parts.count == 1, !phrase.hasOpenEnd, !phrase.parts[0].choices.contains(where: excuses) else {
        return nil
      }
      return Diagnostic(
        .warning, .allowWithoutWord, facts: ["word": .text(phrase.written)], at: phrase.span,
        fixIts: ItemRemoval.mend(phrase.span, in: pack.sources))
    }
  }

  /// A rule that hits where anything it looks for is there, words of `none` included.
  private func bare(_ place: Int) -> Rule {
    var rule = pack.rules.rules[place]
    var lines = Rule.Lines()
    lines.any = pack.uses[place].filter { $0.role != .unless }.flatMap(\.line).map { pattern in
      guard case .number(var number) = pattern else { return pattern }
      number.least = nil
      return .number(number)
    }
    rule.body = .lines(lines)
    rule.allow = []
    rule.unless = nil
    return rule
  }
}
