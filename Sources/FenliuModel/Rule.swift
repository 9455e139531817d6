// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuEvasion
public import FenliuExpression

/// The place of a rule in the rule set.
public struct RuleID: Hashable, Sendable, Comparable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
  @inlinable public static func < (left: RuleID, right: RuleID) -> Bool { left.index < right.index }
}

/// Patterns + condition → category, topic, points; with examples.
public struct Rule: Hashable, Sendable {
  /// How far a rule has come in its life.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case active
    /// On trial: its hits are listed, and change nothing.
    case shadow
    /// Being written: tested, never run.
    case draft
    /// Still counts; `check` says that it should go.
    case deprecated
  }

  /// What must be found. Several parts must all hold.
  public enum Body: Hashable, Sendable {
    case lines(Lines)
    /// A condition over named patterns.
    case when(Condition, patterns: [Named])
  }

  /// The parts any, all, none and near.
  public struct Lines: Hashable, Sendable {
    /// Hits when one of it hits; empty when the rule has no `any`.
    public var any: Line = []
    /// Each line must hit.
    public var all: [Line] = []
    /// How near the hits of `all` must lie to each other.
    public var allWithin: Proximity = .post
    /// Hits when none of it hits in the post.
    public var none: Line = []
    /// Groups whose lines must hit near each other.
    public var near: [Near] = []

    public init() {}
  }

  /// Lines that must hit near each other.
  public struct Near: Hashable, Sendable {
    public var lines: [Line]
    public var within: Proximity

    public init(lines: [Line], within: Proximity) {
      self.lines = lines
      self.within = within
    }
  }

  /// A line with a name, for `when`.
  public struct Named: Hashable, Sendable {
    public var name: String
    public var line: Line

    public init(name: String, line: Line) {
      self.name = name
      self.line = line
    }
  }

  /// What takes a hit away that has it near.
  public struct Unless: Hashable, Sendable {
    public var any: Line
    public var within: Proximity

    public init(any: Line, within: Proximity = .sentence) {
      self.any = any
      self.within = within
    }
  }

  /// A day of one year, or of every year.
  public struct Season: Hashable, Sendable {
    /// nil: every year.
    public var year: Int?
    public var month: Int
    public var day: Int

    public init(year: Int?, month: Int, day: Int) {
      self.year = year
      self.month = month
      self.day = day
    }
  }

  /// Stable for ever; results and history refer to it.
  public var key: String
  public var title: String?
  public var category: CategoryID
  public var topic: TopicID?
  public var status: Status = .active
  public var body: Body
  /// What the rule gives, before `each`.
  public var points: NumberExpression = .constant(1)
  /// Every distinct word that hits counts, the so many with most points; nil: the single best.
  public var each: Int?
  /// Where it looks.
  public var fields: FieldSet = .all
  /// Which of its hits count, by whether they are affirmed.
  public var polarity: Polarity = .any
  /// By which tricks its words are found in disguise, and those of lists that do not say.
  public var evasion: Tricks = []
  public var condition: Condition?
  /// The first day on which the rule counts.
  public var from: Season?
  /// The last day on which it counts.
  public var until: Season?
  public var unless: Unless?
  public var allow: [Word] = []
  /// Rules that lose their points where this one counts.
  public var replaces: [RuleID] = []
  public var owner: String?
  public var basis: String?
  public var note: String?
  public var examples: [Example] = []
  /// Where its id was written.
  public var origin: Origin
  /// The bytes of its id.
  public var span: SourceSpan
  /// Where each of its keys was written.
  public var keySpans: [String: SourceSpan] = [:]

  public init(key: String, category: CategoryID, body: Body, origin: Origin, span: SourceSpan) {
    self.key = key
    self.category = category
    self.body = body
    self.origin = origin
    self.span = span
  }

  /// The name people read: the title, else the id.
  public var name: String { title ?? key }
}

/// A text that shows what a rule does.
public struct Example: Hashable, Sendable {
  /// What the text shows.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case hit
    /// The rule fails although one of its patterns hits.
    case miss
    /// The rule fails, and nothing of it hits.
    case missFar = "miss-far"
    /// Should hit one day.
    case todoHit = "todo-hit"
    /// Should miss one day.
    case todoMiss = "todo-miss"
  }

  public var kind: Kind
  public var text: String
  public var span: SourceSpan

  public init(kind: Kind, text: String, span: SourceSpan) {
    self.kind = kind
    self.text = text
    self.span = span
  }
}
