// SPDX-License-Identifier: Apache-2.0

/// How a character is read: a syllable and its tone.
package struct Sound: Sendable {
  /// Its number: equal sounds have the same.
  package let id: UInt32
  /// In Latin letters, v for ü: `wei`, `lv`.
  package let syllable: String
  /// 1 to 4, 5 for none.
  package let tone: UInt8

  /// The letter with which it is abbreviated.
  package var initial: Unicode.Scalar { syllable.unicodeScalars.first ?? "a" }

  /// The syllable that it and all syllables close to it share: without the difference of z and zh, c and ch, s and sh, n and l, and of
  /// a last n and ng.
  ///
  /// These are the pairs that speakers of southern and of northern dialects mix up and that input methods treat as one.
  package var closeForm: String {
    var form = syllable
    if form.hasSuffix("ng") { form.removeLast() }
    let beginning = form.prefix(2)
    if beginning == "zh" || beginning == "ch" || beginning == "sh" {
      form.remove(at: form.index(after: form.startIndex))
    } else if form.hasPrefix("n") {
      form = "l" + form.dropFirst()
    }
    return form
  }
}
