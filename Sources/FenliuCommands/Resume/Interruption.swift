// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Says, when somebody ends the program from outside (Ctrl-C, `kill`), what is kept and how to go on; then lets the signal do what it does.
@safe enum Interruption {
  // SAFETY: written once before the handler is set, and never after; the bytes live for ever.
  private nonisolated(unsafe) static var sentence: UnsafeMutableBufferPointer<UInt8>?

  /// From now on `text` is said on standard error before the program ends by SIGINT or SIGTERM. The first call counts.
  static func say(_ text: String) {
    guard unsafe sentence == nil else { return }
    let bytes = Array(("\n" + text + "\n").utf8)
    let place = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = unsafe place.initialize(from: bytes)
    unsafe sentence = place
    for number in [SIGINT, SIGTERM] {
      _ = signal(number) { number in
        // Only what a handler may do: writing, and raising the signal again as the system handles it.
        if let sentence = unsafe Interruption.sentence {
          _ = unsafe write(STDERR_FILENO, sentence.baseAddress, sentence.count)
        }
        _ = signal(number, SIG_DFL)
        _ = raise(number)
      }
    }
  }
}
