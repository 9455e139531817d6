// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuExpression
import FenliuMatching
public import FenliuModel
import FenliuRouting
import FenliuScoring

extension Classifier {
  /// Why a post does not get what is asked: near misses, with what was found, what was missing, and what held it back.
  ///
  /// Slow: rules are looked at one by one, by code of its own. A post that is only decided never pays for it.
  ///
  /// - Parameters:
  ///   - questions: what somebody expected.
  ///   - post: the post.
  ///   - time: the time of the run, as for `decide`.
  ///   - most: how many rules are told of each question.
  /// - Throws: as `Classifier` does, where the pack has drafts: they are tried too.
  public func whyNot(
    _ questions: [WhyNotQuestion], of post: Post, at time: Instant, most: Int = 5
  ) throws -> [WhyNot] {
    var worker = makeWorker(listing: .all)
    let decision = worker.decide(post, at: time)
    let findings = worker.find(post, at: time)
    let hasDrafts = rules.rules.contains { $0.status == .draft }
    let matcher = hasDrafts ? try Matcher(rules, includingDrafts: true) : compiled.matcher
    let finder = NearRuleFinder(
      rules: rules, matcher: matcher, title: worker.title, text: worker.text, facts: findings.facts,
      matches: findings.matches, scores: findings.scores)
    return questions.map { WhyNotAnswerer(self, findings, decision, finder, most: most).answer($0) }
  }
}

/// Answers one question after the other about one post.
struct WhyNotAnswerer {
  let classifier: Classifier
  let findings: Findings
  let decision: Decision
  let finder: NearRuleFinder
  let most: Int

  var rules: RuleSet { classifier.rules }
  var map: ResponsibilityMap { classifier.map }

  init(_ classifier: Classifier, _ findings: Findings, _ decision: Decision, _ finder: NearRuleFinder, most: Int) {
    self.classifier = classifier
    self.findings = findings
    self.decision = decision
    self.finder = finder
    self.most = most
  }

  func answer(_ question: WhyNotQuestion) -> WhyNot {
    switch question {
    case .category(let category): answer(category)
    case .level(let level): answer(level)
    case .lead(let department): answer(department)
    case .topic(let topic): answer(topic)
    case .rule(let rule): answer(rule)
    }
  }

  private func answer(_ category: CategoryID) -> WhyNot {
    let asked = rules.categories[category.index]
    var answer = WhyNot(.category(category), key: asked.key, title: asked.title)
    answer.isAlreadySo = findings.scores.categories.contains { $0.category == category }
    if !answer.isAlreadySo { add(ids { $0.category == category }, to: &answer) }
    return answer
  }

  private func answer(_ topic: TopicID) -> WhyNot {
    let asked = rules.topics[topic.index]
    var answer = WhyNot(.topic(topic), key: asked.path, title: asked.title)
    answer.isAlreadySo = findings.routed.leadingTopic == topic
    guard !answer.isAlreadySo else { return answer }
    answer.topic = standing(of: topic)
    add(ids { $0.topic == topic }, to: &answer)
    return answer
  }

  private func answer(_ rule: RuleID) -> WhyNot {
    let asked = rules.rules[rule.index]
    var answer = WhyNot(.rule(rule), key: asked.key, title: asked.name)
    if let near = finder.rule(rule) { answer.rules = [near] } else { answer.isAlreadySo = true }
    return answer
  }

  private func answer(_ level: Level) -> WhyNot {
    var answer = WhyNot(.level(level), key: level.key, title: level.title(in: .chinese))
    let scores = findings.scores
    answer.isAlreadySo = scores.level == level
    guard !answer.isAlreadySo else { return answer }
    let names = ExpressionText(rules: rules)
    let all = classifier.compiled.scorer.levelFindings(scores, facts: findings.facts)
    var deciding: Int?
    if case .line(let place) = scores.reason { deciding = place }
    let isHigher = scores.level > level
    var lines: [WhyNot.LevelAnswer.Line] = []
    for (place, finding) in all.enumerated() {
      let line = rules.levels[place]
      guard isHigher ? place == deciding : line.level > scores.level else { continue }
      lines.append(.init(level: line.level, written: line.written, finding: names.finding(finding)))
    }
    var detail = WhyNot.LevelAnswer(decided: scores.level, lines: lines, floors: [])
    if case .floor(let category) = scores.reason, isHigher {
      detail.liftedBy = rules.categories[category.index].key
    }
    if !isHigher {
      detail.floors = rules.categories.filter { $0.floor.map { $0 >= level } ?? false && $0.key != "prohibited" }.map(
        \.key)
      let helpful = categories(in: zip(all, rules.levels).filter { $1.level == level }.map(\.0))
      let asked = ids { rule in
        guard helpful.contains(rule.category) else { return false }
        if case .constant(let value) = rule.points { return value > 0 }
        return true
      }
      add(asked, to: &answer, most: min(most, 3))
    }
    answer.level = detail
    return answer
  }

  /// The categories whose points would help comparisons that fail.
  private func categories(in findings: [ConditionFinding]) -> Set<CategoryID> {
    var found: Set<CategoryID> = []
    for comparison in findings.flatMap(\.comparisons) where !comparison.holds {
      guard case .compare(let left, _, _, _, _, _) = comparison else { continue }
      found.formUnion(left.categories(of: rules))
    }
    found.remove(.prohibited)
    return found
  }

  // MARK: helpers

  func ids(_ isAsked: (Rule) -> Bool) -> [RuleID] {
    rules.rules.indices.filter { isAsked(rules.rules[$0]) }.map { RuleID($0) }
  }

  private func add(_ asked: [RuleID], to answer: inout WhyNot, most: Int? = nil) {
    (answer.rules, answer.rulesLeftOut) = finder.nearest(of: asked, most: most ?? self.most)
  }

  /// How a topic stands beside the leading one; nil where it has no points or nothing leads.
  func standing(of topic: TopicID) -> WhyNot.TopicStanding? {
    let topics = findings.scores.topics
    guard let leading = findings.routed.leadingTopic, leading != topic,
      let own = topics.first(where: { $0.topic == topic }), let first = topics.first(where: { $0.topic == leading })
    else { return nil }
    return .init(
      topic: rules.topics[topic.index].path, points: own.points, leading: rules.topics[leading.index].path,
      leadingPoints: first.points)
  }
}

extension NumberExpression {
  /// The categories whose points it asks for; all but prohibited where it asks for the total.
  fileprivate func categories(of rules: RuleSet) -> Set<CategoryID> {
    switch self {
    case .categoryPoints(let place): [CategoryID(place)]
    case .variable(.total): Set(rules.categories.indices.map { CategoryID($0) })
    case .constant, .variable, .count, .topicPoints: []
    case .log10(let inner): inner.categories(of: rules)
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .minimum(let left, let right), .maximum(let left, let right):
      left.categories(of: rules).union(right.categories(of: rules))
    }
  }
}
