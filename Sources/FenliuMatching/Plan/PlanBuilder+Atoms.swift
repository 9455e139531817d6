// SPDX-License-Identifier: Apache-2.0
import FenliuEvasion
import FenliuFolding
import FenliuKeywords
import FenliuModel

extension PlanBuilder {
  /// The atom of a word, nil where folding leaves nothing of it.
  ///
  /// - Parameter people: what a word of `collective` stands for; it is a pattern of its own, whatever else the word is.
  mutating func atom(of word: Word, people: Int? = nil) -> UInt32? {
    if people == nil, word.parts.count == 1, word.parts[0].choices.count == 1 {
      return atom(ofLiteral: Array(Folding.fold(word.parts[0].choices[0]).utf8), hasOpenEnd: word.hasOpenEnd)
    }
    var parts: [[[UInt8]]] = []
    for part in word.parts {
      let choices = part.choices.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty }
      if choices.isEmpty { return nil }
      parts.append(choices)
    }
    let gaps = word.parts.map(\.gap)
    let key: AtomKey =
      if let people {
        .collective(parts: parts, gaps: gaps, hasOpenEnd: word.hasOpenEnd, people: people)
      } else {
        .word(parts: parts, gaps: gaps, hasOpenEnd: word.hasOpenEnd)
      }
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    if parts.count == 1, parts[0].count == 1 {
      consume(parts[0][0], literalID(parts[0][0]), .word, target: atom, hasOpenEnd: word.hasOpenEnd)
    } else {
      addGapWord(parts, gaps, atom: atom, hasOpenEnd: word.hasOpenEnd)
    }
    return atom
  }

  /// The atom of a word that is nothing but a literal, as nearly all are; nil for an empty one.
  private mutating func atom(ofLiteral literal: [UInt8], hasOpenEnd: Bool) -> UInt32? {
    guard !literal.isEmpty else { return nil }
    let id = literalID(literal)
    let key = id << 1 | (hasOpenEnd ? 1 : 0)
    if let atom = literalAtoms[key] { return atom }
    let atom = newAtom()
    literalAtoms[key] = atom
    consume(literal, id, .word, target: atom, hasOpenEnd: hasOpenEnd)
    return atom
  }

  /// The atom of a word where it stands in disguise; nil for words with gaps, of one letter, and without tricks.
  mutating func disguise(of word: Word, _ tricks: Tricks) -> UInt32? {
    guard !tricks.isEmpty, word.parts.count == 1 else { return nil }
    let choices = word.parts[0].choices.map { Array(Folding.fold($0).unicodeScalars) }.filter { $0.count > 1 }
    if choices.isEmpty { return nil }
    let key = AtomKey.disguise(choices, tricks, hasOpenEnd: word.hasOpenEnd)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    for choice in choices {
      disguisedWords.append(
        DisguisedWord(text: choice, tricks: tricks, hasOpenEnd: word.hasOpenEnd, target: atom))
    }
    return atom
  }

  /// Adds a word of several parts or choices, which its rarest part sets off.
  private mutating func addGapWord(_ parts: [[[UInt8]]], _ gaps: [Int], atom: UInt32, hasOpenEnd: Bool) {
    let word = UInt32(gapWords.count)
    let firstPart = gapParts.count
    for (index, choices) in parts.enumerated() {
      let first = partChoices.count
      for choice in Set(choices).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
        let literal = literalID(choice)
        let isOpen = hasOpenEnd && index == parts.count - 1
        let (start, end) = edges(of: choice, hasOpenStart: false, hasOpenEnd: isOpen)
        isPart[literal] = true
        partChoices.append(PartChoice(literal: UInt32(literal), checksStart: start, checksEnd: end))
      }
      gapParts.append(GapPart(gap: gaps[index], choices: first..<partChoices.count))
    }
    gapWords.append(GapWord(atom: atom, parts: firstPart..<gapParts.count))
    let commonness = parts.map { choices in choices.map { KeywordScanner.commonness(of: $0) }.max() ?? 0 }
    let rarest = commonness.indices.min { commonness[$0] < commonness[$1] } ?? 0
    for choice in partChoices[gapParts[firstPart + rarest].choices] {
      consumers[Int(choice.literal)].append(
        Plan.Consumer(
          kind: .gapWord, checksStart: choice.checksStart, checksEnd: choice.checksEnd, target: word))
    }
  }

  mutating func atom(of number: NumberPattern) -> UInt32 {
    let spelled = number.units.map { Folding.fold($0) }.filter { !$0.isEmpty }
    let least = number.least ?? -Double.infinity
    let key = AtomKey.number(number.name, units: spelled, least: least)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    for unit in NumberUnit.spellings(of: spelled, kind: number.name) {
      let key = UnitKey(name: number.name, bytes: unit.bytes)
      let reader = Plan.Unit.Reader(atom: atom, least: least)
      if let known = unitIDs[key] {
        units[known].readers.append(reader)
      } else {
        unitIDs[key] = units.count
        consume(
          unit.bytes, literalID(unit.bytes), .unit, target: UInt32(units.count), hasOpenEnd: true, hasOpenStart: true)
        units.append(Plan.Unit(unit: unit, readers: [reader]))
      }
    }
    return atom
  }

  mutating func newAtom(_ key: AtomKey) -> UInt32 {
    let atom = newAtom()
    atoms[key] = atom
    return atom
  }

  private mutating func newAtom() -> UInt32 {
    uses.append([])
    return UInt32(uses.count - 1)
  }

  /// Lets something wait for a literal that has a number.
  mutating func consume(
    _ literal: [UInt8], _ id: Int, _ kind: Plan.Consumer.Kind, target: UInt32, hasOpenEnd: Bool = false,
    hasOpenStart: Bool = false
  ) {
    let (start, end) = edges(of: literal, hasOpenStart: hasOpenStart, hasOpenEnd: hasOpenEnd)
    consumers[id].append(
      Plan.Consumer(kind: kind, checksStart: start, checksEnd: end, target: target))
  }

  /// The number of a literal, a new one where it was unknown.
  mutating func literalID(_ literal: [UInt8]) -> Int {
    if let known = literalIDs[literal] { return known }
    let id = literals.count
    literalIDs[literal] = id
    literals.append(literal)
    consumers.append([])
    isPart.append(false)
    return id
  }

  /// Whether the first and the last character of a literal must not touch a letter or digit.
  private func edges(of literal: [UInt8], hasOpenStart: Bool, hasOpenEnd: Bool) -> (start: Bool, end: Bool) {
    let text = literal.span
    let first = Folding.scalar(at: 0, in: text)
    let last = Folding.scalar(before: text.count, in: text)
    return (
      !hasOpenStart && first.map(Folding.isWholeWordCharacter) ?? false,
      !hasOpenEnd && last.map(Folding.isWholeWordCharacter) ?? false
    )
  }
}
