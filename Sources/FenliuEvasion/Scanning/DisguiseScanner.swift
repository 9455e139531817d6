// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Finds words that somebody disguised, all words and all tricks in one pass over a text.
///
/// The pass asks a `Gate` of each pair of neighbouring scalars, signs between letters passed over, whether a word may begin there. Only
/// where it says yes are the readings of what stands there followed through the words, letter by letter. Immutable, shared by all threads.
public struct DisguiseScanner: Sendable {
  let table: ReadingTable
  let readings: Readings
  let trie: WordTrie
  let gate: Gate
  /// Whether any word has gaps, so that signs must be passed over.
  private let hasGaps: Bool

  /// The most signs and the most repeats between two letters.
  static let mostNoise = 6
  static let mostRepeats = 8
  /// How many readings are tried in one text, which takes some ten milliseconds.
  static let mostSteps = 200_000

  /// Prepares for some words; nil where none of them can be disguised.
  ///
  /// Takes about 0.1 s for a thousand words with seven tricks.
  ///
  /// - Parameter words: those of less than two letters, and those without tricks, are passed over.
  public init?(_ words: [DisguisedWord]) {
    let words = words.filter { $0.text.count > 1 && !$0.tricks.isEmpty }
    guard !words.isEmpty else { return nil }
    let table = ReadingTable(words)
    let spelled = words.map { word in
      (
        letters: word.text.compactMap { table.numbers[$0] },
        ending: WordTrie.Ending(target: word.target, tricks: word.tricks, hasOpenEnd: word.hasOpenEnd)
      )
    }
    self.table = table
    readings = Readings(table)
    trie = WordTrie(spelled)
    gate = Gate(table, pairs: Set(spelled.map { Array($0.letters.prefix(2)) }))
    hasGaps = trie.nodes[0].tricks.contains(.gaps)
  }

  /// Finds every word that stands in disguise; where it stands as itself it is not found.
  ///
  /// Of overlapping finds of one word one is kept: the surer, then the longer. In the order of targets, then places.
  ///
  /// - Parameters:
  ///   - text: normalized, in well-formed UTF-8, less than 4 GB.
  ///   - finds: emptied first.
  public func scan(_ text: Span<UInt8>, into finds: inout DisguiseFinds) {
    finds.removeAll()
    var before: UInt16 = 0
    var beforeStart = 0
    var offset = 0
    while offset < text.count {
      let (scalar, end) = Self.decode(at: offset, in: text)
      let group = gate.group(of: scalar)
      let number = group & ~Gate.noise
      if number != 0 {
        if before != 0, gate.opens(before, number) { begin(endingAt: beforeStart, before, text, &finds) }
        if !finds.signs.isEmpty { beginAtSigns(before: number, text, &finds) }
      }
      if group & Gate.noise == 0 {
        if !finds.signs.isEmpty { finds.signs.removeAll(keepingCapacity: true) }
        before = number
        beforeStart = offset
      } else {
        if !hasGaps {
          before = 0
          finds.signs.removeAll(keepingCapacity: true)
        }
        if number != 0 {
          if finds.signs.count > 64 { finds.signs.removeFirst(finds.signs.count - Self.mostNoise) }
          finds.signs.append((number, offset))
        }
      }
      offset = end
    }
    finds.settle()
  }

  /// Walks from the signs that may be letters, and behind which a word goes on.
  private func beginAtSigns(before number: UInt16, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    for place in finds.signs.indices.suffix(Self.mostNoise + 1) {
      let sign = finds.signs[place]
      if gate.opens(sign.group, number) { begin(endingAt: sign.start, sign.group, text, &finds) }
    }
  }

  /// Tries every place from which on all readings begin; the slow form, which tests hold against the other.
  package func scanEverywhere(_ text: Span<UInt8>, into finds: inout DisguiseFinds) {
    finds.removeAll()
    var offset = 0
    while offset < text.count {
      walk(from: offset, text, &finds)
      offset = Self.decode(at: offset, in: text).end
    }
    finds.settle()
  }

  /// Walks from where the letter begins whose last scalar is at an offset.
  private func begin(endingAt offset: Int, _ group: UInt16, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    guard finds.steps > 0 else { return }
    walk(from: offset, text, &finds)
    let scalar = Self.decode(at: offset, in: text).scalar
    let endsLong = gate.endsLong(group)
    guard endsLong || Self.isSpaced(scalar) else { return }
    var start = offset
    for _ in 0..<max(table.longest, Self.mostRepeats) + Self.mostNoise {
      guard start > 0 else { return }
      start -= 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      let before = Self.decode(at: start, in: text).scalar
      if before == scalar || endsLong {
        walk(from: start, text, &finds)
      } else if gate.group(of: before) & Gate.noise == 0 {
        return
      }
    }
  }

  /// Whether a scalar is of a script with spaces between words.
  static func isSpaced(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map(Folding.isWholeWordCharacter) ?? false
  }

  @inline(__always)
  static func decode(at offset: Int, in text: Span<UInt8>) -> (scalar: UInt32, end: Int) {
    let first = UInt32(text[offset])
    if first < 0x80 { return (first, offset + 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard offset + length <= text.count else { return (0xFFFD, text.count) }
    var value = first & (0x7F >> UInt32(length))
    for place in offset + 1..<offset + length { value = value << 6 | UInt32(text[place] & 0x3F) }
    return (value, offset + length)
  }
}
