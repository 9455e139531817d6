// SPDX-License-Identifier: Apache-2.0

/// Text of posts as it may be shown on one line: a terminal obeys control characters, and text of strangers may hold them.
public enum PlainText {
  /// The text with a blank for each line end, tab and other control character, and without the marks that turn the direction of writing.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnwanted) else { return text }
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isUnwanted(scalar) {
        line.append(scalar)
      } else if !turns(scalar) {
        line.append(" ")
      }
    }
    return String(line)
  }

  private static func isUnwanted(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: true
    default: turns(scalar)
    }
  }

  private static func turns(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
