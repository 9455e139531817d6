// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

/// Tells whether an `unless` word is said of what has happened, not denied, asked or promised.
///
/// The words that deny, ask and promise are found by an automaton of their own, in one pass over a field, and only where a
/// rule asks: they stand in most sentences, and `unless` words in few.
public struct Affirmation: Sendable {
  /// What a word does to an `unless` word beside it.
  private enum Effect: UInt8, Sendable {
    /// Takes the truth away from what stands within 6 characters in the clause.
    case denies
    /// Makes a question of what stands before it in the clause.
    case asks
    /// Makes a promise of its clause.
    case promises
    /// Says that what stands before it, within 6 characters in the clause, is not so.
    case refutes
    /// Looks like one of those, and is another word.
    case exempts
    /// Holds two denials that make a yes of what stands before or behind it.
    case doubles
  }

  /// The words that deny, whatever the pack says.
  public static var builtInNegators: [String] { AffirmationWords.negators }

  /// How far a denial reaches, in characters.
  static let reach = 6
  /// How far one reaches back to what stands before it where it is asked of the hits of a rule: what comes later in the clause mostly denies
  /// something else (着火后消防车没来).
  static let reachBackOfPolarity = 1

  /// What is asked about.
  enum Purpose: Sendable {
    /// Whether an `unless` word takes a grievance away: a negator too many leaves it standing.
    case unless
    /// Which hits of a rule count: a negator too many loses one.
    case polarity
  }

  private let reachBack: Int
  private let longestExemption: Int
  private let longestDoubled: Int

  private let automaton: KeywordAutomaton
  private let effects: [Effect]
  /// Whether the word is one of letters, which must not touch others.
  private let isWhole: [Bool]

  /// Prepares for the built-in words and the `negators` of the pack, all normalized.
  init(negators: [String], for purpose: Purpose) {
    let isPolarity = purpose == .polarity
    reachBack = isPolarity ? Self.reachBackOfPolarity : Self.reach
    let exemptions = isPolarity ? AffirmationWords.exemptionsOfPolarity : AffirmationWords.exemptions
    let doubled = isPolarity ? AffirmationWords.doubled : []
    longestExemption = exemptions.map(\.utf8.count).max() ?? 0
    longestDoubled = doubled.map(\.utf8.count).max() ?? 0
    var words: [(String, Effect)] = negators.filter { !$0.isEmpty }.map { ($0, .denies) }
    words += (isPolarity ? AffirmationWords.negatorsOfPolarity : AffirmationWords.negators).map { ($0, .denies) }
    words += (isPolarity ? AffirmationWords.questionsOfPolarity : AffirmationWords.questions).map { ($0, .asks) }
    if isPolarity { words += AffirmationWords.refutations.map { ($0, .refutes) } }
    words += AffirmationWords.promises.map { ($0, .promises) }
    words += exemptions.map { ($0, .exempts) }
    words += doubled.map { ($0, .doubles) }
    automaton = KeywordAutomaton(words.map(\.0))
    effects = words.map(\.1)
    isWhole = words.map { word, _ in
      guard let first = word.utf8.first, first < 0x80 else { return false }
      return !word.hasPrefix("n't") && !word.hasPrefix("n’t")
    }
  }

  /// The words of one field. Reused.
  struct Findings: Sendable {
    fileprivate var denials: [Range<Int>] = []
    fileprivate var questions: [Range<Int>] = []
    fileprivate var promises: [Range<Int>] = []
    fileprivate var refutations: [Range<Int>] = []
    fileprivate var exemptions: [Range<Int>] = []
    fileprivate var doubled: [Range<Int>] = []
    /// Whether they have been looked for in the post at hand.
    fileprivate(set) var isMade = false

    /// Forgets the post, keeps the memory.
    mutating func removeAll() {
      guard isMade else { return }
      denials.removeAll(keepingCapacity: true)
      questions.removeAll(keepingCapacity: true)
      promises.removeAll(keepingCapacity: true)
      refutations.removeAll(keepingCapacity: true)
      exemptions.removeAll(keepingCapacity: true)
      doubled.removeAll(keepingCapacity: true)
      isMade = false
    }
  }

  /// Finds the words of a field, once per post.
  func find(in text: Span<UInt8>, _ findings: inout Findings) {
    guard !findings.isMade else { return }
    findings.isMade = true
    automaton.forEachHit(in: text) { literal, range in
      let index = Int(literal.index)
      if isWhole[index],
        !WordEdge.holds(at: range.lowerBound, in: text) || !WordEdge.holds(at: range.upperBound, in: text)
      {
        return
      }
      switch effects[index] {
      case .denies: findings.denials.append(range)
      case .asks: findings.questions.append(range)
      case .promises: findings.promises.append(range)
      case .refutes: findings.refutations.append(range)
      case .exempts: findings.exemptions.append(range)
      case .doubles: findings.doubled.append(range)
      }
    }
    exempt(&findings.denials, findings.exemptions)
    exempt(&findings.promises, findings.exemptions)
    exempt(&findings.questions, findings.exemptions)
  }

  /// Takes out what lies inside an exempting word. Both are in the order of their ends.
  private func exempt(_ ranges: inout [Range<Int>], _ exemptions: [Range<Int>]) {
    guard !exemptions.isEmpty else { return }
    var next = 0
    ranges.removeAll { range in
      while next < exemptions.count, exemptions[next].upperBound < range.upperBound { next += 1 }
      // An exempting word that ends later is at most a few characters longer.
      var index = next
      while index < exemptions.count, exemptions[index].upperBound <= range.upperBound + longestExemption {
        if exemptions[index].lowerBound <= range.lowerBound { return true }
        index += 1
      }
      return false
    }
  }

  /// Whether the hit at `range` is affirmed. `findings` and `geometry` are made for the field.
  func affirms(_ range: Range<Int>, _ findings: Findings, _ geometry: Geometry, in text: Span<UInt8>) -> Bool {
    if geometry.isQuestion(at: range.upperBound) { return false }
    let clause = geometry.clause(at: range.lowerBound, in: text)
    let end = max(clause.upperBound, range.upperBound)
    // A word inside the `unless` word is the author's own.
    if Self.first(of: findings.promises, from: clause.lowerBound, to: range.lowerBound) != nil { return false }
    if Self.first(of: findings.promises, from: range.upperBound, to: end) != nil { return false }
    if Self.first(of: findings.questions, from: range.upperBound, to: end) != nil { return false }
    let start = Self.step(back: range.lowerBound, downTo: clause.lowerBound, in: text)
    let stop = Self.step(on: range.upperBound, reachBack, upTo: end, in: text)
    if isDenied(range, endingIn: start...range.lowerBound, findings) { return false }
    if !findings.refutations.isEmpty {
      let stop = Self.step(on: range.upperBound, Self.reach, upTo: end, in: text)
      if Self.first(of: findings.refutations, startingIn: range.upperBound...stop) != nil { return false }
    }
    return !isDenied(range, startingIn: range.upperBound...stop, findings)
  }

  /// Whether a denial before `hit` ends within the bounds.
  private func isDenied(_ hit: Range<Int>, endingIn bounds: ClosedRange<Int>, _ findings: Findings) -> Bool {
    var index = Self.lowerBound(of: findings.denials, bounds.lowerBound)
    while index < findings.denials.count, findings.denials[index].upperBound <= bounds.upperBound {
      if !isDoubled(findings.denials[index], beside: hit, findings.doubled) { return true }
      index += 1
    }
    return false
  }

  /// Whether a denial behind `hit` starts within the bounds.
  private func isDenied(_ hit: Range<Int>, startingIn bounds: ClosedRange<Int>, _ findings: Findings) -> Bool {
    var index = Self.lowerBound(of: findings.denials, bounds.lowerBound)
    // Ends rise, starts nearly so: what ends much later starts later too.
    while index < findings.denials.count, findings.denials[index].upperBound <= bounds.upperBound + 64 {
      let denial = findings.denials[index]
      if bounds.contains(denial.lowerBound), !isDoubled(denial, beside: hit, findings.doubled) { return true }
      index += 1
    }
    return false
  }

  /// Whether a denial is one of two that make a yes: where the second begins the hit itself (没有“不公平”), the first stands alone.
  private func isDoubled(_ denial: Range<Int>, beside hit: Range<Int>, _ doubled: [Range<Int>]) -> Bool {
    guard !doubled.isEmpty else { return false }
    var index = Self.lowerBound(of: doubled, denial.upperBound)
    while index < doubled.count, doubled[index].upperBound <= denial.upperBound + longestDoubled {
      let both = doubled[index]
      if both.lowerBound <= denial.lowerBound, both.upperBound <= hit.lowerBound || both.lowerBound >= hit.upperBound {
        return true
      }
      index += 1
    }
    return false
  }

  /// The offset so many characters before, as far as a denial reaches.
  private static func step(back offset: Int, downTo lowest: Int, in text: Span<UInt8>) -> Int {
    var offset = offset
    for _ in 0..<reach {
      guard offset > lowest, let before = Scalars.before(offset, in: text) else { break }
      offset = before.start
    }
    return offset
  }

  private static func step(on offset: Int, _ reach: Int, upTo highest: Int, in text: Span<UInt8>) -> Int {
    var offset = offset
    for _ in 0..<reach {
      guard offset < highest, let after = Scalars.after(offset, in: text) else { break }
      offset = after.end
    }
    return offset
  }

  /// The first word that lies wholly between two offsets.
  private static func first(of ranges: [Range<Int>], from start: Int, to end: Int) -> Range<Int>? {
    var index = lowerBound(of: ranges, start)
    while index < ranges.count, ranges[index].upperBound <= end {
      if ranges[index].lowerBound >= start { return ranges[index] }
      index += 1
    }
    return nil
  }

  private static func first(of ranges: [Range<Int>], startingIn bounds: ClosedRange<Int>) -> Range<Int>? {
    var index = lowerBound(of: ranges, bounds.lowerBound)
    // Ends rise, starts nearly so: what ends much later starts later too.
    while index < ranges.count, ranges[index].upperBound <= bounds.upperBound + 64 {
      if bounds.contains(ranges[index].lowerBound) { return ranges[index] }
      index += 1
    }
    return nil
  }

  /// The first range that ends at `offset` or later.
  private static func lowerBound(of ranges: [Range<Int>], _ offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
