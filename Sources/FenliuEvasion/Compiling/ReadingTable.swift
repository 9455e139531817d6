// SPDX-License-Identifier: Apache-2.0
import FenliuFolding

/// All that may stand for the letters of some words, by what stands there.
struct ReadingTable: Sendable {
  /// What a single scalar may stand for.
  struct Entry: Sendable, BitwiseCopyable {
    var scalar: UInt32
    var reading: Reading
  }

  /// The readings of single scalars, by scalar, then letter, then trick.
  private(set) var singles: [Entry] = []
  /// The readings of several scalars, by the first two of them.
  private(set) var longs: [LongReading] = []
  /// The letters, each with its number.
  private(set) var numbers: [Unicode.Scalar: UInt32] = [:]
  /// For each letter, whether it is of a script with spaces between words; digits are not.
  private(set) var isSpaced: [Bool] = []
  /// The most scalars of a reading.
  private(set) var longest = 1

  /// - Parameter words: whose letters are read; each letter by all tricks of all words that have it.
  init(_ words: [DisguisedWord]) {
    var tricks: [Tricks] = []
    var letters: [Unicode.Scalar] = []
    for word in words {
      for letter in word.text {
        if let number = numbers[letter] {
          tricks[Int(number)].formUnion(word.tricks)
        } else {
          numbers[letter] = UInt32(letters.count)
          letters.append(letter)
          tricks.append(word.tricks)
        }
      }
    }
    var notes = Notes()
    for (number, letter) in letters.enumerated() {
      isSpaced.append(Folding.isLetter(letter) && Folding.isWholeWordCharacter(letter))
      notes.add(letter, as: UInt32(number), by: tricks[number])
    }
    singles = notes.settledSingles()
    longs = notes.settledLongs()
    longest = longs.map(\.text.count).max() ?? 1
  }
}

/// Readings as they come.
private struct Notes {
  /// The readings of single scalars as numbers whose order is theirs: scalar, letter, trick, certainty.
  private var singles: [UInt64] = []
  private var longs: [LongReading] = []

  mutating func add(_ letter: Unicode.Scalar, as number: UInt32, by tricks: Tricks) {
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
        note(other.character, Reading(letter: number, trick: .homophones, certainty: isSame ? .close : .loose))
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

  private mutating func note(_ text: [Unicode.Scalar], _ reading: Reading) {
    if text.count == 1 {
      note(text[0], reading)
    } else if !text.isEmpty {
      longs.append(LongReading(text: text, reading: reading))
    }
  }

  private mutating func note(_ scalar: Unicode.Scalar, _ reading: Reading) {
    let trick = reading.trick.map { UInt64($0.rawValue) + 1 } ?? 0
    singles.append(
      UInt64(scalar.value) << 40 | UInt64(reading.letter) << 8 | trick << 4 | UInt64(reading.certainty.rawValue))
  }

  /// The readings of single scalars in order; of several of the same scalar as the same letter by the same trick the surest. Another
  /// trick is another reading: which of them counts, each word says for itself.
  func settledSingles() -> [ReadingTable.Entry] {
    var entries: [ReadingTable.Entry] = []
    entries.reserveCapacity(singles.count)
    var last = UInt64.max
    for note in singles.sorted() where note >> 4 != last {
      last = note >> 4
      entries.append(
        ReadingTable.Entry(
          scalar: UInt32(note >> 40),
          reading: Reading(
            letter: UInt32(note >> 8 & 0xFFFF_FFFF), trick: Trick(rawValue: UInt8(note >> 4 & 15) &- 1),
            certainty: Reading.Certainty(rawValue: UInt8(note & 15)) ?? .exact)))
    }
    return entries
  }

  /// The readings of several scalars by the first two of them; those that begin alike in the order in which they came.
  func settledLongs() -> [LongReading] {
    longs.enumerated().sorted { left, right in
      let (first, second) = (left.element.text, right.element.text)
      if first[0] != second[0] { return first[0] < second[0] }
      return first[1] != second[1] ? first[1] < second[1] : left.offset < right.offset
    }.map(\.element)
  }
}
