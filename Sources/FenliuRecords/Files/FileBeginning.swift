// SPDX-License-Identifier: Apache-2.0
public import FenliuDigest
import Glibc

/// Reads the beginning of a file again, to see whether it is still what it was.
public enum FileBeginning {
  /// The digest of the first `count` bytes of a file; nil where it has fewer, or is no plain file.
  public static func digest(of path: String, count: Int) throws(OutputFailure) -> SHA256Digest? {
    let opened = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else {
      if errno == ENOENT { return nil }
      throw .system(path: path, number: errno)
    }
    defer { close(opened) }
    var hasher = SHA256Hasher()
    let isWhole = try read(count, of: opened, path) { hasher.update($0) }
    return isWhole ? hasher.finish() : nil
  }

  /// The length of a plain file; nil where there is none.
  public static func length(of path: String) throws(OutputFailure) -> Int? {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .system(path: path, number: errno)
    }
    return status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// The digest of the first `count` bytes of an input; nil where it has fewer, or is no plain file.
  public static func digest(ofInput path: String, count: Int) throws(InputFailure) -> SHA256Digest? {
    do throws(OutputFailure) {
      return try digest(of: path, count: count)
    } catch {
      guard case .system(_, let number) = error else { preconditionFailure("reading meets nothing but the system") }
      throw .system(file: path, number: number)
    }
  }

  /// Gives the first `count` bytes to `take`, in pieces of whole words but for the last one; false where there are fewer, or
  /// the file is no plain one.
  static func read(
    _ count: Int, of descriptor: CInt, _ path: String, _ take: (Span<UInt8>) throws(OutputFailure) -> Void
  ) throws(OutputFailure) -> Bool {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw .system(path: path, number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG, count >= 0, status.st_size >= count else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 18)
    var done = 0
    while done < count {
      let wanted = min(buffer.count, count - done)
      var filled = 0
      while filled < wanted {
        let start = filled
        let place = off_t(done + start)
        let got = unsafe buffer.withUnsafeMutableBytes { raw in
          unsafe pread(descriptor, raw.baseAddress.map { unsafe $0 + start }, wanted - start, place)
        }
        if got < 0, errno == EINTR { continue }
        if got < 0 { throw .system(path: path, number: errno) }
        // The file was cut while it was being read.
        if got == 0 { return false }
        filled += got
      }
      try take(buffer.span.extracting(0..<filled))
      done += filled
    }
    return true
  }
}
