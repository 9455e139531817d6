// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax

/// One regex and all that is claimed of it.
struct RegexClaims {
  /// What became of the claims on one text.
  struct Outcome {
    /// How often the regex hits.
    var hits = 0
    /// Whether its steps had a bound below the patience.
    var isBounded = false
    /// The claims that do not hold, as sentences.
    var broken: [String] = []
  }

  let syntax: RegexSyntax
  let plain: CompiledPattern
  let walked: CompiledPattern
  let budgeted: BudgetedPattern
  let literals: [[UInt8]]?

  /// - Parameter plain: the regex as it would be written in normalized characters.
  init(_ syntax: RegexSyntax, plain: CompiledPattern) throws {
    self.syntax = syntax
    self.plain = plain
    walked = try CompiledPattern(BudgetedPattern.walk(before: syntax.counted), skipsAhead: false)
    budgeted = try BudgetedPattern(syntax)
    literals = syntax.necessaryLiterals.map { $0.map { Array($0.utf8) } }
  }

  /// Whether PCRE2 has nothing against a regex but its size: behind a walk, copied for its loops, one may be too large that
  /// alone was not.
  static func isSize(_ error: PatternError) -> Bool {
    // 120 is PCRE2's code for a regex whose jumps have no room.
    error.code < 0 || error.code == 120
  }

  func check(on text: String, scratch: inout MatchScratch) -> Outcome {
    let bytes = Array(text.utf8)
    var outcome = Outcome()
    // Calls that cannot be counted take time that grows with the square of the limit.
    let isCountable = WorkBound(syntax.scansPerStep)(text.unicodeScalars.count) < 1 << 40
    let patience: UInt32 = isCountable ? 200_000 : 500
    // The bound is on the machine's steps, of which the match limit counts a part.
    let bound = syntax.stepsPerStart.map { WorkBound($0)(text.unicodeScalars.count) } ?? .max
    let limit = UInt32(min(bound, Int(patience)))
    guard let expected = Self.hits(of: plain, limit: limit, in: bytes, scratch: &scratch) else {
      if limit != patience { outcome.broken.append("\(syntax.source) takes over \(limit) steps in \(text)") }
      return outcome
    }
    outcome.hits = expected.count
    outcome.isBounded = limit < patience
    // One walk passes 4,000 characters.
    if text.unicodeScalars.count < 4_000,
      let hits = Self.hits(of: walked, limit: patience, in: bytes, scratch: &scratch), hits != expected
    {
      outcome.broken.append("\(syntax.source) walks as \(syntax.counted) in \(text): \(hits), not \(expected)")
    }
    var found: [Range<Int>] = []
    var charge = Charge()
    let end = budgeted.forEachHit(in: bytes.span, charge: &charge, scratch: &scratch) { hit, _ in found.append(hit) }
    if end == .complete, found != expected {
      outcome.broken.append("\(syntax.source) is counted as \(syntax.counted) in \(text): \(found), not \(expected)")
    }
    for hit in expected { check(hit, in: bytes, text: text, &outcome.broken) }
    checkWindow(expected, in: bytes, text: text, scratch: &scratch, &outcome.broken)
    return outcome
  }

  /// Whether a search that starts only where literals allow finds the same.
  private func checkWindow(
    _ expected: [Range<Int>], in bytes: [UInt8], text: String, scratch: inout MatchScratch, _ broken: inout [String]
  ) {
    guard let literals, let reach = syntax.charactersBeforeLiteral else { return }
    let places = bytes.indices.filter { place in literals.contains { bytes[place...].starts(with: $0) } }
    guard var first = places.first, let last = places.last else { return }
    for _ in 0..<reach where first > 0 {
      repeat { first -= 1 } while first > 0 && bytes[first] & 0xC0 == 0x80
    }
    var found: [Range<Int>] = []
    var charge = Charge()
    let end = budgeted.forEachHit(in: bytes.span, startingIn: first...last, charge: &charge, scratch: &scratch) {
      hit, _ in found.append(hit)
    }
    if end == .complete, found != expected {
      broken.append("\(syntax.source) from \(first) to \(last) in \(text): \(found), not \(expected)")
    }
  }

  private func check(_ hit: Range<Int>, in bytes: [UInt8], text: String, _ broken: inout [String]) {
    let content = Array(bytes[hit])
    if let literals, !literals.contains(where: { content.contains($0) }) {
      broken.append("\(syntax.source) hits \(text) without any of \(syntax.necessaryLiterals ?? [])")
    }
    if syntax.isAnchored, hit.lowerBound != 0 { broken.append("\(syntax.source) is not anchored in \(text)") }
    if let longest = syntax.maximumLength,
      String(decoding: content, as: UTF8.self).unicodeScalars.count > longest
    {
      broken.append("\(syntax.source) is longer than \(longest) in \(text)")
    }
  }

  /// All hits, as Perl gives them; nil where a limit was reached.
  static func hits(
    of pattern: CompiledPattern, limit: UInt32, in bytes: [UInt8], scratch: inout MatchScratch
  ) -> [Range<Int>]? {
    var hits: [Range<Int>] = []
    var (start, emptyAtStart) = (0, true)
    do throws(MatchFailure) {
      while let hit = try pattern.firstMatch(
        in: bytes.span, from: start, limit: limit, emptyAtStart: emptyAtStart, scratch: &scratch)
      {
        hits.append(hit)
        (start, emptyAtStart) = (hit.upperBound, !hit.isEmpty)
      }
      return hits
    } catch {
      return nil
    }
  }
}

extension BudgetedPattern {
  /// The regex with what is proven of it.
  convenience init(_ syntax: RegexSyntax) throws {
    try self.init(
      syntax.folded, counting: syntax.counted, stepsPerStart: syntax.stepsPerStart.map { WorkBound($0) },
      scansPerStep: WorkBound(syntax.scansPerStep),
      scansPerStart: WorkBound(syntax.scansPerStart), isAnchored: syntax.isAnchored,
      failsForLine: syntax.failsForLine)
  }
}
