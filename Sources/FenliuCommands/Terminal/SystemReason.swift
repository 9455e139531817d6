// SPDX-License-Identifier: Apache-2.0
import Glibc

/// What the system says about an error number.
enum SystemReason {
  /// The system's sentence, such as "No such file or directory".
  static func text(of number: CInt) -> String {
    // glibc's strerror answers from memory of the calling thread.
    guard let sentence = unsafe strerror(number) else { return "error \(number)" }
    return unsafe String(cString: sentence)
  }
}
