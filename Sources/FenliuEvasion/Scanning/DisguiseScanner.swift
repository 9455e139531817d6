// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Finds words that somebody disguised, all words and all tricks in one pass over a text.
///
/// The pass asks a `Gate` of each pair of neighbouring scalars, signs between letters passed over, whether a word may begin there that
/// would be a sure find. Only where it says yes are the readings of what stands there followed through the words, letter by letter; and
/// only where that found a sure one, a second pass looks at the places that may begin no more than unsure ones. Immutable, shared by all
/// threads.
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
  /// How many readings are tried in one text, which takes some milliseconds.
  static let mostSteps = 200_000
  /// How many from one place, so that what is written to be tried without end hides nothing that stands behind it; few places need a hundred.
  static let mostStepsOfWalk = 2_000

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
        ending: WordTrie.Ending(
          target: word.target, tricks: word.tricks, hasOpenEnd: word.hasOpenEnd, purposes: word.purposes)
      )
    }
    self.table = table
    readings = Readings(table)
    trie = WordTrie(spelled)
    let beginnings = zip(words, spelled).map { word, spelled in
      Gate.Beginning(
        first: spelled.letters[0], second: spelled.letters[1], third: spelled.letters.dropFirst(2).first,
        isRepeatable: word.text.prefix(2).contains { Self.isSpaced($0.value) })
    }
    gate = Gate(table, Set(beginnings))
    hasGaps = trie.nodes[0].tricks.contains(.gaps)
  }

  /// Finds every word that stands in disguise; where it stands as itself it is not found.
  ///
  /// Of overlapping finds of one word one is kept: the surer, then the longer. In the order of targets, then places. An unsure one is
  /// told only where a sure one serves the same purpose.
  ///
  /// - Parameters:
  ///   - text: normalized, in well-formed UTF-8, less than 4 GB.
  ///   - finds: emptied first.
  public func scan(_ text: Span<UInt8>, into finds: inout DisguiseFinds) {
    finds.removeAll()
    pass(over: text, .sure, &finds)
    finds.wanted = finds.purposes
    if finds.wanted != 0 { pass(over: text, .unsure, &finds) }
    finds.settle()
  }

  /// The places at which words are looked for.
  private enum Aim {
    /// Those at which a sure find may begin.
    case sure
    /// The others.
    case unsure
  }

  private func pass(over text: Span<UInt8>, _ aim: Aim, _ finds: inout DisguiseFinds) {
    finds.signs.removeAll(keepingCapacity: true)
    var before = Place()
    var offset = 0
    while offset < text.count, finds.steps > 0 {
      let (scalar, end) = Self.decode(at: offset, in: text)
      let place = Place(group: gate.group(of: scalar), scalar: scalar, start: offset, end: end)
      if place.group.mayFollow {
        if opens(before, place, aim, text) { begin(endingAt: before, text, &finds) }
        if !finds.signs.isEmpty { beginAtSigns(before: place, aim, text, &finds) }
      }
      if !place.group.isNoise {
        if !finds.signs.isEmpty { finds.signs.removeAll(keepingCapacity: true) }
        before = place
      } else {
        if !hasGaps {
          before = Place()
          finds.signs.removeAll(keepingCapacity: true)
        }
        if place.group.mayBegin {
          if finds.signs.count > 64 { finds.signs.removeFirst(finds.signs.count - Self.mostNoise) }
          finds.signs.append(place)
        }
      }
      offset = end
    }
  }

  /// A scalar of a text.
  struct Place: Sendable, BitwiseCopyable {
    var group = Gate.Group()
    var scalar: UInt32 = 0
    var start = 0
    var end = 0
  }

  /// Whether words are to be looked for that begin with what ends in the first and go on with what begins in the second.
  @inline(__always)
  private func opens(_ first: Place, _ second: Place, _ aim: Aim, _ text: Span<UInt8>) -> Bool {
    switch aim {
    case .sure: gate.passes(first.group, second.group) && hasReason(first, second, text)
    case .unsure:
      gate.passesUnsure(first.group, second.group)
        && !(gate.passes(first.group, second.group) && hasReason(first, second, text))
    }
  }

  /// Whether a sure find of two letters may be there, or a third letter behind the second.
  private func hasReason(_ first: Place, _ second: Place, _ text: Span<UInt8>) -> Bool {
    if gate.opens(first.group, second.group, first.end == second.start ? .wholeAdjacent : .wholeApart) { return true }
    guard gate.opens(first.group, second.group, .long) else { return false }
    if second.group.beginsLong { return true }
    var offset = second.end
    for _ in 0...(Self.mostNoise + Self.mostRepeats) {
      guard offset < text.count else { return false }
      let (scalar, end) = Self.decode(at: offset, in: text)
      let group = gate.group(of: scalar)
      if gate.follows(second.group, group) { return true }
      guard scalar == second.scalar || hasGaps && group.isNoise else { return false }
      offset = end
    }
    return false
  }

  /// Walks from the signs that may be letters, and behind which a word goes on.
  private func beginAtSigns(before place: Place, _ aim: Aim, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    for index in finds.signs.indices.suffix(Self.mostNoise + 1) {
      let sign = finds.signs[index]
      if opens(sign, place, aim, text) { begin(endingAt: sign, text, &finds) }
    }
  }

  /// Tries every place; the slow form, which tests hold against the other.
  package func scanEverywhere(_ text: Span<UInt8>, into finds: inout DisguiseFinds) {
    finds.removeAll()
    var offset = 0
    while offset < text.count {
      walk(from: offset, text, &finds)
      offset = Self.decode(at: offset, in: text).end
    }
    finds.settle()
  }

  /// Walks from where the letter begins whose last scalar is at a place.
  private func begin(endingAt place: Place, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    guard finds.steps > 0 else { return }
    walk(from: place.start, text, &finds)
    guard place.group.endsLong || Self.isSpaced(place.scalar) else { return }
    var start = place.start
    for _ in 0..<max(table.longest, Self.mostRepeats) + Self.mostNoise {
      guard start > 0 else { return }
      start -= 1
      while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
      let before = Self.decode(at: start, in: text).scalar
      if before == place.scalar || place.group.endsLong && readings.beginsLong(readings.slot(of: before)) {
        walk(from: start, text, &finds)
      } else if !place.group.endsLong, !gate.group(of: before).isNoise {
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
    if length == 3 {
      let value = (first & 0x0F) << 12 | UInt32(text[offset + 1] & 0x3F) << 6 | UInt32(text[offset + 2] & 0x3F)
      return (value, offset + 3)
    }
    var value = first & (0x7F >> UInt32(length))
    for place in offset + 1..<offset + length { value = value << 6 | UInt32(text[place] & 0x3F) }
    return (value, offset + length)
  }
}
