// SPDX-License-Identifier: Apache-2.0
import Glibc

/// CPU time of the thread at hand, which other programs on the machine do not lengthen as they lengthen the clock's.
enum Stopwatch {
  /// Seconds of CPU that this thread has used.
  static func threadTime() -> Double {
    var time = timespec()
    unsafe _ = clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
