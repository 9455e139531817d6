// SPDX-License-Identifier: Apache-2.0
public import FenliuModel

/// Why a post did not get what somebody expected: facts, in the words of the pack, without sentences.
public struct WhyNot: Hashable, Sendable {
  /// A topic beside the one that leads.
  public struct TopicStanding: Hashable, Sendable {
    public var topic: String
    public var points: Points
    public var leading: String
    public var leadingPoints: Points

    /// How many points more the topic would need to have as many.
    public var short: Points { leadingPoints - points }
  }

  /// What was asked.
  public var question: WhyNotQuestion
  /// The key of what was asked, and its title.
  public var key: String
  public var title: String
  /// Whether the post has it already.
  public var isAlreadySo = false
  /// The rules that came nearest, nearest first.
  public var rules: [NearRule] = []
  /// How many more came near at all.
  public var rulesLeftOut = 0
  /// Of a level.
  public var level: LevelAnswer?
  /// Of a department.
  public var lead: LeadAnswer?
  /// Of a topic that has points and does not lead.
  public var topic: TopicStanding?

  init(_ question: WhyNotQuestion, key: String, title: String) {
    self.question = question
    self.key = key
    self.title = title
  }
}

extension WhyNot {
  /// The level that the post has, and what the lines above it came to.
  public struct LevelAnswer: Hashable, Sendable {
    /// A line of `levels`.
    public struct Line: Hashable, Sendable {
      public var level: Level
      public var written: String
      public var finding: Finding
    }

    /// A condition, or a part of one, with its value; in the words of the pack.
    public indirect enum Finding: Hashable, Sendable {
      /// `total >= 5`: the text, the value of the left side (nil: unknown), and how many points short it is.
      case compare(String, left: String, value: Double?, short: Double?, holds: Bool)
      case plain(String, holds: Bool)
      case all([Finding])
      case any([Finding])
      case not(Finding)

      public var holds: Bool {
        switch self {
        case .compare(_, _, _, _, let holds), .plain(_, let holds): holds
        case .all(let parts): parts.allSatisfy(\.holds)
        case .any(let parts): parts.contains(where: \.holds)
        case .not(let inner): !inner.holds
        }
      }
    }

    /// The level that was decided.
    public var decided: Level
    /// The lines above it, from the top; where the level is higher than asked, the line that decided.
    public var lines: [Line]
    /// The categories one rule of which would lift the post so high.
    public var floors: [String]
    /// Whether the level is higher because of a floor, by the category's key.
    public var liftedBy: String?
  }

  /// What the routes to a department came to.
  public struct LeadAnswer: Hashable, Sendable {
    /// A route to it.
    public struct Attempt: Hashable, Sendable {
      public var route: String
      public var written: String
      public var isBeside: Bool
      public var fits: Bool
      /// What the condition names, and what the post has.
      public var atoms: [Atom]
      /// The route that stands before it and won.
      public var wonBy: String?
      /// A topic of the post that it asks for and that does not lead.
      public var topic: TopicStanding?
      /// Rules of a topic or category that it asks for, which came nearest.
      public var rules: [NearRule] = []
    }

    /// Something that a condition names.
    public struct Atom: Hashable, Sendable {
      /// What is asked.
      public enum Kind: Hashable, Sendable {
        case category(String)
        /// The leading topic is asked.
        case topic(String)
        /// Every topic of the post is asked.
        case anyTopic(String)
        case level(String)
        case region(String)
        case source(String)
        case kind(String)
      }
      public var kind: Kind
      public var holds: Bool
      /// What the post has of it: its categories, leading topic with points, level, region, source or kind; nil: none.
      public var actual: String?
    }

    /// How the department has to do with the post as it is.
    public enum Part: Hashable, Sendable {
      case assist, notify, beside
    }

    /// Who leads, and by which route.
    public var decided: String
    public var route: String
    public var attempts: [Attempt]
    /// Whether it is the default, which leads where no route fits.
    public var isDefault: Bool
    /// The name by which the post accuses it, so that it takes no part.
    public var accusedAs: Decision.Recused?
    public var part: Part?
    /// Whether it takes over where a department is accused.
    public var oversees: Bool
  }
}
