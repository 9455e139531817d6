// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Files without a name, which only their owner could ever open and which go with the process.
public enum TemporaryFile {
  /// Makes one in `folder` and gives its descriptor away.
  public static func open(in folder: String) throws(WorkbookFailure) -> CInt {
    let (file, path) = try openNamed(in: folder)
    _ = unsafe unlink(path)
    return file
  }

  /// Makes one in `folder` that still has a name.
  static func openNamed(in folder: String) throws(WorkbookFailure) -> (file: CInt, path: String) {
    var template = Array((folder + "/.fenliu-XXXXXX").utf8CString)
    let file = unsafe mkstemp(&template)
    guard file >= 0 else { throw .system(number: errno) }
    _ = fcntl(file, F_SETFD, FD_CLOEXEC)
    return (file, String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self))
  }

  /// Writes all of `bytes` at a place of the file.
  public static func write(_ bytes: [UInt8], to file: CInt, at place: Int) throws(WorkbookFailure) {
    var done = 0
    while done < bytes.count {
      let from = done
      let written = unsafe bytes.withUnsafeBytes { raw in
        unsafe pwrite(file, raw.baseAddress.map { unsafe $0 + from }, bytes.count - from, off_t(place + from))
      }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else { throw .system(number: written < 0 ? errno : ENOSPC) }
      done += written
    }
  }
}
