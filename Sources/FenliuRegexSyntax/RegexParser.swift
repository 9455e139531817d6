// SPDX-License-Identifier: Apache-2.0

/// Reads PCRE2's syntax into a tree, from left to right, once.
///
/// A regex that PCRE2 would refuse gives some tree or none; nobody asks for it, since PCRE2 is asked first. A regex that
/// PCRE2 accepts must never give a tree that claims more than is true: when in doubt, `opaque`, or no tree at all
/// (`isLost`).
struct RegexParser {
  /// Brackets within brackets that PCRE2 accepts by default.
  static let deepest = 250

  let bytes: [UInt8]
  let scalars: [Unicode.Scalar]
  /// The byte each scalar begins at, and the length at the end.
  let offsets: [Int]
  /// The next scalar to read.
  var position = 0
  var flags = Flags()
  var depth = 0
  /// Whether the reader stands between `\Q` and `\E`.
  var isQuoting = false
  /// Whether something was met that may change how the rest is read.
  var isLost = false
  var problems: [RegexProblem] = []
  var groupNames: [RegexSyntax.GroupName] = []
  /// The calls of groups, `(?1)`, and of the whole, `(?R)`.
  var calls: [RegexCall] = []
  /// The bytes of comments from `#` up to and without the line end.
  var comments: [Range<Int>] = []

  /// The settings that change how a regex is read or what is claimed of it.
  struct Flags: Hashable {
    /// `(?x)`: white space and `#` comments are no part of the regex.
    var isExtended = false
    /// `(?m)`: `^` matches behind every line end.
    var isMultiline = false
    /// `(?xx)`: nor are blanks in square brackets.
    var isExtendedInSets = false
  }

  init(_ source: String) {
    bytes = Array(source.utf8)
    scalars = Array(source.unicodeScalars)
    var offset = 0
    var offsets: [Int] = []
    for scalar in scalars {
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    self.offsets = offsets + [offset]
  }

  /// Whether the regex ends between `\Q` and a missing `\E`.
  var endsInQuote: Bool { isQuoting }

  /// The tree; nil where it could not be read to the end.
  mutating func parse() -> RegexNode? {
    let tree = parseChoice()
    return isLost || position < scalars.count ? nil : tree
  }

  func peek(_ ahead: Int = 0) -> Unicode.Scalar? {
    position + ahead < scalars.count ? scalars[position + ahead] : nil
  }

  /// Steps over `text` if it comes next.
  mutating func skip(_ text: String) -> Bool {
    var ahead = 0
    for scalar in text.unicodeScalars {
      guard peek(ahead) == scalar else { return false }
      ahead += 1
    }
    position += ahead
    return true
  }

  /// The bytes from scalar `start` up to the next one to read.
  func span(from start: Int) -> Range<Int> { offsets[start]..<offsets[position] }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// Reads alternatives up to a closing bracket or the end.
  mutating func parseChoice() -> RegexNode {
    let start = position
    depth += 1
    defer { depth -= 1 }
    if depth > Self.deepest { isLost = true }
    var branches: [RegexNode] = []
    repeat {
      branches.append(parseSequence())
    } while !isLost && skip("|")
    if branches.count == 1 { return branches[0] }
    return RegexNode(kind: .choice(branches), span: span(from: start))
  }

  private mutating func parseSequence() -> RegexNode {
    let start = position
    var parts: [RegexNode] = []
    while !isLost {
      skipTrivia()
      guard let next = peek() else { break }
      if !isQuoting, next == "|" || next == ")" { break }
      guard let part = parsePart() else { continue }
      parts.append(parseLoops(over: part))
    }
    return RegexNode(kind: .sequence(parts), span: span(from: start))
  }

  /// Steps over what is no part of the regex: comments, white space under `(?x)`, and the marks of quotation.
  mutating func skipTrivia() {
    while true {
      if isQuoting {
        guard skip("\\E") else { return }
        isQuoting = false
      } else if skip("\\Q") {
        isQuoting = true
      } else if skip("\\E") {
        continue
      } else if peek() == "(", peek(1) == "?", peek(2) == "#" {
        while position < scalars.count, peek() != ")" { position += 1 }
        if !skip(")") { isLost = true }
      } else if flags.isExtended, let next = peek(), Self.isPatternWhiteSpace(next) {
        position += 1
      } else if flags.isExtended, peek() == "#" {
        let start = position
        while position < scalars.count, peek() != "\n", peek() != "\r" { position += 1 }
        comments.append(span(from: start))
      } else {
        return
      }
    }
  }

  /// White space that `(?x)` drops: `isspace` of ASCII and, in UTF mode, Unicode's pattern white space.
  static func isPatternWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9...13, 32, 0x85, 0x200E, 0x200F, 0x2028, 0x2029: true
    default: false
    }
  }

  private mutating func parseLoops(over part: RegexNode) -> RegexNode {
    var part = part
    while !isLost {
      skipTrivia()
      guard !isQuoting, let (least, most) = parseQuantifier() else { break }
      var mode = RegexNode.Loop.Mode.greedy
      if skip("+") { mode = .possessive } else if skip("?") { mode = .lazy }
      let span = part.span.lowerBound..<offsets[position]
      part = RegexNode(kind: .loop(.init(body: part, least: least, most: most, mode: mode)), span: span)
    }
    return part
  }

  private mutating func parseQuantifier() -> (least: Int, most: Int?)? {
    if skip("*") { return (0, nil) }
    if skip("+") { return (1, nil) }
    if skip("?") { return (0, 1) }
    guard peek() == "{" else { return nil }
    let start = position
    position += 1
    let least = parseNumber()
    if let least, skip("}") { return (least, least) }
    if let least, skip(",") {
      if skip("}") { return (least, nil) }
      if let most = parseNumber(), skip("}") { return (least, most) }
    }
    position = start
    // Newer versions of PCRE2 read {,3} and { 1, 2 } as quantifiers, older ones as text.
    var ahead = 1
    while let next = peek(ahead), next == " " || next == "\t" || next == "," || ("0"..."9").contains(next) {
      ahead += 1
    }
    if ahead > 1, peek(ahead) == "}" { isLost = true }
    return nil
  }

  /// A decimal number; nil where there is none. So large a number that PCRE2 refuses it stops at a million.
  mutating func parseNumber() -> Int? {
    var number: Int?
    while let digit = peek(), ("0"..."9").contains(digit) {
      number = min((number ?? 0) * 10 + Int(digit.value - 48), 1_000_000)
      position += 1
    }
    return number
  }

  /// Reads one part without its quantifier; nil where there was only a setting.
  private mutating func parsePart() -> RegexNode? {
    let start = position
    guard let next = peek() else { return nil }
    if isQuoting {
      position += 1
      return RegexNode(kind: .literal(.init(scalar: next, spelling: .quoted)), span: span(from: start))
    }
    switch next {
    case "\\": return parseEscape()
    case "[": return parseSet()
    case "(": return parseGroup()
    case ".":
      position += 1
      return RegexNode(kind: .set(.init(isNegated: false, members: nil)), span: span(from: start))
    case "^", "$":
      position += 1
      return RegexNode(kind: next == "^" && !flags.isMultiline ? .beginning : .empty, span: span(from: start))
    default:
      position += 1
      return RegexNode(kind: .literal(.init(scalar: next, spelling: .open)), span: span(from: start))
    }
  }
}
