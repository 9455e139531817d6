// SPDX-License-Identifier: Apache-2.0

/// Something PCRE2 would accept and a rule may not use.
public struct RegexProblem: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// `\b`, `\B`, `[[:<:]]`: an edge of ASCII words, which a Han character beside it does not make.
    case wordBoundary = "word-boundary"
    /// `\K`: the hit would not show where it begins.
    case startReset = "start-reset"
    /// `\G`: where a search happens to begin, which is another place in a long text than in a short one.
    case searchStart = "search-start"
    /// `\C`: half a character.
    case singleByte = "single-byte"
    /// `(?C…)`: there is no program to call.
    case callout
    /// `(*…)`: verbs steer the search, which the budget steers.
    case verb
  }

  /// A change of the regex after which the problem is gone.
  public struct Mend: Hashable, Sendable {
    /// The bytes to replace.
    public let span: Range<Int>
    /// What to put there.
    public let replacement: String
  }

  /// What it is.
  public let kind: Kind
  /// Where it stands, in bytes of the regex.
  public let span: Range<Int>
  /// How to say it otherwise; nil where that takes an author.
  public let mend: Mend?
}
