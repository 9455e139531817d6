// SPDX-License-Identifier: Apache-2.0
#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The little of the file system that loading needs, without Foundation.
enum FileSystem {
  /// Why a file or folder could not be read.
  enum Failure: Error, Hashable {
    case absent
    case tooLarge
    /// The system's own words.
    case refused(String)
  }

  /// All bytes of a file.
  static func read(_ path: String, atMost most: Int) throws(Failure) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure() }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw failure() }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .refused("not a file") }
    guard Int(status.st_size) <= most else { throw .tooLarge }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Self.read(descriptor, &buffer)
      if count == 0 { return bytes }
      guard count > 0 else { throw failure() }
      bytes += buffer[..<count]
      guard bytes.count <= most else { throw .tooLarge }
    }
  }

  /// The names of what lies in a folder, sorted by their bytes; hidden ones are left out.
  static func names(in folder: String) throws(Failure) -> [String] {
    guard let stream = unsafe opendir(folder) else { throw failure() }
    defer { unsafe closedir(stream) }
    var names: [String] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { raw in
        unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path without links, `.` and `..`; nil where nothing lies there.
  static func realPath(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func read(_ descriptor: Int32, _ buffer: inout [UInt8]) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { raw in
        #if canImport(Glibc)
          unsafe Glibc.read(descriptor, raw.baseAddress, raw.count)
        #elseif canImport(Musl)
          unsafe Musl.read(descriptor, raw.baseAddress, raw.count)
        #else
          unsafe Darwin.read(descriptor, raw.baseAddress, raw.count)
        #endif
      }
      if count >= 0 || errno != EINTR { return count }
    }
  }

  private static func failure() -> Failure {
    let number = errno
    if number == ENOENT || number == ENOTDIR { return .absent }
    return unsafe .refused(String(cString: strerror(number)))
  }
}
