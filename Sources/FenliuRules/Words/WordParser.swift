// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuFolding
import FenliuModel

/// Reads one word: a literal, or parts with gaps and choices: `(拖欠|欠|克扣)…(工资|薪|工钱)`, `拖欠…20…工资`, `spam*`.
///
/// What stands side by side without a gap (`不(发|给)工资`) becomes the choices it spells out (`不发工资`, `不给工资`), so that
/// every part of the result is a set of plain literals.
struct WordParser {
  /// The gap of a bare `…`, in characters.
  static let usualGap = 8
  /// A gap ends with its clause anyway; more than this is a slip.
  static let widestGap = 200
  static let mostChoices = 1000

  /// What is wrong, at bytes of the word's text.
  struct Problem: Error {
    let code: Diagnostic.Code
    var facts: [String: Diagnostic.Fact] = [:]
    let range: Range<Int>
    var mend: String?
  }

  private let characters: [Character]
  /// Invariant: one entry more than characters; where each starts in the text's UTF-8.
  private let offsets: [Int]
  private var position = 0

  private init(_ text: String) {
    characters = Array(text)
    var offset = 0
    offsets =
      characters.map { character in
        defer { offset += character.utf8.count }
        return offset
      } + [text.utf8.count]
  }

  /// The word that `text` writes.
  static func parse(_ text: String, origin: Origin) throws(Problem) -> Word {
    if !hasSigns(text), isFindable(text) {
      return Word(written: text, parts: [Word.Part(choices: [text], gap: 0)], origin: origin)
    }
    var parser = WordParser(text)
    if let problem = parser.fullWidthChoice() { throw problem }
    var parts: [Word.Part] = []
    var gap = 0
    while true {
      let choices = try parser.part()
      guard !choices.isEmpty else {
        throw Problem(
          code: parser.characters.isEmpty ? .emptyWord : .gapAtEdge, range: parser.edge(isFirst: parts.isEmpty))
      }
      parts.append(Word.Part(choices: choices, gap: gap))
      guard parser.position < parser.characters.count else { break }
      gap = try parser.gap()
    }
    let hasOpenEnd = parser.opensEnd
    if hasOpenEnd {
      parts[parts.count - 1].choices = parts[parts.count - 1].choices.map {
        $0.hasSuffix("*") ? String($0.dropLast()) : $0
      }
    }
    for part in parts where part.choices.contains(where: { !isFindable($0) }) {
      throw Problem(code: .emptyWord, range: 0..<text.utf8.count)
    }
    return Word(written: text, parts: parts, hasOpenEnd: hasOpenEnd, origin: origin)
  }

  /// Whether a text has signs that mean something in a word, or may.
  private static func hasSigns(_ text: String) -> Bool {
    text.unicodeScalars.contains { $0 == "(" || $0 == ")" || $0 == "…" || $0 == "*" || $0 == "（" }
  }

  /// Whether anything is left of a literal when marks that vanish are gone.
  private static func isFindable(_ literal: String) -> Bool {
    literal.unicodeScalars.contains { !Folding.isVanishing($0) && !Folding.isWhiteSpace($0) }
  }

  /// Whether the word ends with a star that something stands before.
  private var opensEnd: Bool {
    characters.count > 1 && characters.last == "*" && characters[characters.count - 2] != "…"
  }

  private func edge(isFirst: Bool) -> Range<Int> {
    guard !characters.isEmpty else { return 0..<0 }
    let index = isFirst ? 0 : characters.count - 1
    return offsets[index]..<offsets[index + 1]
  }

  /// One part: literals and choices up to a gap or the end; empty where nothing stands.
  private mutating func part() throws(Problem) -> [String] {
    var choices = [""]
    let start = position
    while position < characters.count, characters[position] != "…" {
      let added: [String]
      switch characters[position] {
      case "(": added = try choice()
      case ")": throw Problem(code: .unclosedChoice, range: offsets[position]..<offsets[position + 1])
      default:
        added = [String(characters[position])]
        position += 1
      }
      guard choices.count * added.count <= Self.mostChoices else {
        throw Problem(
          code: .tooManyChoices, facts: ["most": .number(Self.mostChoices)], range: 0..<offsets[characters.count])
      }
      choices = choices.flatMap { start in added.map { start + $0 } }
    }
    return position == start ? [] : choices
  }

  private mutating func choice() throws(Problem) -> [String] {
    let start = position
    position += 1
    var words = [""]
    while position < characters.count {
      let character = characters[position]
      position += 1
      switch character {
      case "|": words.append("")
      case ")":
        guard !words.contains(where: \.isEmpty) else {
          throw Problem(code: .emptyChoice, range: offsets[start]..<offsets[position])
        }
        return words
      case "(", "…": throw Problem(code: .unclosedChoice, range: offsets[start]..<offsets[start + 1])
      default: words[words.count - 1].append(character)
      }
    }
    throw Problem(code: .unclosedChoice, range: offsets[start]..<offsets[start + 1])
  }

  /// `…`, `……` or `…20…`.
  private mutating func gap() throws(Problem) -> Int {
    let start = position
    while position < characters.count, characters[position] == "…" { position += 1 }
    var digits = position
    while digits < characters.count, let value = characters[digits].wholeNumberValue, characters[digits].isASCII,
      value < 10
    {
      digits += 1
    }
    guard digits > position, digits < characters.count, characters[digits] == "…" else { return Self.usualGap }
    let number = Int(String(characters[position..<digits])) ?? Int.max
    position = digits + 1
    guard number <= Self.widestGap else {
      throw Problem(
        code: .gapTooWide, facts: ["number": .text(String(number)), "most": .number(Self.widestGap)],
        range: offsets[start]..<offsets[position])
    }
    return number
  }

  /// `（拖欠｜欠）`: a choice in the signs of a Chinese keyboard.
  private func fullWidthChoice() -> Problem? {
    guard let open = characters.firstIndex(of: "（"), let close = characters.firstIndex(of: "）"), open < close,
      characters[open..<close].contains(where: { $0 == "|" || $0 == "｜" })
    else { return nil }
    let signs: [Character: Character] = ["（": "(", "）": ")", "｜": "|"]
    return Problem(
      code: .fullWidthSign, facts: ["sign": .text("（")], range: 0..<offsets[characters.count],
      mend: String(characters.map { signs[$0] ?? $0 }))
  }
}
