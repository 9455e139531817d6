// SPDX-License-Identifier: Apache-2.0

/// How output looks on the terminal at hand: with colour or without. Decided once, at the start of a command.
struct TerminalStyle: Hashable, Sendable {
  /// Whether colours may be used.
  let hasColour: Bool

  /// Plain text.
  static let plain = TerminalStyle(hasColour: false)

  /// The style for a stream: colour on a terminal only, never where `NO_COLOR` is set, `TERM` is `dumb`, or `--no-color`
  /// was given.
  static func decided(onTerminal: Bool, withoutColour: Bool) -> TerminalStyle {
    let refused = withoutColour || Environment.value(of: "NO_COLOR") != nil || Environment.value(of: "TERM") == "dumb"
    return TerminalStyle(hasColour: onTerminal && !refused)
  }

  /// A way of marking text: the number that the terminal's escape sequence carries.
  enum Mark: Int, Sendable {
    case bold = 1
    case faint = 2
    case underlined = 4
    case red = 31
    case green = 32
    case yellow = 33
    case blue = 34
    case magenta = 35
    case cyan = 36
  }

  /// `text` with the marks, or as it is where there is no colour.
  func marked(_ text: String, _ marks: Mark...) -> String {
    guard hasColour, !text.isEmpty else { return text }
    let codes = marks.map { String($0.rawValue) }.joined(separator: ";")
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }
}
