// SPDX-License-Identifier: Apache-2.0
import CAllocator

/// Where the memory of chunks and their results comes from.
enum LargeBuffers {
  /// Lets buffers of a quarter of a megabyte and more go back to the system when they are freed.
  ///
  /// glibc's allocator keeps them else, once it has seen some, and cuts them up for small ones: the memory of a run creeps up by a
  /// half over its first hundred megabytes. Buffers are few, some for each chunk, so that asking the system for each costs nothing that
  /// can be measured. Where the allocator knows no such thing, nothing changes.
  static func goBackToTheSystem() { _ = mallopt(M_MMAP_THRESHOLD, 1 << 18) }
}
