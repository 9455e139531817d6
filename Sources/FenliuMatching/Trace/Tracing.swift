// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
public import FenliuModel

extension Matcher {
  /// How each of `rules` fared in a post, for people who ask why. Much slower than matching, and by other code where matching
  /// stops at the first thing that is missing; the tests prove that both agree.
  ///
  /// - Parameters:
  ///   - rules: rules that this matcher runs; others are passed over.
  ///   - title: as for `match`.
  ///   - text: as for `match`.
  ///   - facts: as for `match`.
  ///   - scratch: made for this matcher.
  public func traces(
    of rules: [RuleID], title: NormalizedText, text: NormalizedText, facts: PostFacts, scratch: inout MatchScratch
  ) -> [RuleTrace] {
    scratch.reset(for: self)
    let (titleBytes, textBytes) = (title.bytes, text.bytes)
    if !titleBytes.isEmpty { scratch.scan(titleBytes.span, .title, with: self) }
    if !textBytes.isEmpty { scratch.scan(textBytes.span, .text, with: self) }
    var incomplete: [Incomplete] = []
    scratch.runRegexes(title: titleBytes.span, text: textBytes.span, with: self, incomplete: &incomplete)
    scratch.evaluation.zones.make(title: titleBytes.span, text: textBytes.span)
    let texts = MatchScratch.Texts(title: titleBytes, text: textBytes)
    let asked = Set(rules)
    return plan.rules.filter { asked.contains($0.id) }.map { planned in
      var trace = scratch.trace(planned, texts, facts, with: self)
      trace.gaveUp = incomplete.contains(.regex(planned.id))
      return trace
    }
  }

  /// The numbers that hits of the last post read, by the place that a hit names.
  public func numbers(of hit: Hit, in scratch: borrowing MatchScratch) -> Numbers {
    hit.numbers >= 0 ? scratch.collected.numbers[Int(hit.numbers)] : Numbers()
  }
}

extension MatchScratch {
  fileprivate mutating func trace(
    _ rule: RulePlan, _ texts: Texts, _ facts: PostFacts, with matcher: borrowing Matcher
  ) -> RuleTrace {
    evaluation.beginRule()
    if rule.asksQuotations { evaluation.quotations.make(title: texts.title.span, text: texts.text.span) }
    evaluation.visits = Evaluation.mostVisits
    evaluation.urgentVisits = Evaluation.mostUrgentVisits
    var trace = RuleTrace(rule: rule.id)
    trace.isInSeason = rule.isInSeason(facts.date)
    trace.condition = rule.condition?.condition.finding(in: FactsContext(facts: facts))
    trace.lines = gatherAll(of: rule, matcher.plan)
    if evaluation.hasWeak { noteWeak(&trace) }
    if rule.polarity != .any { notePolarity(of: rule, texts, with: matcher, &trace) }
    withdrawAll(of: rule, texts, with: matcher, &trace)
    if let none = rule.none {
      let filter = Evaluation.Filter(fields: .urgent, allow: rule.allow, packAllow: -1, isUrgent: rule.isDanger)
      let range = evaluation.gather(none, filter, matcher.plan, collected)
      trace.none = evaluation.work[range].map(\.hit)
    }
    var holds = trace.isInSeason && trace.condition?.holds != false
    if let when = rule.when {
      makeGeometry(.title, texts.title)
      makeGeometry(.text, texts.text)
      trace.when = when.condition.finding(
        in: WhenContext(
          hits: evaluation.work, lines: evaluation.lines, title: title.geometry, text: text.geometry, texts: texts))
      holds = holds && trace.when?.holds == true
    } else {
      traceGroups(of: rule, texts, &trace)
      holds =
        holds && trace.none.isEmpty && !trace.lines.isEmpty && trace.lines.allSatisfy { !$0.hits.isEmpty }
        && trace.groups.allSatisfy(\.holds)
    }
    trace.holds = holds
    return trace
  }

  /// Gathers every line, also behind one that has nothing, and notes what does not count.
  private mutating func gatherAll(of rule: RulePlan, _ plan: borrowing Plan) -> [RuleTrace.LineFinding] {
    let filter = Evaluation.Filter(
      fields: rule.fields, allow: rule.allow, packAllow: rule.packAllow, isUrgent: rule.isDanger,
      isPlainOnly: rule.isPlainOnly, isOutsideQuotations: rule.isProhibited)
    return rule.roledLines(plan).map { role, line in
      var finding = RuleTrace.LineFinding(role: role)
      evaluation.lines.append(evaluation.gather(line, filter, plan, collected))
      for group in line.groups {
        let allow = plan.groups[Int(group)].allow
        for entry in entries(of: group) {
          let zones = evaluation.zones.zones(of: entry)
          guard zones.all.rawValue & ~filter.fields.rawValue == 0 else {
            finding.elsewhere.append(WorkHit(entry, zones.first).hit)
            continue
          }
          if filter.isOutsideQuotations, evaluation.quotations.touch(entry) {
            finding.elsewhere.append(WorkHit(entry, .quoted).hit)
            continue
          }
          if let phrase = phrase(around: entry, in: [allow, filter.allow, filter.packAllow]) {
            finding.allowed.append(.init(hit: WorkHit(entry, zones.first).hit, by: phrase))
          }
        }
      }
      return finding
    }
  }

  /// Notes the weak hits that nothing confirms, and takes them out.
  private mutating func noteWeak(_ trace: inout RuleTrace) {
    let before = evaluation.lines.map { Array(evaluation.work[$0]) }
    evaluation.dropUnconfirmed()
    for (index, line) in evaluation.lines.enumerated() where line.count < before[index].count {
      trace.lines[index].weak = before[index].filter(\.isWeak).map(\.hit)
    }
  }

  /// Notes the hits whose polarity is not the rule's, and takes them out.
  private mutating func notePolarity(
    of rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher, _ trace: inout RuleTrace
  ) {
    let before = evaluation.lines.map { Array(evaluation.work[$0]) }
    keepPolarity(of: rule, texts, with: matcher)
    for (index, line) in evaluation.lines.enumerated() {
      let kept = Set(evaluation.work[line].map(\.hit))
      trace.lines[index].otherPolarity = before[index].map(\.hit).filter { !kept.contains($0) }
    }
  }

  /// The first hits of a group: enough to show what became of them, few enough for a post that is full of them.
  private func entries(of group: UInt32, most: Int = 200) -> [Collected.Entry] {
    var entries: [Collected.Entry] = []
    var next = collected.heads[Int(group)]
    while next >= 0, entries.count < most {
      entries.append(collected.entries[Int(next)])
      next = collected.entries[Int(next)].next
    }
    return entries
  }

  /// The first allowed phrase of the groups that a hit lies wholly inside.
  private func phrase(around entry: Collected.Entry, in groups: [Int32]) -> Hit? {
    for group in groups where group >= 0 {
      for phrase in entries(of: UInt32(group), most: Int.max)
      where phrase.field == entry.field && phrase.start <= entry.start && phrase.end >= entry.end {
        return WorkHit(phrase, evaluation.zones.zones(of: phrase).first).hit
      }
    }
    return nil
  }

  /// Takes away what `unless` takes, and notes for each line the hits that it had and has.
  private mutating func withdrawAll(
    of rule: RulePlan, _ texts: Texts, with matcher: borrowing Matcher, _ trace: inout RuleTrace
  ) {
    let before = evaluation.lines.map { Array(evaluation.work[$0]) }
    if let unless = rule.unless, !evaluation.work.isEmpty, evaluation.isTouched(unless, collected) {
      var nobody = Matches()
      withdraw(unless, rule, texts, with: matcher, into: &nobody)
    }
    for (place, line) in evaluation.lines.enumerated() {
      trace.lines[place].hits = evaluation.work[line].map(\.hit)
      // A hit of two lines is noted as taken away twice.
      var told: [WorkHit] = []
      for taken in evaluation.withdrawn.prefix(200)
      where before[place].contains(where: { $0.isSame(as: taken.hit) }) && !told.contains(where: taken.hit.isSame) {
        told.append(taken.hit)
        trace.lines[place].withdrawn.append(.init(hit: taken.hit.hit, by: evaluation.unless[taken.by].hit))
      }
    }
  }

  /// Looks at each group with a distance all of whose lines have hits.
  private mutating func traceGroups(of rule: RulePlan, _ texts: Texts, _ trace: inout RuleTrace) {
    var line = rule.any == nil ? 0 : 1
    for near in rule.near {
      let lines = line..<(line + near.lines.count)
      line = lines.upperBound
      guard near.within.unit != .post, lines.allSatisfy({ !evaluation.lines[$0].isEmpty }) else { continue }
      var group: Int?
      if case .near(let place, _) = trace.lines[lines.lowerBound].role { group = place }
      var finding = RuleTrace.GroupFinding(
        near: group, within: near.within.proximity, holds: keepGroups(lines, near.within, texts))
      if !finding.holds, let closest = closest(lines, texts) { (finding.distance, finding.nearest) = closest }
      trace.groups.append(finding)
    }
  }

  /// The hits, one of each line, that lie nearest, and how many characters apart.
  private mutating func closest(_ lines: Range<Int>, _ texts: Texts) -> (distance: Int, hits: [Hit])? {
    var best: (distance: Int, hits: [Hit])?
    for field in Field.allCases {
      let hits = lines.map { line in evaluation.work[evaluation.lines[line]].filter { $0.field == field.rawValue } }
      guard hits.allSatisfy({ !$0.isEmpty }) else { continue }
      let text = texts[field.rawValue]
      makeGeometry(field, text)
      let lasts = coordinate(of: UInt32(text.count), field.rawValue, ProximityPlan(.characters(0)), text)
      var (low, high) = (0, lasts)
      // Invariant: below `low` no group lies so near, at `high` one does.
      while low < high {
        let middle = (low + high) / 2
        if group(of: hits, within: middle, text).isEmpty { low = middle + 1 } else { high = middle }
      }
      guard low < best?.distance ?? Int.max else { continue }
      best = (low, group(of: hits, within: low, text).map(\.hit))
    }
    return best
  }

  /// One hit of each line, the first that belongs to a group; none where there is no group.
  private mutating func group(of lines: [[WorkHit]], within limit: Int, _ text: [UInt8]) -> [WorkHit] {
    let within = ProximityPlan(.characters(limit))
    func interval(_ hit: WorkHit) -> Nearness.Interval {
      Nearness.Interval(
        low: coordinate(of: hit.start, hit.field, within, text) - limit,
        high: coordinate(of: hit.end, hit.field, within, text))
    }
    evaluation.nearness.begin()
    for line in lines {
      for hit in line { evaluation.nearness.append(interval(hit)) }
      evaluation.nearness.endLine()
    }
    guard let point = evaluation.nearness.common.first?.low else { return [] }
    return lines.compactMap { line in
      line.first { hit in
        let interval = interval(hit)
        return interval.low <= point && point <= interval.high
      }
    }
  }
}

extension RulePlan {
  /// The lines that `evaluation.lines` has, in that order, with what they are.
  fileprivate func roledLines(_ plan: borrowing Plan) -> [(RuleTrace.Role, LinePlan)] {
    if when != nil { return patterns.enumerated().map { (.pattern($0.offset), $0.element) } }
    var lines: [(RuleTrace.Role, LinePlan)] = any.map { [(.any, $0)] } ?? []
    for (place, near) in near.enumerated() {
      let group = hasAll ? place - 1 : place
      for (line, element) in near.lines.enumerated() {
        lines.append((group < 0 ? .all(line) : .near(group: group, line: line), element))
      }
    }
    return lines
  }
}

extension ProximityPlan {
  /// As it was written.
  fileprivate var proximity: Proximity {
    switch unit {
    case .characters: .characters(limit)
    case .clause: .clause
    case .sentence: .sentence
    case .post: .post
    }
  }
}
