// SPDX-License-Identifier: Apache-2.0

/// Text made harmless for a page, as content and inside quoted attributes alike.
enum HTMLText {
  /// The text with everything escaped that HTML reads, and with marks instead of characters that nobody would see or that
  /// turn the direction of what follows.
  static func escaped(_ text: some StringProtocol) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count + 16)
    append(text.unicodeScalars, to: &escaped)
    return escaped
  }

  /// Appends the scalars, escaped.
  static func append(_ scalars: some Sequence<Unicode.Scalar>, to escaped: inout String) {
    for scalar in scalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\r": escaped += "&#13;"
      case "\u{0}"..."\u{1F}": escaped.unicodeScalars.append(picture(of: scalar))
      case "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{200E}", "\u{200F}", "\u{FFFE}",
        "\u{FFFF}":
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }

  /// The picture that Unicode has for a control character.
  private static func picture(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
  }
}
