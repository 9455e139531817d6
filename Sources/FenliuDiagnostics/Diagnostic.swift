// SPDX-License-Identifier: Apache-2.0

/// One thing that an author should know about a file, as facts without wording.
///
/// The code says what kind of thing it is, the facts which one; the catalogue of a language makes a sentence of both.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Hashable, Sendable {
    /// Nothing is decided while it stands.
    case error
    /// The files load; something in them is probably not what was meant.
    case warning
    /// For the reader's information.
    case note
  }

  /// A key that never changes once published, such as `unknown-key`. Open: every module adds its own.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The key as it is printed.
    public let rawValue: String
    /// Makes a code of a key in lower case with hyphens.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Makes a code of a key in lower case with hyphens.
    public init(_ key: String) { rawValue = key }
  }

  /// A value that a sentence is made with.
  public enum Fact: Hashable, Sendable {
    /// Text in the author's own words; shown as it is, but for what would steer a terminal.
    case text(String)
    /// A number.
    case number(Int)
    /// A word of our own that each language has its own term for, such as `rule` or `department`.
    case term(String)
    /// Several texts, shown with the language's comma.
    case list([String])
  }

  /// Another place that belongs to the matter, such as the first of two equal ids.
  public struct Related: Hashable, Sendable {
    /// Where it is.
    public let span: SourceSpan
    /// What it is: a code of the catalogue's notes, such as `first-named-here`.
    public let code: Code

    /// Names a place and what it has to do with the matter.
    public init(span: SourceSpan, code: Code) {
      self.span = span
      self.code = code
    }
  }

  /// A change of bytes that mends the matter, or probably does.
  public struct FixIt: Hashable, Sendable {
    /// How sure the change is.
    public enum Kind: String, Hashable, Sendable {
      /// A guess, shown as "did you mean"; an author decides.
      case didYouMean = "did-you-mean"
      /// Certain enough for `--fix` to apply it.
      case mend
    }

    /// How sure the change is.
    public let kind: Kind
    /// The bytes to be replaced; may be empty.
    public let span: SourceSpan
    /// What comes in their place.
    public let replacement: String

    /// A change of the bytes of `span` to `replacement`.
    public init(_ kind: Kind, span: SourceSpan, replacement: String) {
      self.kind = kind
      self.span = span
      self.replacement = replacement
    }
  }

  /// How much it weighs.
  public var severity: Severity
  /// What kind of thing it is.
  public var code: Code
  /// Which one, by name. The catalogue's sentence for the code says which names it uses.
  public var facts: [String: Fact]
  /// Where it is; nil when no file has the place.
  public var span: SourceSpan?
  /// Other places that belong to it.
  public var related: [Related]
  /// Changes that mend it, the best first.
  public var fixIts: [FixIt]

  /// A finding of `severity` and `code` at `span`.
  public init(
    _ severity: Severity, _ code: Code, facts: [String: Fact] = [:], at span: SourceSpan?,
    related: [Related] = [], fixIts: [FixIt] = []
  ) {
    self.severity = severity
    self.code = code
    self.facts = facts
    self.span = span
    self.related = related
    self.fixIts = fixIts
  }
}
