// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel
import FenliuPCRE2

@testable import FenliuMatching

/// A field as the oracle sees it: characters, and what each of them ends.
final class OracleField {
  enum End { case nothing, clause, sentence, question }

  let field: Field
  let characters: [Unicode.Scalar]
  let ends: [End]
  /// The zone of each character.
  lazy var zones: [TextZone] = oracleZones(characters, self)
  /// What stands in quotation marks.
  lazy var quotations: [Range<Int>] = oracleQuotations(characters)
  private let bytes: [UInt8]
  /// The byte at which each character starts, and the length.
  private let offsets: [Int]

  init(_ field: Field, _ bytes: [UInt8]) {
    self.field = field
    self.bytes = bytes
    let characters = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    self.characters = characters
    var offsets = [0]
    for character in characters { offsets.append(offsets.last! + UTF8.width(character)) }
    self.offsets = offsets
    ends = characters.indices.map { index in
      let isDigit = { (place: Int) in
        characters.indices.contains(place) && ("0"..."9").contains(characters[place])
      }
      switch characters[index] {
      case ".", ",":
        if isDigit(index - 1), isDigit(index + 1) { return .nothing }
        return characters[index] == "," ? .clause : .sentence
      case "，", "；", ";": return .clause
      case "。", "！", "!", "…", "\n", "\r": return .sentence
      case "？", "?": return .question
      default: return .nothing
      }
    }
  }

  /// Whether a verb announces other people's words before a character: who speaks is asked of the matcher, and has tests of its own.
  func isAnnounced(at index: Int, byColon: Bool) -> Bool {
    let text = bytes
    var left = Int.max
    return byColon
      ? Speech.announces(at: offsets[index], in: text.span, &left)
      : Speech.stands(before: offsets[index], in: text.span, &left)
  }

  func byteRange(_ range: Range<Int>) -> Range<Int> { offsets[range.lowerBound]..<offsets[range.upperBound] }

  private func range(ofBytes range: Range<Int>) -> Range<Int> {
    offsets.firstIndex(of: range.lowerBound)!..<offsets.firstIndex(of: range.upperBound)!
  }

  private func isEdge(_ index: Int) -> Bool {
    guard index > 0, index < characters.count else { return true }
    return !(Folding.isWholeWordCharacter(characters[index - 1]) && Folding.isWholeWordCharacter(characters[index]))
  }

  /// Whether a literal stands at a character as a whole word, and where it ends.
  private func end(of literal: String, at start: Int, hasOpenEnd: Bool) -> Int? {
    let wanted = Array(Folding.fold(literal).unicodeScalars)
    let end = start + wanted.count
    guard !wanted.isEmpty, end <= characters.count, Array(characters[start..<end]) == wanted, isEdge(start) else {
      return nil
    }
    return hasOpenEnd || isEdge(end) ? end : nil
  }

  func occurrences(of word: Word) -> [Range<Int>] {
    characters.indices.compactMap { start in
      longest(word, 0, at: start).flatMap { rest(word, 1, after: $0) }.map { start..<$0 }
    }
  }

  /// A word of `collective`, unless what stands beside it makes it something else, of which the tests of `CollectiveContext` tell.
  func occurrences(of counted: CollectiveWord) -> [Range<Int>] {
    let text = bytes
    return occurrences(of: counted.word).filter { CollectiveContext.counts(byteRange($0), in: text.span) }
  }

  private func longest(_ word: Word, _ part: Int, at start: Int) -> Int? {
    let isOpen = word.hasOpenEnd && part == word.parts.count - 1
    return word.parts[part].choices.compactMap { end(of: $0, at: start, hasOpenEnd: isOpen) }.max()
  }

  private func rest(_ word: Word, _ part: Int, after end: Int) -> Int? {
    guard part < word.parts.count else { return end }
    for start in end..<max(end, characters.count) {
      guard start - end <= word.parts[part].gap, !ends[end..<start].contains(where: { $0 != .nothing }) else {
        return nil
      }
      if let next = longest(word, part, at: start) { return rest(word, part + 1, after: next) }
    }
    return nil
  }

  func occurrences(of number: NumberPattern) -> [Range<Int>] {
    let text = bytes
    var reader = NumberReader()
    var result: Set<Range<Int>> = []
    for unit in NumberUnit.spellings(of: number.units.map { Folding.fold($0) }, kind: number.name) {
      for start in 0..<max(0, bytes.count - unit.bytes.count + 1)
      where bytes[start..<start + unit.bytes.count].elementsEqual(unit.bytes) {
        let end = start + unit.bytes.count
        guard let quantity = reader.quantity(before: unit, at: start..<end, in: text.span),
          quantity.value >= number.least ?? 0
        else { continue }
        result.insert(range(ofBytes: quantity.start..<end))
      }
    }
    return Array(result)
  }

  func occurrences(of regex: RegexPattern) -> [Range<Int>] {
    var result: [Range<Int>] = []
    let text = bytes
    var scratch = FenliuPCRE2.MatchScratch()
    let pattern = try! CompiledPattern(Folding.fold(regex.source))
    var start = 0
    while start <= bytes.count, let hit = try! pattern.firstMatch(in: text.span, from: start, scratch: &scratch) {
      if !hit.isEmpty { result.append(range(ofBytes: hit)) }
      start = hit.isEmpty ? offsets.first { $0 > hit.upperBound } ?? bytes.count + 1 : hit.upperBound
    }
    return result
  }

  /// Whether nothing denies, asks or promises what stands at `range`.
  func affirms(_ range: Range<Int>, for purpose: Affirmation.Purpose, negators: [String]) -> Bool {
    let isPolarity = purpose == .polarity
    let exemptions = isPolarity ? exemptionsOfPolarity : self.exemptions
    let sentenceEnd = (range.upperBound..<max(range.upperBound, characters.count)).first {
      ends[$0] == .sentence || ends[$0] == .question
    }
    if let sentenceEnd, ends[sentenceEnd] == .question { return false }
    let start = (0..<range.lowerBound).last { ends[$0] != .nothing }.map { $0 + 1 } ?? 0
    let firstEnd = (range.lowerBound..<characters.count).first { ends[$0] != .nothing } ?? characters.count
    let end = max(firstEnd, range.upperBound)
    func stands(_ words: [String], _ condition: (Range<Int>) -> Bool) -> Bool {
      words.lazy.flatMap { self.places(of: $0) }.contains { place in
        condition(place)
          && !exemptions.contains { $0.lowerBound <= place.lowerBound && place.upperBound <= $0.upperBound }
      }
    }
    let isBefore = { (place: Range<Int>) in place.lowerBound >= start && place.upperBound <= range.lowerBound }
    let isAfter = { (place: Range<Int>) in place.lowerBound >= range.upperBound && place.upperBound <= end }
    if stands(AffirmationWords.promises, { isBefore($0) || isAfter($0) }) { return false }
    if stands(isPolarity ? AffirmationWords.questionsOfPolarity : AffirmationWords.questions, isAfter) { return false }
    if isPolarity,
      AffirmationWords.refutations.flatMap({ self.places(of: $0) }).contains(where: {
        isAfter($0) && $0.lowerBound - range.upperBound <= 6
      })
    {
      return false
    }
    return !stands(AffirmationWords.negators + negators) { place in
      (isBefore(place) && range.lowerBound - place.upperBound <= 6)
        || (isAfter(place) && place.lowerBound - range.upperBound <= (isPolarity ? 1 : 6))
    }
  }

  private lazy var exemptionsOfPolarity = AffirmationWords.exemptionsOfPolarity.flatMap { places(of: $0) }
  private lazy var exemptions = AffirmationWords.exemptions.flatMap { places(of: $0) }
  private var known: [String: [Range<Int>]] = [:]

  private func places(of word: String) -> [Range<Int>] {
    if let places = known[word] { return places }
    let places = find(word)
    known[word] = places
    return places
  }

  private func find(_ word: String) -> [Range<Int>] {
    let wanted = Array(word.unicodeScalars)
    let isWhole = wanted[0].value < 128 && !word.hasPrefix("n't") && !word.hasPrefix("n’t")
    return characters.indices.compactMap { start in
      let end = start + wanted.count
      guard end <= characters.count, Array(characters[start..<end]) == wanted else { return nil }
      return !isWhole || (isEdge(start) && isEdge(end)) ? start..<end : nil
    }
  }
}
