// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import Glibc

/// An open file, or standard input, whose raw bytes come one after the other and are counted and digested on the way.
struct InputFile: ~Copyable, Sendable {
  /// The name by which it was opened; `-` is standard input.
  let name: String
  /// Whether reads may come back with little because somebody is still writing: a pipe or a terminal.
  let isLive: Bool
  /// How many bytes have been read.
  private(set) var byteCount = 0
  private let descriptor: CInt
  private var hasher = SHA256Hasher()

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

  /// The descriptor of a file that can be read at any place; nil for standard input, of which somebody may have read a part.
  var seekable: CInt? { isLive || name == "-" ? nil : descriptor }

  /// Appends up to `most` bytes to `buffer`; false at the end of the file.
  mutating func read(upTo most: Int, into buffer: inout [UInt8]) throws(InputFailure) -> Bool {
    let before = buffer.count
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
    byteCount += got
    hasher.update(buffer.span.extracting(before..<buffer.count))
    return got > 0
  }

  /// The digest of the bytes that have been read so far.
  var digestSoFar: SHA256Digest { hasher.soFar() }

  /// The digest of all bytes that were read; asked for after the last.
  consuming func finish() -> SHA256Digest {
    var taken = SHA256Hasher()
    swap(&taken, &hasher)
    return taken.finish()
  }
}
