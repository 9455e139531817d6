// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import FenliuRegexSyntax
import FenliuTestSupport
import FoundationEssentials
import Testing

/// What is claimed of a regex, against what PCRE2 does with it: random regexes on random texts.
@Suite("What is proven of a regex")
struct DifferentialTests {
  /// Pairs of a regex and a text for each seed; `FENLIU_REGEX_PAIRS` asks for more.
  private static let pairsPerSeed =
    ProcessInfo.processInfo.environment["FENLIU_REGEX_PAIRS"].flatMap { Int($0) } ?? 6_300
  private static let textsPerRegex = 10
  /// PCRE2's code for a regex whose jumps have no room.
  private let tooLarge: Int32 = 120

  @Test("holds on random pairs: literals, length, steps, and the same hits counted or not", arguments: Seeds.standard)
  func holds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var scratch = MatchScratch()
    var (pairs, hits, gated, bounded) = (0, 0, 0, 0)
    while pairs < Self.pairsPerSeed {
      let sample = RegexSample(using: &random)
      guard CompiledPattern.error(in: sample.source) == nil,
        let plain = try? CompiledPattern(sample.plain, skipsAhead: false)
      else {
        continue
      }
      let syntax = RegexSyntax(parsing: sample.source)
      let claims: Claims
      do {
        claims = try Claims(syntax, plain: plain)
      } catch let error as PatternError {
        // Behind a walk, copied for its loops, a regex may be too large where it alone was not.
        #expect(
          error.code < 0 || error.code == tooLarge,
          "\(sample.source) as \(syntax.folded) or \(syntax.counted): \(error.message)")
        continue
      }
      if syntax.necessaryLiterals != nil { gated += 1 }
      for _ in 0..<Self.textsPerRegex {
        pairs += 1
        let text = sample.text(using: &random)
        let found = try claims.check(on: Array(text.utf8), scratch: &scratch, text: text)
        hits += found.hits
        bounded += found.isBounded ? 1 : 0
      }
    }
    // The generator is of no use if its regexes hit nothing or nothing is claimed of them.
    #expect(hits > pairs / 4)
    #expect(gated > pairs / Self.textsPerRegex / 4)
    #expect(bounded > pairs / 4)
  }
}

/// One regex and all that is claimed of it.
private struct Claims {
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

  func check(
    on bytes: [UInt8], scratch: inout MatchScratch, text: String
  ) throws -> (hits: Int, isBounded: Bool) {
    // Calls that cannot be counted take time that grows with the square of the limit.
    let isCountable = WorkBound(syntax.scansPerStep)(text.unicodeScalars.count) < 1 << 40
    let patience: UInt32 = isCountable ? 200_000 : 500
    // The bound is on the machine's steps, of which the match limit counts a part.
    let bound = syntax.stepsPerStart.map { WorkBound($0)(text.unicodeScalars.count) } ?? .max
    let limit = UInt32(min(bound, Int(patience)))
    guard let expected = hits(of: plain, limit: limit, in: bytes, scratch: &scratch) else {
      #expect(limit == patience, "\(syntax.source) takes over \(limit) steps in \(text)")
      return (0, false)
    }
    if let walkedHits = hits(of: walked, limit: patience, in: bytes, scratch: &scratch) {
      #expect(walkedHits == expected, "\(syntax.source) walks as \(syntax.counted) in \(text)")
    }
    var found: [Range<Int>] = []
    var charge = Charge()
    let outcome = budgeted.forEachHit(in: bytes.span, charge: &charge, scratch: &scratch) { hit, _ in
      found.append(hit)
    }
    if outcome == .complete { #expect(found == expected, "\(syntax.source) as \(syntax.counted) in \(text)") }
    for hit in expected { check(hit, in: bytes, text: text) }
    return (expected.count, limit < patience)
  }

  private func check(_ hit: Range<Int>, in bytes: [UInt8], text: String) {
    let content = Array(bytes[hit])
    if let literals {
      #expect(literals.contains { content.contains($0) }, "\(syntax.source) hits \(text) without \(literals)")
    }
    if syntax.isAnchored { #expect(hit.lowerBound == 0, "\(syntax.source) in \(text)") }
    if let longest = syntax.maximumLength {
      #expect(String(decoding: content, as: UTF8.self).unicodeScalars.count <= longest, "\(syntax.source) in \(text)")
    }
  }

  /// All hits, as Perl gives them; nil where a limit was reached.
  private func hits(
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
