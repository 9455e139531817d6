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
    try self.init(existing: path)
  }

  /// Takes hold of a folder that is there.
  public init(existing path: String) throws(OutputFailure) {
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
  public borrowing func file(_ name: String, keeping: Bool = false) throws(OutputFailure) -> OutputFile {
    try OutputFile(name, in: path, keeping: keeping)
  }

  /// Whether the folder has a file of that name.
  public borrowing func has(_ name: String) -> Bool {
    unsafe faccessat(descriptor, name, F_OK, AT_SYMLINK_NOFOLLOW) == 0
  }

  /// Takes files away that may be there, and waits until the disk knows that they are gone.
  public borrowing func remove(_ names: [String]) throws(OutputFailure) {
    var isChanged = false
    for name in names {
      if unsafe unlinkat(descriptor, name, 0) == 0 {
        isChanged = true
      } else {
        let number = errno
        // Where nothing may be written, the system says so of files that are not there too.
        if number != ENOENT, has(name) { throw .system(path: path + "/" + name, number: number) }
      }
    }
    if isChanged { try sync() }
  }

  /// Waits until the disk has the names of all files of the folder.
  public borrowing func sync() throws(OutputFailure) {
    guard fsync(descriptor) == 0 else { throw .system(path: path, number: errno) }
  }

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
    try sync()
  }

  /// Puts `bytes` in place of the file `name`. At every moment either the old file or the new one is there, whole.
  public borrowing func replace(_ name: String, with bytes: [UInt8]) throws(OutputFailure) {
    var file = try file(name)
    try file.write(bytes)
    try publish([try file.finish()])
  }

  private static func make(_ path: String, mode: mode_t = 0o777) throws(OutputFailure) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made == "/" ? String(part) : "/" + part
      let above = made.contains("/") ? String(made[...(made.lastIndex(of: "/") ?? made.startIndex)]) : "."
      if unsafe mkdir(made, mode) == 0 {
        try sync(above)
      } else if errno != EEXIST {
        throw .system(path: made, number: errno)
      }
    }
  }

  /// Waits until the disk has the names in the folder at `path`.
  private static func sync(_ path: String) throws(OutputFailure) {
    let opened = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written to but not listed cannot be opened; then the system's own time must do.
    guard opened >= 0 else { return }
    defer { close(opened) }
    if fsync(opened) != 0, errno != EINVAL { throw .system(path: path, number: errno) }
  }
}
