// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// A rule that does not count, with what was found of it and what stood in its way.
public struct NearRule: Hashable, Sendable {
  /// Which line of the rule; lines and groups count from 1, as people do.
  public enum Line: Hashable, Sendable {
    case any
    case all(Int)
    case near(group: Int, line: Int)
    case pattern(String)
  }

  /// A line that was found, with the hits that count.
  public struct Found: Hashable, Sendable {
    public var line: Line
    public var hits: [Decision.Hit]
  }

  /// A part of a word, where the whole is not.
  public struct Part: Hashable, Sendable {
    public enum Finding: Hashable, Sendable {
      /// The word's beginning stands there; `missing` does not, within so many characters behind it.
      case missingBehind([String], gap: Int)
      /// A later part stands there, without what comes before.
      case missingBefore([String])
      case oneCharacterOff
    }
    /// The word as written.
    public var word: String
    public var finding: Finding
    public var hit: Decision.Hit
  }

  /// What stood in the way.
  public enum Obstacle: Hashable, Sendable {
    /// None of a line stands in the post: some of its words, and how many more there are.
    case missing(Line, words: [String], more: Int, parts: [Part])
    /// A number is there and too small.
    case numberBelow(Line, hit: Decision.Hit, value: Double, least: Double)
    /// It stands in a field in which the rule does not look.
    case elsewhere(Line, hit: Decision.Hit, fields: FieldSet)
    /// It is affirmed where the rule wants what is denied, asked or promised, or the other way about.
    case polarity(Line, hit: Decision.Hit, wanted: Polarity)
    /// It is in such a disguise that it may be an ordinary word, and no sure disguise of the rule stands in the post.
    case weak(Line, hit: Decision.Hit)
    /// Every hit lies inside an allowed phrase.
    case allowed(Line, hit: Decision.Hit, phrase: Decision.Hit)
    /// An `unless` word took every hit away.
    case withdrawn(Line, hit: Decision.Hit, by: Decision.Hit)
    /// The lines of a group lie too far apart: so many characters, nil: never in one field. Group nil: `all`.
    case tooFar(group: Int?, within: String, distance: Int?, hits: [Decision.Hit])
    /// A word of `none` stands there.
    case none(Decision.Hit)
    /// `if` does not hold.
    case condition(written: String, WhyNot.LevelAnswer.Finding, facts: [String: String])
    /// `when` does not hold.
    case when(WhyNot.LevelAnswer.Finding)
    case outOfSeason(from: String?, until: String?, date: String)
    case status(Rule.Status)
    /// Another rule counts in its stead.
    case replaced(by: String)
    /// A regex gave up.
    case gaveUp
  }

  public var rule: String
  public var title: String?
  public var category: String
  /// Where its id was written.
  public var from: String
  /// The points as they are counted, where they are a plain number.
  public var points: Points?
  public var found: [Found] = []
  public var obstacles: [Obstacle] = []
}
