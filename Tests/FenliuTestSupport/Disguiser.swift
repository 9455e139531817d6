// SPDX-License-Identifier: Apache-2.0
package import FenliuEvasion

/// Writes words as people do who want to slip past a filter, by one trick or several.
///
/// The same seed gives the same disguises. What each trick may do to a word is what `docs/evasion.md` says of it.
package struct Disguiser {
  private var random: SplitMix64
  private let tables = EvasionTables.shared
  private static let signs = Array("*-_·~^|+/\\#=.&@%！😡🌹❤".unicodeScalars).filter { $0 != "！" }

  package init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A number of the sequence, for whoever puts the disguises somewhere.
  package mutating func number(below count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

  /// The word in disguise; nil where one of the tricks can do nothing to it.
  ///
  /// - Parameters:
  ///   - word: folded, of at least two scalars.
  ///   - tricks: all of them are used. Gaps and repeats come last, since they work on whatever the others have made.
  package mutating func disguise(_ word: [Unicode.Scalar], by tricks: [Trick]) -> String? {
    var letters = word.map { [$0] }
    var free = Set(word.indices)
    let replacing = tricks.filter { $0 != .gaps && $0 != .repeats }
    if word.count == 2, replacing.count > 1 { return nil }
    // What would leave nothing of a word to go by is no disguise: see `docs/evasion.md`.
    let isLoose = tricks.contains(.homophones) || tricks.contains(.pinyin)
    let mustKeepOne = tricks.contains(.leet) || word.count == 3 && isLoose
    for (place, trick) in replacing.enumerated() {
      let choices = free.sorted().compactMap { index -> (Int, [[Unicode.Scalar]])? in
        let others = self.others(of: word, at: index, by: trick)
        return others.isEmpty ? nil : (index, others)
      }.shuffled(using: &random)
      // One letter at least, and as many as the next tricks leave.
      let left = replacing.count - place - 1
      let most = min(max(1, choices.count - left), free.count - (mustKeepOne ? left + 1 : 0))
      guard !choices.isEmpty, most > 0 else { return nil }
      for (index, others) in choices.prefix(Int.random(in: 1...most, using: &random)) {
        letters[index] = others.randomElement(using: &random) ?? letters[index]
        free.remove(index)
      }
    }
    if tricks.contains(.repeats) {
      guard let place = repeatable(letters, of: word).randomElement(using: &random), let last = letters[place].last
      else {
        return nil
      }
      letters[place] += Array(repeating: last, count: Int.random(in: 1...3, using: &random))
    }
    var text = String.UnicodeScalarView()
    let gap = tricks.contains(.gaps) ? Int.random(in: 1..<letters.count, using: &random) : 0
    for (index, letter) in letters.enumerated() {
      if gap > 0, index > 0, index == gap || Bool.random(using: &random) {
        text.append(contentsOf: noise(inLatin: word.contains { ("a"..."z").contains($0) }))
      }
      text.append(contentsOf: letter)
    }
    return String(text)
  }

  /// The letters that may be written several times: of words that match anywhere those in the middle, and not where that makes another letter;
  /// no first letter of a syllable.
  private func repeatable(_ letters: [[Unicode.Scalar]], of word: [Unicode.Scalar]) -> [Int] {
    let isSpaced = letters.joined().allSatisfy(\.isASCII)
    return letters.indices.filter { index in
      let isInitial = !word[index].isASCII && letters[index].allSatisfy(\.isASCII)
      return letters[index].count == 1 && !isInitial && (isSpaced || index > 0 && index < letters.count - 1)
        && letters[index].first.map { $0.properties.isAlphabetic && Numerals.others(of: $0).isEmpty } ?? false
    }
  }

  /// Signs; in Latin words no spaces, which part words, and none that stand for letters.
  private mutating func noise(inLatin isLatin: Bool) -> [Unicode.Scalar] {
    if !isLatin, number(below: 4) == 0 { return [" "] }
    let signs = isLatin ? Self.signs.filter { !"|+@!".unicodeScalars.contains($0) } : Self.signs
    return (0..<1 + number(below: 3)).compactMap { _ in signs.randomElement(using: &random) }
  }

  /// What may stand for a letter.
  private func others(of word: [Unicode.Scalar], at index: Int, by trick: Trick) -> [[Unicode.Scalar]] {
    let letter = word[index]
    let sounds = tables.sounds[letter] ?? []
    switch trick {
    case .gaps, .repeats: return []
    case .lookAlikes: return ((tables.shapes[letter] ?? []) + (tables.letters[letter] ?? [])).map { [$0] }
    case .homophones:
      let all = sounds.flatMap { tables.alikeInSound[$0.closeForm] ?? [] }.filter { $0.character != letter }
      // Two letters have to have the tone.
      let kept = word.count > 2 ? all : all.filter { $0.sound == sounds.first?.id }
      return kept.map { [$0.character] }
    case .pinyin:
      let initials = word.count > 2 && index > 0 ? sounds.map { [$0.initial] } : []
      return sounds.map { Array($0.syllable.unicodeScalars) } + initials
    case .split: return tables.splits[letter] ?? []
    case .digits: return Numerals.others(of: letter)
    case .leet: return Leet.signs(of: letter).map { [$0] }
    }
  }
}
