// SPDX-License-Identifier: Apache-2.0

/// One way of taking what stands in a text for a letter of a word.
struct Reading: Hashable, Sendable, BitwiseCopyable {
  /// How sure it is.
  enum Certainty: UInt8, Hashable, Sendable, BitwiseCopyable {
    /// The letter itself.
    case exact
    /// A disguise that few ordinary words share: the same sound and tone, the same shape, the whole syllable, the parts.
    case close
    /// One that many do: another tone or a neighbouring sound.
    case loose
    /// The first letter of the syllable.
    case initial
  }

  /// The letter, by its number in the table.
  var letter: UInt32
  /// nil for the letter itself.
  var trick: Trick?
  var certainty: Certainty
}

/// A reading of several scalars.
struct LongReading: Sendable {
  var text: [Unicode.Scalar]
  var reading: Reading
}
