// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRouting

/// Collects the reasons of a decision in the order in which people ask: what was found, how serious, who, until when.
struct BecauseBuilder: Sendable {
  let rules: RuleSet
  let map: ResponsibilityMap
  let router: Router
  let cards: [RuleCard]
  private let wording: any ReasonWording.Type
  /// The calendar of each department.
  private let calendars: [WorkCalendar]

  init(rules: RuleSet, map: ResponsibilityMap, router: Router, cards: [RuleCard]) {
    self.rules = rules
    self.map = map
    self.router = router
    self.cards = cards
    wording = rules.language == .chinese ? ChineseReasons.self : EnglishReasons.self
    calendars = map.departments.indices.map { map.calendar(of: DepartmentID($0)) }
  }

  /// The sentences, in the pack's language.
  ///
  /// - Parameters:
  ///   - listed: the places in `findings.matches` of the decision's matches, in their order.
  ///   - dayLines: the worker's memory of sums it has put into words.
  func sentences(
    for findings: Findings, decision: Decision, listed: [Int], title: borrowing NormalizedText,
    text: borrowing NormalizedText, dayLines: inout DayLines
  ) -> [String] {
    let zone = map.calendar.zone
    let found = FoundWords(rules.language.masking)
    let words = found.words(of: decision.matches, listed, in: findings.matches, title: title, text: text)
    var reasons: [Reason] = []
    if findings.isUnread { reasons.append(.unread) }
    appendMatches(of: decision, listed, words, findings, to: &reasons)
    for (withdrawal, shown) in zip(findings.matches.withdrawals, decision.withdrawn) {
      reasons.append(
        .withdrawn(
          rule: cards[withdrawal.rule.index].name,
          found: found.word(shown.hit, of: withdrawal.hit, title: title, text: text),
          by: found.word(shown.by, of: withdrawal.by, title: title, text: text)))
    }
    appendIncomplete(findings.matches.incomplete, to: &reasons)
    appendLevel(of: findings.scores, to: &reasons)
    appendRoute(of: findings, listed, words, to: &reasons)
    appendAccused(findings.routed, title: title, text: text, to: &reasons)
    if findings.routed.isSealed { reasons.append(.sealed) }
    if let reply = findings.routed.suggestedReply { reasons.append(.suggestedReply(reply)) }
    for deadline in findings.routed.deadlines {
      reasons.append(self.deadline(deadline, lead: findings.routed.lead, &dayLines))
    }
    return reasons.map { wording.sentence(for: $0, zone: zone) }
  }

  private func appendMatches(
    of decision: Decision, _ listed: [Int], _ words: [[String]], _ findings: Findings, to reasons: inout [Reason]
  ) {
    for ((index, match), words) in zip(zip(listed, decision.matches), words) {
      let card = cards[findings.matches.matches[index].rule.index]
      guard findings.scores.counts[index] else {
        reasons.append(.replaced(rule: card.name))
        continue
      }
      let found = distinct(words, most: 3)
      if card.isProhibited {
        reasons.append(.prohibited(rule: card.name, found: found, basis: card.basis))
      } else {
        reasons.append(.match(rule: card.name, found: found, category: card.categoryTitle, points: match.points))
      }
    }
  }

  private func appendIncomplete(_ all: [Incomplete], to reasons: inout [Reason]) {
    for incomplete in all {
      switch incomplete {
      case .regex(let rule): reasons.append(.gaveUp(rule: cards[rule.index].name))
      case .hits: reasons.append(.tooManyHits)
      case .unread, .calendar: break
      }
    }
  }

  private func appendLevel(of scores: Scores, to reasons: inout [Reason]) {
    switch scores.reason {
    case .nothing: reasons.append(.noLevel(total: scores.total))
    case .line(let line):
      reasons.append(.levelByLine(scores.level, condition: rules.levels[line].written, total: scores.total))
    case .floor(let category):
      reasons.append(.levelByFloor(scores.level, category: title(rules.categories[category.index])))
    case .unread: break
    }
  }

  private func appendRoute(
    of findings: Findings, _ listed: [Int], _ words: [[String]], to reasons: inout [Reason]
  ) {
    let routed = findings.routed
    if let topic = routed.leadingTopic, let score = findings.scores.topics.first(where: { $0.topic == topic }) {
      reasons.append(
        .topic(
          title: rules.topics[topic.index].title, points: score.points, byFirstAsked: routed.firstAskedDecided))
    }
    if let id = routed.route {
      let route = map.routes[id.index]
      let behind = router.matchesBehind(id, of: routed, matches: findings.matches, scores: findings.scores)
      let found = distinct(
        zip(listed, words).flatMap { behind.contains($0) ? $1 : [] }, most: 3)
      reasons.append(
        .route(name: route.name, condition: route.written, found: found, lead: name(route.lead), basis: route.basis))
    } else {
      reasons.append(.defaultRoute(lead: name(map.defaultDepartment)))
    }
    for assisting in routed.assist {
      switch assisting.reason {
      case .route: reasons.append(.assist(name(assisting.department)))
      case .recusal: reasons.append(.assistForRecusal(name(assisting.department)))
      case .topic(let topic, let route):
        reasons.append(
          .assistForTopic(
            department: name(assisting.department), topic: rules.topics[topic.index].title,
            route: map.routes[route.index].name))
      }
    }
    for beside in routed.beside {
      reasons.append(.beside(route: map.routes[beside.route.index].name, lead: name(beside.lead)))
    }
    if let route = routed.route {
      let told = map.routes[route.index].notify.filter(routed.notify.contains)
      if !told.isEmpty { reasons.append(.notified(told.map(name))) }
    }
    for index in routed.escalations {
      let escalation = map.escalations[index]
      let told = escalation.notify.filter(routed.notify.contains)
      guard !told.isEmpty else { continue }
      reasons.append(
        .escalation(
          condition: escalation.written, notify: told.map(name), within: escalation.within))
    }
  }

  private func appendAccused(
    _ routed: Routed, title: borrowing NormalizedText, text: borrowing NormalizedText, to reasons: inout [Reason]
  ) {
    for accused in routed.accused {
      let offsets =
        accused.field == .title
        ? title.originalScalarOffsets(of: accused.range) : text.originalScalarOffsets(of: accused.range)
      reasons.append(
        .recused(
          department: name(accused.department), name: accused.name, field: accused.field, start: offsets.lowerBound,
          wouldHaveLed: accused.wouldHaveLed, lead: name(routed.lead)))
    }
  }

  private func deadline(_ deadline: Routed.Deadline, lead: DepartmentID, _ dayLines: inout DayLines) -> Reason {
    let suffix = "-at-latest"
    let atLatest = deadline.step.hasSuffix(suffix)
    let key = atLatest ? String(deadline.step.dropLast(suffix.count)) : deadline.step
    let days = dayLines.text(for: deadline.sum, lead: lead, zone: map.calendar.zone) {
      wording.lines(calendars[lead.index].days(of: $0))
    }
    return .deadline(
      step: map.stepTitles[key] ?? wording.title(ofStep: key), atLatest: atLatest,
      after: deadline.after.map { map.stepTitles[$0] ?? $0 },
      isRepeated: deadline.isRepeated, sum: deadline.sum, days: days)
  }

  private func name(_ department: DepartmentID) -> String { map.departments[department.index].title }

  private func title(_ category: FenliuModel.Category) -> String {
    rules.language == .chinese ? category.title : category.key
  }

  private func distinct(_ texts: [String], most: Int) -> [String] {
    var kept: [String] = []
    for text in texts where !kept.contains(text) && kept.count < most { kept.append(text) }
    return kept
  }
}
