// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest
import Glibc

/// A file under way, under a temporary name, with the digest of what was written; or standard output.
///
/// Only its owner may read it: posts stand in it. A file that is not finished is removed, so that nothing half written is
/// ever taken for a result.
public struct OutputFile: ~Copyable, Sendable {
  /// A file as it was written.
  public struct Written: Hashable, Sendable {
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
  private var isFinished = false

  /// Begins the file `name` in `folder`, under `name.partial`.
  public init(_ name: String, in folder: String) throws(OutputFailure) {
    let path = folder + "/" + name + ".partial"
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
  }

  /// Standard output, which stays open.
  public static var standardOutput: OutputFile { OutputFile(stream: STDOUT_FILENO) }
  /// Standard error, which stays open.
  public static var standardError: OutputFile { OutputFile(stream: STDERR_FILENO) }

  private init(stream: CInt) {
    name = "-"
    path = nil
    descriptor = stream
  }

  deinit {
    guard let path else { return }
    close(descriptor)
    if !isFinished { _ = unsafe unlink(path) }
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

  /// Ends the file, with its bytes on the disk. It still has its temporary name.
  public consuming func finish() throws(OutputFailure) -> Written {
    if let path, fsync(descriptor) != 0 { throw .system(path: path, number: errno) }
    isFinished = true
    return Written(name: name, byteCount: byteCount, digest: takeDigest())
  }

  private mutating func takeDigest() -> SHA256Digest {
    var taken = SHA256Hasher()
    swap(&taken, &hasher)
    return taken.finish()
  }
}
