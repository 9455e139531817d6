// SPDX-License-Identifier: Apache-2.0

/// The one form in which text and keywords are compared, scalar by scalar: LANGUAGE.md, section 2.
///
/// One Unicode scalar becomes one or none, never several, and what is folded folds to itself. Letters, digits and signs
/// of ASCII come to half width, letters to lower case (simple case folding), traditional characters to simplified ones,
/// compatibility letters and digits to the ones they stand for; zero-width characters, variation marks and soft hyphens
/// vanish. Sentence marks and everything else stay. `docs/normalization.md` has the whole of it.
public enum Folding {
  /// The version of the Unicode Character Database that the tables were made from.
  public static let unicodeVersion = FoldingData.unicodeVersion

  /// What a scalar becomes: itself, another one, or nothing. Folding that again changes nothing.
  @inlinable
  public static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    FoldingTables.shared.fold(scalar)
  }

  /// A text with each of its scalars folded. For keywords and names; whole posts go through a `Normalizer`.
  public static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let scalar = fold(scalar) { folded.append(scalar) }
    }
    return String(folded)
  }

  /// Whether a scalar is a letter of any script: general category L or Nl.
  @inlinable
  public static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    properties(of: scalar).contains(.letter)
  }

  /// Whether a scalar is a letter or a decimal digit of any script.
  @inlinable
  public static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    !properties(of: scalar).isDisjoint(with: [.letter, .digit])
  }

  /// Whether a scalar must not touch a word of whole-word letters: a letter, a digit, or a mark upon one, of a script
  /// that puts spaces between words, such as Latin, Greek, Cyrillic or Arabic, and ASCII digits.
  ///
  /// Han, kana, Hangul, Thai, Lao, Khmer, Burmese and their like are none: their words match anywhere.
  @inlinable
  public static func isWholeWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
    properties(of: scalar).contains(.wholeWord)
  }

  /// Whether a scalar is white space, line ends and the ideographic space included.
  @inlinable
  public static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    properties(of: scalar).contains(.whiteSpace)
  }

  /// Whether folding takes a scalar out.
  @inlinable
  public static func isVanishing(_ scalar: Unicode.Scalar) -> Bool {
    properties(of: scalar).contains(.vanishing)
  }

  /// The script of a scalar.
  @inlinable
  public static func script(of scalar: Unicode.Scalar) -> Script {
    properties(of: scalar).script
  }

  @inlinable
  static func properties(of scalar: Unicode.Scalar) -> FoldingTables.Properties {
    FoldingTables.shared.properties[scalar.value]
  }
}
