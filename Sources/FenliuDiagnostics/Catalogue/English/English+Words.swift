// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Words and word lists.
  static let words = [
    "empty-word": "nothing is left of this word that could be found",
    "unclosed-choice": "this bracket has no counterpart",
    "empty-choice": "one of the choices is empty",
    "gap-at-edge": "a gap has to stand between two parts of a word",
    "gap-too-wide": "a gap has at most {most} characters, not {number}",
    "too-many-choices": "a part of a word has at most {most} choices",
    "duplicate-word": "'{word}' stands in the list already",
    "empty-list": "the list is empty",
    "list-in-list": "a word list cannot hold another list, such as '{name}'",
    "unknown-list": "no word list is named '{name}'",
    "unknown-column": "a word list file has no column '{name}'",
    "missing-column": "the header has no column 'word'",
    "too-many-fields": "the row has more fields than the header",
    "unclosed-quote": "nothing closes this quote",
  ]
}
