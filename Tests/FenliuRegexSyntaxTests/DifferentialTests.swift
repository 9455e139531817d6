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

  @Test("holds on random pairs: literals, length, steps, and the same hits counted or not", arguments: Seeds.standard)
  func holds(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var scratch = MatchScratch()
    var (pairs, hits, gated, bounded) = (0, 0, 0, 0)
    while pairs < Self.pairsPerSeed {
      let sample = RegexSample(using: &random)
      guard CompiledPattern.error(in: sample.source) == nil, let plain = try? CompiledPattern(sample.plain) else {
        continue
      }
      let syntax = RegexSyntax(parsing: sample.source)
      let claims = try #require(
        try? Claims(syntax, plain: plain), "\(sample.source) folds to \(syntax.folded) or \(syntax.counted)")
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
  let budgeted: BudgetedPattern
  let literals: [[UInt8]]?

  /// - Parameter plain: the regex as it would be written in normalized characters.
  init(_ syntax: RegexSyntax, plain: CompiledPattern) throws {
    self.syntax = syntax
    self.plain = plain
    budgeted = try BudgetedPattern(
      syntax.folded, counting: syntax.counted, stepsPerStart: syntax.stepsPerStart.map { WorkBound($0) },
      scansPerStep: WorkBound(syntax.scansPerStep))
    literals = syntax.necessaryLiterals.map { $0.map { Array($0.utf8) } }
  }

  func check(
    on bytes: [UInt8], scratch: inout MatchScratch, text: String
  ) throws -> (hits: Int, isBounded: Bool) {
    var expected: [Range<Int>] = []
    var (start, emptyAtStart) = (0, true)
    // The bound is on the machine's steps, of which the match limit counts a part.
    let bound = syntax.stepsPerStart.map { WorkBound($0)(text.unicodeScalars.count) }
    let limit = bound.flatMap { UInt32(exactly: $0) } ?? 100_000
    var isBounded = bound != nil
    search: while start <= bytes.count {
      do throws(MatchFailure) {
        guard
          let hit = try plain.firstMatch(
            in: bytes.span, from: start, limit: limit, emptyAtStart: emptyAtStart, scratch: &scratch)
        else { break }
        expected.append(hit)
        (start, emptyAtStart) = (hit.upperBound, !hit.isEmpty)
      } catch {
        if bound != nil { Issue.record("\(syntax.source) takes over \(limit) steps in \(text)") }
        isBounded = false
        break search
      }
    }
    var found: [Range<Int>] = []
    var charge = Charge()
    let outcome = budgeted.forEachHit(in: bytes.span, charge: &charge, scratch: &scratch) { hit, _ in found.append(hit)
    }
    if outcome == .complete {
      #expect(found == expected, "\(syntax.source) as \(syntax.counted) in \(text)")
    }
    for hit in expected {
      if let literals {
        let content = Array(bytes[hit])
        #expect(literals.contains { content.contains($0) }, "\(syntax.source) hits \(text) without \(literals)")
      }
      if let longest = syntax.maximumLength {
        let characters = String(decoding: bytes[hit], as: UTF8.self).unicodeScalars.count
        #expect(characters <= longest, "\(syntax.source) in \(text)")
      }
    }
    return (expected.count, isBounded)
  }
}
