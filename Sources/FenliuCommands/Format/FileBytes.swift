// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Reads files whole, and replaces them whole.
enum FileBytes {
  /// All bytes of a file; ends the program with 2 where it cannot be read.
  static func read(_ path: String) throws(CommandFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno))) }
    defer { close(descriptor) }
    return try all(of: descriptor, path)
  }

  /// The first bytes of a file, `most` at most or a few more.
  static func beginning(of path: String, most: Int) throws(CommandFailure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno))) }
    defer { close(descriptor) }
    return try all(of: descriptor, path, most: most)
  }

  /// All of standard input.
  static func standardInput() throws(CommandFailure) -> [UInt8] { try all(of: STDIN_FILENO, "-") }

  /// Puts `bytes` in the place of the file at `path`, with the rights it has. At every moment either the old file or the new
  /// one is there. A link stays one.
  static func replace(_ path: String, with bytes: [UInt8]) throws(CommandFailure) {
    guard let resolved = unsafe realpath(path, nil) else { throw cannotWrite(path) }
    defer { unsafe free(resolved) }
    let target = unsafe String(cString: resolved)
    var status = stat()
    guard unsafe stat(target, &status) == 0 else { throw cannotWrite(path) }
    let temporary = target + ".partial"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw cannotWrite(temporary) }
    var isDone = false
    defer { if !isDone { _ = unsafe unlink(temporary) } }
    do {
      defer { close(descriptor) }
      try write(bytes, to: descriptor, path)
      guard fchmod(descriptor, status.st_mode & 0o7777) == 0, fsync(descriptor) == 0 else { throw cannotWrite(path) }
    }
    guard unsafe rename(temporary, target) == 0 else { throw cannotWrite(path) }
    isDone = true
  }

  private static func write(_ bytes: [UInt8], to descriptor: CInt, _ path: String) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { throw cannotWrite(path) }
      rest = rest.dropFirst(written)
    }
  }

  private static func all(
    of descriptor: CInt, _ path: String, most: Int = .max
  ) throws(CommandFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < most {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw .couldNotWork(.cannotRead(path: path, reason: SystemReason.text(of: errno)))
      }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private static func cannotWrite(_ path: String) -> CommandFailure {
    .couldNotWork(.cannotWrite(path: path, reason: SystemReason.text(of: errno)))
  }
}
