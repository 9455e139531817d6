// SPDX-License-Identifier: Apache-2.0
import Glibc

/// An open file, or standard input, whose bytes come one after the other.
struct InputFile: ~Copyable, Sendable {
  /// The name by which it was opened; `-` is standard input.
  let name: String
  /// Whether reads may come back with little because somebody is still writing: a pipe or a terminal.
  let isLive: Bool
  private let descriptor: CInt

  /// Opens the file of that name.
  init(_ name: String) throws(InputFailure) {
    self.name = name
    descriptor = name == "-" ? STDIN_FILENO : unsafe open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(file: name, number: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(file: name, number: errno) }
    if status.st_mode & S_IFMT == S_IFDIR { throw .system(file: name, number: EISDIR) }
    isLive = status.st_mode & S_IFMT != S_IFREG
  }

  deinit { if descriptor > STDIN_FILENO { close(descriptor) } }

  /// Appends up to `most` bytes to `buffer`; false at the end of the file.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    var got = 0
    buffer.append(addingCapacity: most) { span in
      unsafe span.withUnsafeMutableBufferPointer { room, count in
        repeat {
          got = unsafe Glibc.read(descriptor, room.baseAddress, most)
        } while got < 0 && errno == EINTR
        count = max(got, 0)
      }
    }
    let number = errno
    if got < 0 { throw .system(file: name, number: number) }
    return got > 0
  }
}
