// SPDX-License-Identifier: Apache-2.0

/// How well what was decided agrees with the labels.
public struct LabelScore: Sendable {
  /// One label's part.
  public struct Part: Sendable {
    /// How many posts have the label, were decided so, and both.
    public var labelled = 0
    public var decided = 0
    public var right = 0

    /// The harmonic mean of precision and recall; 0 where nothing is right.
    public var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(labelled + decided) }
  }

  /// By class; only those that some post is labelled with count for the mean.
  public private(set) var parts: [LabelTable.ClassID: Part] = [:]
  /// How many posts were compared.
  public private(set) var posts = 0
  /// How many were decided as they are labelled.
  public private(set) var right = 0

  /// Nothing compared yet.
  public init() {}

  /// Compares one post.
  public mutating func add(label: LabelTable.ClassID, decided: LabelTable.ClassID) {
    posts += 1
    parts[label, default: Part()].labelled += 1
    parts[decided, default: Part()].decided += 1
    if label == decided {
      right += 1
      parts[label]!.right += 1
    }
  }

  /// The share of posts that were decided as they are labelled.
  public var accuracy: Double { posts == 0 ? 0 : Double(right) / Double(posts) }

  /// The labels that posts have, in the order of classes.
  public var labels: [LabelTable.ClassID] { parts.filter { $0.value.labelled > 0 }.keys.sorted() }

  /// The mean of the labels' F1, so that a small department counts as much as a large one.
  public var macroF1: Double {
    let labels = labels
    return labels.isEmpty ? 0 : labels.reduce(0) { $0 + parts[$1]!.f1 } / Double(labels.count)
  }
}
