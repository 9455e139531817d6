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
  }

  private(set) var entries: [Entry] = []
  private let capacity: Int
  private var step = 1
  private var seen = 0
  private let normalizer = Normalizer()

  /// An empty sample.
  ///
  /// - Parameter capacity: the most posts that are held.
  public init(capacity: Int = 2_000) { self.capacity = max(2, capacity) }

  /// The posts that are held.
  public var count: Int { entries.count }

  /// Takes note of the next post of the corpus.
  public mutating func add(_ post: Post) {
    defer { seen += 1 }
    guard seen.isMultiple(of: step) else { return }
    var entry = Entry(title: NormalizedText(), text: NormalizedText())
    normalizer.normalize(post.title ?? "", into: &entry.title)
    normalizer.normalize(post.text ?? "", into: &entry.text)
    entries.append(entry)
    guard entries.count > capacity else { return }
    // The first, third, fifth … are those whose number is a multiple of twice the step.
    entries = stride(from: 0, to: entries.count, by: 2).map { entries[$0] }
    step *= 2
  }
}
