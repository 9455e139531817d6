// SPDX-License-Identifier: Apache-2.0

/// The names that an expression may use, by its place in the language.
public struct Vocabulary: Sendable {
  /// Where an expression stands.
  public enum Place: String, Hashable, Sendable {
    case when
    case condition = "if"
    case points
    case levels
  }

  /// A key and the title people may write instead.
  public struct Entry: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The title; may equal the key.
    public var title: String
    /// A key with its title.
    public init(key: String, title: String) {
      self.key = key
      self.title = title
    }
  }

  /// Where the expression stands.
  public var place: Place
  /// The names of the rule's patterns, for `when`.
  public var patterns: [String]
  /// Categories in the order of the rule set.
  public var categories: [Entry]
  /// Topics in the order of the rule set.
  public var topics: [Entry]

  /// The names for an expression at `place`.
  public init(place: Place, patterns: [String] = [], categories: [Entry] = [], topics: [Entry] = []) {
    self.place = place
    self.patterns = patterns
    self.categories = categories
    self.topics = topics
  }

  /// The numbers that may be named here.
  var numbers: [NumberVariable] {
    switch place {
    case .when: []
    case .condition: [.views, .reposts, .replies, .likes, .reach]
    case .points: [.people, .months, .days, .amount, .reach]
    case .levels: [.people, .months, .days, .amount, .reach, .total]
    }
  }

  /// The texts that may be named here.
  var texts: [TextVariable] { place == .condition ? TextVariable.allCases : [] }

  /// The functions that may be called here.
  var functions: [String] {
    let arithmetic = ["log10", "min", "max"]
    return switch place {
    case .when: arithmetic + ["count", "near", "before"]
    case .condition, .points: arithmetic
    case .levels: arithmetic + ["points", "topic-points"]
    }
  }
}
