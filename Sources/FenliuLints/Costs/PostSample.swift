// SPDX-License-Identifier: Apache-2.0
public import FenliuModel
import FenliuNormalization

/// Posts on which rules are timed, normalized and held in memory: every one, or every second, fourth … so that they are from the
/// whole of a corpus and never more than fit.
public struct PostSample: Sendable {
  /// A post as the matcher takes it.
  struct Entry: Sendable {
    var title: NormalizedText
    var text: NormalizedText
    /// The bytes that the post had.
    var size: Int
  }

  private(set) var entries: [Entry] = []
  private let capacity: Int
  private let mostBytes: Int
  private var bytes = 0
  private var step = 1
  private var seen = 0
  private let normalizer = Normalizer()

  /// An empty sample.
  ///
  /// - Parameters:
  ///   - capacity: the most posts that are held, 2 or more.
  ///   - mostBytes: the most bytes of posts that are held, as they came; one post is held in any case. What is held of a post takes
  ///     about five times its bytes.
  public init(capacity: Int = 2_000, mostBytes: Int = 32 << 20) {
    self.capacity = max(2, capacity)
    self.mostBytes = mostBytes
  }

  /// The posts that are held.
  public var count: Int { entries.count }

  /// Takes note of the next post of the corpus.
  public mutating func add(_ post: Post) {
    defer { seen += 1 }
    guard seen.isMultiple(of: step) else { return }
    let size = (post.title?.utf8.count ?? 0) + (post.text?.utf8.count ?? 0)
    var entry = Entry(title: NormalizedText(), text: NormalizedText(), size: size)
    normalizer.normalize(post.title ?? "", into: &entry.title)
    normalizer.normalize(post.text ?? "", into: &entry.text)
    entries.append(entry)
    bytes += size
    while entries.count > capacity || bytes > mostBytes && entries.count > 1 {
      // The first, third, fifth … are those whose number is a multiple of twice the step.
      entries = stride(from: 0, to: entries.count, by: 2).map { entries[$0] }
      bytes = entries.reduce(0) { $0 + $1.size }
      step *= 2
    }
  }
}
