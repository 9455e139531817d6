// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Paths as the system knows them.
enum RealPath {
  /// The absolute path without links, `.` and `..`; nil where nothing lies there.
  static func of(_ path: String) -> String? {
    guard let resolved = unsafe realpath(path, nil) else { return nil }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }
}
