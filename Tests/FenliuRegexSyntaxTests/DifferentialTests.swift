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
      guard CompiledPattern.error(in: sample.source) == nil,
        let plain = try? CompiledPattern(sample.plain, skipsAhead: false)
      else {
        continue
      }
      let syntax = RegexSyntax(parsing: sample.source)
      let claims: RegexClaims
      do {
        claims = try RegexClaims(syntax, plain: plain)
      } catch let error as PatternError {
        #expect(
          RegexClaims.isSize(error), "\(sample.source) as \(syntax.folded) or \(syntax.counted): \(error.message)")
        continue
      }
      if syntax.necessaryLiterals != nil { gated += 1 }
      for _ in 0..<Self.textsPerRegex {
        pairs += 1
        let text = sample.text(using: &random)
        let found = claims.check(on: text, scratch: &scratch)
        #expect(found.broken.isEmpty)
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
