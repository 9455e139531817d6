// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// Two packs, compiled, and what differs between them: tells of each post what changes and which part did it.
///
/// Immutable: make one, share it, and give each thread a worker of its own. `docs/diff.md` tells how the cause is found.
public struct PackComparer: Sendable {
  /// The classifier of the old pack.
  public let old: Classifier
  /// The classifier of the new pack.
  public let new: Classifier
  let differences: PackDifferences
  /// The names of all routes, in common ids.
  let routeNames: [String]
  let routeIDs: [String: Int]
  let oldReader: OutcomeReader
  let newReader: OutcomeReader
  let oldWords: SourceParts
  let newWords: SourceParts
  /// The new pack without each part that changes nothing that is found.
  private(set) var judgedTrials: [PackPart: Trial] = [:]

  /// Compares two packs.
  public init(old: Classifier, new: Classifier) {
    (self.old, self.new) = (old, new)
    let union = PackUnion(
      old: .init(rules: old.rules, map: old.map), new: .init(rules: new.rules, map: new.map))
    differences = PackDifferences(union)
    var names = new.map.routes.map(\.name)
    names += old.map.routes.map(\.name).filter { !names.contains($0) }
    routeNames = names
    routeIDs = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
    oldReader = OutcomeReader(ofOld: union, map: old.map, names: routeIDs)
    newReader = OutcomeReader(ofOld: nil, map: new.map, names: routeIDs)
    oldWords = SourceParts(old, changes: differences.changes)
    newWords = SourceParts(new, changes: differences.changes)
    for part in differences.judged { judgedTrials[part] = judgedTrial(without: [part]) }
  }

  /// Everything that differs, words and what holds them, in a fixed order.
  public var changedParts: [(part: PackPart, change: PartChange)] {
    let words = differences.changes.filter { if case .word = $0.key { true } else { false } }
    let sorted = words.sorted { $0.key.sortKey < $1.key.sortKey }.map { ($0.key, $0.value) }
    let whole = differences.whole.compactMap { part in differences.changes[part].map { (part, $0) } }
    let order = differences.changes[.topicOrder].map { [(PackPart.topicOrder, $0)] } ?? []
    return whole + order + sorted
  }

  /// How a part differs.
  public func change(of part: PackPart) -> PartChange? { differences.changes[part] }

  /// A department of a change, by its common id.
  func department(_ id: Int) -> Department { differences.union.new.map.departments[id] }

  /// A worker for one thread.
  public func makeWorker() -> Worker { Worker(self) }

  /// What became of one post.
  public struct Compared: Sendable {
    /// The post.
    public let post: Post
    /// What changes.
    public let change: PostChange
    /// The verdict that taking the cause back must restore.
    let verdict: ComparableOutcome
    /// The parts that did it; empty where it is not known yet.
    var cause: [PackPart]
    /// The whole parts that can have to do with it, in the order in which they are tried.
    let suspects: [PackPart]
    /// The words in it that differ between the packs.
    let words: [PackPart]

    /// Whether the cause is known without trying parts of the packs.
    public var isExplained: Bool { !cause.isEmpty }
  }

  /// One thread's comparison.
  public struct Worker: ~Copyable {
    private let comparer: PackComparer
    private var old: Classifier.Worker
    private var new: Classifier.Worker

    init(_ comparer: PackComparer) {
      self.comparer = comparer
      old = comparer.old.makeWorker()
      new = comparer.new.makeWorker()
    }

    /// What changes for the post, with its cause where a word or a rule that came or went alone did it; nil: nothing changes.
    public mutating func compare(_ post: Post, at time: Instant) -> Compared? {
      // To study a post costs little more than its outcome, and much less than to match it again.
      let (earlier, later) = (old.study(post, at: time), new.study(post, at: time))
      let before = comparer.oldReader.verdict(earlier.outcome)
      let after = comparer.newReader.verdict(later.outcome)
      guard let change = PostChange(from: before, to: after) else { return nil }
      let cause = lightCause(before, after, earlier, later)
      if !cause.isEmpty {
        return Compared(post: post, change: change, verdict: before, cause: cause, suspects: [], words: [])
      }
      let (suspects, words) = (comparer.suspects(earlier, later), comparer.words(earlier, later))
      let judged = suspects.first { part in
        guard let trial = comparer.judgedTrials[part] else { return false }
        let outcome = new.outcome(judgedBy: trial.classifier)
        return PostChange(from: before, to: trial.reader.verdict(outcome)) == nil
      }
      return Compared(
        post: post, change: change, verdict: before, cause: comparer.naming(judged.map { [$0] } ?? [], words: words),
        suspects: judged == nil ? suspects : [], words: words)
    }

    /// The fewest words and rules that came or went without which both packs say the same; none: there are no such.
    private mutating func lightCause(
      _ before: ComparableOutcome, _ after: ComparableOutcome, _ earlier: Study, _ later: Study
    ) -> [PackPart] {
      let came = comparer.movables(in: later, comparer.newWords, comparer.new.rules, .added)
      let went = comparer.movables(in: earlier, comparer.oldWords, comparer.old.rules, .removed)
      for movable in came {
        let outcome = new.outcome(without: movable.sources, rules: movable.rules)
        if PostChange(from: before, to: comparer.newReader.verdict(outcome)) == nil { return [movable.part] }
      }
      for movable in went {
        let outcome = old.outcome(without: movable.sources, rules: movable.rules)
        if PostChange(from: comparer.oldReader.verdict(outcome), to: after) == nil { return [movable.part] }
      }
      guard came.count + went.count > 1 else { return [] }
      var all = came.map { (movable: $0, came: true) } + went.map { (movable: $0, came: false) }
      guard agree(without: all) else { return [] }
      // What is not needed goes, one after the other; what is left is needed.
      for place in all.indices.reversed() where all.count > 1 {
        var fewer = all
        fewer.remove(at: place)
        if agree(without: fewer) { all = fewer }
      }
      return all.map(\.movable.part)
    }

    /// Whether the new pack without what came and the old one without what went say the same.
    private mutating func agree(without parts: [(movable: Movable, came: Bool)]) -> Bool {
      let (came, went) = (parts.filter(\.came).map(\.movable), parts.filter { !$0.came }.map(\.movable))
      let later = new.outcome(
        without: came.flatMap(\.sources), rules: came.reduce(into: Set<RuleID>()) { $0.formUnion($1.rules) })
      let earlier = old.outcome(
        without: went.flatMap(\.sources), rules: went.reduce(into: Set<RuleID>()) { $0.formUnion($1.rules) })
      return PostChange(from: comparer.oldReader.verdict(earlier), to: comparer.newReader.verdict(later)) == nil
    }
  }
}

extension PackComparer {
  /// A word or a rule that one pack has and the other has not, as it stands in the pack that has it.
  struct Movable {
    var part: PackPart
    var sources: [HitSourceID] = []
    var rules: Set<RuleID> = []
  }

  /// The words and rules of a study that only its pack has: words in the order of sources, then rules.
  fileprivate func movables(
    in study: Study, _ words: SourceParts, _ rules: RuleSet, _ change: PartChange
  ) -> [Movable] {
    var movables: [Movable] = []
    for source in study.sources {
      guard let part = words.parts[Int(source.index)], differences.changes[part] == change else { continue }
      if let place = movables.firstIndex(where: { $0.part == part }) {
        movables[place].sources.append(source)
      } else {
        movables.append(Movable(part: part, sources: [source]))
      }
    }
    for match in study.matches.matches {
      let part = PackPart.rule(rules.rules[match.rule.index].key)
      if differences.changes[part] == change { movables.append(Movable(part: part, rules: [match.rule])) }
    }
    return movables
  }

  /// The words of a post that differ between the packs, each once.
  fileprivate func words(_ earlier: Study, _ later: Study) -> [PackPart] {
    var words: [PackPart] = []
    for part in later.sources.map({ newWords.parts[Int($0.index)] })
      + earlier.sources.map({ oldWords.parts[Int($0.index)] })
    {
      if let part, !words.contains(part) { words.append(part) }
    }
    return words
  }

  /// The whole parts that can have to do with a change of the post.
  fileprivate func suspects(_ earlier: Study, _ later: Study) -> [PackPart] {
    let samePoints = oldReader.points(earlier.outcome) == newReader.points(later.outcome)
    var keys: Set<String> = []
    var lists: Set<String> = []
    var countsPeople = false
    for (study, rules) in [(earlier, old.rules), (later, new.rules)] {
      for rule in study.matches.matches.map(\.rule) + study.matches.withdrawals.map(\.rule) {
        let rule = rules.rules[rule.index]
        keys.insert(rule.key)
        for list in rule.listsUsed { lists.insert(rules.lists[list.index].name) }
        guard rule.countsPeople else { continue }
        countsPeople = true
        for line in rules.collective {
          if let list = line.list { lists.insert(rules.lists[list.index].name) }
        }
      }
      for line in rules.kindLines { for list in line.rule.listsUsed { lists.insert(rules.lists[list.index].name) } }
    }
    let touched = differences.whole.filter { part in
      switch part {
      case .rule(let key): keys.contains(key)
      case .list(let name): lists.contains(name)
      case .kinds: earlier.outcome.kind != later.outcome.kind
      case .collective: countsPeople
      default: true
      }
    }
    // Where the points are equal, what follows from them comes first; numbers of rules may still differ.
    return samePoints ? touched.filter { !$0.isOfScores } + touched.filter(\.isOfScores) : touched
  }
}

extension Study {
  /// Where its hits and withdrawn hits come from, each once, in the order of sources.
  var sources: [HitSourceID] {
    var sources = Set(matches.hits.map(\.source))
    if let hit = matches.kind?.hit { sources.insert(hit.source) }
    for withdrawal in matches.withdrawals {
      sources.insert(withdrawal.by.source)
      sources.insert(withdrawal.hit.source)
    }
    return sources.sorted { $0.index < $1.index }
  }
}
