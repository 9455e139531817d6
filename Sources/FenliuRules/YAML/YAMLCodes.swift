// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// libyaml cannot read on. Fact: `problem`, a term in libyaml's words.
  public static let yamlSyntax = Self("yaml-syntax")
  /// A file with nothing in it.
  public static let yamlEmpty = Self("yaml-empty")
  /// A second document in a file.
  public static let yamlSeveralDocuments = Self("yaml-several-documents")
  /// `&name` before a value.
  public static let yamlAnchor = Self("yaml-anchor")
  /// `*name` for a value.
  public static let yamlAlias = Self("yaml-alias")
  /// `!name` before a value.
  public static let yamlTag = Self("yaml-tag")
  /// Nested deeper than anybody reads. Fact: `most`.
  public static let yamlTooDeep = Self("yaml-too-deep")
  /// A list or mapping for a key.
  public static let yamlKeyNotText = Self("yaml-key-not-text")
  /// A key that stands twice in one mapping. Fact: `key`.
  public static let duplicateKey = Self("duplicate-key")
  /// Text that begins with a sign that YAML reads otherwise. Fact: `sign`.
  public static let textNeedsQuotes = Self("text-needs-quotes")
  /// Text with a colon and a space in it.
  public static let wordWithColon = Self("word-with-colon")
  /// A colon behind a key without the space that YAML asks for.
  public static let colonNeedsSpace = Self("colon-needs-space")
  /// A comma or bracket that ends a value inside braces.
  public static let flowComma = Self("flow-comma")
  /// A regex without single quotes.
  public static let regexNotQuoted = Self("regex-not-quoted")
  /// An item of which only a comment is left.
  public static let emptiedByHash = Self("emptied-by-hash")
  /// A full-width sign in a key or a list of words. Fact: `sign`.
  public static let fullWidthSign = Self("full-width-sign")
  /// A tab where only spaces indent.
  public static let tabIndent = Self("tab-indent")
}

extension Diagnostic.Code {
  /// Where a name was given first.
  static let firstNamedHere = Self("first-named-here")
  /// Where a bracket, brace or quote was opened that has no end.
  static let openedHere = Self("opened-here")
}
