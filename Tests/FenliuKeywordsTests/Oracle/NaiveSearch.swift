// SPDX-License-Identifier: Apache-2.0

/// The oracle of the automaton: every literal compared at every place.
enum NaiveSearch {
  /// Each occurrence as `LITERAL@RANGE`, in the automaton's order.
  static func hits(of literals: [String], in text: String) -> [String] {
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
