// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest
import Glibc

/// A file under way, under a temporary name, with the digest of what was written; or standard output.
///
/// Only its owner may read it: posts stand in it. A file that is not finished is removed, so that nothing half written is
/// ever taken for a result; one that is kept stays under its temporary name, for a later run to go on with.
public struct OutputFile: ~Copyable, Sendable {
  /// A file as it was written.
  public struct Written: Hashable, Sendable, Codable {
    /// Its name within its folder.
    public let name: String
    /// Its length.
    public let byteCount: Int
    /// The digest of all its bytes.
    public let digest: SHA256Digest
  }

  private let name: String
  /// Where it is being written; nil for a stream that was open before.
  private let path: String?
  private let descriptor: CInt
  private var byteCount = 0
  private var hasher = SHA256Hasher()
  /// Whether the file stays when its value goes.
  private var isKept = false

  /// Begins the file `name` in `folder`, under `name.partial`, and with `keeping` leaves it there if it is never finished.
  public init(_ name: String, in folder: String, keeping: Bool = false) throws(OutputFailure) {
    let path = Self.path(of: name, in: folder)
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC
    let opened = unsafe open(path, flags, 0o600)
    guard opened >= 0 else { throw .system(path: path, number: errno) }
    // The file may be an old one, left behind with other rights by a run that was killed.
    guard fchmod(opened, 0o600) == 0 else {
      let number = errno
      close(opened)
      throw .system(path: path, number: number)
    }
    self.name = name
    self.path = path
    descriptor = opened
    isKept = keeping
  }

  /// Opens the kept file whose beginning is `left`, and gives those bytes to `take`. It is kept again.
  ///
  /// Whatever stands behind them stays until `cutBack`, so that nothing is changed while it is being looked at. Throws
  /// `changed` when the bytes are others.
  public static func reopened(
    _ left: Written, in folder: String, _ take: (Span<UInt8>) throws(OutputFailure) -> Void = { _ in }
  ) throws(OutputFailure) -> OutputFile {
    let path = path(of: left.name, in: folder)
    let opened = unsafe open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard opened >= 0 else { throw errno == ENOENT ? .changed(path: path) : .system(path: path, number: errno) }
    var file = OutputFile(name: left.name, path: path, descriptor: opened)
    file.isKept = true
    let isWhole = try FileBeginning.read(left.byteCount, of: opened, path) { bytes throws(OutputFailure) in
      file.hasher.update(bytes)
      try take(bytes)
    }
    guard isWhole, file.hasher.soFar() == left.digest else { throw .changed(path: path) }
    file.byteCount = left.byteCount
    return file
  }

  private init(name: String, path: String?, descriptor: CInt) {
    self.name = name
    self.path = path
    self.descriptor = descriptor
  }

  /// The path of a file under way.
  public static func path(of name: String, in folder: String) -> String { folder + "/" + name + ".partial" }

  /// Standard output, which stays open.
  public static var standardOutput: OutputFile { OutputFile(name: "-", path: nil, descriptor: STDOUT_FILENO) }
  /// Standard error, which stays open.
  public static var standardError: OutputFile { OutputFile(name: "-", path: nil, descriptor: STDERR_FILENO) }

  deinit {
    guard let path else { return }
    close(descriptor)
    if !isKept { _ = unsafe unlink(path) }
  }

  /// Takes away what stands behind the bytes that are counted, so that the next ones follow on them.
  public mutating func cutBack() throws(OutputFailure) {
    guard let path else { return }
    guard ftruncate(descriptor, off_t(byteCount)) == 0, lseek(descriptor, off_t(byteCount), SEEK_SET) >= 0,
      fchmod(descriptor, 0o600) == 0
    else { throw .system(path: path, number: errno) }
  }

  /// Appends `bytes`.
  public mutating func write(_ bytes: [UInt8]) throws(OutputFailure) {
    hasher.update(bytes.span)
    byteCount += bytes.count
    var start = 0
    while start < bytes.count {
      let from = start
      let written = unsafe bytes.withUnsafeBytes { raw in
        unsafe Glibc.write(descriptor, raw.baseAddress.map { unsafe $0 + from }, bytes.count - from)
      }
      if written < 0 {
        let number = errno
        if number == EINTR { continue }
        if number == EPIPE { throw .closedPipe }
        throw .system(path: path ?? name, number: number)
      }
      start += written
    }
  }

  /// Waits until the disk has all that was written so far; what that is.
  public mutating func checkpoint() throws(OutputFailure) -> Written {
    if let path, fdatasync(descriptor) != 0 { throw .system(path: path, number: errno) }
    return Written(name: name, byteCount: byteCount, digest: hasher.soFar())
  }

  /// Ends the file, with its bytes on the disk. It still has its temporary name.
  public consuming func finish() throws(OutputFailure) -> Written {
    if let path, fsync(descriptor) != 0 { throw .system(path: path, number: errno) }
    isKept = true
    return Written(name: name, byteCount: byteCount, digest: takeDigest())
  }

  private mutating func takeDigest() -> SHA256Digest {
    var taken = SHA256Hasher()
    swap(&taken, &hasher)
    return taken.finish()
  }
}
