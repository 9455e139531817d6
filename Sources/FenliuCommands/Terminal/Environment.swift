// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What the caller's environment says.
enum Environment {
  /// The value of a variable; nil where it is not set or empty.
  static func value(of name: String) -> String? {
    guard let found = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: found)
    return text.isEmpty ? nil : text
  }
}
