// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuTestSupport
import Testing

@testable import FenliuKeywords

/// A way to find literals: the plain one, and the one that posts are scanned with.
enum Engine: CaseIterable, Sendable {
  case automaton, scanner

  func hits(of literals: [String], in bytes: [UInt8]) -> [(literal: LiteralID, range: Range<Int>)] {
    switch self {
    case .automaton: KeywordAutomaton(literals).hits(in: bytes)
    case .scanner: KeywordScanner(literals.map { Array($0.utf8) }).hits(in: bytes)
    }
  }
}

@Suite struct KeywordEngineTests {
  @Test("nested, overlapping and equal literals are all found", arguments: Engine.allCases)
  func everything(engine: Engine) {
    let found = found(engine, ["工人", "人", "农民工", "民工人", "工人", "", "vx", "𠮷野", "é"], in: "农民工人vx𠮷野é")
    #expect(
      found == [
        "2@0..<9", "3@3..<12", "0@6..<12", "4@6..<12", "1@9..<12", "6@12..<14", "7@14..<21", "8@21..<23",
      ])
  }

  @Test("no literals are found nowhere", arguments: Engine.allCases)
  func none(engine: Engine) {
    #expect(found(engine, [], in: "农民工").isEmpty)
    #expect(found(engine, [""], in: "农民工").isEmpty)
  }

  @Test("text that is not UTF-8 is passed over without harm", arguments: Engine.allCases, Seeds.standard)
  func brokenText(engine: Engine, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let literals = ["农民工", "a", "𠮷", "é", "民", "工"]
    for _ in 0..<200 {
      let bytes: [UInt8] = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        [0x61, 0x80, 0xBF, 0xC3, 0xA9, 0xE5, 0x86, 0x9C, 0xF0, 0xFF].randomElement(using: &random) ?? 0
      }
      for hit in engine.hits(of: literals, in: bytes) { #expect(hit.range.upperBound <= bytes.count) }
    }
  }

  @Test("what is found is what the naive search finds", arguments: Engine.allCases, Seeds.standard)
  func agreesWithOracle(engine: Engine, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for round in 0..<40 {
      // Few different scalars make many overlaps; many make wide states.
      let scalars = round % 4 == 3 ? Sample.many : round % 4 == 2 ? Sample.han : Sample.few
      let literals = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        Sample.text(of: scalars, atMost: 5, using: &random)
      }
      let text = Sample.text(of: scalars, atMost: 200, using: &random)
      let expected = NaiveSearch.hits(of: literals, in: text).map { "\($0.literal)@\($0.range)" }
      #expect(found(engine, literals, in: text) == expected)
    }
  }

  @Test(
    "every random word is found in the folded text it stands in, at its place", arguments: Engine.allCases,
    Seeds.standard)
  func everyWord(engine: Engine, seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = (0..<Sample.words).map { _ in Sample.text(of: Sample.many, atMost: 6, using: &random) }
    let text = Array(Folding.fold(words.joined(separator: "\n")).utf8)
    let literals = words.map(Folding.fold)
    var places: [Range<Int>] = []
    var start = 0
    for literal in literals {
      places.append(start..<start + literal.utf8.count)
      start += literal.utf8.count + 1
    }
    var isFound = literals.map(\.isEmpty)
    for hit in engine.hits(of: literals, in: text) {
      let place = Int(hit.literal.index)
      if places[place] == hit.range { isFound[place] = true }
    }
    let missing = isFound.indices.filter { !isFound[$0] }.map { words[$0] }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(
    "long literals around many short ones, and more candidates than are collected at once, keep their order",
    arguments: Seeds.standard)
  func many(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = (0..<4_000).map { _ in ["中文", "工", "人", "a"].randomElement(using: &random) ?? "" }.joined()
    let cuts = (0..<40).map { _ in
      let start = Int.random(in: 0..<text.count - 800, using: &random)
      let long = text.dropFirst(start).prefix(Int.random(in: 1...800, using: &random))
      return String(long)
    }
    let literals = cuts + ["中", "文", "中文", "文工", "人a", "a", "a中", "工人"]
    let bytes = Array(text.utf8)
    let expected = Engine.automaton.hits(of: literals, in: bytes)
    let hits = Engine.scanner.hits(of: literals, in: bytes)
    #expect(hits.count > KeywordScanner.candidates)
    #expect(hits.elementsEqual(expected) { $0.literal == $1.literal && $0.range == $1.range })
  }

  @Test("behind many hits a scarce literal is reported once more, others as often as they occur")
  func scarce() {
    let scanner = KeywordScanner(["ab", "b", "cd"].map { Array($0.utf8) }, wanted: [.once, .all, .once])
    let many = KeywordScanner.manyHits
    var hits = KeywordHits()
    let few = Array((String(repeating: "ab", count: many / 2 - 1) + "cdcd").utf8)
    scanner.scan(few.span, into: &hits)
    #expect(!hits.isCut && hits.hits.count == many)
    for _ in 0..<2 {
      let text = Array((String(repeating: "ab", count: many) + "cdabcdb").utf8)
      scanner.scan(text.span, into: &hits)
      #expect(hits.isCut)
      let places = Dictionary(grouping: hits.hits, by: \.literal).mapValues { $0.map(\.range.lowerBound) }
      #expect(places[LiteralID(0)] == Array(stride(from: 0, through: many, by: 2)))
      #expect(places[LiteralID(1)]?.count == many + 2)
      #expect(places[LiteralID(2)] == [2 * many])
    }
  }

  @Test("behind the most hits only literals are reported of which all are wanted")
  func overfull() {
    let scanner = KeywordScanner(["ab", "cd"].map { Array($0.utf8) }, wanted: [.some, .all])
    let most = KeywordScanner.mostHits
    var hits = KeywordHits()
    let full = Array(String(repeating: "ab", count: most).utf8)
    scanner.scan(full.span, into: &hits)
    #expect(!hits.isOverfull && hits.hits.count == most)
    for _ in 0..<2 {
      let more = Array((String(repeating: "ab", count: most) + "cdabcd").utf8)
      scanner.scan(more.span, into: &hits)
      #expect(hits.isOverfull && !hits.isCut)
      #expect(hits.hits.suffix(3).map(\.literal) == [LiteralID(0), LiteralID(1), LiteralID(1)])
      #expect(hits.hits.count == most + 2)
    }
    scanner.scan(full.span, into: &hits)
    #expect(!hits.isOverfull)
  }

  private func found(_ engine: Engine, _ literals: [String], in text: String) -> [String] {
    engine.hits(of: literals, in: Array(text.utf8)).map { "\($0.literal.index)@\($0.range)" }
  }
}

/// Random words and texts.
private enum Sample {
  /// How many words a seed tries: over all seeds a million, and in debug builds enough for a look.
  #if DEBUG
    static let words = 1_000
  #else
    static let words = 62_500
  #endif

  static let few: [Unicode.Scalar] = ["a", "b", "é", "中", "文", "𠮷"]
  static let han: [Unicode.Scalar] = ["中", "文", "工", "人"]
  static let many: [Unicode.Scalar] = [
    0x4E00...0x9FFF, 0x41...0x7A, 0xFF21...0xFF3A, 0x20000...0x20020, 0x410...0x450, 0x1D400...0x1D433,
  ].flatMap { (range: ClosedRange<UInt32>) in range.compactMap(Unicode.Scalar.init) }

  static func text(of scalars: [Unicode.Scalar], atMost count: Int, using random: inout SplitMix64) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &random) { text.append(scalars.randomElement(using: &random) ?? "a") }
    return String(text)
  }
}
