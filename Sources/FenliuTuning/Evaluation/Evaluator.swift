// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What a labelled post tells of the pack.
public struct EvaluatedPost: Sendable {
  /// What the source calls it.
  public var id: String
  /// The label beside the decision.
  public var verdict: Verdict
  /// What the rules that hit did.
  public var rules: [Contribution<RuleID>] = []
  /// What the words that hit did; empty where words were not asked about.
  public var words: [Contribution<HitSourceID>] = []
  /// Whether no rule counts in it.
  public var isUntouched = false
}

/// Holds decisions against labels, and asks of each post what it would be without each rule and word that hits it.
public struct Evaluator: Sendable {
  private let table: LabelTable
  private let classes: RuleClasses
  private let only: Int?
  private let asksWords: Bool

  /// - Parameters:
  ///   - table: the classes.
  ///   - only: the one class that is looked at; rules and words that speak for another are left out.
  ///   - asksWords: whether words are asked about beside rules.
  public init(_ table: LabelTable, of classifier: Classifier, only: Int? = nil, asksWords: Bool = true) {
    self.table = table
    classes = RuleClasses(table.aim, rules: classifier.rules, map: classifier.map)
    self.only = only
    self.asksWords = asksWords
  }

  /// Evaluates one post.
  public func evaluate(
    _ post: Post, label: Int?, at time: Instant, with worker: inout Classifier.Worker
  ) -> EvaluatedPost {
    let study = worker.study(post, at: time)
    let before = verdict(label, study.outcome)
    var result = EvaluatedPost(id: post.id, verdict: before)
    result.isUntouched = !study.counts.contains(true)
    for (place, match) in study.matches.matches.enumerated() {
      guard let spoken = spoken(by: match.rule) else { continue }
      let change =
        study.counts[place] ? Change(from: before, to: verdict(label, worker.outcome(without: match.rule))) : .none
      result.rules.append(
        Contribution(match.rule, counts: study.counts[place], classes: spoken, change: change))
    }
    guard asksWords else { return result }
    result.words = words(of: study)
    for place in result.words.indices where result.words[place].counts {
      let after = worker.outcome(without: result.words[place].part)
      result.words[place].change = Change(from: before, to: verdict(label, after))
    }
    return result
  }

  private func verdict(_ label: Int?, _ outcome: Outcome) -> Verdict {
    let verdict = Verdict(label: label, decided: table.classes(of: outcome).map(\.index))
    return only.map(verdict.about(only:)) ?? verdict
  }

  /// The class that a rule speaks for, as a list; nil where it is another than the one looked at.
  private func spoken(by rule: RuleID) -> [Int]? {
    guard let spoken = classes[rule] else { return [] }
    return only == nil || spoken == only ? [spoken] : nil
  }

  /// The words that hit for a rule or take a hit of one away, in the order in which they come; each speaks for the classes of the rules that count
  /// for which it hits.
  private func words(of study: Study) -> [Contribution<HitSourceID>] {
    var words: [Contribution<HitSourceID>] = []
    var places: [HitSourceID: Int] = [:]
    func add(_ source: HitSourceID, counts: Bool, classes: [Int]) {
      guard let place = places[source] else {
        places[source] = words.count
        return words.append(Contribution(source, counts: counts, classes: classes, change: .none))
      }
      words[place].counts = words[place].counts || counts
      for one in classes where !words[place].classes.contains(one) { words[place].classes.append(one) }
    }
    for (place, match) in study.matches.matches.enumerated() {
      guard let spoken = spoken(by: match.rule) else { continue }
      for hit in study.matches.hits[match.hits] {
        add(hit.source, counts: study.counts[place], classes: study.counts[place] ? spoken : [])
      }
    }
    for withdrawal in study.matches.withdrawals where spoken(by: withdrawal.rule) != nil {
      add(withdrawal.by.source, counts: true, classes: [])
    }
    return words
  }
}
