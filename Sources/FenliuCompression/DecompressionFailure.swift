// SPDX-License-Identifier: Apache-2.0

/// Why compressed bytes cannot be undone.
public struct DecompressionFailure: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    /// The bytes are not what the format allows, or a checksum does not fit.
    case damaged
    /// After the last whole member or frame come bytes that begin no other.
    case trailingBytes
    /// A frame wants a larger window of memory than it gets.
    case windowTooLarge
  }

  /// What is wrong.
  public let kind: Kind
  /// Where, in compressed bytes from the beginning: as far as they were taken in.
  public let offset: Int
}
