// SPDX-License-Identifier: Apache-2.0

/// How bytes were made smaller: the two ways that are undone.
public enum Compression: String, Hashable, Sendable, CaseIterable {
  /// RFC 1952: one member or several, one after the other.
  case gzip
  /// RFC 8878: one frame or several, and frames to be skipped.
  case zstd

  /// The way that the first bytes show; nil where they show none.
  public init?(beginning: Span<UInt8>) {
    if beginning.count >= 2, beginning[0] == 0x1F, beginning[1] == 0x8B {
      self = .gzip
    } else if beginning.count >= 4, beginning[1] == 0xB5, beginning[0] == 0x28, beginning[2] == 0x2F,
      beginning[3] == 0xFD
    {
      self = .zstd
    } else if beginning.count >= 4, beginning[0] & 0xF0 == 0x50, beginning[1] == 0x2A, beginning[2] == 0x4D,
      beginning[3] == 0x18
    {
      // A frame to be skipped may come first.
      self = .zstd
    } else {
      return nil
    }
  }

  /// How many bytes are needed to know.
  public static let beginningLength = 4

  /// What stands at the end of the names of such files.
  public var suffixes: [String] {
    switch self {
    case .gzip: [".gz", ".gzip"]
    case .zstd: [".zst", ".zstd"]
    }
  }
}
