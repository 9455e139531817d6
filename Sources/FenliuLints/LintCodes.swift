// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

/// Words.
extension Diagnostic.Code {
  /// A word that is the same as another one of its list once both are normalized. Facts: `word`, `other`.
  public static let sameNormalized = Self("same-normalized")
  /// A word that holds another one of its list. Facts: `word`, `other`.
  public static let wordInsideWord = Self("word-inside-word")
  /// A word that a line has twice, by itself or by two lists. Facts: `word`, `rule`.
  public static let wordTwiceInLine = Self("word-twice-in-line")
  /// A word that two lines have of which each must hit. Facts: `word`, `rule`.
  public static let wordInTwoLines = Self("word-in-two-lines")
  /// A word of one character that alone makes a rule hit. Fact: `word`.
  public static let singleCharacterWord = Self("single-character-word")
  /// A word that stands in most texts of its language. Fact: `word`.
  public static let commonWord = Self("common-word")
  /// A word of one or two Latin letters. Fact: `word`.
  public static let shortLatinWord = Self("short-latin-word")
  /// A line of a word list that holds a comma or the like. Facts: `word`, `sign`.
  public static let wordWithSeparator = Self("word-with-separator")
  /// A word with dots between its parts, where a gap was probably meant. Facts: `word`, `dots`.
  public static let dotsForGap = Self("dots-for-gap")
  /// A word that `allow` takes away wherever it stands. Facts: `word`, `rule`.
  public static let wordInAllow = Self("word-in-allow")
  /// A word that holds a word of `unless`. Facts: `word`, `other`, `rule`.
  public static let wordInUnless = Self("word-in-unless")
  /// A word that holds a word of `none`. Facts: `word`, `other`, `rule`.
  public static let wordInNone = Self("word-in-none")
  /// A phrase of `allow` in which nothing can hit. Fact: `word`.
  public static let allowWithoutWord = Self("allow-without-word")
  /// A negator that is one already. Fact: `word`.
  public static let knownNegator = Self("known-negator")
}

/// Rules.
extension Diagnostic.Code {
  /// A rule that can hold for no text. Fact: `rule`.
  public static let ruleNeverHolds = Self("rule-never-holds")
  /// A condition that no post fulfils. Fact: `key`.
  public static let conditionNeverHolds = Self("condition-never-holds")
  /// A rule that hits only where another of the same category and topic does. Facts: `rule`, `other`.
  public static let ruleShadowed = Self("rule-shadowed")
  /// A rule that hits only where another replaces it. Facts: `rule`, `other`.
  public static let ruleAlwaysReplaced = Self("rule-always-replaced")
  /// A rule that looks for the same as another. Facts: `rule`, `other`.
  public static let duplicateRule = Self("duplicate-rule")
  /// A word for which one rule gives points and another takes points away. Facts: `word`, `rule`, `other`.
  public static let contradictingRules = Self("contradicting-rules")
  /// A rule whose last day is over. Facts: `rule`, `day`.
  public static let ruleExpired = Self("rule-expired")
  /// A rule whose first day is to come. Facts: `rule`, `day`.
  public static let ruleNotBegun = Self("rule-not-begun")
  /// A season that is the whole year.
  public static let wholeYearSeason = Self("whole-year-season")
  /// A rule that should go. Fact: `rule`.
  public static let ruleDeprecated = Self("rule-deprecated")
  /// A rule that is a draft or on trial. Facts: `rule`, `status`.
  public static let ruleWithoutEffect = Self("rule-without-effect")
  /// A rule that gives no points where only points count. Fact: `rule`.
  public static let ruleGivesNothing = Self("rule-gives-nothing")
  /// A rule that nothing shows to hit. Fact: `rule`.
  public static let ruleWithoutHitExample = Self("rule-without-hit-example")
  /// A rule with exceptions that nothing shows to miss. Facts: `rule`, `key`.
  public static let ruleWithoutMissExample = Self("rule-without-miss-example")
  /// A rule in `replaces` that has nothing to lose. Facts: `name`, `status`.
  public static let replacesNothing = Self("replaces-nothing")
  /// `each` in a rule with one word. Fact: `rule`.
  public static let eachWithoutEffect = Self("each-without-effect")
  /// `all` with one line.
  public static let allWithOneLine = Self("all-with-one-line")
  /// A case that compares nothing. Fact: `name`.
  public static let caseExpectsNothing = Self("case-expects-nothing")
}

/// Names and levels.
extension Diagnostic.Code {
  /// A word list that nothing uses. Fact: `name`.
  public static let unusedList = Self("unused-list")
  /// A topic that no rule gives. Fact: `name`.
  public static let unusedTopic = Self("unused-topic")
  /// A declared category that no rule has. Fact: `name`.
  public static let unusedCategory = Self("unused-category")
  /// A level whose condition never decides. Fact: `level`.
  public static let levelNeverReached = Self("level-never-reached")
  /// A weight that changes nothing. Fact: `key`.
  public static let weightWithoutEffect = Self("weight-without-effect")
}

/// Regexes.
extension Diagnostic.Code {
  /// A regex whose work runs away. Facts: `half`, `steps`, `length`, `most`, `growth` (term).
  public static let slowRegex = Self("slow-regex")
  /// A regex that is a plain word.
  public static let regexIsWord = Self("regex-is-word")
  /// A regex that is a choice of plain words.
  public static let regexIsChoice = Self("regex-is-choice")
  /// A named group that nothing reads. Fact: `name`.
  public static let unreadGroup = Self("unread-group")
}

/// The map.
extension Diagnostic.Code {
  /// A department that answers for posts and cannot be reached. Fact: `department`.
  public static let ownerWithoutContact = Self("owner-without-contact")
  /// A route whose lead assists itself or is told of its own matter. Facts: `route`, `department`.
  public static let leadNamedTwice = Self("lead-named-twice")
}

/// What people and posts show.
extension Diagnostic.Code {
  /// A number or address that belongs to a person, in an example, a case or a word. Fact: `kind` (term).
  public static let personalNumber = Self("personal-number")
  /// A rule or word that hits more posts of a corpus than it should. Facts: `kind` (term), `name`, `hits`, `posts`, `share`.
  public static let tooBroad = Self("too-broad")
  /// A rule that hits no post of a corpus. Facts: `rule`, `posts`.
  public static let neverHits = Self("never-hits")

  /// The codes that only a corpus shows.
  public static let ofCorpus: Set<Self> = [.tooBroad, .neverHits]
}

/// What rules cost. All have the facts `rank`, `rule`, `time`, `part` and `all` (microseconds a post), `posts`.
extension Diagnostic.Code {
  /// A regex that runs in many posts, or long. Facts: `runs`, `hits`, `literal` (term where it waits for none).
  public static let costlyRegex = Self("costly-regex")
  /// A word of which something is found often. Facts: `word`, `finds`, `hits`.
  public static let costlyWord = Self("costly-word")
  /// A number whose units are found often. Fact: `units`.
  public static let costlyNumber = Self("costly-number")

  /// The codes that are only told where costs are measured.
  public static let ofCosts: Set<Self> = [.costlyRegex, .costlyWord, .costlyNumber]
}

/// What related places are.
extension Diagnostic.Code {
  /// The other word, rule or line that it is about.
  static let theOtherOne = Self("the-other-one")
}
