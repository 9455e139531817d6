// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// A piece of an expression's text.
struct Token: Hashable {
  enum Kind: Hashable {
    /// A name, number, keyword or value.
    case word(String)
    /// A value in quotes, without them.
    case quoted(String)
    /// One of ( ) [ ] , >= > <= < = != + - * /
    case sign(String)
    case end
  }

  var kind: Kind
  /// The bytes of the text.
  var range: Range<Int>

  /// As the author wrote it.
  var written: String {
    switch kind {
    case .word(let text), .quoted(let text), .sign(let text): text
    case .end: ""
    }
  }
}

/// Cuts an expression into tokens.
///
/// A word is everything up to white space or a sign of structure, so that `early-sign`, `labour.*`, 兴县 and 山西省/吕梁市 are one
/// word each; + - * / are operators only where white space stands around them, as the grammar says.
struct Tokenizer {
  private let bytes: [UInt8]
  private var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  static func tokens(of text: String) throws(ExpressionProblem) -> [Token] {
    var tokenizer = Tokenizer(text)
    var tokens: [Token] = []
    while let token = try tokenizer.next() { tokens.append(token) }
    tokens.append(Token(kind: .end, range: tokenizer.bytes.count..<tokenizer.bytes.count))
    return tokens
  }

  private mutating func next() throws(ExpressionProblem) -> Token? {
    while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","):
      position += 1
      return sign(from: start)
    case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "!"):
      position += 1
      if position < bytes.count, bytes[position] == UInt8(ascii: "="), bytes[start] != UInt8(ascii: "=") {
        position += 1
      }
      return sign(from: start)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return try quoted(by: bytes[position])
    default:
      while position < bytes.count, !Self.endsWord(bytes[position]) { position += 1 }
      let text = text(start..<position)
      if ["+", "-", "*", "/"].contains(text) { return sign(from: start) }
      return Token(kind: .word(text), range: start..<position)
    }
  }

  private mutating func quoted(by quote: UInt8) throws(ExpressionProblem) -> Token {
    let start = position
    position += 1
    while position < bytes.count, bytes[position] != quote { position += 1 }
    guard position < bytes.count else {
      throw ExpressionProblem(
        .expressionSyntax, facts: ["found": .text(text(start..<position)), "expected": .term("closing-quote")],
        at: start..<position)
    }
    position += 1
    return Token(kind: .quoted(text(start + 1..<position - 1)), range: start..<position)
  }

  private func sign(from start: Int) -> Token { Token(kind: .sign(text(start..<position)), range: start..<position) }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ","),
      UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: "!"):
      true
    default: isSpace(byte)
    }
  }
}
