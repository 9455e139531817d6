// SPDX-License-Identifier: Apache-2.0
import CZlib
import CZstd
import FenliuCompression
import FenliuTestSupport
import Testing

@Suite struct DecompressorTests {
  /// What comes of `bytes`, given in pieces of these lengths, and whether they may end where they do.
  static func undone(
    _ bytes: [UInt8], _ compression: Compression, upTo most: () -> Int = { 65_536 }, pieces: () -> Int
  ) throws -> (bytes: [UInt8], mayEnd: Bool) {
    var decompressor = Decompressor(compression)
    var output: [UInt8] = []
    var held: [UInt8] = []
    var place = 0
    while true {
      let before = output.count
      let most = max(1, most())
      let taken = try decompressor.decompress(held.span, upTo: most, into: &output)
      #expect(output.count - before <= most)
      held.removeFirst(taken)
      if taken == 0, output.count == before {
        if place == bytes.count { break }
        let end = min(place + max(1, pieces()), bytes.count)
        held += bytes[place..<end]
        place = end
      }
    }
    return (output, decompressor.mayEnd && held.isEmpty)
  }

  static func undone(_ bytes: [UInt8], _ compression: Compression) throws -> (bytes: [UInt8], mayEnd: Bool) {
    try undone(bytes, compression) { bytes.count }
  }

  /// Text with repetitions, as compressors like it.
  static func text(_ random: inout SplitMix64, count: Int) -> [UInt8] {
    let words = ["路灯坏了", "三天没人来修，", "a", "\n", "求助"]
    return Array((0..<count).map { _ in words.randomElement(using: &random)! }.joined().utf8)
  }

  static func wrapped(_ bytes: [UInt8], _ compression: Compression) -> [UInt8] {
    compression == .gzip ? Compressed.gzip(bytes) : Compressed.zstd(bytes)
  }

  static func compression(_ beginning: [UInt8]) -> Compression? { Compression(beginning: beginning.span) }

  @Test("the beginning of a file tells how it was compressed")
  func beginnings() {
    #expect(Self.compression(Compressed.gzip([1])) == .gzip)
    #expect(Self.compression(Compressed.zstd([1])) == .zstd)
    #expect(Self.compression(Wrapped.skippable([1])) == .zstd)
    #expect(Self.compression(Array("PK\u{3}\u{4}".utf8)) == nil)
    #expect(Self.compression([]) == nil)
  }

  @Test(
    "several members and frames are one text, whatever pieces it comes in", arguments: Seeds.standard,
    Compression.allCases)
  func pieces(seed: UInt64, compression: Compression) throws {
    var random = SplitMix64(seed: seed)
    let parts = (0..<3).map { _ in Self.text(&random, count: Int.random(in: 0..<2000, using: &random)) }
    var bytes = parts.flatMap { Self.wrapped($0, compression) }
    if compression == .zstd { bytes = Wrapped.skippable(parts[0]) + bytes + Wrapped.skippable([]) }
    if compression == .gzip { bytes += [UInt8](repeating: 0, count: Int.random(in: 0..<600, using: &random)) }
    let whole = Array(parts.joined())
    #expect(try Self.undone(bytes, compression) == (whole, true))
    #expect(try Self.undone(bytes, compression) { 1 } == (whole, true))
    let odd = try Self.undone(
      bytes, compression, upTo: { Int.random(in: 1...5000, using: &random) },
      pieces: { Int.random(in: 1...700, using: &random) })
    #expect(odd == (whole, true))
  }

  @Test("bytes that are stored as they are come out as they are", arguments: [0, 1, 70_000, 300_000])
  func stored(count: Int) throws {
    var random = SplitMix64(seed: 5)
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(try Self.undone(Wrapped.gzip(bytes), .gzip) == (bytes, true))
    #expect(try Self.undone(Wrapped.zstd(bytes), .zstd) == (bytes, true))
  }

  @Test("wherever a file is cut off, it is known that something is missing", arguments: Compression.allCases)
  func truncated(compression: Compression) throws {
    var random = SplitMix64(seed: 3)
    let bytes = Self.wrapped(Self.text(&random, count: 300), compression)
    for length in 0..<bytes.count {
      #expect(try !Self.undone(Array(bytes[..<length]), compression).mayEnd, "cut off after \(length)")
    }
  }

  @Test("bytes behind the last member or frame are an error with their place", arguments: Compression.allCases)
  func trailing(compression: Compression) throws {
    let bytes = Self.wrapped(Array("路灯坏了".utf8), compression)
    for rest in [Array("garbage".utf8), [0x1F, 0x8C, 0, 0, 0], [0, 0, 0, 0, 1]] {
      let error = #expect(throws: DecompressionFailure.self) { try Self.undone(bytes + rest, compression) }
      #expect(error?.kind == .trailingBytes)
      #expect(bytes.count..<bytes.count + rest.count ~= error?.offset ?? 0)
    }
  }

  @Test("a byte that was changed is never passed over", arguments: Compression.allCases)
  func damaged(compression: Compression) throws {
    var random = SplitMix64(seed: 4)
    let text = Self.text(&random, count: 300)
    let bytes = Self.wrapped(text, compression)
    // The header of gzip has a time and a system, which nobody checks.
    for place in (compression == .gzip ? 10 : 0)..<bytes.count {
      var changed = bytes
      changed[place] ^= 0x10
      if let result = try? Self.undone(changed, compression) {
        #expect(!result.mayEnd || result.bytes == text, "changed at \(place)")
      }
    }
  }

  @Test("a frame that wants more memory than 128 MB is refused")
  func window() throws {
    #expect(try Self.undone(Wrapped.zstd([1, 2], windowLog: 27), .zstd).bytes == [1, 2])
    let error = #expect(throws: DecompressionFailure.self) {
      try Self.undone(Wrapped.zstd([1, 2], windowLog: 28), .zstd)
    }
    #expect(error?.kind == .windowTooLarge)
  }

  @Test(
    "a hundred megabytes of the same byte cost no more than what is asked for at once", arguments: Compression.allCases)
  func bomb(compression: Compression) throws {
    let bytes = Self.wrapped([UInt8](repeating: 0x61, count: 100_000_000), compression)
    var decompressor = Decompressor(compression)
    var held = bytes
    var total = 0
    var output: [UInt8] = []
    while true {
      output.removeAll(keepingCapacity: true)
      let taken = try decompressor.decompress(held.span, upTo: 100_000, into: &output)
      held.removeFirst(taken)
      total += output.count
      if taken == 0, output.isEmpty { break }
      #expect(output.count <= 100_000)
    }
    #expect(total == 100_000_000)
    #expect(output.capacity < 300_000)
    let mayEnd = decompressor.mayEnd
    #expect(mayEnd)
  }
}

/// Bytes made smaller by the libraries themselves.
private enum Compressed {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 1000 + 100)
    var source = bytes
    let count = unsafe source.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        unsafe deflateInit2_(
          &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
        unsafe stream.next_in = source.baseAddress
        unsafe stream.avail_in = UInt32(source.count)
        unsafe stream.next_out = target.baseAddress
        unsafe stream.avail_out = UInt32(target.count)
        let result = unsafe deflate(&stream, Z_FINISH)
        precondition(result == Z_STREAM_END, "zlib did not finish")
        unsafe deflateEnd(&stream)
        return unsafe target.count - Int(stream.avail_out)
      }
    }
    return Array(output[..<count])
  }

  /// A frame with a checksum.
  static func zstd(_ bytes: [UInt8]) -> [UInt8] {
    guard let context = unsafe ZSTD_createCCtx() else { preconditionFailure("no memory for zstd") }
    defer { unsafe ZSTD_freeCCtx(context) }
    unsafe ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
    let count = unsafe ZSTD_compress2(context, &output, output.count, bytes, bytes.count)
    precondition(ZSTD_isError(count) == 0, "zstd did not finish")
    return Array(output[..<count])
  }
}
