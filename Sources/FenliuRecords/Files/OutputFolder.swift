// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The folder that a run writes its results into, held by one run at a time.
///
/// Files are written under temporary names and appear all at the end, each by a rename that cannot be half done.
public struct OutputFolder: ~Copyable, Sendable {
  /// The folder as it was named to the program.
  public let path: String
  private let descriptor: CInt

  /// Makes the folder where it is missing, with those above it, and takes hold of it.
  public init(_ path: String) throws(OutputFailure) {
    try Self.make(path)
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .system(path: path, number: errno) }
    guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(opened)
      throw number == EWOULDBLOCK ? .inUse(path: path) : .system(path: path, number: number)
    }
    self.path = path
    descriptor = opened
  }

  /// Makes the folder where it is missing, for its owner only, and takes hold of it as soon as nobody else does.
  ///
  /// For folders that are held for moments, never for the length of a run.
  public init(patiently path: String) throws(OutputFailure) {
    try Self.make(path, mode: 0o700)
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw .system(path: path, number: errno) }
    while flock(opened, LOCK_EX) != 0 {
      let number = errno
      if number == EINTR { continue }
      close(opened)
      throw .system(path: path, number: number)
    }
    self.path = path
    descriptor = opened
  }

  deinit {
    // A process that this one is just starting holds a copy of the descriptor, and with it the lock, until it is replaced.
    _ = flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Begins a file of the folder.
  public borrowing func file(_ name: String) throws(OutputFailure) -> OutputFile { try OutputFile(name, in: path) }

  /// Gives finished files of a folder their names, in this order.
  public static func publish(_ files: [OutputFile.Written], in folder: String) throws(OutputFailure) {
    for file in files {
      let final = folder + "/" + file.name
      guard unsafe rename(final + ".partial", final) == 0 else { throw .system(path: final, number: errno) }
    }
  }

  /// Gives the finished files their names, in this order, and waits until the disk has them.
  public borrowing func publish(_ files: [OutputFile.Written]) throws(OutputFailure) {
    try Self.publish(files, in: path)
    guard fsync(descriptor) == 0 else { throw .system(path: path, number: errno) }
  }

  private static func make(_ path: String, mode: mode_t = 0o777) throws(OutputFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(part) : "/" + part
      if unsafe mkdir(made, mode) != 0, errno != EEXIST { throw .system(path: made, number: errno) }
    }
  }
}
