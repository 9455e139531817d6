// SPDX-License-Identifier: Apache-2.0
import FenliuExpression
import FenliuFolding
import FenliuKeywords
import FenliuModel

/// Makes a `Plan` of a rule set, in the shape that is easy to get right; `Plan` is the shape that is quick to walk.
struct PlanBuilder {
  let ruleSet: RuleSet
  let isGated: Bool

  private var literals: [[UInt8]] = []
  private var literalIDs: [[UInt8]: Int] = [:]
  private var consumers: [[Plan.Consumer]] = []
  var atoms: [AtomKey: UInt32] = [:]
  private var uses: [[Plan.Use]] = []
  private var gapWords: [GapWord] = []
  private var gapParts: [GapPart] = []
  private var units: [Plan.Unit] = []
  private var unitIDs: [UnitKey: Int] = [:]
  var regexes: [RegexPlan] = []
  private var groups: [Plan.Group] = []
  private var triggers: [[UInt32]] = []
  private var listGroups: [Int32]
  private var rules: [RulePlan] = []
  private var unconditional: [UInt32] = []
  private var sources: [HitSource] = []

  /// What makes two patterns the same to a matcher.
  enum AtomKey: Hashable {
    case word(parts: [[[UInt8]]], gaps: [Int], hasOpenEnd: Bool)
    case regex(String)
    case number(NumberName, units: [String], least: Double)
  }

  private struct UnitKey: Hashable {
    var name: NumberName
    var bytes: [UInt8]
  }

  /// Makes the plan. `isGated`: a regex runs only where its necessary literals are seen.
  static func plan(
    of ruleSet: RuleSet, isGated: Bool, includingDrafts: Bool
  ) throws(MatcherError) -> (plan: Plan, regexes: [RegexPlan]) {
    var builder = PlanBuilder(ruleSet, isGated: isGated)
    try builder.add(includingDrafts: includingDrafts)
    return (builder.pour(), builder.regexes)
  }

  private init(_ ruleSet: RuleSet, isGated: Bool) {
    self.ruleSet = ruleSet
    self.isGated = isGated
    listGroups = Array(repeating: -1, count: ruleSet.lists.count)
  }

  private mutating func add(includingDrafts: Bool) throws(MatcherError) {
    let packAllow = try allowGroup(ruleSet.allow, isUrgent: false)
    for (index, rule) in ruleSet.rules.enumerated() where rule.status != .draft || includingDrafts {
      try add(rule, RuleID(index), packAllow: packAllow)
    }
  }

  private mutating func add(_ rule: Rule, _ id: RuleID, packAllow: Int32) throws(MatcherError) {
    let isDanger = rule.category == .danger
    let number = UInt32(rules.count)
    var plan = RulePlan(
      id: id, isShadow: rule.status == .shadow, isDanger: isDanger, fields: rule.fields, from: rule.from,
      until: rule.until, condition: rule.condition.map(ConditionPlan.init),
      allow: try allowGroup(rule.allow, isUrgent: isDanger), packAllow: isDanger ? -1 : packAllow,
      near: [], unlessWithin: ProximityPlan(rule.unless?.within ?? .sentence), patterns: [])
    switch rule.body {
    case .lines(let lines):
      if !lines.any.isEmpty { plan.any = try line(lines.any, of: number, isUrgent: isDanger) }
      if !lines.all.isEmpty {
        plan.near.append(try near(lines.all, within: lines.allWithin, of: number, isUrgent: isDanger))
      }
      for group in lines.near {
        plan.near.append(try near(group.lines, within: group.within, of: number, isUrgent: isDanger))
      }
      if !lines.none.isEmpty { plan.none = try line(lines.none, of: nil, isUrgent: false) }
    case .when(let condition, let patterns):
      plan.when = ConditionPlan(condition)
      for pattern in patterns { plan.patterns.append(try line(pattern.line, of: number, isUrgent: isDanger)) }
      if condition.holds(in: NothingFound()) { unconditional.append(number) }
    }
    if let unless = rule.unless { plan.unless = try line(unless.any, of: nil, isUrgent: false) }
    noteRegexes(of: rule, id)
    rules.append(plan)
  }

  private mutating func near(
    _ lines: [Line], within: Proximity, of rule: UInt32, isUrgent: Bool
  ) throws(MatcherError) -> RulePlan.Near {
    var plans: [LinePlan] = []
    for line in lines { plans.append(try self.line(line, of: rule, isUrgent: isUrgent)) }
    return RulePlan.Near(lines: plans, within: ProximityPlan(within))
  }

  /// A line; hits of it set off the rule, if one is given.
  private mutating func line(_ line: Line, of rule: UInt32?, isUrgent: Bool) throws(MatcherError) -> LinePlan {
    var plan = LinePlan(groups: [])
    var own: UInt32?
    for pattern in line {
      if case .list(let list) = pattern {
        let group = try listGroup(list)
        if isUrgent { groups[Int(group)].isUrgent = true }
        if !plan.groups.contains(group) { plan.groups.append(group) }
      } else {
        let group = own ?? newGroup(allow: -1, isUrgent: isUrgent)
        if own == nil {
          own = group
          plan.groups.append(group)
        }
        try add(pattern, to: group)
      }
    }
    if let rule {
      for group in plan.groups where triggers[Int(group)].last != rule { triggers[Int(group)].append(rule) }
    }
    return plan
  }

  private mutating func newGroup(allow: Int32, isUrgent: Bool) -> UInt32 {
    groups.append(Plan.Group(allow: allow, isUrgent: isUrgent))
    triggers.append([])
    return UInt32(groups.count - 1)
  }

  private mutating func listGroup(_ id: WordListID) throws(MatcherError) -> UInt32 {
    if listGroups[id.index] >= 0 { return UInt32(listGroups[id.index]) }
    let list = ruleSet.lists[id.index]
    let group = newGroup(allow: try allowGroup(list.allow, isUrgent: false), isUrgent: false)
    listGroups[id.index] = Int32(group)
    for word in list.words { try add(.word(word), to: group) }
    return group
  }

  private mutating func allowGroup(_ words: [Word], isUrgent: Bool) throws(MatcherError) -> Int32 {
    guard !words.isEmpty else { return -1 }
    let group = newGroup(allow: -1, isUrgent: isUrgent)
    for word in words { try add(.word(word), to: group) }
    return Int32(group)
  }

  private mutating func add(_ pattern: Pattern, to group: UInt32) throws(MatcherError) {
    let source: HitSource
    let atom: UInt32
    switch pattern {
    case .word(let word):
      source = HitSource(written: word.written, origin: word.origin, points: word.points)
      guard let found = self.atom(of: word) else { return }
      atom = found
    case .regex(let regex):
      source = HitSource(written: regex.source, origin: regex.origin)
      atom = try self.atom(of: regex)
    case .number(let number):
      source = HitSource(written: "number \(number.name.key)", origin: number.origin)
      atom = self.atom(of: number)
    case .list: preconditionFailure("a list is a group of its own")
    }
    guard !uses[Int(atom)].contains(where: { $0.group == group }) else { return }
    uses[Int(atom)].append(Plan.Use(group: group, source: UInt32(sources.count)))
    sources.append(source)
  }
}

// MARK: - Atoms

extension PlanBuilder {
  /// The atom of a word, nil where folding leaves nothing of it.
  private mutating func atom(of word: Word) -> UInt32? {
    var parts: [[[UInt8]]] = []
    for part in word.parts {
      let choices = part.choices.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty }
      if choices.isEmpty { return nil }
      parts.append(choices)
    }
    let gaps = word.parts.map(\.gap)
    let key = AtomKey.word(parts: parts, gaps: gaps, hasOpenEnd: word.hasOpenEnd)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    if parts.count == 1, parts[0].count == 1 {
      consume(parts[0][0], .word, target: atom, hasOpenEnd: word.hasOpenEnd)
    } else {
      let number = UInt32(gapWords.count)
      gapWords.append(GapWord(atom: atom, firstPart: UInt32(gapParts.count), gaps: gaps))
      for (index, choices) in parts.enumerated() {
        let slot = UInt32(gapParts.count)
        gapParts.append(GapPart(word: number, gap: gaps[index]))
        let isOpen = word.hasOpenEnd && index == parts.count - 1
        for choice in Set(choices).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          consume(choice, .part, target: slot, isFirst: index == 0, hasOpenEnd: isOpen)
        }
      }
    }
    return atom
  }

  private mutating func atom(of number: NumberPattern) -> UInt32 {
    let spelled = number.units.map { Folding.fold($0) }.filter { !$0.isEmpty }
    let least = number.least ?? -Double.infinity
    let key = AtomKey.number(number.name, units: spelled, least: least)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    for unit in Set(spelled).sorted().flatMap({ NumberUnit.spellings(of: $0, kind: number.name) }) {
      let key = UnitKey(name: number.name, bytes: unit.bytes)
      let reader = Plan.Unit.Reader(atom: atom, least: least)
      if let known = unitIDs[key] {
        units[known].readers.append(reader)
      } else {
        unitIDs[key] = units.count
        consume(unit.bytes, .unit, target: UInt32(units.count), hasOpenEnd: true, hasOpenStart: true)
        units.append(Plan.Unit(unit: unit, readers: [reader]))
      }
    }
    return atom
  }

  mutating func newAtom(_ key: AtomKey) -> UInt32 {
    let atom = UInt32(uses.count)
    atoms[key] = atom
    uses.append([])
    return atom
  }

  /// Lets something wait for a literal.
  mutating func consume(
    _ literal: [UInt8], _ kind: Plan.Consumer.Kind, target: UInt32, isFirst: Bool = false, hasOpenEnd: Bool = false,
    hasOpenStart: Bool = false
  ) {
    let id: Int
    if let known = literalIDs[literal] {
      id = known
    } else {
      id = literals.count
      literalIDs[literal] = id
      literals.append(literal)
      consumers.append([])
    }
    let text = literal.span
    let first = Folding.scalar(at: 0, in: text)
    let last = Folding.scalar(before: text.count, in: text)
    consumers[id].append(
      Plan.Consumer(
        kind: kind, checksStart: !hasOpenStart && first.map(Folding.isWholeWordCharacter) ?? false,
        checksEnd: !hasOpenEnd && last.map(Folding.isWholeWordCharacter) ?? false, isFirst: isFirst, target: target))
  }
}

// MARK: - Pouring

extension PlanBuilder {
  private func pour() -> Plan {
    let (consumerStarts, flatConsumers) = Self.flat(consumers)
    let (useStarts, flatUses) = Self.flat(uses)
    let (triggerStarts, flatTriggers) = Self.flat(triggers)
    return Plan(
      automaton: KeywordAutomaton(literals), consumerStarts: consumerStarts, consumers: flatConsumers,
      gapWords: gapWords, parts: gapParts, units: units, useStarts: useStarts, uses: flatUses,
      groups: groups, triggerStarts: triggerStarts, triggers: flatTriggers, rules: rules,
      unconditional: unconditional, sources: sources)
  }

  private static func flat<Element>(_ rows: [[Element]]) -> (starts: [UInt32], elements: [Element]) {
    var starts: [UInt32] = [0]
    for row in rows { starts.append(starts.last.map { $0 + UInt32(row.count) } ?? 0) }
    return (starts, rows.flatMap { $0 })
  }
}

/// A post in which nothing is found.
private struct NothingFound: ExpressionContext {}
