// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuKeywords
import FenliuTestSupport
import Testing

@Suite struct KeywordAutomatonTests {
  @Test("nested, overlapping and equal literals are all found")
  func everything() {
    let found = found(["工人", "人", "农民工", "民工人", "工人", "", "vx", "𠮷野", "é"], in: "农民工人vx𠮷野é")
    #expect(
      found == [
        "2@0..<9", "3@3..<12", "0@6..<12", "4@6..<12", "1@9..<12", "6@12..<14", "7@14..<21", "8@21..<23",
      ])
  }

  @Test("an automaton of no literals finds nothing")
  func none() {
    #expect(found([], in: "农民工").isEmpty)
    #expect(found([""], in: "农民工").isEmpty)
  }

  @Test("text that is not UTF-8 is passed over without harm", arguments: Seeds.standard)
  func brokenText(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let automaton = KeywordAutomaton(["农民工", "a", "𠮷", "é"])
    for _ in 0..<200 {
      let bytes: [UInt8] = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        [0x61, 0x80, 0xBF, 0xC3, 0xA9, 0xE5, 0x86, 0x9C, 0xF0, 0xFF].randomElement(using: &random) ?? 0
      }
      for hit in automaton.hits(in: bytes) { #expect(hit.range.upperBound <= bytes.count) }
    }
  }

  @Test("the automaton finds what the naive search finds", arguments: Seeds.standard)
  func agreesWithOracle(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<40 {
      // Few different scalars make many overlaps; many make wide states.
      let scalars = round % 4 == 3 ? Sample.many : Sample.few
      let literals = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Sample.text(of: scalars, atMost: 5, using: &random)
      }
      let text = Sample.text(of: scalars, atMost: 200, using: &random)
      #expect(found(literals, in: text) == naiveHits(of: literals, in: text))
    }
  }

  @Test("every one of 20,000 random words is found in itself, at its place")
  func everyWord() {
    var random = SplitMix64(seed: 20_000)
    let words = (0..<20_000).map { _ in Folding.fold(Sample.text(of: Sample.many, atMost: 6, using: &random)) }
    let automaton = KeywordAutomaton(words)
    for (place, word) in words.enumerated() where !word.isEmpty {
      var isFound = false
      let text = Array(word.utf8)
      automaton.forEachHit(in: text.span) { literal, range in
        isFound = isFound || (Int(literal.index) == place && range == 0..<text.count)
      }
      #expect(isFound, "\(word)")
    }
  }

  private func found(_ literals: [String], in text: String) -> [String] {
    KeywordAutomaton(literals).hits(in: Array(text.utf8)).map { "\($0.literal.index)@\($0.range)" }
  }

  /// The oracle: every literal compared at every place.
  private func naiveHits(of literals: [String], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    let wanted = literals.map { Array($0.utf8) }
    var hits: [(literal: Int, range: Range<Int>)] = []
    for end in 0...bytes.count {
      for (literal, word) in wanted.enumerated() where !word.isEmpty && word.count <= end {
        let range = end - word.count..<end
        if bytes[range].elementsEqual(word) { hits.append((literal, range)) }
      }
    }
    hits.sort {
      ($0.range.upperBound, $0.range.lowerBound, $0.literal) < ($1.range.upperBound, $1.range.lowerBound, $1.literal)
    }
    return hits.map { "\($0.literal)@\($0.range)" }
  }
}

/// Random words and texts.
enum Sample {
  static let few: [Unicode.Scalar] = ["a", "b", "é", "中", "文", "𠮷"]
  static let many: [Unicode.Scalar] =
    (0x4E00..<0x5200).compactMap(Unicode.Scalar.init) + (0x61..<0x7B).compactMap(Unicode.Scalar.init)
    + (0x20000..<0x20020).compactMap(Unicode.Scalar.init) + (0x430..<0x450).compactMap(Unicode.Scalar.init)

  static func text(of scalars: [Unicode.Scalar], atMost count: Int, using random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &random) { text.append(scalars.randomElement(using: &random) ?? "a") }
    return String(text)
  }
}
