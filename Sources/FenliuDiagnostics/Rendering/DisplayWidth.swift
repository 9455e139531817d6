// SPDX-License-Identifier: Apache-2.0

/// How many columns of a terminal text takes.
///
/// A character as people see it counts once, by its first scalar: two columns where its East Asian width is wide or
/// full (Unicode Annex 11) or where a variation mark asks for a picture, none for marks that stand alone, else one.
public enum DisplayWidth {
  /// Of one character.
  public static func columns(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if first.value < 0x300 { return 1 }
    if isWide(first) { return 2 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }

  /// Of a whole text.
  public static func columns(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + columns(of: $1) }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    let ranges = WideCharacters.ranges
    var low = 0
    var high = ranges.count
    // Invariant: every range before `low` ends before the scalar, every range from `high` on starts after it.
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value {
        low = middle + 1
      } else if ranges[middle].lowerBound > scalar.value {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
