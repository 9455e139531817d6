// SPDX-License-Identifier: Apache-2.0
import FenliuKeywords

@testable import KeywordsOracle

/// The automaton of keywords against a search that compares every literal at every place.
final class ScanTarget: FuzzTarget {
  /// So few that literals overlap, begin and end each other; of every length in UTF-8.
  private let scalars: [Unicode.Scalar] = ["a", "b", "中", "文", "é", "𠮷", "ß", "𠮶", "\u{0}", "丮", "0", "丗"]

  func run(_ bytes: [UInt8]) {
    var source = ByteSource(bytes)
    let literals = (0..<source.number(below: 12)).map { _ in self.text(&source, most: 6) }
    let text = self.text(&source, most: .max)
    let automaton = KeywordAutomaton(literals)
    let found = automaton.hits(in: Array(text.utf8)).map {
      NaiveSearch.Hit(literal: Int($0.literal.index), range: $0.range)
    }
    expectEqual(found, NaiveSearch.hits(of: literals, in: text), "\(literals) in \(text.debugDescription)")
    // What is no text is passed over without harm.
    for hit in automaton.hits(in: bytes) {
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
