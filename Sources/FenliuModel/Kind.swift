// SPDX-License-Identifier: Apache-2.0

/// The place of a kind of request in the rule set.
public struct KindID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: KindID, right: KindID) -> Bool { left.index < right.index }
}

/// What somebody who writes wants: to ask, to complain, to suggest.
///
/// It gives no points and no topic, so it never changes the level; routes and periods may ask for it.
public struct Kind: Hashable, Sendable {
  /// The key: `complain`.
  public var key: String
  /// The word people use: 投诉.
  public var title: String

  public init(key: String, title: String) {
    self.key = key
    self.title = title
  }

  /// How tests and conditions call a post of which no line holds.
  public static let noneKey = "none"

  /// The six that are always there, in this order.
  public static let builtIn = [
    Kind(key: "ask", title: "咨询"), Kind(key: "complain", title: "投诉"), Kind(key: "suggest", title: "建议"),
    Kind(key: "report", title: "举报"), Kind(key: "help", title: "求助"), Kind(key: "praise", title: "表扬"),
  ]
}

/// A line of `kinds`: what must be found for a post to be of a kind.
public struct KindLine: Hashable, Sendable {
  public var kind: KindID
  /// What it looks for and where, read like a rule; its key is the kind's, and it gives nothing.
  public var rule: Rule

  public init(kind: KindID, rule: Rule) {
    self.kind = kind
    self.rule = rule
  }
}

/// The kind that a post is of, and why.
public struct KindMatch: Hashable, Sendable {
  public var kind: KindID
  /// The first of the hits by which its line holds; nil where it holds without one.
  public var hit: Hit?

  public init(kind: KindID, hit: Hit?) {
    self.kind = kind
    self.hit = hit
  }
}

extension RuleSet {
  /// The kind of a key or title.
  public func kind(called name: String) -> KindID? { Kind.place(of: name, among: kinds).map { KindID($0) } }
}

extension Kind {
  /// The place of the kind of a key, else of a title. Where a pack gives one of the six another title, its own goes on to mean it.
  ///
  /// - Parameter kinds: the six, and others behind them.
  public static func place(of name: String, among kinds: [Kind]) -> Int? {
    kinds.firstIndex { $0.key == name } ?? kinds.firstIndex { $0.title == name }
      ?? builtIn.firstIndex { $0.title == name }
  }
}
