// SPDX-License-Identifier: Apache-2.0

/// Compressed bytes being undone, piece by piece.
///
/// The pieces may be cut anywhere. Memory stays at the window of the format, 32 KB of gzip and at most 128 MB of zstd, whatever
/// comes out: no call appends more than it was allowed to, and what it did not take of its input is given to the next call again.
///
///     let taken = try decompressor.decompress(piece.span, upTo: 65_536, into: &text)
public struct Decompressor: ~Copyable, Sendable {
  /// Whether the bytes may end here, so that nothing is missing.
  public private(set) var mayEnd = false
  private var gzip: GzipDecoder?
  private var zstd: ZstdDecoder?

  /// Begins to undo `compression`.
  public init(_ compression: Compression) {
    switch compression {
    case .gzip:
      gzip = GzipDecoder()
      zstd = nil
    case .zstd:
      gzip = nil
      zstd = ZstdDecoder()
    }
  }

  /// Appends at most `most` bytes of what `input` stands for to `output`; how many bytes of `input` were taken.
  ///
  /// More may come of the same bytes: call again, with what is left, until nothing is taken and nothing appended.
  public mutating func decompress(
    _ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]
  ) throws(DecompressionFailure) -> Int {
    let step: (taken: Int, mayEnd: Bool)
    if let gone = try gzip?.decompress(input, upTo: most, into: &output) {
      step = gone
    } else if let gone = try zstd?.decompress(input, upTo: most, into: &output) {
      step = gone
    } else {
      preconditionFailure("a decompressor has one of two decoders")
    }
    mayEnd = step.mayEnd
    return step.taken
  }
}
