// SPDX-License-Identifier: Apache-2.0
import CZstd

/// A file of zstd being undone by libzstd: frames, one after the other, of which some may be there to be skipped.
@safe struct ZstdDecoder: ~Copyable, Sendable {
  /// Windows of more than 2^27 bytes, 128 MB, are refused: who reads a file decides how much memory it may cost.
  private static let windowLog: CInt = 27

  // SAFETY: the context is made by `init`, reachable through this value only, which cannot be copied, and freed once, by
  // `deinit`. It is tied to no thread.
  private nonisolated(unsafe) let context: OpaquePointer
  /// Whether a frame has ended and no other has begun.
  private var isBetweenFrames = false
  private var hasSeenFrame = false
  /// Whether libzstd may hold back what it had no room for.
  private var mayHoldBack = false
  private var offset = 0

  init() {
    guard let made = unsafe ZSTD_createDCtx() else { preconditionFailure("no memory for zstd") }
    unsafe context = unsafe made
    let set = unsafe ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
    precondition(ZSTD_isError(set) == 0, "libzstd has no limit of the window")
  }

  deinit { unsafe ZSTD_freeDCtx(context) }

  mutating func decompress(
    _ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]
  ) throws(DecompressionFailure) -> (taken: Int, mayEnd: Bool) {
    var place = 0
    let before = output.count
    while output.count - before < most, place < input.count || mayHoldBack {
      let room = most - (output.count - before)
      let begins = isBetweenFrames
      let step = call(input.extracting(droppingFirst: place), upTo: room, into: &output)
      if ZSTD_isError(step.result) != 0 {
        throw DecompressionFailure(kind: kind(of: step.result, begins: begins), offset: offset + place)
      }
      place += step.taken
      if step.taken == 0, step.given == 0 {
        mayHoldBack = false
        break
      }
      isBetweenFrames = step.result == 0
      if isBetweenFrames { hasSeenFrame = true }
      mayHoldBack = step.given == room && !isBetweenFrames
    }
    offset += place
    return (place, isBetweenFrames)
  }

  private func kind(of result: Int, begins: Bool) -> DecompressionFailure.Kind {
    switch ZSTD_getErrorCode(result) {
    case ZSTD_error_frameParameter_windowTooLarge: .windowTooLarge
    case ZSTD_error_prefix_unknown where hasSeenFrame: .trailingBytes
    default: .damaged
    }
  }

  /// One call of libzstd: how many bytes it took and gave, and its answer.
  private func call(
    _ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]
  ) -> (taken: Int, given: Int, result: Int) {
    var taken = 0
    var given = 0
    var result = 0
    output.append(addingCapacity: most) { span in
      unsafe span.withUnsafeMutableBufferPointer { room, count in
        unsafe input.withUnsafeBufferPointer { bytes in
          var source = unsafe ZSTD_inBuffer(src: bytes.baseAddress, size: bytes.count, pos: 0)
          var target = unsafe ZSTD_outBuffer(dst: room.baseAddress, size: most, pos: 0)
          result = unsafe ZSTD_decompressStream(context, &target, &source)
          taken = unsafe source.pos
          given = unsafe target.pos
          count = given
        }
      }
    }
    return (taken, given, result)
  }
}
