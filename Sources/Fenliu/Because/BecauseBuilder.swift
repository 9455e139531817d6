// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting

/// Collects the reasons of a decision in the order in which people ask: what was found, how serious, who, until when.
struct BecauseBuilder: Sendable {
  let rules: RuleSet
  let map: ResponsibilityMap
  let router: Router
  private let cards: [RuleCard]
  private let wording: any ReasonWording.Type
  private let found: FoundWords
  private let steps: StepNames
  private let zone: Zone
  /// The calendars by which departments work, each once.
  private let calendars: [WorkCalendar]
  /// The place of each department's calendar.
  private let calendarOf: [Int]

  init(rules: RuleSet, map: ResponsibilityMap, router: Router) {
    self.rules = rules
    self.map = map
    self.router = router
    cards = (rules.rules + rules.kindLines.map(\.rule)).map { RuleCard($0, in: rules) }
    wording = rules.language == .chinese ? ChineseReasons.self : EnglishReasons.self
    found = FoundWords(rules.language.masking)
    steps = StepNames(map, wording: wording)
    zone = map.calendar.zone
    var calendars: [WorkCalendar] = []
    calendarOf = map.departments.indices.map { index in
      let calendar = map.calendar(of: DepartmentID(index))
      if let place = calendars.firstIndex(of: calendar) { return place }
      calendars.append(calendar)
      return calendars.count - 1
    }
    self.calendars = calendars
  }

  /// What a worker keeps from post to post.
  struct Memory {
    /// The words found for each listed match.
    var words: [Quotes] = []
    /// The sums put into words.
    var dayLines = DayLines()
  }

  /// Appends the sentences to a draft that has all the rest, in the pack's language.
  ///
  /// - Parameter listed: the places in `findings.matches` of the draft's matches, in their order.
  func append(
    to draft: inout DecisionDraft, _ findings: borrowing Findings, listed: [MatchRank],
    title: borrowing NormalizedText, text: borrowing NormalizedText, memory: inout Memory
  ) {
    if findings.isUnread { say(.unread, &draft) }
    appendMatches(listed, findings, &memory.words, to: &draft)
    for withdrawn in draft.withdrawn {
      let hit = found.word(of: withdrawn.hit, in: &draft)
      let by = found.word(of: withdrawn.by, in: &draft)
      say(.withdrawn(rule: cards[withdrawn.rule.index].name, found: hit, by: by), &draft)
    }
    for incomplete in findings.matches.incomplete {
      switch incomplete {
      case .regex(let rule): say(.gaveUp(rule: cards[rule.index].name), &draft)
      case .hits: say(.tooManyHits, &draft)
      case .unread, .calendar: break
      }
    }
    appendLevel(of: findings.scores, to: &draft)
    appendRoute(of: findings, listed, memory.words, to: &draft)
    if !findings.routed.periods.isEmpty { appendPeriods(findings.routed, draft.level, to: &draft) }
    appendAccused(findings.routed, title: title, text: text, to: &draft)
    if findings.routed.isSealed { say(.sealed, &draft) }
    if let reply = findings.routed.suggestedReply { say(.suggestedReply(reply), &draft) }
    for deadline in findings.routed.deadlines {
      say(.deadline(reason(for: deadline, lead: findings.routed.lead, &memory.dayLines, in: &draft)), &draft)
    }
  }

  @inline(__always)
  private func say(_ reason: Reason, _ draft: inout DecisionDraft) {
    wording.append(reason, quoting: draft.texts, zone: zone, to: &draft.because)
    draft.because.endText()
  }

  private func appendMatches(
    _ listed: [MatchRank], _ findings: borrowing Findings, _ words: inout [Quotes], to draft: inout DecisionDraft
  ) {
    words.removeAll(keepingCapacity: true)
    for (rank, place) in zip(listed, draft.matches.indices) {
      let match = draft.matches[place]
      let rule = match.rule.index
      guard findings.scores.counts[rank.place] else {
        words.append(Quotes())
        say(.replaced(rule: cards[rule].name), &draft)
        continue
      }
      let quotes = found.words(of: match, in: &draft)
      words.append(quotes)
      if cards[rule].isProhibited {
        say(.prohibited(rule: cards[rule].name, found: quotes, basis: cards[rule].basis), &draft)
      } else {
        say(
          .match(
            rule: cards[rule].name, found: quotes, category: cards[rule].categoryTitle, points: match.points), &draft)
      }
    }
  }

  private func appendLevel(of scores: borrowing Scores, to draft: inout DecisionDraft) {
    switch scores.reason {
    case .nothing: say(.noLevel(total: scores.total), &draft)
    case .line(let line):
      say(.levelByLine(scores.level, condition: rules.levels[line].written, total: scores.total), &draft)
    case .floor(let category):
      let title =
        rules.language == .chinese ? rules.categories[category.index].title : rules.categories[category.index].key
      say(.levelByFloor(scores.level, category: title), &draft)
    case .unread: break
    }
  }

  private func appendRoute(
    of findings: borrowing Findings, _ listed: [MatchRank], _ words: [Quotes], to draft: inout DecisionDraft
  ) {
    let routed = draft.routed
    if let topic = routed.leadingTopic, let score = findings.scores.topics.first(where: { $0.topic == topic }) {
      say(
        .topic(
          title: rules.topics[topic.index].title, points: score.points, byFirstAsked: routed.firstAskedDecided), &draft)
    }
    if let id = routed.route {
      var quotes = Quotes()
      for (rank, found) in zip(listed, words) where !quotes.isFull && findings.scores.counts[rank.place] {
        guard router.isBehind(id, rule: RuleID(rank.rule), leadingTopic: routed.leadingTopic) else { continue }
        quotes.add(found, of: draft.texts)
      }
      say(
        .route(
          name: map.routes[id.index].name, condition: map.routes[id.index].written, found: quotes,
          lead: name(map.routes[id.index].lead), basis: map.routes[id.index].basis), &draft)
    } else {
      say(.defaultRoute(lead: name(map.defaultDepartment)), &draft)
    }
    for assisting in routed.assist {
      switch assisting.reason {
      case .route: say(.assist(name(assisting.department)), &draft)
      case .recusal: say(.assistForRecusal(name(assisting.department)), &draft)
      case .topic(let topic, let route):
        say(
          .assistForTopic(
            department: name(assisting.department), topic: rules.topics[topic.index].title,
            route: map.routes[route.index].name), &draft)
      }
    }
    for beside in routed.beside {
      say(.beside(route: map.routes[beside.route.index].name, lead: name(beside.lead)), &draft)
    }
    if let route = routed.route {
      let told = map.routes[route.index].notify.filter(routed.notify.contains)
      if !told.isEmpty { say(.notified(told.map(name)), &draft) }
    }
    for index in routed.escalations {
      let told = map.escalations[index].notify.filter(routed.notify.contains)
      guard !told.isEmpty else { continue }
      say(
        .escalation(
          condition: map.escalations[index].written, notify: told.map(name), within: map.escalations[index].within),
        &draft)
    }
  }

  /// What each period that holds has changed; nothing is said of one that has changed nothing.
  private func appendPeriods(_ routed: borrowing Routed, _ level: Level, to draft: inout DecisionDraft) {
    for id in routed.periods {
      let period = map.periods[id.index]
      let told = level < .general || routed.isSealed ? [] : period.notify.filter(routed.notify.contains).map(name)
      var sooner: [String] = []
      for deadline in routed.deadlines where deadline.period == id {
        let step = steps.name(of: deadline.step)
        if !sooner.contains(step.title) { sooner.append(step.title) }
      }
      if told.isEmpty, sooner.isEmpty { continue }
      say(.period(name: period.name, basis: period.basis, notify: told, sooner: sooner), &draft)
    }
  }

  private func appendAccused(
    _ routed: borrowing Routed, title: borrowing NormalizedText, text: borrowing NormalizedText,
    to draft: inout DecisionDraft
  ) {
    for accused in routed.accused {
      let origin = accused.field == .title ? title.origin(of: accused.range) : text.origin(of: accused.range)
      say(
        .recused(
          department: name(accused.department), name: accused.name, field: accused.field,
          start: origin.scalars.lowerBound, wouldHaveLed: accused.wouldHaveLed, lead: name(routed.lead)), &draft)
    }
  }

  private func reason(
    for deadline: Routed.Deadline, lead: DepartmentID, _ dayLines: inout DayLines, in draft: inout DecisionDraft
  ) -> Reason.Deadline {
    let step = steps.name(of: deadline.step)
    let calendar = calendarOf[lead.index]
    let days = dayLines.keep(deadline.sum, calendar: calendar, zone: zone, in: &draft) { sum, text in
      wording.append(calendars[calendar].days(of: sum), to: &text)
    }
    var reason = Reason.Deadline(
      step: step.title, atLatest: step.isAtLatest, isRepeated: deadline.isRepeated, sum: deadline.sum, days: days)
    if let base = deadline.after { reason.after = steps.base(base) }
    return reason
  }

  private func name(_ department: DepartmentID) -> String { map.departments[department.index].title }
}
