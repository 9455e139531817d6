// SPDX-License-Identifier: Apache-2.0

/// The digits and signs that stand for Latin letters in "leet".
///
/// The common forms of one sign each; the long ones (`|\/|` for m) are of no use to somebody who wants to be read.
package enum Leet {
  private static let signs: [Unicode.Scalar: String] = [
    "a": "4@", "b": "8", "c": "(", "e": "3€", "g": "69", "i": "1!", "l": "1|", "o": "0", "q": "9", "s": "5$", "t": "7+",
    "z": "2",
  ]

  /// The signs that stand for a small letter.
  package static func signs(of letter: Unicode.Scalar) -> [Unicode.Scalar] {
    Array((signs[letter] ?? "").unicodeScalars)
  }
}
