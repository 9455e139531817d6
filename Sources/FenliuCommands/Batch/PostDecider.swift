// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel

/// Whoever decides posts, one thread's worth of it: keeps its memory from post to post.
protocol PostDecider: ~Copyable, SendableMetatype {
  /// What is to be said of the post in a run at that time. Total.
  mutating func decide(_ post: Post, at time: Instant) -> Decision
}
