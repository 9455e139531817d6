// SPDX-License-Identifier: Apache-2.0

/// What labels are missing for a fit that is worth its name.
///
/// A word needs five different posts behind it, and cross-validation learns from four fifths of them: with fewer than
/// `leastPosts` posts a label could hardly have a word of its own.
public struct LabelShortage: Hashable, Sendable {
  /// How many different posts every label must have.
  public static let leastPosts = 10
  /// How many labels there must be.
  public static let leastLabels = 2

  /// A label with too few different posts.
  public struct Short: Hashable, Sendable {
    /// The label's class.
    public var label: LabelTable.ClassID
    /// How many different posts it has.
    public var posts: Int
    /// How many more it needs.
    public var missing: Int { LabelShortage.leastPosts - posts }
  }

  /// How many labels there are.
  public let labels: Int
  /// Those with too few posts, in the order of classes.
  public let short: [Short]

  /// What is missing among these posts; nil where nothing is.
  public init?(_ posts: [LabelledPost], copies: NearCopies) {
    var groups: [LabelTable.ClassID: Set<Int>] = [:]
    for (place, post) in posts.enumerated() { groups[post.label, default: []].insert(copies.first[place]) }
    labels = groups.count
    short = groups.filter { $0.value.count < Self.leastPosts }.map { Short(label: $0.key, posts: $0.value.count) }
      .sorted { $0.label < $1.label }
    if labels >= Self.leastLabels, short.isEmpty { return nil }
  }
}
