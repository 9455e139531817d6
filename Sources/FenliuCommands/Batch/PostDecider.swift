// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuModel
import FenliuRecords

/// Whoever decides posts, one thread's worth of it: keeps its memory from post to post.
protocol PostDecider: ~Copyable, SendableMetatype {
  /// What is to be said of the post in a run at that time. Total.
  mutating func decide(_ post: Post, at time: Instant) -> Decision

  /// Writes the line of what `decide` would say, and counts it.
  mutating func write(
    _ post: Post, at time: Instant, to lines: inout DecisionWriter, counting counter: inout BatchCounter)
}

extension PostDecider where Self: ~Copyable {
  mutating func write(
    _ post: Post, at time: Instant, to lines: inout DecisionWriter, counting counter: inout BatchCounter
  ) {
    let decision = decide(post, at: time)
    lines.write(decision)
    counter.count(decision)
  }
}
