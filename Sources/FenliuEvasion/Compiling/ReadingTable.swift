// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// All that may stand for the letters of some words, by what stands there.
struct ReadingTable: Sendable {
  /// The readings of single scalars.
  private(set) var single: [Unicode.Scalar: [Reading]] = [:]
  /// The readings of several scalars, by the first one.
  private(set) var long: [Unicode.Scalar: [LongReading]] = [:]
  /// The letters, each with its number.
  private(set) var numbers: [Unicode.Scalar: UInt32] = [:]
  /// For each letter, whether it is of a script with spaces between words; digits are not.
  private(set) var isSpaced: [Bool] = []
  /// The most scalars of a reading.
  private(set) var longest = 1

  /// - Parameter words: whose letters are read; each letter by all tricks of all words that have it.
  init(_ words: [DisguisedWord]) {
    var tricks: [Unicode.Scalar: Tricks] = [:]
    var letters: [Unicode.Scalar] = []
    for word in words {
      for letter in word.text {
        if tricks[letter] == nil { letters.append(letter) }
        tricks[letter, default: []].formUnion(word.tricks)
      }
    }
    for letter in letters {
      let number = UInt32(numbers.count)
      numbers[letter] = number
      isSpaced.append(Folding.isLetter(letter) && Folding.isWholeWordCharacter(letter))
      add(letter, as: number, by: tricks[letter] ?? [])
    }
  }

  private mutating func add(_ letter: Unicode.Scalar, as number: UInt32, by tricks: Tricks) {
    note([letter], Reading(letter: number, trick: nil, certainty: .exact))
    let tables = EvasionTables.shared
    if tricks.contains(.digits) {
      for other in Numerals.others(of: letter) { note(other, number, .digits, .close) }
    }
    if tricks.contains(.lookAlikes) {
      for other in tables.shapes[letter] ?? [] { note([other], number, .lookAlikes, .close) }
      for other in tables.letters[letter] ?? [] { note([other], number, .lookAlikes, .close) }
    }
    if tricks.contains(.split) {
      for parts in tables.splits[letter] ?? [] { note(parts, number, .split, .close) }
    }
    if tricks.contains(.leet) {
      for sign in Leet.signs(of: letter) { note([sign], number, .leet, .close) }
    }
    let sounds = tables.sounds[letter] ?? []
    if tricks.contains(.homophones) { addHomophones(of: letter, sounds, number) }
    if tricks.contains(.pinyin) { addPinyin(sounds, number) }
  }

  private mutating func addHomophones(of letter: Unicode.Scalar, _ sounds: [Sound], _ number: UInt32) {
    let tables = EvasionTables.shared
    for form in Set(sounds.map(\.closeForm)).sorted() {
      for other in tables.alikeInSound[form] ?? [] where other.character != letter {
        // By a rarer reading nearly any two characters sound alike.
        let isSame = sounds.first?.id == other.sound
        note(
          other.character,
          Reading(letter: number, trick: .homophones, certainty: isSame ? .close : .loose))
      }
    }
  }

  private mutating func addPinyin(_ sounds: [Sound], _ number: UInt32) {
    for syllable in Set(sounds.map(\.syllable)).sorted() {
      note(Array(syllable.unicodeScalars), number, .pinyin, .close)
      // ü is typed as u, too, and behind n and l as ue for üe.
      if syllable.contains("v") {
        note(Array(syllable.replacing("v", with: "u").unicodeScalars), number, .pinyin, .close)
      }
    }
    for initial in Set(sounds.map(\.initial)).sorted() {
      note([initial], number, .pinyin, .initial)
      // 微信 is vx to those who write it every day.
      if initial == "w" { note(["v"], number, .pinyin, .initial) }
    }
  }

  private mutating func note(
    _ text: [Unicode.Scalar], _ number: UInt32, _ trick: Trick, _ certainty: Reading.Certainty
  ) {
    note(text, Reading(letter: number, trick: trick, certainty: certainty))
  }

  /// Notes a reading; keeps of several readings of the same text as the same letter by the same trick the surest.
  private mutating func note(_ text: [Unicode.Scalar], _ reading: Reading) {
    guard let first = text.first else { return }
    if text.count == 1 {
      note(first, reading)
    } else {
      longest = max(longest, text.count)
      long[first, default: []].append(LongReading(text: text, reading: reading))
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, _ reading: Reading) {
    single[scalar, default: []].note(reading)
  }
}

extension [Reading] {
  /// Adds a reading, or puts it in the place of one of the same letter by the same trick that is less sure. Another trick is another
  /// reading: which of them counts, each word says for itself.
  fileprivate mutating func note(_ reading: Reading) {
    guard let known = firstIndex(where: { $0.letter == reading.letter && $0.trick == reading.trick }) else {
      append(reading)
      return
    }
    if reading.certainty.rawValue < self[known].certainty.rawValue { self[known] = reading }
  }
}
