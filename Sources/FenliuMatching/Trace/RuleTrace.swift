// SPDX-License-Identifier: Apache-2.0
public import FenliuExpression
public import FenliuModel

/// How one rule fared in one post: what of it was found, what was taken away and by what, and what was missing.
///
/// Facts without wording. Hits are of the fields' normalized text, their sources places in the matcher's table.
public struct RuleTrace: Hashable, Sendable {
  /// A hit and what made it not count.
  public struct Taken: Hashable, Sendable {
    public var hit: Hit
    public var by: Hit
  }

  /// Which line of a rule. Lines and groups count from 0.
  public enum Role: Hashable, Sendable {
    case any
    case all(Int)
    case near(group: Int, line: Int)
    /// A named pattern of `when`.
    case pattern(Int)
  }

  /// What was found of one line.
  public struct LineFinding: Hashable, Sendable {
    public var role: Role
    /// Those that count: in the fields of the rule, not allowed, not withdrawn.
    public var hits: [Hit] = []
    /// Those inside an allowed phrase.
    public var allowed: [Taken] = []
    /// Those that an `unless` word took away.
    public var withdrawn: [Taken] = []
    /// Those in a field that the rule does not look in.
    public var elsewhere: [Hit] = []
    /// Those that are affirmed where the rule wants what is denied, or the other way about.
    public var otherPolarity: [Hit] = []
    /// Those in such a disguise that they count only beside a sure one, where there is none.
    public var weak: [Hit] = []

    /// Whether anything of it stands in the post, counted or not.
    public var isTouched: Bool {
      !hits.isEmpty || !allowed.isEmpty || !withdrawn.isEmpty || !elsewhere.isEmpty || !otherPolarity.isEmpty
        || !weak.isEmpty
    }
  }

  /// How near the lines of a group lie.
  public struct GroupFinding: Hashable, Sendable {
    /// nil: the lines of `all`; else the place of the group of `near`.
    public var near: Int?
    public var within: Proximity
    public var holds: Bool
    /// How many characters the hits lie apart that lie nearest; nil where no field has one of each line.
    public var distance: Int?
    /// Those hits, one of each line.
    public var nearest: [Hit] = []
  }

  public var rule: RuleID
  /// Whether the matcher lists the rule.
  public var holds = false
  /// In the order: any, all, near; or the patterns of `when`.
  public var lines: [LineFinding] = []
  /// Groups with a distance all of whose lines were found.
  public var groups: [GroupFinding] = []
  /// Hits of `none`, which stand in the way.
  public var none: [Hit] = []
  public var isInSeason = true
  /// What `if` came to.
  public var condition: ConditionFinding?
  /// What `when` came to.
  public var when: ConditionFinding?
  /// Whether a regex of it gave up.
  public var gaveUp = false

  init(rule: RuleID) { self.rule = rule }
}
