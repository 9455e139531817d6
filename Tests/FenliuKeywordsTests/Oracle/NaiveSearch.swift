// SPDX-License-Identifier: Apache-2.0

/// The oracle of the automaton: every literal compared at every place.
enum NaiveSearch {
  /// An occurrence of the literal with that place in the list.
  struct Hit: Equatable {
    var literal: Int
    var range: Range<Int>
  }

  /// Each occurrence, in the automaton's order.
  static func hits(of literals: [String], in text: String) -> [Hit] {
    let bytes = Array(text.utf8)
    let wanted = literals.map { Array($0.utf8) }
    var hits: [Hit] = []
    for end in 0...bytes.count {
      for (literal, word) in wanted.enumerated() where !word.isEmpty && word.count <= end {
        let range = end - word.count..<end
        if bytes[range].elementsEqual(word) { hits.append(Hit(literal: literal, range: range)) }
      }
    }
    return hits.sorted {
      ($0.range.upperBound, $0.range.lowerBound, $0.literal) < ($1.range.upperBound, $1.range.lowerBound, $1.literal)
    }
  }
}
