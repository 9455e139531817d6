// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuEvasion

/// A keyword: a literal, or parts with gaps between them.
///
/// Texts are as the author wrote them; whoever matches normalizes them.
public struct Word: Hashable, Sendable {
  /// One part of a word, with the gap that may lie before it.
  public struct Part: Hashable, Sendable {
    /// The literals of which one must stand here; at least one, none empty.
    public var choices: [String]
    /// The most characters between the part before and this one; 0 for the first part.
    public var gap: Int

    public init(choices: [String], gap: Int) {
      self.choices = choices
      self.gap = gap
    }
  }

  /// As it was written, for decisions and explanations: `(拖欠|克扣)…工资`.
  public var written: String
  /// Invariant: at least one part; the first has gap 0. One part of one choice is a plain literal.
  public var parts: [Part]
  /// Whether the end is open (`spam*`): it may touch another letter or digit.
  public var hasOpenEnd: Bool
  /// The word's own points, from a list with a column `points`.
  public var points: Points?
  /// Tags of a list: what `collective` gives a number to.
  public var tags: [String]
  /// Where it was written.
  public var origin: Origin
  /// Its bytes, with quotes; nil where no file has them.
  public var span: SourceSpan?

  public init(
    written: String, parts: [Part], hasOpenEnd: Bool = false, points: Points? = nil, tags: [String] = [],
    origin: Origin, span: SourceSpan? = nil
  ) {
    self.written = written
    self.parts = parts
    self.hasOpenEnd = hasOpenEnd
    self.points = points
    self.tags = tags
    self.origin = origin
    self.span = span
  }
}

/// The place of a word list in the rule set.
public struct WordListID: Hashable, Sendable {
  public let index: Int
  @inlinable public init(_ index: Int) { self.index = index }
}

/// A named list of words.
public struct WordList: Hashable, Sendable {
  /// The name without its `$`.
  public var name: String
  public var words: [Word]
  /// A hit of this list that lies wholly inside one of these does not count.
  public var allow: [Word]
  /// By which tricks its words are found in disguise; nil: as the rule says that names it.
  public var evasion: Tricks?

  public init(name: String, words: [Word], allow: [Word] = [], evasion: Tricks? = nil) {
    self.name = name
    self.words = words
    self.allow = allow
    self.evasion = evasion
  }
}
