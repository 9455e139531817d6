// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuDiagnostics

/// What a decision should be; what is nil is not compared.
public struct Expectation: Hashable, Sendable {
  public var level: Level?
  public var lead: String?
  /// The key of the kind of request; `none`: no line of `kinds` holds.
  public var kind: String?
  /// Compared as sets.
  public var assist: [String]?
  public var notify: [String]?
  public var route: String?
  /// The names of the routes beside.
  public var beside: [String]?
  /// The department that the decision says was accused; `.some(nil)`: nobody.
  public var recused: String??
  /// Rules that hit, among others.
  public var rules: [String]?
  public var notRules: [String]?
  /// Due times by step, in ISO 8601.
  public var due: [String: String]?

  public init() {}
}

/// A post, a time, and what should come of it.
public struct TestCase: Hashable, Sendable {
  public var name: String
  public var post: Post
  /// The time of the run; nil: the post's own.
  public var at: Instant?
  public var expectation: Expectation
  public var span: SourceSpan?

  public init(name: String, post: Post, at: Instant? = nil, expectation: Expectation, span: SourceSpan? = nil) {
    self.name = name
    self.post = post
    self.at = at
    self.expectation = expectation
    self.span = span
  }
}
