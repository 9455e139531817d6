// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

extension PlanBuilder {
  /// The atom of a word, nil where folding leaves nothing of it.
  mutating func atom(of word: Word) -> UInt32? {
    var parts: [[[UInt8]]] = []
    for part in word.parts {
      let choices = part.choices.map { Array(Folding.fold($0).utf8) }.filter { !$0.isEmpty }
      if choices.isEmpty { return nil }
      parts.append(choices)
    }
    let gaps = word.parts.map(\.gap)
    let key = AtomKey.word(parts: parts, gaps: gaps, hasOpenEnd: word.hasOpenEnd)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    if parts.count == 1, parts[0].count == 1 {
      consume(parts[0][0], .word, target: atom, hasOpenEnd: word.hasOpenEnd)
    } else {
      let number = UInt32(gapWords.count)
      gapWords.append(GapWord(atom: atom, firstPart: UInt32(gapParts.count), gaps: gaps))
      for (index, choices) in parts.enumerated() {
        let slot = UInt32(gapParts.count)
        gapParts.append(GapPart(word: number, gap: gaps[index]))
        let isOpen = word.hasOpenEnd && index == parts.count - 1
        for choice in Set(choices).sorted(by: { $0.lexicographicallyPrecedes($1) }) {
          consume(choice, .part, target: slot, isFirst: index == 0, hasOpenEnd: isOpen)
        }
      }
    }
    return atom
  }

  mutating func atom(of number: NumberPattern) -> UInt32 {
    let spelled = number.units.map { Folding.fold($0) }.filter { !$0.isEmpty }
    let least = number.least ?? -Double.infinity
    let key = AtomKey.number(number.name, units: spelled, least: least)
    if let atom = atoms[key] { return atom }
    let atom = newAtom(key)
    for unit in Set(spelled).sorted().flatMap({ NumberUnit.spellings(of: $0, kind: number.name) }) {
      let key = UnitKey(name: number.name, bytes: unit.bytes)
      let reader = Plan.Unit.Reader(atom: atom, least: least)
      if let known = unitIDs[key] {
        units[known].readers.append(reader)
      } else {
        unitIDs[key] = units.count
        consume(unit.bytes, .unit, target: UInt32(units.count), hasOpenEnd: true, hasOpenStart: true)
        units.append(Plan.Unit(unit: unit, readers: [reader]))
      }
    }
    return atom
  }

  mutating func newAtom(_ key: AtomKey) -> UInt32 {
    let atom = UInt32(uses.count)
    atoms[key] = atom
    uses.append([])
    return atom
  }

  /// Lets something wait for a literal.
  mutating func consume(
    _ literal: [UInt8], _ kind: Plan.Consumer.Kind, target: UInt32, isFirst: Bool = false, hasOpenEnd: Bool = false,
    hasOpenStart: Bool = false
  ) {
    let id: Int
    if let known = literalIDs[literal] {
      id = known
    } else {
      id = literals.count
      literalIDs[literal] = id
      literals.append(literal)
      consumers.append([])
    }
    let text = literal.span
    let first = Folding.scalar(at: 0, in: text)
    let last = Folding.scalar(before: text.count, in: text)
    consumers[id].append(
      Plan.Consumer(
        kind: kind, checksStart: !hasOpenStart && first.map(Folding.isWholeWordCharacter) ?? false,
        checksEnd: !hasOpenEnd && last.map(Folding.isWholeWordCharacter) ?? false, isFirst: isFirst, target: target))
  }
}
