// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Where talk goes: everything that is not a result.
enum StandardError {
  /// Whether a person is looking.
  static let isTerminal = isatty(STDERR_FILENO) == 1

  /// Writes `text` as it is. What cannot be written is lost: there is nobody left to tell.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      guard written > 0 else { return }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes `text`, made harmless to a terminal, and a line end.
  static func line(_ text: String) { write(TerminalText.harmless(text) + "\n") }
}
