// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuFolding
import FenliuModel
import FenliuPCRE2

@testable import FenliuMatching

/// A matcher written straight from the language, without automaton, gates, sweeps or budgets.
///
/// It works on characters, tries everything at every place, and is as slow as that sounds.
struct Oracle {
  let set: RuleSet
  let title: OracleField
  let text: OracleField
  let facts: PostFacts

  init(_ set: RuleSet, title: NormalizedText, text: NormalizedText, facts: PostFacts) {
    self.set = set
    self.title = OracleField(.title, title.bytes)
    self.text = OracleField(.text, text.bytes)
    self.facts = facts
  }

  private var fields: [OracleField] { [title, text].filter { !$0.characters.isEmpty } }

  /// Each rule that holds with its hits, and what `unless` took away, as lines of text.
  func found() -> (rules: [String], withdrawn: [String]) {
    var rules: [String] = []
    var withdrawn: [String] = []
    for rule in set.rules where rule.status != .draft {
      let allow = rule.category == .danger ? rule.allow : rule.allow + set.allow
      func hits(_ line: Line) -> Set<OracleHit> {
        hitsOf(line, allow: allow).filter { hit in
          isRead(hit, rule.fields) && !(rule.category == .prohibited && isQuoted(hit))
            && (rule.polarity == .any
              || field(hit).affirms(hit.range, for: .polarity, negators: set.negators) == (rule.polarity == .affirmed))
        }
      }
      var takers: [OracleHit] = []
      if let unless = rule.unless {
        takers = hitsOf(unless.any, allow: rule.allow).filter {
          isRead($0, rule.category == .danger ? .settling : rule.fields.union(.usual))
            && !(rule.category == .danger && isQuoted($0))
            && field($0).affirms($0.range, for: .unless, negators: set.negators)
        }.sorted()
      }
      var taken: [OracleHit: OracleHit] = [:]
      func spared(_ hits: Set<OracleHit>) -> Set<OracleHit> {
        guard let within = rule.unless?.within else { return hits }
        return hits.filter { hit in
          guard let by = takers.first(where: { isGroup([hit, $0], within) }) else { return true }
          taken[hit] = by
          return false
        }
      }
      var result: Set<OracleHit>?
      switch rule.body {
      case .lines(let lines):
        let any = lines.any.isEmpty ? nil : hits(lines.any)
        let all = ([Rule.Near(lines: lines.all, within: lines.allWithin)] + lines.near).filter { !$0.lines.isEmpty }
        let groups = all.map { group in (group.within, group.lines.map(hits)) }
        guard any?.isEmpty != true, !groups.contains(where: { $0.1.contains { $0.isEmpty } }) else { continue }
        let keptAny = any.map(spared)
        let keptGroups = groups.map { ($0.0, $0.1.map(spared)) }
        let isDenied = hitsOf(lines.none, allow: rule.allow).contains { isRead($0, .urgent) }
        let inGroups = keptGroups.map { members(of: $0.1, $0.0) }
        if keptAny?.isEmpty != true, !inGroups.contains(where: \.isEmpty), !isDenied {
          result = inGroups.reduce(keptAny ?? []) { $0.union($1) }
        }
      case .when(let condition, let patterns):
        let found = patterns.map { spared(hits($0.line)) }
        if condition.holds(in: OracleContext(patterns: found, isGroup: isGroup)) {
          result = found.reduce([]) { $0.union($1) }
        }
      }
      for hit in taken.keys.sorted() {
        withdrawn.append("\(rule.key): \(hit) by \(taken[hit]!.field.key)\(taken[hit]!.range)")
      }
      if let result { rules.append("\(rule.key): \(result.sorted().map(\.description).joined(separator: " "))") }
    }
    return (rules, withdrawn)
  }

  /// Whether a rule looks in every zone that a hit touches.
  private func isRead(_ hit: OracleHit, _ fields: FieldSet) -> Bool {
    hit.range.allSatisfy { place in
      let zone = field(hit).zones[place]
      let isInMidst =
        !field(hit).zones[hit.range].prefix(through: place).allSatisfy { $0 == zone }
        && !field(hit).zones[place..<hit.range.upperBound].allSatisfy { $0 == zone }
      return fields.isSuperset(of: FieldSet(hit.field, zone)) || (isInMidst && (zone == .mention || zone == .link))
    }
  }

  /// Whether a hit touches what stands in quotation marks.
  private func isQuoted(_ hit: OracleHit) -> Bool { field(hit).quotations.contains { $0.overlaps(hit.range) } }

  private func field(_ hit: OracleHit) -> OracleField { hit.field == .title ? title : text }

  /// The hits of a line that no allowed phrase covers.
  private func hitsOf(_ line: Line, allow: [Word]) -> Set<OracleHit> {
    var result: Set<OracleHit> = []
    for field in fields {
      func add(_ ranges: [Range<Int>], _ written: String, _ allow: [Word]) {
        let phrases = allow.flatMap { field.occurrences(of: $0) }
        for range in ranges
        where !phrases.contains(where: { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }) {
          result.insert(OracleHit(field: field.field, range: range, written: written))
        }
      }
      for pattern in line {
        switch pattern {
        case .word(let word): add(field.occurrences(of: word), word.written, allow)
        case .list(let list):
          for word in set.lists[list.index].words {
            add(field.occurrences(of: word), word.written, allow + set.lists[list.index].allow)
          }
        case .number(let number):
          for line in number.name == .people ? set.collective : [] {
            let listed = line.list.map { set.lists[$0.index] }
            for (place, counted) in line.counted(in: set.lists).enumerated()
            where Double(counted.people) >= number.least ?? 0 {
              let isOwn = place >= line.counted(in: set.lists).count - line.words.count
              add(field.occurrences(of: counted), OracleHit.collective, allow + (isOwn ? [] : listed?.allow ?? []))
            }
          }
          add(field.occurrences(of: number), "number \(number.name.key)@\(number.origin.line)", allow)
        case .regex(let regex): add(field.occurrences(of: regex), regex.source, allow)
        }
      }
    }
    return result
  }

  /// Whether hits lie within W, by the definition of distance.
  private func isGroup(_ hits: [OracleHit], _ within: Proximity) -> Bool {
    if within == .post { return true }
    guard Set(hits.map(\.field)).count == 1 else { return false }
    let start = hits.map(\.range.lowerBound).max()!
    let end = hits.map(\.range.upperBound).min()!
    guard end < start else { return true }
    switch within {
    case .characters(let most): return start - end <= most
    case .clause: return !(end..<start).contains { field(hits[0]).ends[$0] != .nothing }
    case .sentence: return !(end..<start).contains { ![.nothing, .clause].contains(field(hits[0]).ends[$0]) }
    case .post: return true
    }
  }

  /// The hits that belong to a group of one hit of each line: every combination is tried.
  private func members(of lines: [Set<OracleHit>], _ within: Proximity) -> Set<OracleHit> {
    var result: Set<OracleHit> = []
    func choose(_ chosen: [OracleHit]) {
      if chosen.count == lines.count {
        if isGroup(chosen, within) { result.formUnion(chosen) }
        return
      }
      for hit in lines[chosen.count] { choose(chosen + [hit]) }
    }
    choose([])
    return result
  }
}

/// An occurrence, in characters.
struct OracleHit: Hashable, Comparable, CustomStringConvertible {
  var field: Field
  var range: Range<Int>
  var written: String

  /// How a hit of a word of `collective` is called; a line of the words of `Random` that no number pattern stands on.
  static let collectiveLine: UInt32 = 900
  static let collective = "number people@\(collectiveLine)"

  static func < (left: OracleHit, right: OracleHit) -> Bool {
    (left.field, left.range.lowerBound, left.range.upperBound, left.written)
      < (right.field, right.range.lowerBound, right.range.upperBound, right.written)
  }

  var description: String { "\(field.key)[\(range.lowerBound)..<\(range.upperBound)]\(written)" }
}

private struct OracleContext: ExpressionContext {
  let patterns: [Set<OracleHit>]
  let isGroup: ([OracleHit], Proximity) -> Bool

  func count(of pattern: PatternIndex) -> Int { patterns[pattern.index].count }

  func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool {
    patterns[first.index].contains { left in
      patterns[second.index].contains { right in
        let isOrdered = (left.field, left.range.upperBound) <= (right.field, right.range.lowerBound)
        return isGroup([left, right], within) && (!inOrder || isOrdered)
      }
    }
  }
}
