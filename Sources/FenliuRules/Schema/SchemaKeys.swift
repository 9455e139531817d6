// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics

/// The keys that a part of the language has: the one table from which the readers know their keys, and from which the
/// JSON Schemas of docs/schema are made.
public struct SchemaKeys: Sendable {
  /// What it is called among the definitions of a JSON Schema.
  public let name: String
  /// A term of the catalogues: `rule`, `department`.
  public let owner: String
  /// Its keys, in the order in which the documentation has them.
  public let keys: [SchemaKey]
  /// Keys that the part will never have, for a reason that a code of its own tells.
  let refused: Refused?
  /// Keys that must be there.
  public let required: [String]
  /// Keys that may be written.
  public let all: [String]

  /// The keys of `owner`, a part that is named so too unless `name` says otherwise.
  init(
    _ owner: String, name: String? = nil, _ keys: [SchemaKey], refused: Refused? = nil
  ) {
    self.name = name ?? owner
    self.owner = owner
    self.keys = keys
    self.refused = refused
    required = keys.filter(\.isRequired).map(\.name)
    all = keys.map(\.name)
  }
}

extension SchemaKeys {
  /// Keys that people may think of, and why there are none such.
  struct Refused: Sendable {
    /// The code that says why. Fact: `key`.
    let code: Diagnostic.Code
    let keys: [String]
  }
}

/// A key of the language, with what people read about it where they write it.
public struct SchemaKey: Sendable {
  /// As it is written.
  public let name: String
  /// What it is set to.
  public let value: SchemaValue
  /// Whether it must be there.
  public let isRequired: Bool
  /// What it is for, in English. A sentence or two.
  public let english: String
  /// The same in Chinese.
  public let chinese: String
  /// What holds where it is left out.
  public let standard: String?
  /// A value as it may be written.
  public let example: String?

  init(
    _ name: String, _ value: SchemaValue, required: Bool = false, _ english: String, _ chinese: String,
    standard: String? = nil, example: String? = nil
  ) {
    self.name = name
    self.value = value
    isRequired = required
    self.english = english
    self.chinese = chinese
    self.standard = standard
    self.example = example
  }
}

/// What a key is set to.
public indirect enum SchemaValue: Sendable {
  /// The version of the language, 1.
  case version
  /// Any text; a number or truth value is text, too.
  case text
  /// A text of a form: a regular expression as JSON Schema knows them.
  case form(String)
  /// `true` or `false`.
  case flag
  /// A whole number of at least so much.
  case integer(least: Int)
  /// A decimal number of at least so much.
  case number(least: Double)
  /// A decimal number above zero.
  case positive
  /// One of these.
  case choice([String])
  /// A text, for which these are offered.
  case suggestion([String])
  /// A text, or a list of texts.
  case texts
  /// One of these, or a list of such; a list that may be empty where that says something.
  case choices([String], mayBeEmpty: Bool = false)
  /// A list of words.
  case words
  /// A pattern, or a list of patterns of which one must hit.
  case line
  /// A list of lines, each of which must hit.
  case lines
  /// How near hits lie to each other.
  case distance
  /// A mapping with these keys.
  case part(SchemaKeys)
  /// A list.
  case list(SchemaValue)
  /// A mapping whose keys the author names, but for those that are known.
  case named(SchemaValue, known: [SchemaKey] = [])
  /// A mapping whose keys have a form, a regular expression.
  case keyed(form: String, SchemaValue)
  /// A mapping whose keys are among these.
  case chosen([String], SchemaValue)
  /// One of several kinds.
  case either([SchemaValue])
  /// Nothing, or what stands here.
  case optional(SchemaValue)
}
