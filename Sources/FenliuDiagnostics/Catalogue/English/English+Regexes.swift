// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Regexes.
  static let regexes = [
    "regex-syntax": "the regex cannot be read: {problem}",
    "regex-too-large": "the regex cannot be prepared: {problem}",
    "regex-without-literal": "every match of this regex can do without any fixed text, so it runs on every post",
    "regex-word-boundary": "'{text}' sees no edge beside a Chinese character",
    "regex-start-reset": "'{text}' would hide where the hit begins",
    "regex-search-start": "'{text}' stands for the place where a search begins, which no rule knows",
    "regex-single-byte": "'{text}' would cut a character in two",
    "regex-callout": "'{text}' calls a program that is not there",
    "regex-verb": "verbs such as '{text}' are not available",
  ]
}
