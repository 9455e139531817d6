// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuModel

/// Looking at one rule: hits in its fields → allow → unless → status, season, `if` → body.
extension MatchScratch {
  /// The fields of the post, for those who ask about places.
  struct Texts {
    var title: [UInt8]
    var text: [UInt8]

    subscript(field: Field.RawValue) -> [UInt8] { field == Field.title.rawValue ? title : text }
  }

  /// Looks at every rule of which something was found, and lists those that hold in the order of the rule set.
  mutating func evaluate(
    title: [UInt8], text: [UInt8], facts: PostFacts, with matcher: borrowing Matcher, into matches: inout Matches
  ) {
    evaluation.enqueue(matcher.plan, collected.touched)
    if !evaluation.queue.isEmpty { evaluation.zones.make(title: title.span, text: text.span) }
    let texts = Texts(title: title, text: text)
    // Rules of danger first: what the others may look at is counted apart.
    for isDanger in [true, false] {
      for number in evaluation.queue where matches.kind == nil {
        // Asked in place: a copy of the plan is made only for the rules that are looked at.
        guard matcher.plan.rules[Int(number)].isDanger == isDanger else { continue }
        let rule = matcher.plan.rules[Int(number)]
        guard rule.isInSeason(facts.date) else { continue }
        if let condition = rule.condition, !condition.condition.holds(in: FactsContext(facts: facts)) { continue }
        if rule.id.index >= matcher.ruleCount {
          evaluateKind(rule, texts, with: matcher, into: &matches)
        } else {
          evaluate(rule, texts, with: matcher, into: &matches)
        }
      }
    }
    matches.matches.sort { $0.rule < $1.rule }
    matches.withdrawals.sort { $0.rule < $1.rule }
    swap(&matches.numbers, &collected.numbers)
    if collected.isOverfull || gaps.isOverfull || evaluation.isCurtailed { matches.incomplete.append(.hits) }
  }

  mutating func evaluate(
    _ rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher, into matches: inout Matches
  ) {
    evaluation.beginRule()
    if rule.asksQuotations { evaluation.quotations.make(title: texts.title.span, text: texts.text.span) }
    guard gatherLines(of: rule, matcher.plan) else { return }
    if evaluation.hasWeak { evaluation.dropUnconfirmed() }
    if rule.polarity != .any {
      keepPolarity(of: rule, texts, with: matcher)
      // A line that has no hit of its polarity has none at all: nothing is withdrawn from a rule that it sets off.
      if rule.when == nil, evaluation.lines.contains(where: \.isEmpty) { return }
    }
    if let unless = rule.unless, !evaluation.work.isEmpty, evaluation.isTouched(unless, collected) {
      withdraw(unless, rule, texts, with: matcher, into: &matches)
    }
    guard rule.when == nil ? holds(rule, texts, matcher.plan) : holdsWhen(rule, texts) else { return }
    list(rule, into: &matches)
  }

  /// Gathers the hits of all lines that must hit; false where one has none.
  private mutating func gatherLines(of rule: RulePlan, _ plan: borrowing Plan) -> Bool {
    var filter = Evaluation.Filter(
      fields: rule.fields, allow: rule.allow, packAllow: rule.packAllow, isUrgent: rule.isDanger,
      isPlainOnly: rule.isPlainOnly, isOutsideQuotations: rule.isProhibited)
    if let unless = rule.unless, evaluation.isTouched(unless, collected) { filter.looks += 1 }
    if rule.polarity != .any { filter.looks += 3 }
    if rule.when != nil || rule.near.contains(where: { $0.within.unit != .post }) { filter.looks += 1 }
    if rule.when != nil {
      for pattern in rule.patterns { evaluation.lines.append(evaluation.gather(pattern, filter, plan, collected)) }
      return true
    }
    // Before anything is gathered: most rules that are set off lack a line.
    for near in rule.near { for line in near.lines where !evaluation.isTouched(line, collected) { return false } }
    if let any = rule.any {
      guard evaluation.isTouched(any, collected) else { return false }
      evaluation.lines.append(evaluation.gather(any, filter, plan, collected))
    }
    for near in rule.near {
      for line in near.lines { evaluation.lines.append(evaluation.gather(line, filter, plan, collected)) }
    }
    for line in evaluation.lines where line.isEmpty { return false }
    return true
  }

  /// Whether the parts any, all, near and none hold; marks the hits that belong to no group.
  private mutating func holds(_ rule: RulePlan, _ texts: Texts, _ plan: borrowing Plan) -> Bool {
    for line in evaluation.lines where line.isEmpty { return false }
    if let none = rule.none, evaluation.isTouched(none, collected) {
      // The whole post, and nothing is forgiven by the pack.
      let filter = Evaluation.Filter(fields: .urgent, allow: rule.allow, packAllow: -1, isUrgent: rule.isDanger)
      if !evaluation.gather(none, filter, plan, collected).isEmpty { return false }
    }
    var line = rule.any == nil ? 0 : 1
    for near in rule.near {
      let lines = line..<(line + near.lines.count)
      line = lines.upperBound
      if near.within.unit != .post, !keepGroups(lines, near.within, texts) { return false }
    }
    return true
  }

  /// Keeps of the lines only the hits that belong to a group; false if there is none.
  mutating func keepGroups(_ lines: Range<Int>, _ within: ProximityPlan, _ texts: Texts) -> Bool {
    var hasGroup = false
    for field in Field.allCases {
      let text = texts[field.rawValue]
      guard !text.isEmpty else { continue }
      makeGeometry(field, text)
      evaluation.nearness.begin()
      for line in lines {
        for index in evaluation.lines[line] where evaluation.work[index].field == field.rawValue {
          evaluation.nearness.append(interval(of: evaluation.work[index], within, text))
        }
        evaluation.nearness.endLine()
      }
      hasGroup = hasGroup || !evaluation.nearness.common.isEmpty
      for line in lines {
        for index in evaluation.lines[line] where evaluation.work[index].field == field.rawValue {
          evaluation.work[index].isKept = evaluation.nearness.covers(interval(of: evaluation.work[index], within, text))
        }
      }
    }
    return hasGroup
  }

  /// Where the start of another hit of a group may lie, as coordinates.
  private func interval(of hit: WorkHit, _ within: ProximityPlan, _ text: [UInt8]) -> Nearness.Interval {
    Nearness.Interval(
      low: coordinate(of: hit.start, hit.field, within, text) - within.limit,
      high: coordinate(of: hit.end, hit.field, within, text))
  }

  func coordinate(of offset: UInt32, _ field: Field.RawValue, _ within: ProximityPlan, _ text: [UInt8]) -> Int {
    field == Field.title.rawValue
      ? title.geometry.coordinate(of: Int(offset), by: within, in: text.span)
      : self.text.geometry.coordinate(of: Int(offset), by: within, in: text.span)
  }

  mutating func makeGeometry(_ field: Field, _ text: [UInt8]) {
    if field == .title { title.geometry.make(for: text.span) } else { self.text.geometry.make(for: text.span) }
  }

  private mutating func holdsWhen(_ rule: RulePlan, _ texts: Texts) -> Bool {
    guard let when = rule.when else { return false }
    if when.asksDistance {
      makeGeometry(.title, texts.title)
      makeGeometry(.text, texts.text)
    }
    return when.condition.holds(
      in: WhenContext(
        hits: evaluation.work, lines: evaluation.lines, title: title.geometry, text: text.geometry, texts: texts))
  }

  /// Lists the rule with all hits that are kept.
  private mutating func list(_ rule: RulePlan, into matches: inout Matches) {
    for line in evaluation.lines {
      for index in line where evaluation.work[index].isKept { evaluation.result.append(evaluation.work[index]) }
    }
    if evaluation.lines.count > 1 { evaluation.result.settle(from: 0) }
    let start = matches.hits.count
    var numbers = Numbers()
    for hit in evaluation.result {
      if hit.numbers >= 0 { numbers.formMaximum(collected.numbers[Int(hit.numbers)]) }
      matches.hits.append(hit.hit)
    }
    matches.matches.append(
      Match(rule: rule.id, hits: start..<matches.hits.count, numbers: numbers, isShadow: rule.isShadow))
  }
}
