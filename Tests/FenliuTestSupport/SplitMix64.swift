// SPDX-License-Identifier: Apache-2.0

/// A random number generator that gives the same numbers for the same seed, so that a failure can be repeated.
///
/// Source: Sebastiano Vigna's splitmix64, in the public domain.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Starts the sequence that belongs to `seed`.
  public init(seed: UInt64) { state = seed }

  /// The next number of the sequence.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// The seeds that property tests run over.
public enum Seeds {
  /// Enough seeds to meet the usual mistakes, few enough to run at every commit.
  public static let standard: [UInt64] = Array(1...16)
}
