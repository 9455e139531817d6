// SPDX-License-Identifier: Apache-2.0
import CZlib

/// A file of gzip being undone by zlib: members, one after the other, then nothing or zeros, with which tapes are filled up.
@safe struct GzipDecoder: ~Copyable, Sendable {
  private enum State {
    /// Within a member.
    case inMember
    /// After a whole member.
    case betweenMembers
    /// Among the zeros after the last.
    case padding
  }

  // SAFETY: zlib's state points back to the stream, so the stream stays where it was made. It is reachable through this value
  // only, which cannot be copied, and freed once, by `deinit`. It is tied to no thread.
  private nonisolated(unsafe) let stream: UnsafeMutablePointer<z_stream>
  private var state = State.inMember
  private var offset = 0

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // 15: the largest window there is; 16 more: with the header of gzip.
    let made = unsafe inflateInit2_(stream, 15 + 16, ZLIB_VERSION, CInt(MemoryLayout<z_stream>.size))
    precondition(made == Z_OK, "no memory for zlib, or another zlib than this was built for")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  mutating func decompress(
    _ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]
  ) throws(DecompressionFailure) -> (taken: Int, mayEnd: Bool) {
    var place = 0
    let before = output.count
    loop: while true {
      switch state {
      case .padding:
        while place < input.count, input[place] == 0 { place += 1 }
        guard place == input.count else { throw DecompressionFailure(kind: .trailingBytes, offset: offset + place) }
        break loop
      case .betweenMembers:
        guard place < input.count else { break loop }
        if input[place] == 0 {
          state = .padding
          continue
        }
        // The two bytes that begin a member must both be seen; alone, the first is given back.
        guard input[place] == 0x1F, place + 1 == input.count || input[place + 1] == 0x8B else {
          throw DecompressionFailure(kind: .trailingBytes, offset: offset + place)
        }
        if place + 1 == input.count { break loop }
        let reset = unsafe inflateReset(stream)
        precondition(reset == Z_OK, "zlib lost its state")
        state = .inMember
      case .inMember:
        let room = most - (output.count - before)
        guard room > 0 else { break loop }
        let (taken, result) = inflate(input.extracting(droppingFirst: place), upTo: room, into: &output)
        place += taken
        switch result {
        case Z_STREAM_END: state = .betweenMembers
        // Z_BUF_ERROR: nothing more can be done with what there is.
        case Z_OK, Z_BUF_ERROR:
          if place == input.count || output.count - before == most { break loop }
        default: throw DecompressionFailure(kind: .damaged, offset: offset + place)
        }
      }
    }
    offset += place
    return (place, state != .inMember)
  }

  /// One call of zlib: how many bytes it took, and its answer.
  private func inflate(
    _ input: Span<UInt8>, upTo most: Int, into output: inout [UInt8]
  ) -> (taken: Int, result: CInt) {
    // zlib counts in 32 bits.
    let offered = min(input.count, 1 << 30)
    var result = Z_OK
    var left = 0
    output.append(addingCapacity: most) { span in
      unsafe span.withUnsafeMutableBufferPointer { room, count in
        unsafe input.withUnsafeBufferPointer { bytes in
          // zlib does not write to its input, though its type says that it could.
          unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
          unsafe stream.pointee.avail_in = UInt32(offered)
          unsafe stream.pointee.next_out = room.baseAddress
          unsafe stream.pointee.avail_out = UInt32(min(most, 1 << 30))
          result = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
          left = unsafe Int(stream.pointee.avail_in)
          count = unsafe min(most, 1 << 30) - Int(stream.pointee.avail_out)
        }
      }
    }
    return (offered - left, result)
  }
}
