// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A name that is given twice. Facts: `kind` (term), `name`.
  public static let namedTwice = Self("named-twice")
  /// An id, name or path with a sign that it may not have. Facts: `kind` (term), `name`.
  public static let badName = Self("bad-name")
  /// A key that only rules.yaml has. Fact: `key`.
  public static let onlyInRulesFile = Self("only-in-rules-file")
  /// No rule has the id. Fact: `name`.
  public static let unknownRule = Self("unknown-rule")
  /// A rule with nothing to look for.
  public static let noBody = Self("no-body")
  /// `when` beside `any`, `all`, `none` or `near`. Fact: `key`.
  public static let mixedBody = Self("mixed-body")
  /// `within` without `all`.
  public static let withinWithoutAll = Self("within-without-all")
  /// A `near` with fewer than two lines.
  public static let nearNeedsTwo = Self("near-needs-two")
  /// A named pattern that `when` does not use. Fact: `name`.
  public static let unusedPattern = Self("unused-pattern")
  /// A number in `points` that no pattern of the rule reads. Fact: `name`.
  public static let numberNeverRead = Self("number-never-read")
  /// A day that no year has, or in another form. Fact: `value`.
  public static let badDay = Self("bad-day")
  /// `until` before `from`.
  public static let seasonBackwards = Self("season-backwards")
  /// A number that must be more than the least. Facts: `value`, `least`.
  public static let numberTooSmall = Self("number-too-small")
  /// A weight that is not above zero. Fact: `value`.
  public static let numberNotPositive = Self("number-not-positive")
  /// Rules that replace each other in a circle. Fact: `names`.
  public static let replacesCircle = Self("replaces-circle")
  /// A rule of `danger` in `replaces`. Fact: `name`.
  public static let replacesDanger = Self("replaces-danger")
  /// A cap for `danger`.
  public static let dangerCap = Self("danger-cap")
  /// A floor below major for `danger`.
  public static let dangerFloor = Self("danger-floor")
  /// A rule of danger that asks for a polarity. No facts.
  public static let dangerPolarity = Self("danger-polarity")
  /// Another title for a kind of request that has one. Facts: `kind`, `title`.
  public static let kindTitledTwice = Self("kind-titled-twice")
  /// A rule of `danger` that takes points away.
  public static let dangerPoints = Self("danger-points")
  /// A prohibited rule without something that it must have. Fact: `key`.
  public static let prohibitedNeeds = Self("prohibited-needs")
  /// Something that a prohibited rule may not ask for. Fact: `name`.
  public static let prohibitedCondition = Self("prohibited-condition")
  /// A zone in which rules never look. Fact: `zone`.
  public static let zoneNotMatched = Self("zone-not-matched")
  /// A tag that no word of a list carries. Facts: `name`, `list`.
  public static let unknownTag = Self("unknown-tag")
  /// A word of a list for `collective` none of whose tags has a number. Facts: `word`, `list`.
  public static let uncountedWord = Self("uncounted-word")
  /// A word that `collective` gives two numbers. Facts: `word`, `first`, `second`.
  public static let countedTwice = Self("counted-twice")
  /// Levels that are not in falling order. Fact: `name`.
  public static let levelsNotFalling = Self("levels-not-falling")
  /// A condition for the level that needs none.
  public static let levelNone = Self("level-none")
  /// A time that cannot be read. Fact: `value`.
  public static let badTime = Self("bad-time")
  /// No route has the name. Fact: `name`.
  public static let unknownRoute = Self("unknown-route")
  /// An example that two kinds claim. Facts: `first`, `second`.
  public static let exampleTwice = Self("example-twice")
}
