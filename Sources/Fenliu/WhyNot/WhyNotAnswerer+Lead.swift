// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuRouting

extension WhyNotAnswerer {
  func answer(_ department: DepartmentID) -> WhyNot {
    let asked = map.departments[department.index]
    var answer = WhyNot(.lead(department), key: asked.key, title: asked.title)
    let routed = findings.routed
    answer.isAlreadySo = routed.lead == department
    guard !answer.isAlreadySo else { return answer }
    let tried = classifier.compiled.router.attempts(
      leadingTo: department, routed, scores: findings.scores, facts: findings.facts)
    var lead = WhyNot.LeadAnswer(
      decided: map.departments[routed.lead.index].title, route: decision.route.name,
      attempts: tried.map(attempt), isDefault: map.defaultDepartment == department,
      oversees: map.recusal.map { $0.lead == department || $0.otherwise == department } ?? false)
    if let accused = routed.accused.first(where: { $0.department == department }) {
      let field = accused.field == .title ? finder.title : finder.text
      lead.accusedAs = .init(
        from: asked.key, name: accused.name, field: accused.field,
        start: field.originalScalarOffsets(of: accused.range).lowerBound)
    }
    if routed.assist.contains(where: { $0.department == department }) {
      lead.part = .assist
    } else if routed.beside.contains(where: { $0.lead == department }) {
      lead.part = .beside
    } else if routed.notify.contains(department) {
      lead.part = .notify
    }
    answer.lead = lead
    return answer
  }

  private func attempt(_ tried: Router.Attempt) -> WhyNot.LeadAnswer.Attempt {
    let route = map.routes[tried.route.index]
    var attempt = WhyNot.LeadAnswer.Attempt(
      route: route.name, written: route.written, isBeside: tried.isBeside, fits: tried.fits,
      atoms: tried.answers.map { atom($0, isBeside: tried.isBeside) })
    if !tried.isBeside, let winner = findings.routed.route, winner < tried.route, tried.fits {
      attempt.wonBy = map.routes[winner.index].name
    }
    let globs = route.condition.atoms.compactMap { atom -> TopicGlob? in
      if case .topic(let glob) = atom { glob } else { nil }
    }
    func isAsked(_ topic: TopicID?) -> Bool {
      topic.map { topic in globs.contains { $0.fits(rules.topics[topic.index].path) } } ?? false
    }
    guard !tried.fits, route.condition.namesTopic else { return attempt }
    if let own = findings.scores.topics.first(where: { isAsked($0.topic) }) {
      attempt.topic = standing(of: own.topic)
    } else {
      attempt.rules = finder.nearest(of: ids { isAsked($0.topic) }, most: min(most, 2)).rules
    }
    return attempt
  }

  private func atom(_ answer: Router.Attempt.Answer, isBeside: Bool) -> WhyNot.LeadAnswer.Atom {
    let scores = findings.scores
    switch answer.atom {
    case .category(let category):
      let has = scores.categories.map { rules.categories[$0.category.index].key }
      return .init(
        kind: .category(rules.categories[category.index].key), holds: answer.holds,
        actual: has.isEmpty ? nil : has.joined(separator: ", "))
    case .topic(let glob):
      // For the post itself the leading topic alone is asked, beside it every one, those of what is prohibited too.
      let asked = scores.topics.filter { isBeside || $0.topic == findings.routed.leadingTopic }
      var has = asked.map { "\(rules.topics[$0.topic.index].path) \($0.points)" }
      if isBeside { has += scores.prohibitedTopics.map { rules.topics[$0.index].path } }
      return .init(
        kind: isBeside ? .anyTopic(glob.description) : .topic(glob.description), holds: answer.holds,
        actual: has.isEmpty ? nil : has.joined(separator: ", "))
    case .level(let comparison, let level):
      return .init(
        kind: .level("\(comparison.rawValue) \(level.key)"), holds: answer.holds, actual: scores.level.key)
    case .region(let name): return .init(kind: .region(name), holds: answer.holds, actual: findings.facts.region)
    case .source(let name): return .init(kind: .source(name), holds: answer.holds, actual: findings.facts.source)
    case .kind(let key): return .init(kind: .kind(key), holds: answer.holds, actual: findings.routed.kind)
    case .and, .or, .not: preconditionFailure("an atom joins nothing")
    }
  }
}
