// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuKeywords
import FenliuModel
import FenliuPCRE2

/// The memory one thread needs while it matches: buffers that grow to the size of the work and stay.
///
/// Move-only: two matches can never share it.
public struct MatchScratch: ~Copyable {
  var collected: Collected
  var gaps: GapWords
  private var occurrences: Occurrences
  var regexScratch = FenliuPCRE2.MatchScratch()
  var charge = Charge(total: MatchScratch.regexSteps)
  var numbers = NumberReader()
  private var hits = KeywordHits()
  private var disguises = DisguiseFinds()
  /// The ranks of the regexes that the post at hand lets run.
  var opened: [UInt32] = []
  var title: FieldState
  var text: FieldState
  var evaluation: Evaluation
  /// How often something that waited for a literal was told of it, regexes aside.
  private var finds = 0
  /// The same of what only lines of `kinds` want.
  private var findsOfKinds = 0

  /// How often it may be told in one post; beyond that only rules of `danger` are.
  static let mostFinds = 30_000
  /// The same for what only lines of `kinds` want: nothing that rules see depends on these.
  static let mostFindsOfKinds = 7_500

  /// What the regexes of one post may cost, in PCRE2's counted steps: about 10 ms of one core.
  static let regexSteps = Charge.stepsInMatching

  /// Memory for posts that `matcher` matches.
  public init(_ matcher: Matcher) {
    collected = Collected(groups: matcher.plan.groups.count)
    gaps = GapWords(words: matcher.plan.gapWords.count)
    occurrences = Occurrences(literals: matcher.plan.literals.count)
    title = FieldState(regexes: matcher.regexes.count)
    text = FieldState(regexes: matcher.regexes.count)
    evaluation = Evaluation(rules: matcher.plan.rules.count, groups: matcher.plan.groups.count)
  }

  /// Forgets the last post.
  mutating func reset(for matcher: borrowing Matcher) {
    precondition(
      evaluation.isFor(rules: matcher.plan.rules.count), "a scratch is used with the matcher it was made for")
    collected.removeAll()
    gaps.removeAll()
    finds = 0
    findsOfKinds = 0
    charge = Charge(total: Self.regexSteps)
    title.removeAll()
    text.removeAll()
    evaluation.removeAll()
  }

  /// Collects the hits of all words and numbers of one field.
  mutating func scan(_ bytes: Span<UInt8>, _ field: Field, with matcher: borrowing Matcher) {
    matcher.plan.scanner.scan(bytes, into: &hits)
    if hits.isOverfull { collected.noteOverfull() }
    handOn(bytes, field, plan: matcher.plan)
    gaps.finish(in: bytes, hits: hits.hits, occurrences, plan: matcher.plan) { atom, start, end in
      collected.append(word: atom, start..<end, in: bytes, field, plan: matcher.plan)
    }
    occurrences.removeAll(hits.hits)
    if let scanner = matcher.plan.disguises {
      scanner.scan(bytes, into: &disguises)
      if disguises.isCut { collected.noteOverfull() }
      for find in disguises.finds {
        collected.append(
          atom: find.target, from: Int(find.start), to: Int(find.end), in: field, tricks: find.tricks,
          isWeak: find.isWeak, plan: matcher.plan)
      }
    }
  }

  /// Tells what waits for a literal of each of its hits.
  private mutating func handOn(_ bytes: Span<UInt8>, _ field: Field, plan: borrowing Plan) {
    let literals = plan.literals.span
    let consumers = plan.consumers.span
    // Of literals that only regexes wait for some were left out: a regex may find them anywhere behind the first.
    let isCut = hits.isCut
    for place in hits.hits.indices {
      let range = hits.hits[place].range
      let index = Int(hits.hits[place].literal.index)
      let literal = literals[index]
      if literal.isPart { occurrences.note(index, hit: place) }
      let waiting = Int(literal.first)..<Int(literal.end)
      if waiting.isEmpty { continue }
      if !literal.opensOnlyRegexes {
        let isFull = literal.ofRules == 0 ? findsOfKinds >= Self.mostFindsOfKinds : finds >= Self.mostFinds
        if isFull, !literal.isVital {
          collected.noteOverfull()
          continue
        }
        finds += Int(literal.ofRules)
        findsOfKinds += waiting.count - Int(literal.ofRules)
      }
      for place in waiting {
        let consumer = consumers[place]
        if consumer.checksStart, !WordEdge.holds(at: range.lowerBound, in: bytes) { continue }
        if consumer.checksEnd, !WordEdge.holds(at: range.upperBound, in: bytes) { continue }
        switch consumer.kind {
        case .word:
          collected.append(word: consumer.target, range, in: bytes, field, plan: plan)
        case .gapWord: gaps.begin(consumer.target)
        case .unit: read(Int(consumer.target), at: range, in: bytes, field, plan: plan)
        case .regex:
          let reach = Int(plan.reaches[Int(consumer.target)])
          if field == .title {
            title.gate.note(consumer.target, at: range.lowerBound, reach: reach, andAfter: isCut)
          } else {
            text.gate.note(consumer.target, at: range.lowerBound, reach: reach, andAfter: isCut)
          }
        }
      }
    }
  }

  /// Reads the number before a unit for all patterns that want it.
  private mutating func read(
    _ unit: Int, at range: Range<Int>, in bytes: Span<UInt8>, _ field: Field, plan: borrowing Plan
  ) {
    guard let quantity = numbers.quantity(before: plan.units[unit].unit, at: range, in: bytes) else { return }
    let value = quantity.value
    var place: Int32 = -1
    for reader in plan.units[unit].readers where value >= reader.least {
      if place < 0 {
        var read = Numbers()
        read[plan.units[unit].unit.kind] = value
        place = collected.note(read)
      }
      collected.append(
        atom: reader.atom, from: quantity.start, to: range.upperBound, in: field, numbers: place, plan: plan)
    }
  }
}

/// What is known of one field beyond its hits, made when a rule asks.
struct FieldState: Sendable {
  var gate: RegexGate
  var geometry = Geometry()
  var affirmation = Affirmation.Findings()
  var polarity = Affirmation.Findings()

  init(regexes: Int) { gate = RegexGate(regexes: regexes) }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    gate.removeAll()
    geometry.removeAll()
    affirmation.removeAll()
    polarity.removeAll()
  }
}
