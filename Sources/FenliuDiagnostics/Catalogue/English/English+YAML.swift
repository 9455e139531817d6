// SPDX-License-Identifier: Apache-2.0

extension English {
  /// What the subset of YAML does not take, and where YAML would silently read something else.
  static let yaml = [
    "yaml-syntax": "the file is not well formed here: {problem}",
    "yaml-empty": "the file is empty",
    "yaml-several-documents": "a file holds one document",
    "yaml-anchor": "anchors are not part of the rule language",
    "yaml-alias": "aliases are not part of the rule language",
    "yaml-tag": "tags are not part of the rule language",
    "yaml-too-deep": "the file nests deeper than {most} levels",
    "yaml-key-not-text": "a key is a single word or text",
    "duplicate-key": "the key '{key}' stands here a second time",
    "text-needs-quotes": "text that begins with {sign} has to stand in quotes",
    "word-with-colon": "a word that contains ': ' has to stand in quotes",
    "colon-needs-space": "a space has to follow the colon",
    "flow-comma": "inside braces a comma or bracket ends the value, so this has to stand in quotes",
    "regex-not-quoted": "a regex has to stand in single quotes",
    "emptied-by-hash": "a # after a space begins a comment, so nothing is left here",
    "full-width-sign": "'{sign}' is a full-width sign; here it means nothing",
    "tab-indent": "a tab cannot indent; use spaces",
  ]
}
