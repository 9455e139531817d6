// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuModel

/// Hands a post to the department that must answer it: 谁主管、谁负责.
///
/// Total: every post has a lead, whatever its scores. Immutable, so that any number of threads may share one. The map is
/// poured into tables: conditions into flat arrays, deadlines into a plan for each route and level, and for each topic the
/// routes that can fit it at all. What was said and why comes back as facts without wording; what nobody asked for (the
/// routes tried, the days counted) is computed when somebody does.
///
/// The order is the language's: topic, route, assisting departments, routes beside, escalation, periods, and recusal last, so that
/// nothing puts the accused back.
public struct Router: Sendable {
  /// The map it was made from.
  public let map: ResponsibilityMap
  let rules: RuleSet
  let table: ConditionTable
  /// The condition of each route.
  let conditions: [ConditionTable.Root]
  /// What each route names.
  let evidence: [RouteEvidence]
  /// For each topic, and last for posts without one, the routes without `beside` that can fit, in order. A route behind one
  /// that always fits is left out.
  private let candidates: [[RouteID]]
  /// The same of routes that name a topic, for each topic.
  private let topicCandidates: [[RouteID]]
  /// The routes with `beside`, in order.
  let besideRoutes: [RouteID]
  let escalations: [ConditionTable.Root]
  let recusal: RecusalFinder?
  private let plans: DeadlinePlans
  /// The units first asked, by their sources' keys.
  private let firstAsked: [String: DepartmentID]

  /// A router by a map that was checked against the rules.
  public init(rules: RuleSet, map: ResponsibilityMap) {
    self.map = map
    self.rules = rules
    var table = ConditionTable(topics: rules.topics)
    let conditions = map.routes.map { table.add($0.condition) }
    escalations = map.escalations.map { table.add($0.condition) }
    recusal = map.recusal.map { RecusalFinder($0, condition: table.add($0.condition), rules: rules, map: map) }
    self.conditions = conditions
    evidence = map.routes.map { RouteEvidence($0, in: rules) }
    self.table = table
    besideRoutes = map.routes.indices.filter { map.routes[$0].isBeside }.map(RouteID.init)
    let topics = rules.topics.indices.map { Optional(TopicID($0)) } + [nil]
    let ordinary = map.routes.indices.filter { !map.routes[$0].isBeside }
    func candidates(_ routes: [Int], _ topic: TopicID?) -> [RouteID] {
      var fitting: [RouteID] = []
      for route in routes {
        let answer = table.answer(conditions[route], topic: topic)
        if answer != .no { fitting.append(RouteID(route)) }
        if answer == .yes { break }
      }
      return fitting
    }
    self.candidates = topics.map { candidates(ordinary, $0) }
    let naming = ordinary.filter { map.routes[$0].condition.namesTopic }
    topicCandidates = topics.map { candidates(naming, $0) }
    plans = DeadlinePlans(map)
    firstAsked = Dictionary(
      map.firstAsked.sorted { $0.key < $1.key }.map { (ConditionTable.key($0.key), $0.value) },
      uniquingKeysWith: { first, _ in first })
  }

  /// When the deadlines of a post start: when it was received, else its own time unless that lies after the run, else the
  /// time of the run.
  public static func start(of post: Post, at run: Instant) -> Instant {
    if let received = post.received { return received }
    if let time = post.time, time <= run { return time }
    return run
  }

  /// Who takes a post, until when, and what led there.
  ///
  /// - Parameters:
  ///   - scores: what the rules that hit are worth.
  ///   - matches: what hit; recusal looks near it for names of departments.
  ///   - facts: what is known of the post, its region found where it was not given.
  ///   - title: the title as it was matched; of nothing where there is none.
  ///   - text: the text as it was matched.
  ///   - start: when the deadlines start.
  public func route(
    _ scores: Scores, matches: borrowing Matches, facts: PostFacts, title: borrowing NormalizedText,
    text: borrowing NormalizedText, start: Instant
  ) -> Routed {
    let kind = matches.kind.map { rules.kinds[$0.kind.index].key }
    var post = Circumstances(scores, facts: facts, kind: kind, table: table)
    let asked = firstAskedUnit(facts.source)
    var routed = choose(scores, facts: facts, post: &post, asked: asked, start: start)
    routed.kind = kind
    post.seesProhibited = true
    post.topics = .any
    escalate(post, &routed)
    if let recusal {
      routed.accused = recusal.accused(
        matches: matches, post: post, table: table, title: title, text: text, firstAsked: asked)
    }
    if !map.periods.isEmpty { applyPeriods(scores.level, &routed) }
    if let recusal, !routed.accused.isEmpty { recuse(recusal.recusal, isDanger: scores.hasDanger, &routed) }
    setDeadlines(scores, &routed)
    return routed
  }

  /// The unit that was asked first, by the source of the post.
  func firstAskedUnit(_ source: String?) -> DepartmentID? {
    guard !firstAsked.isEmpty, let source else { return nil }
    return firstAsked[ConditionTable.key(source)]
  }

  /// The first route without `beside` that fits with `topic`.
  func firstRoute(_ topic: TopicID?, _ post: inout Circumstances) -> RouteID? {
    post.topics = .one(topic)
    return candidates[topic?.index ?? rules.topics.count].first { table.holds(conditions[$0.index], post) }
  }

  /// The first route without `beside` that names a topic and fits with `topic`.
  func firstNamingRoute(_ topic: TopicID, _ post: inout Circumstances) -> RouteID? {
    post.topics = .one(topic)
    return topicCandidates[topic.index].first { table.holds(conditions[$0.index], post) }
  }

  private func setDeadlines(_ scores: Scores, _ routed: inout Routed) {
    let plan = plans.plan(scores.reason == .unread ? nil : scores.level, routed.route)
    let isAroundTheClock = map.departments[routed.lead.index].isAroundTheClock
    routed.deadlines = plan.deadlines(
      from: routed.start, periods: routed.periods, calendar: plans.calendars[routed.lead.index],
      isAroundTheClock: isAroundTheClock)
    if let notice = firstNotice(routed) { routed.deadlines.append(notice) }
    for deadline in routed.deadlines {
      if case .unknown(let year) = deadline.sum.due, !routed.incomplete.contains(.calendar(year: year)) {
        routed.incomplete.append(.calendar(year: year))
      }
    }
  }
}

extension Router {
  /// The shortest of the notices that the escalations ask for. Only the clock is asked.
  private func firstNotice(_ routed: borrowing Routed) -> Routed.Deadline? {
    var first: DueSum?
    for place in routed.escalations {
      guard let limit = map.escalations[place].within else { continue }
      let sum = DueSum(limit, from: routed.start, isAroundTheClock: true, calendar: map.calendar)
      if let due = sum.due.instant, due < first?.due.instant ?? .latest { first = sum }
    }
    return first.map { Routed.Deadline(step: "notify", due: $0.due.instant, sum: $0) }
  }
}

extension Scores {
  /// Whether a rule of danger counts.
  var hasDanger: Bool { categories.contains { $0.category == .danger } }

  /// Whether a post has something prohibited to say, and nothing else.
  var isOnlyProhibited: Bool {
    total <= .zero && !hasDanger && topics.allSatisfy { $0.points <= .zero }
      && categories.contains { $0.category == .prohibited }
  }
}
