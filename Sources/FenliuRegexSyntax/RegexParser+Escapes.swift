// SPDX-License-Identifier: Apache-2.0

/// What stands behind a backslash.
extension RegexParser {
  /// What an escape is, wherever it stands.
  enum Escape: Hashable {
    /// One character by its number or because it would mean something without the backslash.
    case scalar(Unicode.Scalar)
    /// One character of a kind: `\d`, `\p{Han}`.
    case type
    /// A letter whose meaning depends on where it stands; it has been read, and no more.
    case letter(Unicode.Scalar)
  }

  /// Reads an escape outside square brackets.
  mutating func parseEscape() -> RegexNode? {
    let start = position
    // In front of a digit that may be a group's number the general rules do not help.
    if let digit = peek(1), ("1"..."9").contains(digit) {
      position += 1
      let number = parseNumber() ?? 0
      // With two digits or more it is an octal number unless there are so many groups.
      return node(number < 10 ? .backreference : .opaque, from: start)
    }
    switch readEscape() {
    case .scalar(let scalar): return node(.literal(.init(scalar: scalar, spelling: .open)), from: start)
    case .type: return node(.set(.init(isNegated: false, members: nil)), from: start)
    case .letter(let letter): return parseEscape(letter: letter, from: start)
    }
  }

  private mutating func parseEscape(letter: Unicode.Scalar, from start: Int) -> RegexNode? {
    switch letter {
    case "A": return node(.beginning, from: start)
    case "Z", "z": return node(.empty, from: start)
    case "G":
      let span = span(from: start)
      problems.append(.init(kind: .searchStart, span: span, mend: .init(span: span, replacement: "^")))
      return node(.empty, from: start)
    case "b", "B":
      problems.append(wordBoundary(letter, span: span(from: start), start: start))
      return node(.empty, from: start)
    case "K":
      problems.append(.init(kind: .startReset, span: span(from: start), mend: nil))
      return node(.empty, from: start)
    case "C":
      let span = span(from: start)
      problems.append(.init(kind: .singleByte, span: span, mend: .init(span: span, replacement: ".")))
      return node(.opaque, from: start)
    case "R":
      // One line end of one or two characters, never given back by halves.
      let one = node(.set(.init(isNegated: false, members: nil)), from: start)
      let two = node(.loop(.init(body: one, least: 1, most: 2, mode: .greedy)), from: start)
      return node(.group(.atomic, two), from: start)
    case "k":
      skipName()
      return node(.backreference, from: start)
    case "g":
      let isCall = peek() == "<" || peek() == "'"
      let isWhole = peek(1) == "0"
      skipName()
      if isCall { calls.append(.init(span: span(from: start), isWhole: isWhole)) }
      return node(isCall ? .opaque : .backreference, from: start)
    default: return node(.opaque, from: start)
    }
  }

  func node(_ kind: RegexNode.Kind, from start: Int) -> RegexNode {
    RegexNode(kind: kind, span: span(from: start))
  }

  /// Steps over the name or number of a group: `{n}`, `<n>`, `'n'`, `-1`.
  private mutating func skipName() {
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["{": "}", "<": ">", "'": "'"]
    if let open = peek(), let close = pairs[open] {
      position += 1
      while position < scalars.count, peek() != close { position += 1 }
      if position == scalars.count { isLost = true }
      position = min(position + 1, scalars.count)
    } else {
      _ = skip("-") || skip("+")
      if parseNumber() == nil { isLost = true }
    }
  }

  /// Reads a backslash and what belongs to it, as far as its meaning is the same inside square brackets and outside.
  mutating func readEscape() -> Escape {
    position += 1
    guard let letter = peek() else {
      isLost = true
      return .letter("\\")
    }
    position += 1
    switch letter {
    case "a": return .scalar("\u{07}")
    case "e": return .scalar("\u{1B}")
    case "f": return .scalar("\u{0C}")
    case "n": return .scalar("\n")
    case "r": return .scalar("\r")
    case "t": return .scalar("\t")
    case "d", "D", "h", "H", "s", "S", "v", "V", "w", "W": return .type
    case "p", "P":
      skipProperty()
      return .type
    case "N":
      if peek() == "{", peek(1) == "U", peek(2) == "+" {
        position += 3
        return .scalar(readDigits(radix: 16, most: 8, closing: "}"))
      }
      return .type
    case "c":
      guard let control = peek(), control.isASCII else {
        isLost = true
        return .letter(letter)
      }
      position += 1
      let upper = ("a"..."z").contains(control) ? control.value - 32 : control.value
      return .scalar(Unicode.Scalar(upper ^ 0x40) ?? "\0")
    case "0": return .scalar(readDigits(radix: 8, most: 2, closing: nil))
    case "o":
      if !skip("{") { isLost = true }
      return .scalar(readDigits(radix: 8, most: 12, closing: "}"))
    case "x":
      if skip("{") { return .scalar(readDigits(radix: 16, most: 9, closing: "}")) }
      return .scalar(readDigits(radix: 16, most: 2, closing: nil))
    default:
      let isWordLetter =
        ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) || ("0"..."9").contains(letter)
      return isWordLetter ? .letter(letter) : .scalar(letter)
    }
  }

  private mutating func skipProperty() {
    if skip("{") {
      while position < scalars.count, peek() != "}" { position += 1 }
      if !skip("}") { isLost = true }
    } else {
      position = min(position + 1, scalars.count)
    }
  }

  /// Reads up to `most` digits as the number of a character; without a closing mark none at all is 0.
  private mutating func readDigits(radix: Int, most: Int, closing: Unicode.Scalar?) -> Unicode.Scalar {
    var value: UInt32 = 0
    var count = 0
    while count < most, let digit = peek(), let number = Self.digit(digit), number < radix {
      value = value &* UInt32(radix) &+ UInt32(number)
      position += 1
      count += 1
    }
    if let closing {
      if peek() == closing, count > 0 { position += 1 } else { isLost = true }
    }
    guard let scalar = Unicode.Scalar(value) else {
      isLost = true
      return "\0"
    }
    return scalar
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 48
    case "a"..."f": Int(scalar.value) - 87
    case "A"..."F": Int(scalar.value) - 55
    default: nil
    }
  }

  /// A word boundary with a mend that looks at what stands beside it: nothing is needed beside Han, one look at the
  /// beginning or end of a word, both elsewhere.
  private func wordBoundary(_ letter: Unicode.Scalar, span: Range<Int>, start: Int) -> RegexProblem {
    let word = "[A-Za-z0-9]"
    let replacement: String
    if letter == "B" {
      replacement = "(?:(?<=\(word))(?=\(word))|(?<!\(word))(?!\(word)))"
    } else if isHan(start - 1) || isHan(position) {
      replacement = ""
    } else if isWord(position), !isWord(start - 1) || start == 0 {
      replacement = "(?<!\(word))"
    } else if isWord(start - 1), !isWord(position) {
      replacement = "(?!\(word))"
    } else {
      replacement = "(?:(?<!\(word))(?=\(word))|(?<=\(word))(?!\(word)))"
    }
    return .init(kind: .wordBoundary, span: span, mend: .init(span: span, replacement: replacement))
  }

  private func isWord(_ index: Int) -> Bool {
    guard scalars.indices.contains(index), scalars[index].isASCII else { return false }
    // A letter behind a backslash is none: `\d\b`.
    if index > 0, scalars[index - 1] == "\\" { return false }
    return scalars[index].properties.isAlphabetic || scalars[index].properties.numericType == .decimal
  }

  private func isHan(_ index: Int) -> Bool {
    scalars.indices.contains(index) && scalars[index].properties.isIdeographic
  }
}
