// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Danger goes to those who help, conduct never to those accused, and security is asked for nothing else than its own.
extension MapChecker {
  /// Where a rule has the category danger, the first route is for it alone and leads to a department of kind help.
  func checkDanger() {
    guard let rule = rules.rules.first(where: { $0.category == .danger && $0.status != .draft }) else { return }
    guard let first = map.routes.first, !first.isBeside, first.condition == .category(.danger) else {
      findings.error(
        .dangerRouteMissing, at: places.conditions.first ?? places.top,
        related: [.init(span: rule.span, code: .dangerRuleHere)])
      return
    }
    if map.departments[first.lead.index].kind != .help {
      findings.error(.dangerNotHelped, ["department": title(first.lead)], at: places.leads[0])
    }
  }

  /// No department of kind security where a post without danger to others, threat, fraud or doxxing can come.
  func checkSecurity() {
    func isSecurity(_ department: DepartmentID) -> Bool { map.departments[department.index].kind == .security }
    func isOwn(_ topic: String) -> Bool { Self.securityTopics.contains { $0.fits(topic) } }
    func report(_ department: DepartmentID, _ owner: String, _ span: SourceSpan) {
      findings.error(.securityTooWide, ["department": title(department), "owner": .term(owner)], at: span)
    }
    if isSecurity(map.defaultDepartment) { report(map.defaultDepartment, "the-default", places.defaultDepartment) }
    let otherTopics = ConditionSolver.Topics.several(allowed: solver.rows { !isOwn($0) })
    let otherClasses = ConditionSolver.Topics.leading(solver.classes { !isOwn($0) })
    for (place, route) in map.routes.enumerated() {
      let all = [route.lead] + route.assist + route.notify + (route.ifReturned.map { [$0] } ?? [])
      guard let department = all.first(where: isSecurity) else { continue }
      let topics = route.isBeside ? otherTopics : otherClasses
      if solver.canHold([(conditions[place], true), (dangerFloor, true)], topics) != false {
        report(department, "this-route", places.conditions[place])
      }
    }
    for (place, line) in map.escalations.enumerated() {
      guard let department = line.notify.first(where: isSecurity) else { continue }
      if solver.canHold([(escalations[place], true), (dangerFloor, true)], otherTopics) != false {
        report(department, "this-escalation", places.escalations[place])
      }
    }
    for (period, spans) in zip(map.periods, places.periodNotify) {
      for (department, span) in zip(period.notify, spans) where isSecurity(department) {
        report(department, "this-period", span)
      }
    }
    for (department, span) in zip(map.watch?.notifyOnMiss ?? [], places.watchMiss) where isSecurity(department) {
      report(department, "the-watch", span)
    }
  }

  /// A matter of conduct is led by oversight, save where somebody is in danger; and it is recused at all.
  func checkConduct() {
    guard let recusal, let rule = map.recusal else {
      if let topic = rules.topics.first(where: { TopicGlob("conduct.*").fits($0.path) }) {
        findings.error(.conductWithoutRecusal, ["topic": .text(topic.path)], at: places.top)
      }
      return
    }
    func isOverseer(_ department: DepartmentID) -> Bool { map.departments[department.index].kind == .oversight }
    if !isOverseer(rule.lead), let span = places.recusalLead {
      findings.warning(.recusalNotOversight, ["department": title(rule.lead)], at: span)
    }
    if rule.lead == rule.otherwise, let span = places.recusalOtherwise {
      findings.warning(.recusalToItself, ["department": title(rule.lead)], at: span)
    }
    for (place, route) in map.routes.enumerated() where !isOverseer(route.lead) {
      let fits = route.isBeside ? isOnlyConduct(place, recusal) : takesConduct(place, recusal)
      guard fits else { continue }
      findings.error(
        .conductNotOverseen, ["route": .text(route.name), "department": title(route.lead)], at: places.leads[place])
    }
  }

  private func takesConduct(_ place: Int, _ recusal: ConditionSolver.Node) -> Bool {
    let wanted = [(conditions[place], true), (recusal, true), (danger, false)] + noneBefore(place)
    return solver.canHold(wanted, anyLeadingTopic) != false
  }

  /// Whether a route beside is there for conduct: it fits with such a topic, and never without.
  private func isOnlyConduct(_ place: Int, _ recusal: ConditionSolver.Node) -> Bool {
    guard map.routes[place].condition.namesTopic else { return false }
    let conduct = Set(
      rules.topics.indices.filter { solver.canHold([(recusal, true)], .leading([solver.classOfTopic[$0]])) != false })
    let others = Set(rules.topics.indices.filter { !conduct.contains($0) }.map { rules.topics[$0].path })
    let without = ConditionSolver.Topics.several(allowed: solver.rows { others.contains($0) })
    return solver.canHold([(conditions[place], true)], without) == false
      && solver.canHold([(conditions[place], true)], anyTopics) != false
  }
}
