// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A regex that PCRE2 does not take. Fact: `problem`, a term in PCRE2's words.
  public static let regexSyntax = Self("regex-syntax")
  /// A regex that cannot be compiled for normalized text. Fact: `problem`, a term in PCRE2's words.
  public static let regexTooLarge = Self("regex-too-large")
  /// A regex that has to run on every post.
  public static let regexWithoutLiteral = Self("regex-without-literal")
  /// `\b` and its kin. Fact: `text`.
  public static let regexWordBoundary = Self("regex-word-boundary")
  /// `\K`. Fact: `text`.
  public static let regexStartReset = Self("regex-start-reset")
  /// `\G`. Fact: `text`.
  public static let regexSearchStart = Self("regex-search-start")
  /// `\C`. Fact: `text`.
  public static let regexSingleByte = Self("regex-single-byte")
  /// `(?C…)`. Fact: `text`.
  public static let regexCallout = Self("regex-callout")
  /// `(*…)`. Fact: `text`.
  public static let regexVerb = Self("regex-verb")
}
