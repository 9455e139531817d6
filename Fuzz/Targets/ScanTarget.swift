// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

@testable import KeywordsOracle

/// The scanner of keywords and the plain automaton against a search that compares every literal at every place.
final class ScanTarget: FuzzTarget {
  /// So few that literals overlap, begin and end each other; of every length in UTF-8.
  private let scalars: [Unicode.Scalar] = ["a", "b", "中", "文", "é", "𠮷", "ß", "𠮶", "\u{0}", "丮", "0", "丗"]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let literals = (0..<source.number(below: 12)).map { _ in self.text(&source, most: 6) }
    let text = self.text(&source, most: .max)
    let automaton = KeywordAutomaton(literals)
    let scanner = KeywordScanner(literals.map { Array($0.utf8) })
    let utf8 = Array(text.utf8)
    let expected = NaiveSearch.hits(of: literals, in: text)
    for found in [automaton.hits(in: utf8), scanner.hits(in: utf8)] {
      let hits = found.map { NaiveSearch.Hit(literal: Int($0.literal.index), range: $0.range) }
      expectEqual(hits, expected, "\(literals) in \(text.debugDescription)")
    }
    // What is no text is passed over without harm.
    for hit in automaton.hits(in: bytes) + scanner.hits(in: bytes) {
      expect(hit.range.lowerBound >= 0 && hit.range.upperBound <= bytes.count, "\(hit) beyond \(bytes)")
    }
  }

  /// Two scalars a byte, ended by its length or the input.
  private func text(_ source: inout ByteSource, most: Int) -> String {
    let length = most == .max ? most : source.number(below: most + 1)
    var text = String.UnicodeScalarView()
    var count = 0
    while count < length, !source.isEmpty {
      let byte = Int(source.byte())
      text.append(scalars[(byte & 15) % scalars.count])
      if count + 1 < length { text.append(scalars[(byte >> 4) % scalars.count]) }
      count += 2
    }
    return String(text)
  }
}
