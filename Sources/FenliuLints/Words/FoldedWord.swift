// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

/// A word as it is searched for: two that are equal find the same.
struct FoldedWord: Hashable {
  /// For each part its choices, sorted by bytes, each once.
  let parts: [[[UInt8]]]
  let gaps: [Int]
  let hasOpenEnd: Bool

  init(_ word: Word) {
    parts = word.parts.map { part in
      Set(part.choices.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty })
        .sorted { $0.lexicographicallyPrecedes($1) }
    }
    gaps = word.parts.map(\.gap)
    hasOpenEnd = word.hasOpenEnd
  }

  /// The word, where it is one text without gaps and choices.
  var literal: Literal? {
    guard parts.count == 1, parts[0].count == 1 else { return nil }
    return Literal(bytes: parts[0][0], isOpen: hasOpenEnd)
  }

  /// The texts of which one is the word, where it has no gap.
  var literals: [Literal] {
    parts.count == 1 ? parts[0].map { Literal(bytes: $0, isOpen: hasOpenEnd) } : []
  }
}

/// A text that is searched for.
struct Literal: Hashable {
  let bytes: [UInt8]
  /// Whether its end may touch another letter.
  let isOpen: Bool
}
