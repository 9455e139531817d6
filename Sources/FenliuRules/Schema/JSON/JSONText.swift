// SPDX-License-Identifier: Apache-2.0

/// A JSON value whose keys stay in their order, written for people: two blanks a level, short lists on one line.
indirect enum JSONText: Sendable {
  case string(String)
  case number(Double)
  case flag(Bool)
  case list([JSONText])
  case object([(key: String, value: JSONText)])

  /// A list of strings.
  static func strings(_ strings: [String]) -> JSONText { .list(strings.map { .string($0) }) }

  /// The value as text; lines behind the first are indented by `indent` and more.
  func text(indent: Int = 0) -> String {
    let pad = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return number == number.rounded() ? String(Int(number)) : String(number)
    case .flag(let flag): return flag ? "true" : "false"
    case .list(let items):
      let short = items.allSatisfy(\.isShort) ? "[" + items.map { $0.text() }.joined(separator: ", ") + "]" : nil
      if let short, short.unicodeScalars.count <= 100 { return short }
      return "[\n" + items.map { pad + $0.text(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
    case .object(let entries):
      if entries.isEmpty { return "{}" }
      if entries.count == 1, entries[0].value.isShort {
        return "{" + Self.quoted(entries[0].key) + ": " + entries[0].value.text() + "}"
      }
      return "{\n"
        + entries.map { pad + Self.quoted($0.key) + ": " + $0.value.text(indent: indent + 2) }.joined(separator: ",\n")
        + end + "}"
    }
  }

  private var isShort: Bool {
    switch self {
    case .string, .number, .flag: true
    case .list(let items): items.isEmpty
    case .object(let entries): entries.count == 1 && entries[0].value.isShort
    }
  }

  private static func quoted(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written + "\""
  }
}
