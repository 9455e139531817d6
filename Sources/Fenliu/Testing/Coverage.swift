// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// What of a pack its examples and cases ever reach.
public struct Coverage: Hashable, Sendable {
  /// How often a rule hits.
  public struct RuleUse: Hashable, Sendable {
    public var rule: RuleID
    /// Examples in which it hits, of any rule.
    public var examples = 0
    /// Cases in which it hits.
    public var cases = 0
  }

  /// Words that stand together, and which of them no text has.
  public struct WordUse: Hashable, Sendable {
    /// The list, or the rule in whose lines they stand; nil: allowed phrases.
    public var owner: Owner
    /// How many there are.
    public var words = 0
    /// Those that stand in no example and no case.
    public var never: [HitSource] = []

    public var met: Int { words - never.count }
  }

  /// Whose words.
  public enum Owner: Hashable, Sendable {
    case list(WordListID)
    case rule(RuleID)
    case allow
  }

  /// How often cases take a route.
  public struct RouteUse: Hashable, Sendable {
    /// nil: the default.
    public var route: RouteID?
    public var lead = 0
    public var beside = 0
  }

  /// How often cases have a step.
  public struct StepUse: Hashable, Sendable {
    public var level: Level
    /// As decisions show it, `answer-at-latest` too.
    public var step: String
    /// Decisions at this level that have it.
    public var produced = 0
    /// Of those, the ones whose case names its due time.
    public var compared = 0
  }

  /// Rules that are run, in the order of the rule set.
  public var rules: [RuleUse] = []
  /// Lists, then the lines of rules, then allowed phrases together.
  public var words: [WordUse] = []
  /// Without those beside, then those, then the default.
  public var routes: [RouteUse] = []
  /// For each escalate line, the cases it fits.
  public var escalations: [Int] = []
  public var steps: [StepUse] = []
  /// For each category that a rule has, the cases in which one counts.
  public var categories: [(category: CategoryID, cases: Int)] { categoryUse.map { ($0.category, $0.cases) } }
  /// For each level, the cases that reach it.
  public var levels: [Int] = Array(repeating: 0, count: Level.allCases.count)
  var categoryUse: [CategoryUse] = []

  struct CategoryUse: Hashable, Sendable {
    var category: CategoryID
    var cases: Int
  }

  /// So many of so many.
  public struct Share: Hashable, Sendable {
    public var met: Int
    public var total: Int

    public init(met: Int, total: Int) {
      self.met = met
      self.total = total
    }

    /// In hundredths of a percent, rounded down, so that 100 % means all. Nothing to meet is met.
    public var basisPoints: Int { total == 0 ? 10_000 : met * 10_000 / total }
  }

  /// What shares are told of.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case rules
    case caseRules = "case-rules"
    case words, routes
    case escalations = "escalate"
    case deadlines
    case dueTimes = "due"
    case categories, levels
  }

  /// How much of something is met.
  public func share(of measure: Measure) -> Share {
    func share(_ met: [Bool]) -> Share { Share(met: met.count { $0 }, total: met.count) }
    switch measure {
    case .rules: return share(rules.map { $0.examples + $0.cases > 0 })
    case .caseRules: return share(rules.map { $0.cases > 0 })
    case .words:
      let words = words.filter { $0.owner != .allow }
      return Share(met: words.reduce(0) { $0 + $1.met }, total: words.reduce(0) { $0 + $1.words })
    case .routes: return share(routes.map { $0.lead + $0.beside > 0 })
    case .escalations: return share(escalations.map { $0 > 0 })
    case .deadlines: return share(steps.map { $0.produced > 0 })
    case .dueTimes: return share(steps.map { $0.compared > 0 })
    case .categories: return share(categoryUse.map { $0.cases > 0 })
    case .levels: return share(levels.map { $0 > 0 })
    }
  }
}
