// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// Following readings through the words.
extension DisguiseScanner {
  /// How far a word was followed.
  private struct Progress {
    var node: UInt32 = 0
    var start: Int
    /// Behind what was read last.
    var end: Int
    /// The last scalar that was read.
    var last: UInt32 = 0
    var tricks: Tricks = []
    var letters = 0
    /// The letters that stand as themselves.
    var exact = 0
    /// The letters for which a digit or sign stands.
    var leet = 0
    /// The letters that are read in no more than a loose way.
    var loose = 0
    /// Whether the last letter is read from the first letter of its syllable, which nobody repeats.
    var isInitial = false
    /// Whether the last letter is a Latin one or its like, so that a space behind it parts words.
    var isBeforeSpace = false
    /// Between how many letters something stands.
    var filled = 0
    /// Whether marks of ordinary writing are among it.
    var hasMarks = false
  }

  /// Notes the words that begin at a place.
  func walk(from start: Int, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    let (value, end) = Self.decode(at: start, in: text)
    let kept = finds.limit(to: Self.mostStepsOfWalk)
    take(value, to: end, Progress(start: start, end: start), text, &finds)
    finds.goOn(with: kept)
  }

  /// Goes on with everything that stands at a place, taken for a letter.
  ///
  /// - Parameters:
  ///   - value: the scalar that stands there.
  ///   - end: where it ends.
  private func take(
    _ value: UInt32, to end: Int, _ progress: Progress, _ text: Span<UInt8>, _ finds: inout DisguiseFinds
  ) {
    let slot = readings.slot(of: value)
    guard slot != 0 else { return }
    let range = readings.range(of: slot)
    let children = trie.children(of: progress.node)
    if progress.node != 0, children.count < range.count {
      for child in children {
        finds.steps -= 1
        let letter = trie.letters[child]
        var place = readings.firstPlace(in: range, of: letter)
        while place < range.upperBound, readings[place].letter == letter {
          advance(by: readings[place], to: end, last: value, progress, text, &finds)
          place += 1
        }
      }
    } else {
      for place in range { advance(by: readings[place], to: end, last: value, progress, text, &finds) }
    }
    if readings.beginsLong(slot) { takeLong(slot, behind: end, progress, text, &finds) }
  }

  /// Goes on with the readings of several scalars of which one ends at a place.
  private func takeLong(
    _ slot: Int, behind end: Int, _ progress: Progress, _ text: Span<UInt8>, _ finds: inout DisguiseFinds
  ) {
    var offset = end
    // The second scalar is the next one, or the next behind signs.
    for _ in 0...Self.mostNoise {
      guard offset < text.count else { return }
      let (second, next) = Self.decode(at: offset, in: text)
      var place = readings.firstLong(slot, second: second)
      while let long = readings.long(at: place, of: slot, second: second) {
        place += 1
        finds.steps -= 1
        guard finds.steps > 0, let child = trie.child(of: progress.node, by: long.reading.letter) else { continue }
        let hasGaps = trie.nodes[Int(child)].tricks.contains(.gaps)
        guard hasGaps || offset == end,
          let match = self.end(of: long.text, from: next, hasGaps: hasGaps, in: text)
        else { continue }
        var progress = progress
        if match.hasGaps || offset > end { progress.tricks.insert(Tricks(.gaps)) }
        advance(by: long.reading, to: match.end, last: long.text[long.text.count - 1].value, progress, text, &finds)
      }
      guard gate.group(of: second).isNoise else { return }
      offset = next
    }
  }

  /// The end of a reading of several scalars of which two were seen, signs between the others passed over if that is allowed.
  private func end(
    of written: [Unicode.Scalar], from start: Int, hasGaps: Bool, in text: Span<UInt8>
  ) -> (end: Int, hasGaps: Bool)? {
    var offset = start
    var sawGap = false
    for scalar in written.dropFirst(2) {
      var noise = 0
      while true {
        guard offset < text.count else { return nil }
        let (value, end) = Self.decode(at: offset, in: text)
        if value == scalar.value {
          offset = end
          break
        }
        guard hasGaps, noise < Self.mostNoise, gate.group(of: value).isNoise else { return nil }
        noise += 1
        sawGap = true
        offset = end
      }
    }
    return (offset, sawGap)
  }

  private func advance(
    by reading: Reading, to end: Int, last: UInt32, _ progress: Progress, _ text: Span<UInt8>,
    _ finds: inout DisguiseFinds
  ) {
    finds.steps -= 1
    guard finds.steps > 0, let child = trie.child(of: progress.node, by: reading.letter),
      trie.nodes[Int(child)].purposes & finds.wanted != 0
    else { return }
    var progress = progress
    progress.node = child
    progress.end = end
    progress.last = last
    progress.letters += 1
    progress.isInitial = reading.certainty == .initial
    progress.isBeforeSpace = table.isSpaced[Int(reading.letter)]
    if let trick = reading.trick { progress.tricks.insert(Tricks(trick)) }
    if reading.trick == nil { progress.exact += 1 }
    if reading.trick == .leet { progress.leet += 1 }
    if reading.certainty == .loose || reading.certainty == .initial { progress.loose += 1 }
    guard trie.nodes[Int(child)].tricks.isSuperset(of: progress.tricks) else { return }
    for ending in trie.nodes[Int(child)].endings { note(ending, progress, text, &finds) }
    if !trie.nodes[Int(child)].isLeaf { goOn(progress, text, &finds) }
  }

  /// Looks for the next letter: right behind, behind signs, or behind repeats of the last one.
  ///
  /// The first letter several times, and the last, is the word itself beside some letters, save where words are whole.
  private func goOn(_ progress: Progress, _ text: Span<UInt8>, _ finds: inout DisguiseFinds) {
    let allowed = trie.nodes[Int(progress.node)].tricks
    var progress = progress
    var noise = 0
    var repeats = 0
    while progress.end < text.count, finds.steps > 0 {
      let (value, end) = Self.decode(at: progress.end, in: text)
      take(value, to: end, progress, text, &finds)
      if value == progress.last, !progress.isInitial, progress.letters > 1 || Self.isSpaced(value),
        allowed.contains(.repeats),
        repeats < Self.mostRepeats
      {
        repeats += 1
        progress.tricks.insert(Tricks(.repeats))
      } else if noise < Self.mostNoise, allowed.contains(.gaps), gate.group(of: value).isNoise {
        if noise == 0 { progress.filled += 1 }
        noise += 1
        progress.tricks.insert(Tricks(.gaps))
        progress.hasMarks = progress.hasMarks || Self.isMark(value, isBeforeSpace: progress.isBeforeSpace)
      } else {
        return
      }
      progress.end = end
    }
  }

  /// The tricks that leave the letters as they are.
  private static let between = Tricks([.gaps, .repeats])

  /// Whether a sign is one that ordinary writing puts between words.
  private static func isMark(_ value: UInt32, isBeforeSpace: Bool) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    if value == 0x0A || value == 0x0D { return true }
    return Folding.isWhiteSpace(scalar) ? isBeforeSpace : marks.contains(scalar)
  }

  private static let marks = Set("，。！？；：、,!?;:()（）“”‘’\"《》【】…—".unicodeScalars)

  /// Notes a word that was followed to its end, if it is disguised as it may be.
  private func note(
    _ ending: WordTrie.Ending, _ progress: Progress, _ text: Span<UInt8>, _ finds: inout DisguiseFinds
  ) {
    var progress = progress
    if ending.tricks.contains(.repeats), !ending.hasOpenEnd { passRepeats(&progress, text) }
    guard !progress.tricks.isEmpty, ending.tricks.isSuperset(of: progress.tricks) else { return }
    if progress.hasMarks, progress.letters < 3 || progress.filled < progress.letters - 1 { return }
    // Nothing but digits and signs is no word.
    guard progress.leet < progress.letters else { return }
    guard Folding.isWordEdge(at: progress.start, in: text) else { return }
    guard ending.hasOpenEnd || Folding.isWordEdge(at: progress.end, in: text) else { return }
    let isWeak =
      progress.letters == 2
      ? progress.loose > 0 || progress.exact == 0 && progress.tricks.subtracting(Self.between).members.count > 1
      : progress.letters == 3 && progress.loose == 3
    finds.append(
      DisguiseFind(
        start: UInt32(truncatingIfNeeded: progress.start), end: UInt32(truncatingIfNeeded: progress.end),
        target: ending.target, tricks: progress.tricks, isWeak: isWeak,
        purposes: ending.purposes))
  }

  /// Goes behind repeats of a last letter that must not touch another.
  private func passRepeats(_ progress: inout Progress, _ text: Span<UInt8>) {
    guard Self.isSpaced(progress.last) else { return }
    for _ in 0..<Self.mostRepeats {
      guard progress.end < text.count else { return }
      let (value, end) = Self.decode(at: progress.end, in: text)
      guard value == progress.last else { return }
      progress.end = end
      progress.tricks.insert(Tricks(.repeats))
    }
  }
}
