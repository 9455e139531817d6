// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport

/// A random YAML file of the subset that Fenliu reads, written as carelessly as people do.
///
/// It nests blocks and brackets, indents by anything, quotes as it likes, and puts comments and blank lines wherever YAML allows
/// them. Every comment has a number, so that a lost one can be told by reading the text alone. Now and then what comes out is
/// no YAML; whoever uses it passes that over.
struct YAMLSample {
  private(set) var text = ""
  /// The numbered comments in the order of the text.
  private(set) var comments: [String] = []
  private var random: SplitMix64
  private var keys = 0

  init(seed: UInt64) {
    random = SplitMix64(seed: seed)
    if chance(8) { comment(indent: 0) }
    if chance(20) { text += "---\n" }
    switch roll(10) {
    case 0: list(indent: 0, depth: 3)
    case 1: rules()
    default: map(indent: 0, depth: 3)
    }
    while chance(4) { gap(indent: roll(4)) }
    if chance(6) { text = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") }
    if chance(12), text.hasSuffix("\n") { text.removeLast() }
  }

  // MARK: chance

  private mutating func roll(_ sides: Int) -> Int { Int(random.next() % UInt64(max(1, sides))) }
  private mutating func chance(_ oneIn: Int) -> Bool { roll(oneIn) == 0 }
  private mutating func pick<Element>(_ elements: [Element]) -> Element { elements[roll(elements.count)] }

  // MARK: comments and blanks

  private mutating func mark() -> String {
    let mark =
      "#" + pick(["", " ", " ", " ", "  "]) + "c\(comments.count)"
      + pick(["", "", " 说明", ": x", " 'y", " fenliu: ignore a"])
    comments.append(mark)
    return mark
  }

  private mutating func comment(indent: Int) {
    text += String(repeating: " ", count: indent) + mark() + pick(["", " ", "\t"]) + "\n"
  }

  private mutating func gap(indent: Int) {
    if chance(2) { text += pick(["\n", "\n\n\n", "   \n"]) } else { comment(indent: max(0, indent + roll(7) - 3)) }
  }

  private mutating func gaps(indent: Int) { while chance(6) { gap(indent: indent) } }

  /// The end of a line, at times with a comment.
  private mutating func endLine() {
    if chance(8) { text += pick([" ", "   ", "\t "]) + mark() }
    text += pick(["", "", "", " "]) + "\n"
  }

  // MARK: blocks

  private mutating func map(indent: Int, depth: Int) {
    for index in 0..<(1 + roll(4)) {
      if index > 0 { gaps(indent: indent) }
      if index > 0 || !isBehindDash { text += String(repeating: " ", count: indent) }
      entry(indent: indent, depth: depth)
    }
  }

  /// Whether the line already has a dash or key, behind which this stands.
  private var isBehindDash: Bool { text.reversed().prefix { $0 != "\n" }.contains { $0 != " " } }

  private mutating func entry(indent: Int, depth: Int) {
    if chance(25) {
      text += "? " + key()
      endLine()
      text += String(repeating: " ", count: indent)
    } else {
      text += key()
    }
    text += ":"
    value(indent: indent, depth: depth, mayStartAtIndent: true)
  }

  private mutating func key() -> String {
    keys += 1
    switch roll(12) {
    case 0: return "'k\(keys)'"
    case 1: return "\"k\(keys) x\""
    case 2: return "键\(keys)"
    case 3: return "regex"
    default: return pick(["k", "long-key-", "说", "a.b"]) + "\(keys)"
    }
  }

  private mutating func value(indent: Int, depth: Int, mayStartAtIndent: Bool) {
    let kind = depth == 0 ? roll(8) : roll(13)
    switch kind {
    case 0...3:
      text += blank() + scalar(indent: indent, inFlow: false)
      endLine()
    case 4, 5:
      text += blank()
      flow(indent: indent, depth: 2)
      endLine()
    case 6:
      text += blank()
      block(indent: indent)
    case 7:
      endLine()
      if chance(6) { comment(indent: indent + 1 + roll(3)) }
    case 8, 9:
      endLine()
      let deeper = indent + 1 + roll(4)
      gaps(indent: deeper)
      map(indent: deeper, depth: depth - 1)
    default:
      endLine()
      let deeper = mayStartAtIndent && chance(4) ? indent : indent + 1 + roll(4)
      gaps(indent: deeper)
      list(indent: deeper, depth: depth - 1)
    }
  }

  private mutating func blank() -> String { pick([" ", " ", " ", "  ", "     "]) }

  private mutating func list(indent: Int, depth: Int) {
    let count = chance(8) ? 12 : 1 + roll(5)
    for index in 0..<count {
      if index > 0 { gaps(indent: indent) }
      if index > 0 || !isBehindDash { text += String(repeating: " ", count: indent) }
      text += "-"
      if depth > 0, chance(5) {
        let pad = 1 + roll(3)
        text += String(repeating: " ", count: pad)
        if chance(2) {
          map(indent: indent + 1 + pad, depth: depth - 1)
        } else {
          list(indent: indent + 1 + pad, depth: depth - 1)
        }
      } else if chance(30) {
        text += "\n"
      } else {
        value(indent: indent, depth: depth, mayStartAtIndent: false)
      }
    }
  }

  /// Rules whose keys stand in any order.
  private mutating func rules() {
    text += "rules:\n"
    let indent = roll(3)
    for _ in 0..<(1 + roll(3)) {
      var names = ["id", "title", "category", "any", "unless", "points", "examples", "ponits", "note"]
      names.shuffle(using: &random)
      for (index, name) in names.prefix(2 + roll(6)).enumerated() {
        if index > 0 { gaps(indent: indent + 2) }
        text += String(repeating: " ", count: indent) + (index == 0 ? "- " : "  ") + name + ":"
        value(indent: indent + 2, depth: 1, mayStartAtIndent: true)
      }
      gaps(indent: indent)
    }
  }

  /// A text behind | or >.
  private mutating func block(indent: Int) {
    text += pick(["|", ">", "|-", ">-", "|+", ">+", "|2"])
    let deeper = text.hasSuffix("2") ? indent + 2 : indent + 1 + roll(3)
    if chance(5) { text += " " + mark() }
    text += "\n"
    let pad = String(repeating: " ", count: deeper)
    for index in 0..<(1 + roll(3)) {
      text +=
        pad + (index > 0 || pad.count == indent + 2 ? pick(["", "", "  "]) : "")
        + pick(["第一行", "a # no comment", "- x", "k: v"]) + "\n"
      if chance(4) { text += pick(["\n", "\n\n", pad + "\n"]) }
    }
  }

  // MARK: brackets

  private mutating func flow(indent: Int, depth: Int) {
    let isMap = chance(2)
    text += isMap ? "{" : "["
    flowGap(indent)
    let count = chance(6) ? 16 : roll(5)
    for index in 0..<count {
      if index > 0 {
        text += pick(["", "", " "]) + ","
        text += pick([" ", " ", "  ", "    "])
        flowGap(indent)
      }
      if isMap {
        text += key()
        if chance(15) { continue }
        text += ": "
        flowGap(indent)
      } else if chance(20) {
        text += key() + ": "
      }
      if depth > 0, chance(5) {
        flow(indent: indent, depth: depth - 1)
      } else {
        text += scalar(indent: indent, inFlow: true)
      }
    }
    if count > 0, chance(8) { text += "," }
    flowGap(indent)
    text += isMap ? "}" : "]"
  }

  private mutating func flowGap(_ indent: Int) {
    guard chance(12) else { return }
    if chance(2) { text += " " + mark() }
    text += "\n"
    while chance(4) { gap(indent: indent + 1) }
    text += String(repeating: " ", count: indent + 1 + roll(4))
  }

  // MARK: texts

  private static let words = [
    "欠薪", "讨薪", "拖欠…工资", "(拖欠|欠)…(工资|薪)", "a b", "$list", "12", "1.5", "true", "null", "2026-01-01", "08:30-12:00",
    "x：y", "甲，乙", "“引”", "a#b", "é", "🙂", "spam*", "老板拖欠我们好几个人的工资已经有三个月了", "points(danger) >= 8", "-x", "no", "~",
    "a:b",
    "hello world 你好 hello world 你好 hello world 你好 hello world 你好",
  ]
  private static let quotedWords =
    words + [
      "#求助", "a: b", "- x", "it's", "*x", "a, b", "[x]", "{x}", "@a", "", " x ", "x:", "a # b", "\\d{2}", "\"q\"",
      "? x", "!t", "%", "`",
      "(open", "---", "...",
    ]

  private mutating func scalar(indent: Int, inFlow: Bool) -> String {
    switch roll(10) {
    case 0, 1:
      return "'"
        + pick(Self.quotedWords).split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    case 2:
      let word = pick(Self.quotedWords).flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] }
      return "\"" + String(word) + pick(["", "", "\\n", "\\t", "\\u3000", "\\x07"]) + "\""
    case 3:
      // On several lines.
      let pad = "\n" + (chance(3) ? "\n" : "") + String(repeating: " ", count: indent + 1 + roll(3))
      let parts = pick(["plain", "甲，乙"]) + pad + "more" + (chance(2) ? pad + "乙" : "")
      return pick(["", "'", "\""]).wrapping(parts)
    default: return pick(Self.words)
    }
  }
}

extension String {
  fileprivate func wrapping(_ text: String) -> String { self + text + self }
}
