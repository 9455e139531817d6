// SPDX-License-Identifier: Apache-2.0
import FenliuExpression

/// How far positions of one field lie apart, in characters, clauses and sentences.
///
/// Each of the three is a coordinate: a number for every offset that never falls. Whether hits lie near each other is then
/// one subtraction, whatever `within` says. Made for a post only when a rule asks.
struct Geometry: Sendable {
  /// Where the signs start that end clauses; sentence ends among them.
  private var clauses: [UInt32] = []
  /// Where the signs start that end sentences.
  private var sentences: [UInt32] = []
  /// For each of `sentences`, whether it is a question mark.
  private var questions: [Bool] = []
  /// Characters before every 64th byte.
  private var blocks: [UInt32] = []
  /// Whether it has been made for the post at hand.
  private(set) var isMade = false

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    guard isMade else { return }
    clauses.removeAll(keepingCapacity: true)
    sentences.removeAll(keepingCapacity: true)
    questions.removeAll(keepingCapacity: true)
    blocks.removeAll(keepingCapacity: true)
    isMade = false
  }

  /// Reads the text, once per post.
  mutating func make(for text: Span<UInt8>) {
    guard !isMade else { return }
    isMade = true
    var offset = 0
    var characters: UInt32 = 0
    while offset < text.count {
      if offset >= blocks.count << 6 { blocks.append(characters) }
      let (kind, end) = Marks.kind(at: offset, in: text)
      if kind != .nothing {
        clauses.append(UInt32(offset))
        if kind != .clause {
          sentences.append(UInt32(offset))
          questions.append(kind == .question)
        }
      }
      characters += 1
      offset = end
    }
  }

  /// The coordinate of an offset: a difference of two is a distance. The text is the one it was made for.
  func coordinate(of offset: Int, by within: ProximityPlan, in text: Span<UInt8>) -> Int {
    switch within.unit {
    case .characters: characters(before: offset, in: text)
    case .clause: Self.count(of: clauses, before: offset)
    case .sentence: Self.count(of: sentences, before: offset)
    case .post: 0
    }
  }

  /// Whether the sentence around an offset ends with a question mark.
  func isQuestion(at offset: Int) -> Bool {
    let sentence = Self.count(of: sentences, before: offset)
    return sentence < questions.count && questions[sentence]
  }

  /// The bytes of the clause around an offset, without the signs that end it and the one before.
  func clause(at offset: Int, in text: Span<UInt8>) -> Range<Int> {
    let number = Self.count(of: clauses, before: offset)
    let start = number == 0 ? 0 : Marks.kind(at: Int(clauses[number - 1]), in: text).end
    return start..<(number < clauses.count ? Int(clauses[number]) : text.count)
  }

  private func characters(before offset: Int, in text: Span<UInt8>) -> Int {
    // A block's count is of the characters that start before the first one that starts in it.
    let block = min(offset >> 6, blocks.count - 1)
    guard block >= 0 else { return 0 }
    var count = Int(blocks[block])
    for index in (block << 6)..<offset where text[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// How many of the ascending offsets lie before one.
  private static func count(of offsets: [UInt32], before offset: Int) -> Int {
    var low = 0
    var high = offsets.count
    // Invariant: all up to `low` are before `offset`, all from `high` on are not.
    while low < high {
      let middle = (low + high) / 2
      if Int(offsets[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// `within:` as a coordinate and the greatest difference in it.
struct ProximityPlan: Sendable, Hashable {
  /// What is counted.
  enum Unit: UInt8, Sendable, Hashable {
    case characters, clause, sentence, post
  }
  var unit: Unit
  var limit: Int

  init(_ within: Proximity) {
    switch within {
    case .characters(let count): (unit, limit) = (.characters, count)
    case .clause: (unit, limit) = (.clause, 0)
    case .sentence: (unit, limit) = (.sentence, 0)
    case .post: (unit, limit) = (.post, 0)
    }
  }
}
