// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuMatching
public import FenliuModel
import FenliuNormalization

/// Runs examples and cases once and notes what they reach.
public struct CoverageMeter: ~Copyable {
  private let classifier: Classifier
  private let time: Instant
  private var worker: Classifier.Worker
  private let exampleMatcher: Matcher
  private var exampleScratch: MatchScratch
  private var matches = Matches()
  private var isWordMet: [Bool]
  private var coverage = Coverage()
  /// The place in `coverage.rules` of each rule, -1 for drafts.
  private var placeOfRule: [Int] = []
  private var stepPlaces: [StepKey: Int] = [:]
  private var categoryPlaces: [String: Int] = [:]

  private struct StepKey: Hashable {
    var level: Level
    var step: String
  }

  /// A meter for the pack that `classifier` was made from.
  ///
  /// - Throws: as `Classifier` does.
  public init(_ classifier: Classifier, at time: Instant) throws {
    let exampleMatcher = try ExampleTester.matcher(for: classifier.rules)
    self.classifier = classifier
    self.time = time
    self.exampleMatcher = exampleMatcher
    worker = classifier.makeWorker(listing: .all)
    exampleScratch = MatchScratch(exampleMatcher)
    isWordMet = Array(repeating: false, count: classifier.compiled.matcher.sources.count)
    prepare(classifier.rules)
    prepare(classifier.map)
  }

  private mutating func prepare(_ rules: RuleSet) {
    for (place, rule) in rules.rules.enumerated() {
      guard rule.status != .draft else {
        placeOfRule.append(-1)
        continue
      }
      placeOfRule.append(coverage.rules.count)
      coverage.rules.append(.init(rule: RuleID(place)))
    }
    let used = Set(coverage.rules.map { rules.rules[$0.rule.index].category }).sorted()
    for category in used {
      categoryPlaces[rules.categories[category.index].key] = coverage.categoryUse.count
      coverage.categoryUse.append(.init(category: category, cases: 0))
    }
  }

  private mutating func prepare(_ map: ResponsibilityMap) {
    for isBeside in [false, true] {
      for (place, route) in map.routes.enumerated() where route.isBeside == isBeside {
        coverage.routes.append(.init(route: RouteID(place)))
      }
    }
    coverage.routes.append(.init(route: nil))
    coverage.escalations = Array(repeating: 0, count: map.escalations.count)
    for level in Level.allCases {
      var steps: [DeadlineStep] = map.deadlines[level] ?? []
      for route in map.routes.flatMap(\.deadlines) where !steps.contains(where: { $0.name == route.name }) {
        steps.append(route)
      }
      for step in steps {
        add(step.name, level)
        if step.atLatest != nil { add(step.name + "-at-latest", level) }
      }
    }
  }

  private mutating func add(_ step: String, _ level: Level) {
    stepPlaces[StepKey(level: level, step: step)] = coverage.steps.count
    coverage.steps.append(.init(level: level, step: step))
  }

  /// Runs an example, of whatever rule.
  public mutating func add(_ example: Example) {
    let post = Post(id: "", text: example.text)
    _ = worker.find(post, at: time)
    noteWords()
    let facts = PostFacts(date: classifier.map.calendar.zone.date(of: time))
    exampleMatcher.match(
      title: worker.title, text: worker.text, facts: facts, scratch: &exampleScratch, into: &matches)
    for match in matches.matches where placeOfRule[match.rule.index] >= 0 {
      coverage.rules[placeOfRule[match.rule.index]].examples += 1
    }
  }

  /// Runs a case.
  public mutating func add(_ testCase: TestCase) {
    let findings = worker.find(testCase.post, at: testCase.at ?? time)
    noteWords()
    for match in findings.matches.matches where placeOfRule[match.rule.index] >= 0 {
      coverage.rules[placeOfRule[match.rule.index]].cases += 1
    }
    for score in findings.scores.categories {
      let key = classifier.rules.categories[score.category.index].key
      if let place = categoryPlaces[key] { coverage.categoryUse[place].cases += 1 }
    }
    coverage.levels[findings.scores.level.rawValue] += 1
    for place in findings.routed.escalations { coverage.escalations[place] += 1 }
    for place in coverage.routes.indices {
      let route = coverage.routes[place].route
      if route == findings.routed.route { coverage.routes[place].lead += 1 }
      if let route, findings.routed.beside.contains(where: { $0.route == route }) {
        coverage.routes[place].beside += 1
      }
    }
    for deadline in findings.routed.deadlines {
      guard let place = stepPlaces[StepKey(level: findings.scores.level, step: deadline.step)] else { continue }
      coverage.steps[place].produced += 1
      if testCase.expectation.due?[deadline.step] != nil { coverage.steps[place].compared += 1 }
    }
  }

  private mutating func noteWords() {
    var met = isWordMet
    isWordMet = []
    worker.matchScratch.forEachSourceFound { met[Int($0.index)] = true }
    isWordMet = met
  }

  /// What was reached.
  public consuming func result() -> Coverage {
    var uses: [Coverage.Owner: Coverage.WordUse] = [:]
    let sources = classifier.compiled.matcher.sources
    for (place, owner) in classifier.compiled.matcher.sourceOwners.enumerated() {
      let key: Coverage.Owner? =
        switch owner {
        case .list(let list): .list(list)
        case .line(let rule): .rule(rule)
        case .allow: .allow
        case .kind, .collective: nil
        }
      guard let key else { continue }
      uses[key, default: .init(owner: key)].words += 1
      if !isWordMet[place] { uses[key]?.never.append(sources[place]) }
    }
    let rules = classifier.rules
    let lists = rules.lists.indices.map { Coverage.Owner.list(WordListID($0)) }
    let lines = rules.rules.indices.map { Coverage.Owner.rule(RuleID($0)) }
    coverage.words = (lists + lines + [.allow]).compactMap { uses[$0] }
    return coverage
  }
}
