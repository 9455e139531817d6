// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// What made posts change: the parts of the packs that differ.
public struct Cause: Hashable, Sendable {
  /// The parts; several where only all of them together did it.
  public var parts: [PackPart]
  /// Whether taking the parts back was tried and restores what the old pack says.
  public var isProven: Bool
}

extension PackComparer {
  /// The new pack with some parts as they are in the old one, compiled.
  struct Trial: Sendable {
    let classifier: Classifier
    let reader: OutcomeReader

    /// Whether a post comes out as it does with the old pack.
    func restores(_ compared: Compared, _ worker: inout Classifier.Worker, at time: Instant) -> Bool {
      let outcome = worker.outcome(of: compared.post, at: time)
      return PostChange(from: compared.verdict, to: reader.verdict(outcome)) == nil
    }
  }

  func trial(without parts: [PackPart]) throws -> Trial {
    if parts.allSatisfy(differences.judged.contains) { return judgedTrial(without: parts) }
    let contents = differences.new(without: parts)
    return Trial(
      classifier: try Classifier(contents.rules, contents.map),
      reader: OutcomeReader(ofOld: nil, map: contents.map, names: routeIDs))
  }

  /// The same for parts that change nothing that is found: then nothing need be compiled.
  func judgedTrial(without parts: [PackPart]) -> Trial {
    let contents = differences.new(without: parts)
    return Trial(
      classifier: new.judging(by: contents.rules, contents.map),
      reader: OutcomeReader(ofOld: nil, map: contents.map, names: routeIDs))
  }
}

/// Finds what made posts change where no word or rule that came or went alone did: by taking parts of the new pack back, first one
/// at a time, then several.
///
/// Each trial is a pack of its own that must be compiled, so there is a bound on their number. The order of trials depends on the
/// packs and the posts only, never on the number of threads.
public struct CauseSearch {
  /// Does something so many times, on as many threads as there are.
  public typealias InParallel = (_ count: Int, _ work: @escaping @Sendable (Int) -> Void) -> Void

  /// How many packs are compiled at most for single parts, and again for several.
  static let mostTrials = 96

  private let comparer: PackComparer
  private let time: Instant
  private let inParallel: InParallel
  /// Packs that were compiled for several parts.
  private var trials: [[PackPart]: PackComparer.Trial] = [:]

  /// A search among the differences of two packs.
  public init(_ comparer: PackComparer, at time: Instant, inParallel: @escaping InParallel) {
    self.comparer = comparer
    self.time = time
    self.inParallel = inParallel
  }

  /// The cause of each post's change.
  public mutating func causes(of posts: [PackComparer.Compared]) throws -> [Cause] {
    var causes: [Cause?] = posts.map { $0.cause.isEmpty ? nil : Cause(parts: $0.cause, isProven: true) }
    try findSingles(posts, &causes)
    try findSeveral(posts, &causes)
    return zip(posts, causes).map { post, cause in
      guard let cause else { return Cause(parts: post.suspects, isProven: false) }
      return Cause(parts: comparer.naming(cause.parts, words: post.words), isProven: true)
    }
  }

  /// Tries for each post its suspects, one at a time; those that change nothing that is found were tried when it was compared.
  private func findSingles(_ posts: [PackComparer.Compared], _ causes: inout [Cause?]) throws {
    let open = posts.indices.filter { causes[$0] == nil }
    var suspects: [PackPart] = []
    var places: [PackPart: Int] = [:]
    for place in open {
      for part in posts[place].suspects
      where !comparer.differences.judged.contains(part) && places[part] == nil && suspects.count < Self.mostTrials {
        places[part] = suspects.count
        suspects.append(part)
      }
    }
    guard !suspects.isEmpty else { return }
    let wanted = suspects
    let trials = try compiled(suspects.count) { [wanted[$0]] }
    let (known, blocks, time) = (places, open.blocks(of: Self.block), time)
    let found = Shared<[Int: PackPart]>([:])
    inParallel(blocks.count) { block in
      let mine = Self.firstThatRestores(blocks[block], posts, known, trials, at: time)
      found.withValue { $0.merge(mine) { first, _ in first } }
    }
    for (place, part) in found.withValue({ $0 }) { causes[place] = Cause(parts: [part], isProven: true) }
  }

  /// How many posts one thread takes at a time.
  private static let block = 512

  /// For each post the first of its suspects without which it comes out as before.
  private static func firstThatRestores(
    _ places: [Int], _ posts: [PackComparer.Compared], _ known: [PackPart: Int], _ trials: [PackComparer.Trial],
    at time: Instant
  ) -> [Int: PackPart] {
    var found: [Int: PackPart] = [:]
    var (left, round) = (places, 0)
    while !left.isEmpty {
      // One pack at a time, so that a worker serves many posts.
      var groups: [Int: [Int]] = [:]
      left = left.filter { round < posts[$0].suspects.count }
      for place in left {
        if let trial = known[posts[place].suspects[round]] { groups[trial, default: []].append(place) }
      }
      for (trial, places) in groups {
        var worker = trials[trial].classifier.makeWorker()
        for place in places where trials[trial].restores(posts[place], &worker, at: time) {
          found[place] = posts[place].suspects[round]
        }
      }
      left = left.filter { found[$0] == nil }
      round += 1
    }
    return found
  }

  /// Compiles packs without some parts, on several threads.
  private func compiled(
    _ count: Int, _ parts: @escaping @Sendable (Int) -> [PackPart]
  ) throws -> [PackComparer.Trial] {
    let comparer = comparer
    let made = Shared<[Result<PackComparer.Trial, any Error>?]>(Array(repeating: nil, count: count))
    inParallel(count) { place in
      let trial = Result { try comparer.trial(without: parts(place)) }
      made.withValue { $0[place] = trial }
    }
    return try made.withValue { try $0.compactMap { try $0?.get() } }
  }

  /// Tries for the posts that are left all their suspects at once, and takes away what is not needed.
  private mutating func findSeveral(_ posts: [PackComparer.Compared], _ causes: inout [Cause?]) throws {
    /// What was enough for a post with the same suspects, in the order in which it was found.
    var enough: [[PackPart]: [[PackPart]]] = [:]
    for place in posts.indices where causes[place] == nil && posts[place].suspects.count > 1 {
      let suspects = posts[place].suspects
      if let parts = try enough[suspects]?.first(where: { try restores(posts[place], without: $0) ?? false }) {
        causes[place] = Cause(parts: parts, isProven: true)
        continue
      }
      guard try restores(posts[place], without: suspects) ?? false else { continue }
      var parts = suspects
      for part in suspects.reversed() where parts.count > 1 {
        let fewer = parts.filter { $0 != part }
        if try restores(posts[place], without: fewer) ?? false { parts = fewer }
      }
      enough[suspects, default: []].append(parts)
      causes[place] = Cause(parts: parts, isProven: true)
    }
  }

  /// Whether a post comes out as before without some parts; nil where that would take one more pack than there may be.
  private mutating func restores(_ post: PackComparer.Compared, without parts: [PackPart]) throws -> Bool? {
    if trials[parts] == nil {
      guard trials.count < Self.mostTrials else { return nil }
      trials[parts] = try comparer.trial(without: parts)
    }
    guard let trial = trials[parts] else { return nil }
    var worker = trial.classifier.makeWorker()
    return trial.restores(post, &worker, at: time)
  }
}

extension PackComparer {
  /// A list of which only one word in the post differs is called by that word.
  func naming(_ parts: [PackPart], words: [PackPart]) -> [PackPart] {
    parts.map { part in
      guard case .list(let name) = part else { return part }
      let words = words.filter { if case .word(_, in: .list(name)) = $0 { true } else { false } }
      return words.count == 1 ? words[0] : part
    }
  }
}

extension Array {
  /// The elements in blocks of at most so many.
  fileprivate func blocks(of size: Int) -> [[Element]] {
    stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min(count, $0 + size)]) }
  }
}
