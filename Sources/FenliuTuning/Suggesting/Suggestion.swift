// SPDX-License-Identifier: Apache-2.0
public import Fenliu

/// A word that should speak for a topic.
public struct Suggestion: Sendable {
  /// As it is written in a list.
  public var word: String
  /// The topic it speaks for.
  public var topic: TopicID
  /// Whole or half ones.
  public var points: Points
  /// How many different posts of those learnt from have it; near-copies count once.
  public var support: Int
  /// How many of them have the label for which it speaks.
  public var right: Int
  /// The first posts behind it, by id.
  public var posts: [String]

  /// The share of its posts that have the label.
  public var precision: Double { support == 0 ? 0 : Double(right) / Double(support) }
}

/// How words are proposed.
public struct SuggestionLimits: Sendable {
  /// The most words for one label.
  public var maxWords: Int
  /// How many different posts must have a word.
  public var minSupport: Int
  /// The most points of a word.
  public var maxPoints: Int
  /// Whether half points are given besides whole ones.
  public var hasHalves: Bool
  /// Words never proposed, nor any that contains one of them, normalized.
  public var excluded: Set<String>

  /// No fewer posts than this may stand behind a word, whatever is asked for.
  public static let leastSupport = 5

  /// Limits; the support is never below `leastSupport`.
  public init(
    maxWords: Int = 300, minSupport: Int = 5, maxPoints: Int = 20, hasHalves: Bool = false, excluded: Set<String> = []
  ) {
    self.maxWords = maxWords
    self.minSupport = max(minSupport, Self.leastSupport)
    self.maxPoints = maxPoints
    self.hasHalves = hasHalves
    self.excluded = excluded
  }
}
