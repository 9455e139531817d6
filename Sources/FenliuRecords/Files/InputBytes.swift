// SPDX-License-Identifier: Apache-2.0
import FenliuCompression
import FenliuDigest

/// The bytes of an input, taken out of the container it may be in.
///
/// What a container is shows in its first bytes, whatever its name. Memory stays at what is asked for at once.
struct InputBytes: ~Copyable, Sendable {
  /// How the file was compressed; nil where its bytes are the content.
  let compression: Compression?
  private var file: InputFile
  private var decompressor: Decompressor?
  /// What was read of the file and not yet given out.
  private var held: [UInt8] = []
  private var isFileAtEnd = false
  /// How many bytes came out.
  private var contentCount = 0

  private static let readLength = 65_536

  /// Opens `name`, `-` being standard input.
  init(_ name: String) throws(InputFailure) {
    var file = try InputFile(name)
    var held: [UInt8] = []
    var isFileAtEnd = false
    while held.count < Compression.beginningLength, !isFileAtEnd {
      isFileAtEnd = try !file.read(upTo: Self.readLength, into: &held)
    }
    compression = Compression(beginning: held.span)
    if let compression { decompressor = Decompressor(compression) } else { decompressor = nil }
    self.file = file
    self.held = held
    self.isFileAtEnd = isFileAtEnd
  }

  /// Whether reads may come back with little because somebody is still writing.
  var isLive: Bool { file.isLive }
  /// The descriptor of a file that holds the content itself and can be read at any place.
  var seekable: CInt? { compression == nil ? file.seekable : nil }
  /// How many bytes of the file have been read.
  var byteCount: Int { file.byteCount }

  /// The digest of the bytes of the file that have been read so far.
  var digestSoFar: SHA256Digest { file.digestSoFar }

  /// Appends at most `most` bytes to `buffer`; false at the end.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    if let compression { return try decompress(compression, upTo: most, into: &buffer) }
    if !held.isEmpty {
      let count = min(most, held.count)
      buffer.append(contentsOf: held[..<count])
      held.removeFirst(count)
      return true
    }
    return isFileAtEnd ? false : try file.read(upTo: most, into: &buffer)
  }

  /// The digest of all bytes of the file; asked for after the last.
  consuming func finish() -> SHA256Digest { file.finish() }

  private mutating func decompress(
    _ compression: Compression, upTo most: Int, into buffer: inout [UInt8]
  ) throws(InputFailure) -> Bool {
    let before = buffer.count
    while true {
      // Taken out, so that decompressor and bytes are not one value's parts while both are in use.
      var input: [UInt8] = []
      swap(&input, &held)
      let taken: Int
      do throws(DecompressionFailure) {
        taken = try decompressor?.decompress(input.span, upTo: most, into: &buffer) ?? 0
      } catch {
        throw .compression(file: file.name, compression, error)
      }
      input.removeFirst(taken)
      swap(&input, &held)
      if buffer.count > before {
        contentCount += buffer.count - before
        return true
      }
      if taken > 0 { continue }
      if isFileAtEnd {
        guard held.isEmpty, mayEnd else {
          throw .truncated(
            file: file.name, compression, byteCount: file.byteCount, contentCount: contentCount)
        }
        return false
      }
      isFileAtEnd = try !file.read(upTo: Self.readLength, into: &held)
    }
  }

  private var mayEnd: Bool {
    switch decompressor {
    case .some(let decompressor): decompressor.mayEnd
    case nil: true
    }
  }
}
