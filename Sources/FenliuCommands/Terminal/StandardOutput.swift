// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Where results go.
enum StandardOutput {
  /// Whether a person is looking.
  static let isTerminal = isatty(STDOUT_FILENO) == 1

  /// Writes `text` as it is. Throws `closedPipe` when the reader has gone away.
  static func write(_ text: String) throws(CommandFailure) { try write(bytes: Array(text.utf8)) }

  /// Writes `text` and a line end. Throws `closedPipe` when the reader has gone away.
  static func line(_ text: String) throws(CommandFailure) { try write(text + "\n") }

  /// Writes a page that shows texts of strangers, made harmless to a terminal. Throws `closedPipe` when the reader has gone away.
  static func page(_ text: String) throws(CommandFailure) { try write(TerminalText.harmlessPage(text)) }

  /// Writes `bytes`. Throws `closedPipe` when the reader has gone away.
  static func write(bytes: [UInt8]) throws(CommandFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if written < 0 {
        let reason = errno
        if reason == EINTR { continue }
        if reason == EPIPE { throw .closedPipe }
        throw .couldNotWork(.cannotWrite(path: "-", reason: SystemReason.text(of: reason)))
      }
      rest = rest.dropFirst(written)
    }
  }
}
