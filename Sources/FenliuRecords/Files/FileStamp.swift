// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What can be seen of a file without reading it, by which a change is noticed.
public struct FileStamp: Hashable, Sendable, Codable {
  /// The file as it was named to the program.
  public let file: String
  /// Its length.
  public let byteCount: Int
  /// When it was last changed, in seconds since 1970 with nine decimals, as the system says it.
  public let modified: String

  /// The stamp of a file; nil where it is something that cannot be read again, such as a pipe or standard input.
  public init?(_ file: String) throws(InputFailure) {
    if file == "-" { return nil }
    var status = stat()
    guard unsafe stat(file, &status) == 0 else { throw .system(file: file, number: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.file = file
    byteCount = Int(status.st_size)
    let fraction = String(status.st_mtim.tv_nsec)
    modified = "\(status.st_mtim.tv_sec)." + String(repeating: "0", count: 9 - fraction.count) + fraction
  }
}
