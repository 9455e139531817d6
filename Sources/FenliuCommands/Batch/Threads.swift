// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Runs the same work on several threads of the system.
///
/// Not on Swift's own: reading and writing block, and as many of those as there are processors would stand still then.
enum Threads {
  /// Runs `body` on `count` threads, of which the caller's is one, and comes back when all have ended.
  ///
  /// Where the system refuses a thread, the others do its share.
  static func run(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    var started: [pthread_t] = []
    for _ in 1..<max(1, count) {
      var thread = pthread_t()
      let work = unsafe Unmanaged.passRetained(Work(body))
      let result = unsafe pthread_create(
        &thread, nil,
        { pointer in
          if let pointer = unsafe pointer { unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().body() }
          return nil
        }, work.toOpaque())
      if result == 0 {
        started.append(thread)
      } else {
        unsafe work.release()
      }
    }
    body()
    for thread in started { pthread_join(thread, nil) }
  }

  /// How many processors there are.
  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// What a thread takes with it.
  private final class Work: Sendable {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
