// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Choosing: the leading topic, its route, who assists, what is handed over beside, and who must know.
extension Router {
  func choose(
    _ scores: Scores, facts: PostFacts, post: inout Circumstances, asked: DepartmentID?, start: Instant
  ) -> Routed {
    if scores.reason == .unread { return Routed(lead: map.defaultDepartment, start: start) }
    post.topics = .any
    post.seesProhibited = true
    var beside = besideRoutes.filter { table.holds(conditions[$0.index], post) }

    let isOnlyProhibited = scores.isOnlyProhibited
    post.seesProhibited = isOnlyProhibited
    let leading = leadingTopic(scores, asked: asked, &post)
    let route: RouteID?
    if isOnlyProhibited, let first = beside.first {
      route = first
      beside.removeFirst()
    } else {
      route = firstRoute(leading.topic, &post)
    }

    var routed = Routed(lead: route.map { map.routes[$0.index].lead } ?? map.defaultDepartment, start: start)
    routed.route = route
    routed.leadingTopic = leading.topic
    routed.firstAskedDecided = leading.decidedByFirstAsked
    if let route {
      let chosen = map.routes[route.index]
      for department in chosen.assist { routed.addAssisting(department, .route) }
      for department in chosen.notify { routed.addNotified(department) }
      routed.ifReturned = chosen.ifReturned
      routed.isSealed = chosen.isSealed
      routed.suggestedReply = chosen.suggestedReply
    }
    addTopics(scores, &post, &routed)
    routed.beside = beside.map { id in
      let route = map.routes[id.index]
      return Routed.Beside(route: id, lead: route.lead, assist: route.assist, notify: route.notify)
    }
    return routed
  }

  /// The topic with most points. A tie goes to the topic whose route leads to the unit first asked, else to the one
  /// declared first.
  private func leadingTopic(
    _ scores: Scores, asked: DepartmentID?, _ post: inout Circumstances
  ) -> (topic: TopicID?, decidedByFirstAsked: Bool) {
    guard let first = scores.topics.first else { return (nil, false) }
    guard let asked, scores.topics.count > 1, scores.topics[1].points == first.points else {
      return (first.topic, false)
    }
    for score in scores.topics {
      if score.points < first.points { break }
      if let route = firstRoute(score.topic, &post), map.routes[route.index].lead == asked {
        return (score.topic, true)
      }
    }
    return (first.topic, false)
  }

  /// Lets the departments of the other topics assist, of those with at least half the leading one's points; and that of
  /// the leading one where the route that won does not name a topic.
  private func addTopics(_ scores: Scores, _ post: inout Circumstances, _ routed: inout Routed) {
    guard let leading = routed.leadingTopic,
      let most = scores.topics.first(where: { $0.topic == leading })?.points, most > .zero
    else { return }
    let winnerNamesTopic = routed.route.map { map.routes[$0.index].condition.namesTopic } ?? true
    for score in scores.topics {
      if score.topic == leading ? winnerNamesTopic : score.points.hundredths * 2 < most.hundredths { continue }
      guard let route = firstNamingRoute(score.topic, &post) else { continue }
      routed.addAssisting(map.routes[route.index].lead, .topic(score.topic, route))
    }
  }

  func escalate(_ post: borrowing Circumstances, _ routed: inout Routed) {
    for (place, condition) in escalations.enumerated() where table.holds(condition, post) {
      routed.escalations.append(place)
      for department in map.escalations[place].notify { routed.addNotified(department) }
    }
  }

  /// The periods in which the deadlines start, and whom they have notified; nobody of what is sealed, or will be because somebody is accused:
  /// a period cannot ask what a post is about. What they shorten is reckoned with the deadlines.
  func applyPeriods(_ level: Level, _ routed: inout Routed) {
    let kind = routed.kind
    routed.periods = map.periods(on: map.calendar.zone.date(of: routed.start)).filter { period in
      map.periods[period.index].kind.map { $0 == kind } ?? true
    }
    if level < .general || routed.isSealed || !routed.accused.isEmpty { return }
    for period in routed.periods {
      for department in map.periods[period.index].notify { routed.addNotified(department) }
    }
  }
}

extension Routed {
  /// Adds an assisting department, unless it leads or assists already.
  mutating func addAssisting(_ department: DepartmentID, _ reason: Assisting.Reason) {
    guard department != lead, !assist.contains(where: { $0.department == department }) else { return }
    assist.append(Assisting(department: department, reason: reason))
  }

  /// Adds a department that must know, unless it leads or is there already.
  mutating func addNotified(_ department: DepartmentID) {
    guard department != lead, !notify.contains(department) else { return }
    notify.append(department)
  }
}
