// SPDX-License-Identifier: Apache-2.0
import Glibc

/// A state that one thread at a time may touch, and on whose changes threads can wait.
///
/// The batch holds it for as long as it takes to hand over some thousand posts at once, never on the way of one.
@safe final class Monitor<State: ~Copyable>: @unchecked Sendable {
  // SAFETY: `state` is reached through `withState` only, which holds the mutex; mutex and condition stay where they were
  // made until `deinit`, when nobody can hold this object any more.
  private var state: State
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// Guards `state`.
  init(_ state: consuming State) {
    self.state = state
    unsafe mutex = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe changed.initialize(to: pthread_cond_t())
    let made = unsafe pthread_mutex_init(mutex, nil) == 0 && pthread_cond_init(changed, nil) == 0
    precondition(made, "no memory for a lock")
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  /// Runs `body` alone with the state, after `isReady` holds; then wakes those who wait.
  func withState<Result: ~Copyable>(
    when isReady: (borrowing State) -> Bool = { _ in true }, _ body: (inout State) -> Result
  ) -> Result {
    unsafe pthread_mutex_lock(mutex)
    defer {
      unsafe pthread_cond_broadcast(changed)
      unsafe pthread_mutex_unlock(mutex)
    }
    while !isReady(state) { unsafe pthread_cond_wait(changed, mutex) }
    return body(&state)
  }
}
