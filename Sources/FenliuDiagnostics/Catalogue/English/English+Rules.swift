// SPDX-License-Identifier: Apache-2.0

extension English {
  /// Rules, categories, levels and cases.
  static let rules = [
    "named-twice": "{a kind} named '{name}' is there already",
    "bad-name": "'{name}' cannot be the name of {a kind}",
    "only-in-rules-file": "'{key}' belongs in rules.yaml",
    "unknown-rule": "no rule is named '{name}'",
    "no-body": "the rule has nothing to look for",
    "mixed-body": "'{key}' cannot stand beside 'when'",
    "within-without-all": "'within' says how near the lines of 'all' lie, and there is no 'all'",
    "near-needs-two": "'near' needs at least two lines",
    "unused-pattern": "'when' does not use the pattern '{name}'",
    "number-never-read": "no pattern of the rule reads '{name}', so it is always 0",
    "bad-day": "'{value}' is not a day",
    "season-backwards": "'until' lies before 'from'",
    "number-too-small": "'{value}' is too small: it has to be at least {least}",
    "number-not-positive": "'{value}' is too small: it has to be more than 0",
    "replaces-circle": "these rules replace each other: {names}",
    "replaces-danger": "a rule of danger cannot be replaced, and '{name}' is one",
    "danger-cap": "the category danger takes no cap",
    "danger-floor": "the floor of danger is major or critical",
    "danger-points": "a rule of danger cannot take points away",
    "danger-polarity": "a rule of danger cannot ask for a polarity",
    "kind-titled-twice": "the kind '{kind}' has the title '{title}' already",
    "prohibited-needs": "a prohibited rule needs '{key}'",
    "zone-not-matched": "no rule looks in the zone '{zone}'",
    "unknown-tag": "no word of ${list} has the tag '{name}'",
    "uncounted-word": "no tag of '{word}' in ${list} has a number, so it counts nobody",
    "counted-twice": "'{word}' stands for {first} people and for {second}",
    "prohibited-condition": "a prohibited rule cannot depend on '{name}'",
    "levels-not-falling": "the levels have to fall, so '{name}' cannot stand here",
    "level-none": "the level 'none' is what is left, and takes no condition",
    "example-twice": "this example of '{second}' is one of '{first}' already",
    "bad-time": "'{value}' is not a time",
    "unknown-route": "no route is named '{name}'",
  ]
}
