// SPDX-License-Identifier: Apache-2.0
public import FenliuDiagnostics

extension Diagnostic.Code {
  /// A word of which nothing is left that could be found.
  public static let emptyWord = Self("empty-word")
  /// A bracket of a choice without its counterpart.
  public static let unclosedChoice = Self("unclosed-choice")
  /// A choice one of whose words is empty.
  public static let emptyChoice = Self("empty-choice")
  /// A gap at the start or end of a word.
  public static let gapAtEdge = Self("gap-at-edge")
  /// A gap that is wider than a clause is long. Facts: `number`, `most`.
  public static let gapTooWide = Self("gap-too-wide")
  /// A word with more choices than can be searched for. Fact: `most`.
  public static let tooManyChoices = Self("too-many-choices")
  /// A word that stands twice in one list. Fact: `word`.
  public static let duplicateWord = Self("duplicate-word")
  /// A list of words with nothing in it.
  public static let emptyList = Self("empty-list")
  /// A `$list` inside a list of words. Fact: `name`.
  public static let listInList = Self("list-in-list")
  /// No word list has the name. Fact: `name`.
  public static let unknownList = Self("unknown-list")
  /// A column that a word list file does not have. Fact: `name`.
  public static let unknownColumn = Self("unknown-column")
  /// A word list file without the column `word`.
  public static let missingColumn = Self("missing-column")
  /// A row with more fields than the header has columns.
  public static let tooManyFields = Self("too-many-fields")
  /// A quote in a .csv file that nothing closes.
  public static let unclosedQuote = Self("unclosed-quote")
}
