// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The lines of a file, each with its line end, one after the other; opened when the first is asked for.
///
/// A line of more than 8 MB comes in pieces, so that memory stays flat; a number that lies across two pieces is not seen.
struct TextLines: ~Copyable {
  private static let longest = 8_000_000
  private let path: String
  private var descriptor: CInt = -1
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// The lines of the file of that name, `-` being standard input.
  init(_ path: String) { self.path = path }

  deinit { if descriptor > 0 { close(descriptor) } }

  /// The next line; nil after the last.
  mutating func next() throws(CommandFailure) -> [UInt8]? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) { return take(end + 1) }
      if buffer.count - start >= Self.longest || isAtEnd { return start == buffer.count ? nil : take(buffer.count) }
      buffer.removeFirst(start)
      start = 0
      searched = buffer.count
      try fill()
    }
  }

  private mutating func take(_ end: Int) -> [UInt8] {
    defer { start = end }
    return Array(buffer[start..<end])
  }

  private mutating func fill() throws(CommandFailure) {
    if descriptor < 0 { descriptor = path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC) }
    var number = errno
    var got = -1
    let source = descriptor
    if source >= 0 {
      buffer.append(addingCapacity: 1 << 16) { room in
        unsafe room.withUnsafeMutableBufferPointer { room, count in
          repeat { got = unsafe read(source, room.baseAddress, 1 << 16) } while got < 0 && errno == EINTR
          count = max(got, 0)
        }
      }
      number = errno
    }
    guard got >= 0 else { throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: number))) }
    isAtEnd = got == 0
  }
}
