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
/// In both, loops are written so that every character given back is a counted step (`RegexSyntax.counted` writes them so;
/// `Options.countsEveryReturn` keeps PCRE2 from undoing it). What PCRE2 does between two counted steps is bounded by
/// `scansPerStep`, and each search is charged with its limit times that bound.
///
/// A search of a stretch begins with a small limit and repeats with one sixteen times as large, so a regex pays in
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
  /// The most characters that are looked at between two counted steps.
  private let scansPerStep: WorkBound

  /// Start offsets in a stretch.
  static let stretch = 4_000
  /// Work up to which `plain` is searched, in steps: where it is proven, and where a match limit has to hold it.
  static let (provenWork, limitedWork) = (1 << 18, 1 << 16)
  /// The least match limit that makes a search of `plain` worth while.
  static let leastPlainLimit = 16
  /// Steps beyond one per start offset that the first search of a stretch is granted; each further one gets
  /// `growth` times as many, and no search more than `most`.
  static let (first, growth, most) = (64, 16, 1 << 19)
  /// What calling PCRE2 costs, in steps.
  static let workPerCall = 32
  /// Characters that a scan without giving back passes in the time of one step.
  static let scansInOneStep = 8

  /// Compiles a regex both ways.
  ///
  /// - Parameters:
  ///   - pattern: the regex.
  ///   - counting: the same regex with its loops written so that each character given back is counted, and without
  ///     comments, since it is put into brackets.
  ///   - stepsPerStart: a proven bound on the steps of one start offset.
  ///   - scansPerStep: a proven bound on the characters looked at between two counted steps.
  /// - Throws: `PatternError`; its offset is meant in `pattern`, which is compiled first.
  public init(
    _ pattern: String, counting: String, stepsPerStart: WorkBound?, scansPerStep: WorkBound
  ) throws(PatternError) {
    let isLinear = stepsPerStart.map { $0.coefficients.count <= 1 } ?? false
    plain = try isLinear ? CompiledPattern(pattern) : CompiledPattern(counting, options: .countsEveryReturn)
    counted = try CompiledPattern(
      "\\G(?s:.{0,\(Self.stretch - 1)}?)\\K(?:\(counting))", options: .countsEveryReturn)
    self.stepsPerStart = stepsPerStart
    self.scansPerStep = scansPerStep
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
  ///   - charge: what the post may still cost. With nothing left nothing is searched.
  /// - Returns: `gaveUp` when the limit, the stack or the charge was used up before the end of the text.
  public func forEachHit(
    in field: Span<UInt8>, charge: inout Charge, scratch: inout MatchScratch,
    _ take: (_ hit: Range<Int>, _ groups: borrowing MatchScratch) -> Void
  ) -> Outcome {
    var position = Position(start: 0, emptyAtStart: true, isPlainAllowed: true)
    while true {
      if charge.isUsedUp { return .gaveUp }
      switch next(in: field, from: &position, charge: &charge, scratch: &scratch) {
      case .hit(let hit):
        take(hit, scratch)
        position.start = hit.upperBound
        position.emptyAtStart = !hit.isEmpty
      case .noHit(let after):
        guard let after else { return .complete }
        position.start = after
        position.emptyAtStart = true
      case .gaveUp: return .gaveUp
      }
    }
  }

  /// Where the search of a text stands.
  private struct Position {
    /// The first start offset not yet searched.
    var start: Int
    /// Whether an empty match at `start` would be a new hit.
    var emptyAtStart: Bool
    /// Whether the low limit of plain searches has held so far.
    var isPlainAllowed: Bool
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
    // Bytes are at least as many as characters, and counting characters would cost more than it decides.
    let ahead = field.count - position.start
    if position.isPlainAllowed, let limit = plainLimit(ahead: ahead) {
      do throws(MatchFailure) {
        let hit = try plain.firstMatch(
          in: field, from: position.start, limit: limit.steps, emptyAtStart: position.emptyAtStart, scratch: &scratch)
        let passed = hit.map { $0.upperBound - position.start } ?? ahead
        charge.pay(Self.workPerCall + (passed + 1) * limit.workPerStart)
        return hit.map { .hit($0) } ?? .noHit(before: nil)
      } catch {
        charge.pay(Self.workPerCall + (ahead + 1) * limit.workPerStart)
        if error != .limit || charge.isUsedUp { return .gaveUp }
        position.isPlainAllowed = false
      }
    }
    return nextCounted(in: field, from: position, charge: &charge, scratch: &scratch)
  }

  /// The work between two counted steps, in steps, that one included.
  private func workPerStep(ahead: Int) -> Int { 1 + scansPerStep(ahead) / Self.scansInOneStep }

  /// The match limit under which the plain regex may be searched, and what one start offset costs at most; nil where
  /// the text is too long for it.
  private func plainLimit(ahead: Int) -> (steps: UInt32, workPerStart: Int)? {
    if let stepsPerStart, case let proven = stepsPerStart(ahead), proven <= Self.provenWork / (ahead + 1) {
      return (.max, max(1, proven))
    }
    let work = workPerStep(ahead: ahead)
    let limit = Self.limitedWork / (ahead + 1) / work
    return limit < Self.leastPlainLimit ? nil : (UInt32(limit), limit * work)
  }

  private func nextCounted(
    in field: Span<UInt8>, from position: Position, charge: inout Charge, scratch: inout MatchScratch
  ) -> Step {
    let ahead = field.count - position.start
    let (starts, end) = Self.stretch(of: field, from: position.start)
    let work = workPerStep(ahead: ahead)
    var extra = Self.first
    while true {
      // What the charge cannot bear is not begun: it could not be stopped half way.
      guard (starts + extra).multipliedReportingOverflow(by: work).partialValue <= charge.remaining,
        work <= charge.remaining
      else {
        charge.pay(charge.remaining)
        return .gaveUp
      }
      do throws(MatchFailure) {
        let hit = try counted.firstMatch(
          in: field, from: position.start, limit: UInt32(starts + extra), emptyAtStart: position.emptyAtStart,
          scratch: &scratch)
        // Each offset passed is one step of the walk; only the other steps did work of the regex. A hit's own characters
        // were never given back, so they were not counted yet.
        charge.pay(Self.workPerCall + starts + (extra + (hit?.count ?? 0)) * work)
        return hit.map { .hit($0) } ?? .noHit(before: end)
      } catch {
        // What lay ahead may have been scanned once before the first step was counted.
        charge.pay(Self.workPerCall + (starts + extra) * work + ahead)
        guard error == .limit, extra < Self.most, !charge.isUsedUp else { return .gaveUp }
        extra = min(extra * Self.growth, Self.most)
      }
    }
  }

  /// The number of start offsets of the stretch that begins at byte `start`, and the byte at which the next stretch
  /// begins; nil when this one reaches the end of the text, which is a start offset as well.
  private static func stretch(of field: Span<UInt8>, from start: Int) -> (starts: Int, end: Int?) {
    var characters = 0
    var byte = start
    // Invariant: `byte` is the first byte of a character or the end, `characters` of them lie between it and `start`.
    while byte < field.count {
      if characters == stretch { return (characters, byte) }
      characters += 1
      byte += 1
      while byte < field.count, field[byte] & 0xC0 == 0x80 { byte += 1 }
    }
    return characters == stretch ? (characters, byte) : (characters + 1, nil)
  }
}
