// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Glibc

/// A folder in memory for one campaign, in which the same few files are written again and again.
final class ScratchFolder {
  let path: String

  init() {
    let top = unsafe access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp"
    path = "\(top)/fenliu-fuzz-\(getpid())"
    _ = unsafe mkdir(path, 0o700)
    unsafe Self.last = path
    // libFuzzer leaves by exit, which frees nothing that a global holds.
    atexit { unsafe try? FileManager.default.removeItem(atPath: ScratchFolder.last) }
  }

  // SAFETY: written once, before the campaign begins, and read when it has ended.
  private nonisolated(unsafe) static var last = ""

  /// Writes a file anew; its path.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) -> String {
    let file = path + "/" + name
    var descriptor = open(file)
    if descriptor < 0, let slash = file.lastIndex(of: "/") {
      try? FileManager.default.createDirectory(atPath: String(file[..<slash]), withIntermediateDirectories: true)
      descriptor = open(file)
    }
    guard descriptor >= 0 else { fatalError("\(file) cannot be written") }
    defer { close(descriptor) }
    let written = unsafe bytes.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count else { fatalError("\(file) was written by half") }
    return file
  }

  private func open(_ file: String) -> Int32 { unsafe Glibc.open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o600) }
}
