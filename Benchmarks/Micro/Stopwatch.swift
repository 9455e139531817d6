// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Clocks, in seconds.
enum Stopwatch {
  /// Processor time of this thread, which other programs on the machine do not lengthen as they lengthen the clock's.
  static func threadTime() -> Double { read(CLOCK_THREAD_CPUTIME_ID) }

  /// The clock on the wall.
  static func clockTime() -> Double { read(CLOCK_MONOTONIC) }

  /// The processor time that `body` takes each of so many times, and what it counted, the same each time.
  static func rounds(_ count: Int, _ body: () -> Int) -> (seconds: [Double], counted: Int) {
    var seconds: [Double] = []
    var counted = 0
    for round in 0..<count {
      let start = threadTime()
      let found = body()
      seconds.append(threadTime() - start)
      precondition(round == 0 || found == counted, "the same work counts the same each time")
      counted = found
    }
    return (seconds, counted)
  }

  private static func read(_ clock: clockid_t) -> Double {
    var time = timespec()
    unsafe _ = clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

extension [Double] {
  /// The one in the middle; of an even number the upper one.
  var median: Double { percentile(0.5) }

  /// The least value that is not below this share of all.
  func percentile(_ share: Double) -> Double { sorted()[Swift.min(count - 1, Int(Double(count) * share))] }
}
