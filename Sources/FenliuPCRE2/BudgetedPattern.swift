// SPDX-License-Identifier: Apache-2.0

/// A regex that gives all its hits in a text, or says that it gave up, within a counted budget.
///
/// PCRE2's match limit begins anew at every start offset, so by itself it bounds nothing. Two ways of compiling mend that:
///
/// - `plain` is searched by PCRE2 itself, with all its shortcuts to the first character. It is used where the length of
///   the text times the steps allowed per offset is small: because the steps are proven to be few, or because the text is
///   short and a low match limit holds.
/// - `counted` is the same regex behind `\G(?s:.{0,3999}?)\K`. The lazy dot walks over the start offsets inside one match,
///   so that one limit covers a stretch of 4,000 of them. `\G` starts the walk in the middle of the whole text, which
///   lookbehind, `^` and `$` therefore see unchanged; `\K` moves the start of the hit and, unlike a group, no number.
///
/// In both, loops are written so that every character given back is a counted step (`RegexSyntax.counted` writes them so).
/// What PCRE2 does between two counted steps is bounded by `scansPerStep`, and each search is charged with its limit times
/// that bound.
///
/// A search of a stretch begins with a small limit and repeats with one four times as large, so a regex pays in
/// proportion to what it needs. Whoever changes limits or spellings: `docs/regex.md` has the figures, and the
/// catastrophic regexes of the tests tell what breaks.
public final class BudgetedPattern: Sendable {
  /// How a search of a whole text ended.
  public enum Outcome: Hashable, Sendable {
    /// All hits were given.
    case complete
    /// Hits may be missing; those given are hits.
    case gaveUp
  }

  /// The regex as PCRE2 searches it by itself.
  private let plain: CompiledPattern
  /// The regex behind a walk over the start offsets of one stretch.
  private let counted: CompiledPattern
  /// The most steps that one start offset can take; nil where none is proven.
  private let stepsPerStart: WorkBound?
  /// The most characters that are looked at between two counted steps, beside those of `scansPerStart`.
  private let scansPerStep: WorkBound
  /// The most characters that are looked at once at each start offset without a count.
  private let scansPerStart: WorkBound
  /// Whether a search that fails at one offset fails in all the rest of the line.
  private let failsForLine: Bool
  /// Start offsets in a stretch.
  private let stretch: Int
  /// Whether a match can only start at the beginning of the text, so that all other start offsets cost nothing.
  private let isAnchored: Bool

  /// Start offsets in a stretch; one where each of them may cost a pass over the text.
  static let longStretch = 4_000
  /// Work up to which `plain` is searched: where it is proven, in characters compared, and where a match limit has to
  /// hold it, in steps.
  static let (provenWork, limitedWork) = (1 << 22, 1 << 16)
  /// Characters that are compared in the time of one step where the whole work is proven.
  static let provenInOneStep = 8
  /// The least match limit that makes a search of `plain` worth while.
  static let leastPlainLimit = 16
  /// Steps beyond one per start offset that the first search of a stretch is granted; each further one gets
  /// `growth` times as many.
  static let (first, growth) = (64, 4)
  /// Work that one search of a stretch may cost, in steps: a quarter of a post's charge, so that one regex alone does not
  /// make all others incomplete.
  static let mostWork = Charge.stepsPerPost / 4
  /// What calling PCRE2 costs, in steps.
  static let workPerCall = 32
  /// The least bytes that one round of a loop leaves on the stack, and what that costs, in steps.
  static let (stackPerRound, workPerPush) = (16, 8)
  /// Bytes among which characters are counted in the time of one step.
  static let bytesCountedInOneStep = 8
  /// Characters that a scan without giving back passes in the time of one step.
  static let scansInOneStep = 4

  /// Compiles a regex both ways.
  ///
  /// - Parameters:
  ///   - pattern: the regex.
  ///   - counting: the same regex with its loops written so that each character given back is counted, and without
  ///     comments, since it is put into brackets.
  ///   - stepsPerStart: a proven bound on the steps of one start offset.
  ///   - scansPerStep: a proven bound on the characters looked at between two counted steps.
  ///   - scansPerStart: a proven bound on the characters looked at once at each start offset, beside those.
  ///   - isAnchored: whether a match can only start at the beginning of the text.
  ///   - failsForLine: whether a search that fails at one offset fails in all the rest of the line.
  /// - Throws: `PatternError`; its offset is meant in `pattern`, which is compiled first.
  public init(
    _ pattern: String, counting: String, stepsPerStart: WorkBound?, scansPerStep: WorkBound,
    scansPerStart: WorkBound = WorkBound([]), isAnchored: Bool = false, failsForLine: Bool = false
  ) throws(PatternError) {
    let isLinear = stepsPerStart.map { $0.coefficients.count <= 1 } ?? false
    // Where nothing is proven there may be loops over one character that `counting` left as they were.
    plain = try CompiledPattern(isLinear ? pattern : counting, skipsAhead: stepsPerStart != nil)
    self.failsForLine = failsForLine
    stretch = failsForLine || scansPerStart.coefficients.count > 1 ? 1 : Self.longStretch
    counted = try CompiledPattern(Self.walk(before: counting, stretch: stretch), skipsAhead: false)
    self.scansPerStart = scansPerStart
    self.stepsPerStart = stepsPerStart
    self.scansPerStep = scansPerStep
    self.isAnchored = isAnchored
  }

  /// The regex behind a walk over the start offsets of one stretch.
  public static func walk(before counting: String, stretch: Int = 4_000) -> String {
    "\\G(?s:.{0,\(stretch - 1)}?)\\K(?:\(counting))"
  }

  /// How many groups the regex captures, without the whole match.
  public var groupCount: Int { plain.groupCount }

  /// The numbers of each named group.
  public var groupNumbers: [String: [Int]] { plain.groupNumbers }

  /// Gives every hit in `field`, from left to right and without overlap, to `take`.
  ///
  /// `take` gets the place of the hit in bytes, and the scratch, to ask for groups. An empty match is a hit as well;
  /// after it the search goes on at the same place for one that is not empty, as in Perl.
  ///
  /// - Parameters:
  ///   - field: normalized text, which is valid UTF-8.
  ///   - starts: the bytes at which alone a hit can start, as the caller has proven; each end is the first byte of a character, or the end of
  ///     the text. Nil: anywhere.
  ///   - charge: what the post may still cost. With nothing left nothing is searched.
  /// - Returns: `gaveUp` when the limit, the stack or the charge was used up before the end of the text.
  public func forEachHit(
    in field: Span<UInt8>, startingIn starts: ClosedRange<Int>? = nil, charge: inout Charge,
    scratch: inout MatchScratch,
    _ take: (_ hit: Range<Int>, _ groups: borrowing MatchScratch) -> Void
  ) -> Outcome {
    var position = Position(starts ?? 0...field.count)
    while true {
      if charge.isUsedUp { return .gaveUp }
      switch next(in: field, from: &position, charge: &charge, scratch: &scratch) {
      case .hit(let hit):
        take(hit, scratch)
        guard hit.upperBound <= position.last else { return .complete }
        position.move(to: hit.upperBound, in: field)
        position.emptyAtStart = !hit.isEmpty
      case .noHit(let after):
        guard let after, after <= position.last else { return .complete }
        position.move(to: after, in: field)
        position.emptyAtStart = true
      case .gaveUp: return .gaveUp
      }
    }
  }

  /// Where the search of a text stands.
  private struct Position {
    /// The first start offset not yet searched.
    private(set) var start: Int
    /// The last start offset.
    let last: Int
    /// Whether an empty match at `start` would be a new hit.
    var emptyAtStart = true
    /// Whether the low limit of plain searches has held so far.
    var isPlainAllowed = true
    /// The characters from `start` on, once somebody asked.
    private var characters: Int?

    init(_ starts: ClosedRange<Int>) { (start, last) = (starts.lowerBound, starts.upperBound) }

    var isCounted: Bool { characters != nil }
    /// The start offsets left, in bytes.
    var starts: Int { last - start + 1 }

    mutating func move(to byte: Int, in field: Span<UInt8>) {
      if let known = characters { characters = known - BudgetedPattern.characters(of: field, in: start..<byte) }
      start = byte
    }

    mutating func charactersAhead(in field: Span<UInt8>) -> Int {
      if let characters { return characters }
      let count = BudgetedPattern.characters(of: field, in: start..<field.count)
      characters = count
      return count
    }
  }

  /// The number of characters that begin in a range of bytes.
  private static func characters(of field: Span<UInt8>, in range: Range<Int>) -> Int {
    var count = 0
    for byte in range where field[byte] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private enum Step {
    case hit(Range<Int>)
    /// No hit starts before the byte given; nil: none starts anywhere.
    case noHit(before: Int?)
    case gaveUp
  }

  private func next(
    in field: Span<UInt8>, from position: inout Position, charge: inout Charge, scratch: inout MatchScratch
  ) -> Step {
    // Bytes are at least as many as characters; where they are few enough nothing needs to be counted.
    let bytesAhead = field.count - position.start
    if !failsForLine, let work = provenWork(ahead: bytesAhead, position.starts, most: Self.provenWork) {
      return nextProven(in: field, from: position, work: work, charge: &charge, scratch: &scratch)
    }
    if !position.isCounted { charge.pay(bytesAhead / Self.bytesCountedInOneStep) }
    let ahead = position.charactersAhead(in: field)
    if !failsForLine, let work = provenWork(ahead: ahead, position.starts, most: Self.provenWork) {
      return nextProven(in: field, from: position, work: work, charge: &charge, scratch: &scratch)
    }
    if position.isPlainAllowed, !failsForLine {
      let step = nextLimited(in: field, from: position, ahead: ahead, charge: &charge, scratch: &scratch)
      if let step { return step }
      position.isPlainAllowed = false
    }
    let step = nextCounted(in: field, from: position, ahead: ahead, charge: &charge, scratch: &scratch)
    if let step { return step }
    // What is proven may be more than what was granted.
    let most = min(Self.mostWork, charge.remaining) * Self.provenInOneStep
    if let work = provenWork(ahead: ahead, position.starts, most: most) {
      return nextProven(in: field, from: position, work: work, charge: &charge, scratch: &scratch)
    }
    return .gaveUp
  }

  /// The work of a plain search of at most so many start offsets, where it is proven to be at most `most`.
  private func provenWork(ahead: Int, _ starts: Int, most: Int) -> Int? {
    guard let stepsPerStart else { return nil }
    let (work, isTooMuch) = max(1, stepsPerStart(ahead))
      .multipliedReportingOverflow(by: isAnchored ? 1 : min(starts, ahead + 1))
    return isTooMuch || work > most ? nil : work
  }

  /// The work between two counted steps, in steps, that one included.
  private func workPerStep(ahead: Int) -> Int { 1 + scansPerStep(ahead) / Self.scansInOneStep }

  /// Searches the plain regex without a limit, since its whole work is known.
  private func nextProven(
    in field: Span<UInt8>, from position: Position, work: Int, charge: inout Charge, scratch: inout MatchScratch
  ) -> Step {
    do throws(MatchFailure) {
      let hit = try plain.firstMatch(
        in: field, from: position.start, to: position.last, emptyAtStart: position.emptyAtStart, scratch: &scratch)
      // Of the start offsets only those up to the hit were tried.
      let passed = hit.map { $0.lowerBound - position.start + 1 } ?? position.starts
      let tried = isAnchored ? work : Int(Double(work) / Double(position.starts) * Double(passed))
      charge.pay(Self.workPerCall + (tried + passed) / Self.provenInOneStep)
      return hit.map { .hit($0) } ?? .noHit(before: nil)
    } catch {
      charge.pay(Self.workPerCall + work / Self.provenInOneStep)
      return .gaveUp
    }
  }

  /// Searches the plain regex with a low limit for each start offset; nil where the text is too long for it or the limit
  /// did not hold.
  private func nextLimited(
    in field: Span<UInt8>, from position: Position, ahead: Int, charge: inout Charge, scratch: inout MatchScratch
  ) -> Step? {
    // One step at least is counted at each start offset.
    let work = workPerStep(ahead: ahead) + scansPerStart(ahead) / Self.scansInOneStep
    let starts = min(position.starts, ahead + 1)
    let limit = Self.limitedWork / (isAnchored ? 1 : starts) / work
    guard limit >= Self.leastPlainLimit else { return nil }
    do throws(MatchFailure) {
      let hit = try plain.firstMatch(
        in: field, from: position.start, to: position.last, limit: UInt32(limit), emptyAtStart: position.emptyAtStart,
        scratch: &scratch)
      let passed = hit.map { min($0.lowerBound - position.start, ahead) } ?? starts - 1
      charge.pay(Self.workPerCall + passed + (isAnchored ? 1 : passed + 1) * limit * work)
      return hit.map { .hit($0) } ?? .noHit(before: nil)
    } catch {
      charge.pay(Self.workPerCall + Self.limitedWork + ahead)
      return error == .limit && !charge.isUsedUp ? nil : .gaveUp
    }
  }

  /// Searches one stretch with a limit that grows; nil where none that may be granted was enough.
  private func nextCounted(
    in field: Span<UInt8>, from position: Position, ahead: Int, charge: inout Charge, scratch: inout MatchScratch
  ) -> Step? {
    // As many offsets as the walk passes.
    let starts = min(stretch, ahead + 1)
    let work = workPerStep(ahead: ahead)
    let head = scansPerStart(ahead) / Self.scansInOneStep
    // What lies ahead may be taken by a loop, and put on the stack, before the first step is counted.
    let isLinear = stepsPerStart.map { $0.coefficients.count <= 1 } ?? false
    let taken = isLinear ? 0 : min(ahead, MatchScratch.stackLimit / Self.stackPerRound) * max(work, Self.workPerPush)
    charge.pay(Self.workPerCall)
    // What the charge cannot bear is not begun: it could not be stopped half way.
    if taken > charge.remaining { return .gaveUp }
    var limit = (min(Self.mostWork, charge.remaining) - starts * head) / work - starts
    var extra = Self.first
    while extra <= limit {
      do throws(MatchFailure) {
        let hit = try counted.firstMatch(
          in: field, from: position.start, limit: UInt32(starts + extra), emptyAtStart: position.emptyAtStart,
          scratch: &scratch)
        // All steps granted are taken for used, but for those of a walk that a hit cut short. A hit's own characters were
        // never given back, so they were not counted yet.
        let passed = hit.map { min(starts, $0.lowerBound - position.start + 1) } ?? starts
        charge.pay(Self.workPerCall + (passed + extra + (hit?.count ?? 0)) * work + passed * head)
        return hit.map { .hit($0) } ?? .noHit(before: endOfStretch(of: field, from: position.start))
      } catch {
        charge.pay(Self.workPerCall + (starts + extra) * work + starts * head + taken)
        guard error == .limit, !charge.isUsedUp, taken <= charge.remaining else { return .gaveUp }
        limit = min(limit, (charge.remaining - starts * head) / work - starts)
        if extra >= limit { return nil }
        extra = min(extra * Self.growth, limit)
      }
    }
    return nil
  }

  /// The byte at which the stretch after the one that begins at byte `start` begins; nil when there is none: this one
  /// reaches the end of the text, which is a start offset as well.
  private func endOfStretch(of field: Span<UInt8>, from start: Int) -> Int? {
    var byte = start
    if failsForLine {
      // `.` stops at both, so that a line begins behind each.
      while byte < field.count, field[byte] != 0x0A, field[byte] != 0x0D { byte += 1 }
      return byte == field.count ? nil : byte + 1
    }
    // Invariant: `byte` is the first byte of a character or the end.
    for _ in 0..<stretch {
      if byte == field.count { return nil }
      byte += 1
      while byte < field.count, field[byte] & 0xC0 == 0x80 { byte += 1 }
    }
    return byte
  }
}
