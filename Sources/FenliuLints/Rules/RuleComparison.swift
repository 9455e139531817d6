// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// Rules that say what another says: the same, no more than it, or the opposite.
struct RuleComparison {
  let pack: LintedPack
  let index: WordIndex

  func findings() -> [Diagnostic] {
    let (duplicates, first) = duplicates()
    return duplicates + covered(first) + contradictions()
  }

  private var active: [Int] {
    pack.rules.rules.indices.filter { [.active, .deprecated].contains(pack.rules.rules[$0].status) }
  }

  // MARK: the same

  /// All of a rule but its names, points and examples, as it is matched.
  private struct Fingerprint: Hashable {
    var rule: Rule
    var lines: [LineKey]
    var allow: Set<FoldedWord>
  }

  private struct LineKey: Hashable {
    var role: LineUse.Role
    var patterns: Set<PatternKey>
  }

  private enum PatternKey: Hashable {
    case word(FoldedWord)
    case list(Int)
    case regex(String)
    case number(NumberPattern)
  }

  /// Rules that look for what an earlier one does, and for each rule the first that looks for the same.
  private func duplicates() -> (found: [Diagnostic], first: [Int: Int]) {
    var places: [Fingerprint: Int] = [:]
    var found: [Diagnostic] = []
    var first: [Int: Int] = [:]
    for place in active {
      let key = fingerprint(of: place)
      first[place] = places[key] ?? place
      if let other = places[key] { found.append(finding(.duplicateRule, place, other)) } else { places[key] = place }
    }
    return (found, first)
  }

  private func fingerprint(of place: Int) -> Fingerprint {
    let original = pack.rules.rules[place]
    var rule = original
    rule.key = ""
    rule.title = nil
    rule.owner = nil
    rule.basis = nil
    rule.note = nil
    rule.examples = []
    rule.points = .constant(0)
    rule.status = .active
    rule.allow = []
    rule.replaces = []
    rule.origin = Origin(file: 0, line: 0)
    rule.span = SourceSpan(file: FileID(index: 0), range: 0..<0)
    rule.keySpans = [:]
    rule.unless = original.unless.map { Rule.Unless(any: [], within: $0.within) }
    // The lines are compared as they are searched for; of the body only its shape is left.
    switch original.body {
    case .lines(let lines):
      var shape = Rule.Lines()
      shape.allWithin = lines.allWithin
      shape.all = lines.all.map { _ in [] }
      shape.near = lines.near.map { Rule.Near(lines: $0.lines.map { _ in [] }, within: $0.within) }
      rule.body = .lines(shape)
    case .when(let condition, let patterns):
      rule.body = .when(condition, patterns: patterns.map { Rule.Named(name: $0.name, line: []) })
    }
    let lines = pack.uses[place].map { LineKey(role: $0.role, patterns: Set($0.line.map(key))) }
    return Fingerprint(rule: rule, lines: lines, allow: Set(original.allow.map(FoldedWord.init)))
  }

  private func key(_ pattern: Pattern) -> PatternKey {
    switch pattern {
    case .word(let word): return .word(FoldedWord(word))
    case .list(let list): return .list(list.index)
    case .regex(let regex): return .regex(regex.source)
    case .number(var number):
      number.origin = Origin(file: 0, line: 0)
      return .number(number)
    }
  }

  // MARK: no more than another

  /// Rules that hit only where another hits, which replaces them or says the same of the post.
  private func covered(_ first: [Int: Int]) -> [Diagnostic] {
    // The rules that hit wherever one of their words is.
    let open = active.filter { isOpen(pack.rules.rules[$0]) }
    var owners: [Int: [Int]] = [:]
    for place in open {
      for word in pack.words(of: pack.uses[place][0].line) {
        if let id = index.id(of: word) { owners[id, default: []].append(place) }
      }
    }
    return active.compactMap { place in
      let rule = pack.rules.rules[place]
      for use in pack.uses[place] where use.isRequired && pack.isPlain(use.line) {
        guard let coverers = coverers(of: use, owners)?.subtracting([place]).sorted() else { continue }
        for other in coverers {
          let coverer = pack.rules.rules[other]
          guard first[other] != first[place], coverer.fields.isSuperset(of: rule.fields),
            coverer.polarity == .any || coverer.polarity == rule.polarity,
            coverer.evasion.isSuperset(of: rule.evasion)
          else { continue }
          if coverer.replaces.contains(RuleID(place)) { return finding(.ruleAlwaysReplaced, place, other) }
          if saysNoLess(coverer, rule) { return finding(.ruleShadowed, place, other) }
        }
      }
      return nil
    }
  }

  /// Whether a rule hits wherever one of its words is, with nothing that could take the hit away.
  private func isOpen(_ rule: Rule) -> Bool {
    guard rule.isAnyOnly, case .lines(let lines) = rule.body else { return false }
    return lines.none.isEmpty && rule.unless == nil && rule.condition == nil && rule.from == nil && rule.until == nil
      && rule.allow.isEmpty && lines.any.lists.allSatisfy { pack.rules.lists[$0].allow.isEmpty }
      && (rule.category == .danger || pack.rules.allow.allSatisfy { $0.parts.count == 1 })
  }

  /// The rules that hit wherever any word of the line does; nil where there is none.
  private func coverers(of use: LineUse, _ owners: [Int: [Int]]) -> Set<Int>? {
    var common: Set<Int>?
    for word in pack.words(of: use.line) {
      var own: Set<Int> = []
      for id in index.inside(FoldedWord(word)) where !index.allowed.contains(id) { own.formUnion(owners[id] ?? []) }
      common = common?.intersection(own) ?? own
      if common?.isEmpty ?? true { return nil }
    }
    return common
  }

  /// Whether the first gives as much as the second, to the same category and topic, whatever the post.
  private func saysNoLess(_ first: Rule, _ second: Rule) -> Bool {
    guard first.category == second.category, first.topic == second.topic, second.replaces.isEmpty, second.each == nil,
      case .constant(let most) = first.points, case .constant(let points) = second.points, points >= 0
    else { return false }
    let own = pack.words(of: lines(first)).compactMap(\.points).min()
    let others = pack.words(of: lines(second)).compactMap(\.points).max()
    return min(own ?? Points(most), Points(most)) >= max(others ?? Points(points), Points(points))
  }

  private func lines(_ rule: Rule) -> Line {
    guard case .lines(let lines) = rule.body else { return [] }
    return lines.any + lines.all.flatMap { $0 } + lines.near.flatMap { $0.lines.flatMap { $0 } }
  }

  // MARK: the opposite

  /// Words for which one rule of a category gives points and another takes points away.
  private func contradictions() -> [Diagnostic] {
    var gives: [[Int]: (place: Int, word: Word)] = [:]
    var found: [Diagnostic] = []
    let plain = active.filter { pack.rules.rules[$0].isAnyOnly }
    for isNegative in [false, true] {
      for place in plain {
        let rule = pack.rules.rules[place]
        guard case .constant(let points) = rule.points, points != 0, (points < 0) == isNegative else { continue }
        for word in pack.uses[place][0].line.words {
          guard let id = index.id(of: word) else { continue }
          let key = [rule.category.index, id]
          if !isNegative {
            if gives[key] == nil { gives[key] = (place, word) }
          } else if let other = gives[key] {
            found.append(
              Diagnostic(
                .warning, .contradictingRules,
                facts: [
                  "word": .text(word.written), "rule": .text(rule.key),
                  "other": .text(pack.rules.rules[other.place].key),
                ], at: word.span, related: other.word.span.map { [.init(span: $0, code: .theOtherOne)] } ?? []))
          }
        }
      }
    }
    return found
  }

  private func finding(_ code: Diagnostic.Code, _ place: Int, _ other: Int) -> Diagnostic {
    let (rule, otherRule) = (pack.rules.rules[place], pack.rules.rules[other])
    return Diagnostic(
      .warning, code, facts: ["rule": .text(rule.key), "other": .text(otherRule.key)], at: rule.span,
      related: [.init(span: otherRule.span, code: .theOtherOne)])
  }
}
