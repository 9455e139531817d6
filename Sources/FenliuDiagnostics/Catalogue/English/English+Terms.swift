// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Words of our own that facts name, where the word differs from the term.
  static let terms = [
    "rules-file": "rules file", "included-file": "included file", "map": "responsibility map", "word-list": "word list",
    "number-pattern": "number pattern", "regex-pattern": "regex pattern", "near-group": "near group",
    "kind-line": "line of kinds", "collective-line": "line of collective", "request-kind": "kind of request",
    "unless-part": "setting of unless", "each-part": "setting of each", "examples-part": "list of examples",
    "weights-part": "setting of weights", "list-file": "word list file", "recusal": "setting of recuse",
    "escalation": "line of escalate", "test-case": "test case", "levels": "list of levels",
    "whole-number": "whole number", "closing-quote": "closing quote", "end-of-expression": "the end",
    "nothing": "nothing", "list-of-cases": "list of cases",
    "list-or-patterns": "word, a $list, a regex or a number",
  ]

  /// What related places are.
  static let notes = [
    "first-named-here": "first named here", "opened-here": "opened here, and not closed",
  ]
}
