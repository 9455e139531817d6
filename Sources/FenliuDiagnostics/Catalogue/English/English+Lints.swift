// SPDX-License-Identifier: Apache-2.0

extension English {
  /// What checks find that compile and run the rules.
  static let lints = merged(
    [
      "prohibited-hits-restraint": "the rule '{rule}' hits the restraint case '{case}', which no prohibited rule may"
    ], wordLints, ruleLints, otherLints, costLints)

  private static let wordLints = [
    "same-normalized": "'{word}' is looked for as '{other}' is: once normalized they are the same",
    "word-inside-word": "wherever '{word}' stands, '{other}' is found already",
    "word-twice-in-line": "the rule '{rule}' has '{word}' twice in one line",
    "word-in-two-lines": "two lines of '{rule}' have '{word}', so that one hit does for both",
    "single-character-word": "'{word}' is one character, which very many other words hold",
    "common-word": "'{word}' stands in most texts, whatever they are about",
    "short-latin-word": "'{word}' is so short that it will be the abbreviation of something else, too",
    "word-with-separator": "'{word}' is one word with '{sign}' in it; a line of a word list holds one word",
    "dots-for-gap": "'{word}' is found only where a post has '{dots}' too; a gap is the sign …",
    "word-in-allow": "'{word}' never counts in '{rule}': 'allow' has it too",
    "word-in-unless": "'{word}' takes its own hit away in '{rule}': it holds '{other}' of 'unless'",
    "word-in-none": "'{word}' never makes '{rule}' hold: it holds '{other}' of 'none'",
    "allow-without-word": "nothing can hit inside '{word}', so there is nothing to allow",
    "known-negator": "'{word}' denies already without being listed",
  ]

  private static let ruleLints = [
    "rule-never-holds": "the rule '{rule}' can hold for no text: it takes all its own hits away",
    "condition-never-holds": "no post can fulfil this '{key}'",
    "rule-shadowed":
      "every post that '{rule}' hits is hit by '{other}' too, which gives the same category and topic no less",
    "rule-always-replaced": "'{rule}' never counts: wherever it hits, '{other}' hits and replaces it",
    "duplicate-rule": "the rule '{rule}' looks for the same as '{other}'",
    "contradicting-rules": "for '{word}' the rule '{rule}' takes points away, and '{other}' gives some",
    "rule-expired": "the last day of '{rule}' was {day}",
    "rule-not-begun": "the first day of '{rule}' will be {day}",
    "whole-year-season": "from 01-01 until 12-31 is the whole year, as without a season",
    "rule-deprecated": "the rule '{rule}' is deprecated and still counts",
    "rule-without-effect": "the rule '{rule}' is of status {status} and changes nothing",
    "rule-gives-nothing": "the rule '{rule}' gives no points, and its category needs them",
    "rule-without-hit-example": "no example shows that '{rule}' hits",
    "rule-without-miss-example": "no example shows what '{key}' of '{rule}' keeps out",
    "replaces-nothing": "'{name}' is of status {status} and has no points to lose",
    "each-without-effect": "'each' counts one word at most in '{rule}', as without it",
    "all-with-one-line": "'all' with one line is 'any'",
    "case-expects-nothing": "the case '{name}' expects nothing, so it always passes",
    "unused-list": "no rule uses the word list '{name}'",
    "unused-topic": "no rule gives the topic '{name}'",
    "unused-category": "no rule has the category '{name}'",
    "level-never-reached": "this line never decides that a post is {level}",
    "weight-without-effect": "this weight of '{key}' changes nothing",
  ]

  private static let otherLints = [
    "slow-regex":
      "{half} characters made against this regex take {steps} steps, {length} more than {most}: its work {growth}",
    "regex-is-word": "this regex is a plain word",
    "regex-is-choice": "this regex is a choice of plain words",
    "unread-group": "nothing reads the group '{name}'",
    "owner-without-contact": "the department '{department}' answers for posts and has no 'contact'",
    "lead-named-twice": "'{department}' leads the route '{route}' already",
    "personal-number": "this looks like {a kind} of a real person",
    "too-broad": "the {kind} '{name}' hits {hits} of {posts} posts ({share} %)",
    "never-hits": "the rule '{rule}' hits none of {posts} posts",
  ]

  private static let costLints = [
    "costly-regex":
      "slowest rule {rank}, '{rule}': {time} µs a post of {all} for all rules, {part} of it this regex, which runs in {runs} of {posts} posts and hits in {hits}",
    "costly-word":
      "slowest rule {rank}, '{rule}': {time} µs a post of {all} for all rules, {part} of it words, most often '{word}': {finds} finds in {posts} posts; its line hits in {hits}",
    "costly-number":
      "slowest rule {rank}, '{rule}': {time} µs a post of {all} for all rules, {part} of it a number that is looked for before {units} units, on {posts} posts",
  ]

  /// How to mend what lints find.
  static let lintHelps = [
    "single-character-word": "write a longer word, or let the rule ask for something else beside it",
    "common-word": "write a word that only such posts have, or let the rule ask for something else beside it",
    "word-in-two-lines": "take it out of one of the lines",
    "owner-without-contact": "add contact: a telephone number or a place",
    "slow-regex": "write a bound, such as {0,30} for *, or keep loops out of loops",
    "rule-without-hit-example": "add examples: {hit: [a text that it is for]}",
    "costly-regex":
      "it waits for {q literal}: write a longer or rarer word into it that every match must contain, or smaller bounds where nearly every run hits",
    "costly-word": "write a longer or rarer word than '{word}', unless it nearly always hits",
    "costly-number": "name only the units that people write for it",
    "too-broad": "write longer words, or let the rule ask for something else beside them",
    "unused-topic": "a rule gives it with topic:, or the line can go",
    "unread-group": "groups named people, months, days and amount are read as numbers",
  ]

  /// Words of our own that lints name.
  static let lintTerms = [
    "mobile-number": "mobile telephone number", "landline-number": "telephone number",
    "identity-number":
      "identity card number", "bank-number": "bank card number", "mail-address": "e-mail address",
    "plate-number": "number plate", "passport-number": "passport number", "qq-number": "QQ number",
    "wechat-name": "WeChat name",
    "grows-square": "grows with the square of the length", "grows-power": "grows with a high power of the length",
    "grows-explosion": "explodes with every character more", "no-word": "no word",
  ]

  /// What related places of lints are.
  static let lintNotes = ["the-other-one": "the other one"]
}
