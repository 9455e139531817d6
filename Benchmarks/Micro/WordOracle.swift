// SPDX-License-Identifier: Apache-2.0

/// Finds words by asking a dictionary at every place for every length that words have: slow, and plain.
struct WordOracle {
  private var numbers: [[UInt8]: [Int]] = [:]
  private let lengths: [Int]

  /// For words in normal form.
  init(_ words: [String]) {
    for (number, word) in words.enumerated() { numbers[Array(word.utf8), default: []].append(number) }
    lengths = Set(numbers.keys.map(\.count)).sorted()
  }

  /// How often words occur in a text in normal form.
  func hitCount(in text: String) -> Int {
    var count = 0
    forEachHit(in: text) { _ in count += 1 }
    return count
  }

  /// The numbers of the words that occur.
  func words(in text: String) -> Set<Int> {
    var found: Set<Int> = []
    forEachHit(in: text) { found.insert($0) }
    return found
  }

  private func forEachHit(in text: String, _ body: (Int) -> Void) {
    let bytes = Array(text.utf8)
    // A word never begins inside a character.
    for start in bytes.indices where bytes[start] & 0xC0 != 0x80 {
      for length in lengths where start + length <= bytes.count {
        for number in numbers[Array(bytes[start..<start + length])] ?? [] { body(number) }
      }
    }
  }
}
