// SPDX-License-Identifier: Apache-2.0

extension DecisionNames {
  /// The decision that a draft is of, with all its names and texts.
  public func decision(_ draft: borrowing DecisionDraft) -> Decision {
    var decision = Decision(id: draft.id, received: draft.routed.start, route: route(draft), rules: digest)
    decision.level = draft.level
    decision.total = draft.total
    decision.kind = draft.routed.kind
    decision.kindHit = draft.kindHit.map { hit($0, draft) }
    decision.points = draft.points.map { .init(name: categories[$0.category.index], points: $0.points) }
    decision.topics = draft.topics.map { .init(name: topics[$0.topic.index], points: $0.points) }
    decision.matches.reserveCapacity(draft.matches.count)
    for match in draft.matches { decision.matches.append(self.match(match, draft)) }
    for match in draft.shadow { decision.shadow.append(self.match(match, draft)) }
    decision.leftOut = draft.leftOut
    decision.rulesLeftOut = draft.rulesLeftOut.map { rules[$0.index].key }
    for withdrawn in draft.withdrawn {
      decision.withdrawn.append(
        .init(rule: rules[withdrawn.rule.index].key, hit: hit(withdrawn.hit, draft), by: hit(withdrawn.by, draft)))
    }
    decision.numbers = draft.numbers
    decision.reach = draft.reach
    decision.beside = draft.routed.beside.map { beside in
      .init(
        name: routes[beside.route.index], lead: departments[beside.lead.index],
        assist: beside.assist.map { departments[$0.index] }, notify: beside.notify.map { departments[$0.index] })
    }
    decision.deadlines = draft.routed.deadlines.map { .init(step: $0.step, due: $0.due) }
    decision.incomplete = draft.incomplete.map(describe)
    decision.because = (0..<draft.because.count).map { draft.because[$0] }
    return decision
  }

  private func route(_ draft: borrowing DecisionDraft) -> Decision.Route {
    let routed = draft.routed
    var route = Decision.Route(
      name: routed.route.map { routes[$0.index] } ?? Self.defaultRoute, lead: departments[routed.lead.index],
      assist: routed.assist.map { departments[$0.department.index] },
      notify: routed.notify.map { departments[$0.index] }, isSealed: routed.isSealed)
    route.ifReturned = routed.ifReturned.map { departments[$0.index] }
    route.suggestedReply = routed.suggestedReply
    route.recused = draft.recused.map {
      .init(from: departments[$0.from.index], name: $0.name, field: $0.field, start: $0.start)
    }
    return route
  }

  private func match(_ match: DecisionDraft.Match, _ draft: borrowing DecisionDraft) -> Decision.Match {
    let rule = rules[match.rule.index]
    var hits: [Decision.Hit] = []
    hits.reserveCapacity(match.hits.count)
    for place in match.hits { hits.append(hit(draft.hits[place], draft)) }
    return Decision.Match(
      rule: rule.key, category: rule.category, topic: rule.topic, points: match.points, hits: hits)
  }

  private func hit(_ hit: DecisionDraft.Hit, _ draft: borrowing DecisionDraft) -> Decision.Hit {
    let source = sources[Int(hit.source.index)]
    return Decision.Hit(
      field: hit.field, start: hit.start, end: hit.end, text: draft.text(hit.text), word: source.written,
      from: source.from, zone: hit.zone, tricks: hit.tricks)
  }
}
