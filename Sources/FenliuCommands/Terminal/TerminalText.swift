// SPDX-License-Identifier: Apache-2.0

/// Text fit for a terminal: names and posts come from strangers, and a terminal obeys what it is shown.
///
/// Controls (`ESC` and the C1 range among them, which move the cursor and answer as if somebody had typed), the signs that turn
/// the direction of writing round, and separators of lines and paragraphs become U+FFFD each. Line feeds and tabs stay.
enum TerminalText {
  /// The text without what a terminal obeys.
  static func harmless(_ text: String) -> String { harmless(text, keepsColour: false) }

  /// The same, but colours (`ESC [ … m`) stay: for pages that were coloured here.
  static func harmlessPage(_ text: String) -> String { harmless(text, keepsColour: true) }

  private static func harmless(_ text: String, keepsColour: Bool) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.first {
      if keepsColour, let colour = colour(rest) {
        result.append(contentsOf: rest.prefix(colour))
        rest = rest.dropFirst(colour)
      } else {
        result.append(isObeyed(scalar) ? "\u{FFFD}" : scalar)
        rest = rest.dropFirst()
      }
    }
    return String(result)
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// How many characters the colour has that begins here; nil where none does.
  private static func colour(_ text: Substring.UnicodeScalarView) -> Int? {
    guard text.first == "\u{1B}", text.dropFirst().first == "[" else { return nil }
    var count = 2
    for scalar in text.dropFirst(2) {
      count += 1
      if scalar == "m" { return count }
      guard scalar == ";" || ("0"..."9").contains(scalar), count < 16 else { return nil }
    }
    return nil
  }
}
