// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

/// What is wrong with an expression, as facts, at bytes of its text.
public struct ExpressionProblem: Error, Hashable, Sendable {
  /// What kind of thing is wrong.
  public var code: Diagnostic.Code
  /// Which one.
  public var facts: [String: Diagnostic.Fact]
  /// The bytes of the expression's text in UTF-8.
  public var range: Range<Int>
  /// Names that could have been meant instead of the text of `range`; the reader picks the closest.
  public var candidates: [String]
  /// Text that certainly mends it in place of `range`.
  public var mend: String?

  /// A problem of `code` at `range`.
  public init(
    _ code: Diagnostic.Code, facts: [String: Diagnostic.Fact] = [:], at range: Range<Int>,
    candidates: [String] = [], mend: String? = nil
  ) {
    self.code = code
    self.facts = facts
    self.range = range
    self.candidates = candidates
    self.mend = mend
  }
}

extension Diagnostic.Code {
  /// Something else was expected here. Facts: `found`, `expected`.
  public static let expressionSyntax = Self("expression-syntax")
  /// A name that the expression does not know. Fact: `name`.
  public static let unknownName = Self("unknown-name")
  /// A name that is known, in another place of the language. Facts: `name`, `place`.
  public static let nameNotHere = Self("name-not-here")
  /// A number stands where true or false is asked. Fact: `found`.
  public static let notATruthValue = Self("not-a-truth-value")
  /// True or false, or a text, stands where a number is asked. Fact: `found`.
  public static let notANumber = Self("not-a-number")
  /// + - * / without white space around it. Fact: `operator`.
  public static let operatorNeedsSpaces = Self("operator-needs-spaces")
  /// No category has the name. Fact: `name`.
  public static let unknownCategory = Self("unknown-category")
  /// No declared topic fits. Fact: `name`.
  public static let unknownTopic = Self("unknown-topic")
  /// No named pattern of the rule fits. Fact: `name`.
  public static let unknownPattern = Self("unknown-pattern")
  /// A distance that cannot be read. Fact: `found`.
  public static let badProximity = Self("bad-proximity")
  /// A division by the constant 0, which gives 0.
  public static let divisionByZero = Self("division-by-zero")
  /// Brackets nested deeper than anybody reads.
  public static let expressionTooDeep = Self("expression-too-deep")

  /// All codes of this module.
  public static let expressionCodes: [Self] = [
    .expressionSyntax, .unknownName, .nameNotHere, .notATruthValue, .notANumber, .operatorNeedsSpaces,
    .unknownCategory, .unknownTopic, .unknownPattern, .badProximity, .divisionByZero, .expressionTooDeep,
  ]
}
