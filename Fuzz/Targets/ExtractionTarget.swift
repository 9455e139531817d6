// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuPCRE2
import FenliuRegexSyntax
import FenliuTestSupport

@testable import RegexSyntaxOracle

/// The literals proven necessary: where PCRE2 finds a match, the match contains one of them, so that a regex which the scan for
/// literals passes over would have found nothing.
final class ExtractionTarget: FuzzTarget {
  private var scratch = MatchScratch()

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let sample = SampledRegex(&source)
    let syntax = RegexSyntax(parsing: sample.source)
    guard let literals = syntax.necessaryLiterals, syntax.problems.isEmpty,
      let pattern = try? CompiledPattern(syntax.folded, skipsAhead: false)
    else { return }
    let wanted = literals.map { Array($0.utf8) }
    for literal in literals { expectEqual(Folding.fold(literal), literal, "a literal of \(sample.source) is normal") }
    for _ in 0..<3 {
      let text = Array(sample.text(&source).utf8)
      for hit in RegexClaims.hits(of: pattern, limit: 5_000, in: text, scratch: &scratch) ?? [] {
        expect(
          wanted.contains { Self.contains(text[hit], $0) },
          "\(sample.source) hits \(String(decoding: text[hit], as: UTF8.self).debugDescription) without any of \(literals)"
        )
      }
    }
  }

  private static func contains(_ text: ArraySlice<UInt8>, _ literal: [UInt8]) -> Bool {
    text.indices.contains { text[$0...].starts(with: literal) }
  }
}

/// All that is claimed of a regex: literals, steps, length, anchors, and that the same is found counted, walked or plainly.
final class RegexTarget: FuzzTarget {
  private var scratch = MatchScratch()

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let sample = SampledRegex(&source)
    guard CompiledPattern.error(in: sample.source) == nil else {
      // What PCRE2 refuses is taken apart all the same, without a claim.
      _ = RegexSyntax(parsing: sample.source)
      return
    }
    let syntax = RegexSyntax(parsing: sample.source)
    guard syntax.problems.isEmpty else { return }
    do {
      let plain = try CompiledPattern(sample.plain ?? syntax.folded, skipsAhead: false)
      let claims = try RegexClaims(syntax, plain: plain)
      for _ in 0..<3 {
        let broken = claims.check(on: sample.text(&source), scratch: &scratch).broken
        expect(broken.isEmpty, broken.joined(separator: "\n"))
      }
    } catch let error as PatternError {
      expect(RegexClaims.isSize(error), "\(sample.source) as \(syntax.folded) or \(syntax.counted): \(error.message)")
    } catch {
      fatalError("\(sample.source): \(error)")
    }
  }
}

/// A regex with texts that it may match: grown from a grammar, or put together of pieces, or as the bytes have it.
struct SampledRegex {
  let source: String
  /// The same in normalized characters, where that is known.
  let plain: String?
  private let sample: RegexSample?

  private static let pieces: [String] = [
    "没", "发", "欠", "薪", "a", "b", "k", "1", ",", "\\n", "沒", "發", "Ａ", "(", ")", "|", "[", "]", "[^", "*", "+", "?",
    "{2}", "{0,2}", "{1,}", "(?:", "(?>", "(?=", "(?!", "(?<=", "(?i)", "(?x)", "(?s)", "\\d", "\\w", "\\S", ".", "^",
    "$",
    "\\Q", "\\E", "\\1", "(?1)", "(?<n>", "-", "\\x{6C92}", "#", " ", "\\R", "\\p{Han}", "[[:alpha:]]", "(?|",
    "\\g{-1}",
    "(?(1)", "K", "ſ", "\u{200B}", "\\N", "++", "*?", "}", "{", "\\", "é",
  ]
  private static let textPieces: [String] = [
    "没", "发", "欠", "薪", "a", "b", "k", "1", ",", "\n", "-", " ", "é", "\r", "没发", "欠薪",
  ]

  init(_ source: inout ByteSource) {
    switch source.byte() % 4 {
    case 0, 1:
      let sample = RegexSample(using: &source)
      self.sample = sample
      self.source = sample.source
      plain = sample.plain
    case 2:
      sample = nil
      let count = 1 + source.number(below: 24)
      self.source = source.bytes(atMost: count).map { Self.pieces[Int($0) % Self.pieces.count] }.joined()
      plain = nil
    default:
      sample = nil
      let count = 1 + source.number(below: 48)
      self.source = String(decoding: source.bytes(atMost: count), as: UTF8.self)
      plain = nil
    }
  }

  /// A normalized text that it may match.
  func text(_ source: inout ByteSource) -> String {
    if let sample { return sample.text(using: &source) }
    let count = source.number(below: 16)
    return source.bytes(atMost: count).map { Self.textPieces[Int($0) % Self.textPieces.count] }.joined()
  }
}
