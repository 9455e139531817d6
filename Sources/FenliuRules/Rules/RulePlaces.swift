// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

/// Where the parts of a rule set were written, for checks that run after loading. Words and regexes know their own places.
public struct RulePlaces: Sendable {
  /// The key of each topic.
  public internal(set) var topics: [SourceSpan] = []
  /// The key of each category that the pack names, by its place in the rule set.
  public internal(set) var categories: [Int: SourceSpan] = [:]
  /// The name of each word list; of a file that is one, its start.
  public internal(set) var lists: [SourceSpan] = []
  /// Each negator.
  public internal(set) var negators: [SourceSpan] = []
  /// The condition of each line of levels.
  public internal(set) var levels: [SourceSpan] = []
  /// Each weight that is set, by its key.
  public internal(set) var weights: [String: SourceSpan] = [:]
  /// The parts of each rule.
  public internal(set) var rules: [RulePart] = []

  /// No places.
  public init() {}

  /// Where the parts of one rule were written.
  public struct RulePart: Sendable {
    /// The value of each key where it is text, else the key itself.
    public internal(set) var values: [String: SourceSpan] = [:]
    /// Each id of `replaces`.
    public internal(set) var replaces: [SourceSpan] = []
  }
}
