// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuExpression
import FenliuKeywords
import FenliuModel

/// Makes a `Plan` of a rule set, in the shape that is easy to get right; `Plan` is the shape that is quick to walk.
struct PlanBuilder {
  let ruleSet: RuleSet
  let isGated: Bool

  var literals: [[UInt8]] = []
  var literalIDs: [[UInt8]: Int] = [:]
  var consumers: [[Plan.Consumer]] = []
  var atoms: [AtomKey: UInt32] = [:]
  /// The atoms of words that are nothing but a literal: by its number, doubled, and one more where the end is open.
  var literalAtoms: [Int: UInt32] = [:]
  var uses: [[Plan.Use]] = []
  var gapWords: [GapWord] = []
  var gapParts: [GapPart] = []
  var partChoices: [PartChoice] = []
  /// The literals that are parts of words with gaps.
  var isPart: [Bool] = []
  var units: [Plan.Unit] = []
  var unitIDs: [UnitKey: Int] = [:]
  var regexes: [RegexPlan] = []
  var disguisedWords: [DisguisedWord] = []
  var groups: [Plan.Group] = []
  private var triggers: [[UInt32]] = []
  private var listGroups: [[Tricks: UInt32]]
  var collectives: [Collective] = []
  /// How many people each of the first atoms stands for.
  var collectivePeople: [Double] = []
  var collectiveGroups: [CollectiveKey: UInt32] = [:]
  private var rules: [RulePlan] = []
  private var unconditional: [UInt32] = []
  var sources: [HitSource] = []
  /// Whether the lines of `kinds` are at hand, behind all rules: what is made now is theirs alone.
  private var isAtKinds = false

  /// What makes two patterns the same to a matcher.
  enum AtomKey: Hashable {
    case word(parts: [[[UInt8]]], gaps: [Int], hasOpenEnd: Bool)
    case regex(String)
    case number(NumberName, units: [String], least: Double)
    /// A word where it stands in disguise.
    case disguise([[Unicode.Scalar]], Tricks, hasOpenEnd: Bool)
    case collective(parts: [[[UInt8]]], gaps: [Int], hasOpenEnd: Bool, people: Int)
  }

  struct UnitKey: Hashable {
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
    listGroups = Array(repeating: [:], count: ruleSet.lists.count)
  }

  private mutating func add(includingDrafts: Bool) throws(MatcherError) {
    addCollectives()
    let packAllow = try allowGroup(ruleSet.allow, isUrgent: false)
    for (index, rule) in ruleSet.rules.enumerated() where rule.status != .draft || includingDrafts {
      try add(rule, RuleID(index), packAllow: packAllow)
    }
    // Behind all rules, so that they are looked at last: what rules see does not depend on them.
    isAtKinds = true
    for (index, line) in ruleSet.kindLines.enumerated() {
      try add(line.rule, RuleID(ruleSet.rules.count + index), packAllow: packAllow)
    }
  }

  private mutating func add(_ rule: Rule, _ id: RuleID, packAllow: Int32) throws(MatcherError) {
    let isDanger = rule.category == .danger
    let number = UInt32(rules.count)
    var plan = RulePlan(
      id: id, isShadow: rule.status == .shadow, isDanger: isDanger, fields: rule.fields, polarity: rule.polarity,
      from: rule.from, until: rule.until, condition: rule.condition.map(ConditionPlan.init),
      allow: try allowGroup(rule.allow, isUrgent: isDanger), packAllow: isDanger ? -1 : packAllow,
      near: [], unlessWithin: ProximityPlan(rule.unless?.within ?? .sentence), patterns: [])
    plan.isProhibited = rule.category == .prohibited
    switch rule.body {
    case .lines(let lines):
      let tricks = rule.evasion
      if !lines.any.isEmpty { plan.any = try line(lines.any, of: number, isUrgent: isDanger, tricks) }
      if !lines.all.isEmpty {
        plan.hasAll = true
        plan.near.append(try near(lines.all, within: lines.allWithin, of: number, isUrgent: isDanger, tricks))
      }
      for group in lines.near {
        plan.near.append(try near(group.lines, within: group.within, of: number, isUrgent: isDanger, tricks))
      }
      if !lines.none.isEmpty { plan.none = try line(lines.none, of: nil, isUrgent: false) }
    case .when(let condition, let patterns):
      plan.when = ConditionPlan(condition)
      for pattern in patterns {
        plan.patterns.append(try line(pattern.line, of: number, isUrgent: isDanger, rule.evasion))
      }
      if condition.holds(in: NothingFound()) { unconditional.append(number) }
    }
    if let unless = rule.unless { plan.unless = try line(unless.any, of: nil, isUrgent: false) }
    noteRegexes(of: rule, id)
    rules.append(plan)
  }

  private mutating func near(
    _ lines: [Line], within: Proximity, of rule: UInt32, isUrgent: Bool, _ tricks: Tricks
  ) throws(MatcherError) -> RulePlan.Near {
    var plans: [LinePlan] = []
    for line in lines { plans.append(try self.line(line, of: rule, isUrgent: isUrgent, tricks)) }
    return RulePlan.Near(lines: plans, within: ProximityPlan(within))
  }

  /// A line; hits of it set off the rule, if one is given. What takes hits away and what must not be there is found only as it is
  /// written: without a rule no word is looked for in disguise.
  private mutating func line(
    _ line: Line, of rule: UInt32?, isUrgent: Bool, _ tricks: Tricks = []
  ) throws(MatcherError) -> LinePlan {
    var plan = LinePlan(groups: [])
    var own: UInt32?
    for pattern in line {
      if case .list(let list) = pattern {
        let isDisguised = rule != nil && !isAtKinds
        let group = try listGroup(list, isDisguised ? ruleSet.lists[list.index].evasion ?? tricks : [])
        if isUrgent { groups[Int(group)].isUrgent = true }
        if !plan.groups.contains(group) { plan.groups.append(group) }
      } else {
        let group = own ?? newGroup(allow: -1, isUrgent: isUrgent)
        if own == nil {
          own = group
          plan.groups.append(group)
        }
        try add(pattern, to: group, tricks)
        guard case .number(let number) = pattern, number.name == .people else { continue }
        for group in try collectiveGroups(least: number.least) {
          if isUrgent { groups[Int(group)].isUrgent = true }
          if !plan.groups.contains(group) { plan.groups.append(group) }
        }
      }
    }
    if let rule {
      for group in plan.groups where triggers[Int(group)].last != rule { triggers[Int(group)].append(rule) }
    }
    return plan
  }

  mutating func newGroup(allow: Int32, isUrgent: Bool) -> UInt32 {
    groups.append(Plan.Group(allow: allow, isUrgent: isUrgent, isOfKinds: isAtKinds))
    triggers.append([])
    return UInt32(groups.count - 1)
  }

  private mutating func listGroup(_ id: WordListID, _ tricks: Tricks) throws(MatcherError) -> UInt32 {
    if let known = listGroups[id.index][tricks] { return known }
    let list = ruleSet.lists[id.index]
    let group = newGroup(allow: try allowGroup(list.allow, isUrgent: false), isUrgent: false)
    listGroups[id.index][tricks] = group
    for word in list.words { try add(.word(word), to: group, tricks) }
    return group
  }

  mutating func allowGroup(_ words: [Word], isUrgent: Bool) throws(MatcherError) -> Int32 {
    guard !words.isEmpty else { return -1 }
    let group = newGroup(allow: -1, isUrgent: isUrgent)
    for word in words { try add(.word(word), to: group) }
    return Int32(group)
  }

  private mutating func add(
    _ pattern: Pattern, to group: UInt32, _ tricks: Tricks = []
  ) throws(MatcherError) {
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
    if case .word(let word) = pattern, let disguise = self.disguise(of: word, tricks) {
      uses[Int(disguise)].append(Plan.Use(group: group, source: UInt32(sources.count)))
    }
    sources.append(source)
  }
}

extension PlanBuilder {
  private func pour() -> Plan {
    let (consumerStarts, flatConsumers) = Self.flat(consumers)
    let planned = consumers.indices.map { index in
      Plan.Literal(
        first: consumerStarts[index], end: consumerStarts[index + 1],
        ofRules: UInt32(consumers[index].count { !isOfKinds($0) }),
        isVital: consumers[index].contains(where: isVital),
        opensOnlyRegexes: !isPart[index] && consumers[index].allSatisfy { $0.kind == .regex }, isPart: isPart[index])
    }
    let (useStarts, flatUses) = Self.flat(uses)
    let (triggerStarts, flatTriggers) = Self.flat(triggers)
    let words = gapWords.map { word in
      GapWord(atom: word.atom, parts: word.parts, isUrgent: isUrgent(word.atom), isOfKinds: isOfKinds(word.atom))
    }
    return Plan(
      scanner: KeywordScanner(literals, wanted: wanted(planned)), literals: planned,
      consumers: flatConsumers, disguises: DisguiseScanner(disguisedWordsForRules), gapWords: words, parts: gapParts,
      choices: partChoices, units: units, collective: collectivePeople, reaches: regexes.map(\.bytesApart),
      useStarts: useStarts, uses: flatUses, groups: groups, listGroups: listGroups.map { $0.values.sorted() },
      collectives: groupsOfCollectives, triggerStarts: triggerStarts, triggers: flatTriggers, rules: rules,
      unconditional: unconditional, sources: sources)
  }

  /// How many occurrences of each literal are looked at: of those that only open regexes one behind the other is enough, those of `danger` are
  /// all wanted, and of the others none beyond what is told.
  private func wanted(_ planned: [Plan.Literal]) -> [KeywordScanner.Wanted] {
    var isUrgentPart = Array(repeating: false, count: planned.count)
    for word in gapWords where isUrgent(word.atom) {
      for part in gapParts[word.parts] {
        for choice in partChoices[part.choices] { isUrgentPart[Int(choice.literal)] = true }
      }
    }
    return planned.indices.map { index in
      if planned[index].opensOnlyRegexes { return .once }
      return planned[index].isVital || isUrgentPart[index] ? .all : .some
    }
  }

  /// The words in disguise, each with the rules that look for it: `WeakHits` wants a surer one for the same rule.
  private var disguisedWordsForRules: [DisguisedWord] {
    var bits: [UInt32: UInt64] = [:]
    return disguisedWords.map { word in
      var word = word
      word.purposes = 0
      for use in uses[Int(word.target)] {
        for rule in triggers[Int(use.group)] {
          let bit = bits[rule] ?? 1 << UInt64(bits.count & 63)
          bits[rule] = bit
          word.purposes |= bit
        }
      }
      return word
    }
  }

  /// Whether a rule of `danger` or a regex needs what this leads to.
  private func isVital(_ consumer: Plan.Consumer) -> Bool {
    switch consumer.kind {
    case .regex: !isOfKinds(consumer)
    case .word: isUrgent(consumer.target)
    case .gapWord: isUrgent(gapWords[Int(consumer.target)].atom)
    case .unit: units[Int(consumer.target)].readers.contains { isUrgent($0.atom) }
    }
  }

  /// Whether a rule of `danger` needs an atom.
  private func isUrgent(_ atom: UInt32) -> Bool {
    uses[Int(atom)].contains { groups[Int($0.group)].isUrgent }
  }

  /// Whether only lines of `kinds` need what this leads to.
  private func isOfKinds(_ consumer: Plan.Consumer) -> Bool {
    switch consumer.kind {
    case .regex: isOfKinds(regexes[Int(consumer.target)].atom)
    case .word: isOfKinds(consumer.target)
    case .gapWord: isOfKinds(gapWords[Int(consumer.target)].atom)
    case .unit: units[Int(consumer.target)].readers.allSatisfy { isOfKinds($0.atom) }
    }
  }

  private func isOfKinds(_ atom: UInt32) -> Bool { uses[Int(atom)].allSatisfy { groups[Int($0.group)].isOfKinds } }

  private static func flat<Element>(_ rows: [[Element]]) -> (starts: [UInt32], elements: [Element]) {
    var starts: [UInt32] = [0]
    for row in rows { starts.append(starts.last.map { $0 + UInt32(row.count) } ?? 0) }
    return (starts, rows.flatMap { $0 })
  }
}

/// A post in which nothing is found.
struct NothingFound: ExpressionContext {}
