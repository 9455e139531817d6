// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics
public import FenliuExpression

/// Rules as read and checked; still knows where each word was written.
public struct RuleSet: Hashable, Sendable {
  /// Words of title and opening count so many times for the topic.
  public struct Weights: Hashable, Sendable {
    public var title: Points = .one
    public var opening: Points = .one
    public init() {}
  }

  /// A level and what must hold for it.
  public struct LevelLine: Hashable, Sendable {
    public var level: Level
    public var condition: Condition
    /// As it was written, for explanations.
    public var written: String
    /// Where its condition was written.
    public var span: SourceSpan?

    public init(level: Level, condition: Condition, written: String, span: SourceSpan? = nil) {
      self.level = level
      self.condition = condition
      self.written = written
      self.span = span
    }
  }

  public var title: String
  public var owner: String?
  /// The language in which reasons are given.
  public var language: Language = .chinese
  /// The scripts the pack reads, by the names of `languages:` (han, latin …).
  public var scripts: [String] = ["han", "latin"]
  /// Invariant: begins with `Category.builtIn`, in that order (with what the pack set for them).
  public var categories: [Category] = Category.builtIn
  /// In the order of declaration, which decides ties.
  public var topics: [Topic] = []
  public var lists: [WordList] = []
  /// Words that make an `unless` word not affirmed, besides the ones built in.
  public var negators: [String] = []
  /// The pack's allow: a hit that lies wholly inside one of these does not count (but for danger).
  public var allow: [Word] = []
  public var weights = Weights()
  /// Words that stand for a number of people, in the order of reading.
  public var collective: [CollectiveLine] = []
  public var rules: [Rule] = []
  /// Invariant: begins with `Kind.builtIn`, in that order (with what the pack set for them).
  public var kinds: [Kind] = Kind.builtIn
  /// In the order of writing; the first that holds gives the post's kind.
  public var kindLines: [KindLine] = []
  /// In falling order of level; the first that holds is the post's.
  public var levels: [LevelLine] = []
  /// The files that were read, by path relative to the library; an `Origin` points here.
  public var files: [String] = []
  /// The SHA-256 of the pack in hexadecimal.
  public var digest: String = ""

  public init(title: String) { self.title = title }

  /// An origin as people read it: `county/words/unpaid.txt:3`.
  public func describe(_ origin: Origin) -> String {
    "\(files[Int(origin.file)]):\(origin.line)"
  }
}
