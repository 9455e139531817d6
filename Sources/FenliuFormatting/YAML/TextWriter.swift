// SPDX-License-Identifier: Apache-2.0

/// Writes a text of YAML with as few quotes as its place allows.
///
/// Quotes of the author go where no reader needs them. They stay where YAML would read something else, where another reader than
/// Fenliu would see a number, a date, a truth value or nothing, and where they mean something to Fenliu: around full-width
/// commas, colons and quotes, a leading `$`, and every regex. None is added but around what could not stand without.
enum TextWriter {
  enum Place { case block, flow }

  /// The lines of the text, of which the ones behind the first are indented by `indent`; nil where it cannot stand there as
  /// it is. More than one only for a regex with line ends.
  static func lines(_ text: Layout.Text, in place: Place, indent: Int) -> [String]? {
    if text.isRegex {
      switch text.style {
      case .singleQuoted: return folded(single(text.text), indent: indent)
      case .doubleQuoted: return [double(text.text)]
      case .plain: return folded(text.text, indent: indent)
      }
    }
    switch text.style {
    case .plain where needsEscapes(text.text): return [double(text.text)]
    case .plain where text.isFolded && (hasFullWidthSigns(text.text) || !isPlain(text.text, in: place)):
      return [single(text.text)]
    case .plain: return [text.text]
    case .singleQuoted, .doubleQuoted:
      if needsEscapes(text.text) { return [double(text.text)] }
      return [keepsQuotes(text.text) || !isPlain(text.text, in: place) ? single(text.text) : text.text]
    }
  }

  /// The text on one line; nil where it has none.
  static func line(_ text: Layout.Text, in place: Place) -> String? {
    guard let lines = lines(text, in: place, indent: 0), lines.count == 1 else { return nil }
    return lines[0]
  }

  /// The text in quotes, single ones where they can hold it.
  static func quoted(_ text: String) -> String { needsEscapes(text) ? double(text) : single(text) }

  /// Whether a text that stands without quotes in a block may do so in brackets.
  static func mayMoveIntoBrackets(_ text: Layout.Text) -> Bool {
    text.style != .plain || isPlain(text.text, in: .flow)
  }

  /// A text with line ends as YAML folds it: one line end would be a blank, so each takes an empty line.
  private static func folded(_ text: String, indent: Int) -> [String] {
    var lines: [String] = []
    for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if lines.count == 1 || (lines.count > 1 && lines.last != "") { lines.append("") }
      lines.append(part.isEmpty || lines.isEmpty ? String(part) : String(repeating: " ", count: indent) + part)
    }
    return lines
  }

  // MARK: what quotes mean

  /// Whether the loader sees a difference between the text with quotes and without.
  static func hasMeaningfulQuotes(_ text: String) -> Bool {
    hasFullWidthSigns(text) || text.hasPrefix("$") || text.isEmpty || ["null", "~", "none"].contains(text)
  }

  private static func hasFullWidthSigns(_ text: String) -> Bool { text.contains { "，：“”‘’＂＇".contains($0) } }

  private static func keepsQuotes(_ text: String) -> Bool { hasMeaningfulQuotes(text) || looksTyped(text) }

  /// Whether readers that give values types may take it for something else than text.
  private static func looksTyped(_ text: String) -> Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null", ".inf", ".nan", "<<", "="]
    if words.contains(text.lowercased()) { return true }
    guard let first = text.utf8.first, (0x30...0x39).contains(first) || "+-.".utf8.contains(first) else { return false }
    return text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.:_ABCDEFabcdefxXoOTtZz ".utf8.contains($0) }
  }

  // MARK: what YAML reads

  /// Whether YAML reads the text as it is, without quotes. Strict: it says no where versions of YAML differ.
  private static func isPlain(_ text: String, in place: Place) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20, last != UInt8(ascii: ":"),
      !"-?:,[]{}#&*!|>'\"%@`=".utf8.contains(first), !text.hasPrefix("...")
    else { return false }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case 0x09: return false
      case UInt8(ascii: ":") where place == .flow || bytes[index + 1] == 0x20: return false
      case UInt8(ascii: "#") where bytes[index - 1] == 0x20: return false
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "?"):
        if place == .flow { return false }
      default: break
      }
    }
    // An open bracket would be put together with what a comma cuts off behind it.
    return place == .block || bytes.count { $0 == UInt8(ascii: "(") } <= bytes.count { $0 == UInt8(ascii: ")") }
  }

  /// Whether the text has what stands in no quotes but double ones.
  private static func needsEscapes(_ text: String) -> Bool { text.unicodeScalars.contains { needsEscape($0) } }

  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD, 0x1_0000...0x10_FFFF:
      false
    default: true
    }
  }

  private static func single(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  private static func double(_ text: String) -> String {
    var written = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": written += "\\\""
      case "\\": written += "\\\\"
      case "\n": written += "\\n"
      case "\t": written += "\\t"
      case "\r": written += "\\r"
      default:
        guard needsEscape(scalar) else {
          written.unicodeScalars.append(scalar)
          continue
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let width = digits.count <= 2 ? 2 : digits.count <= 4 ? 4 : 8
        written += width == 2 ? "\\x" : width == 4 ? "\\u" : "\\U"
        written += String(repeating: "0", count: width - digits.count) + digits
      }
    }
    return written + "\""
  }
}
