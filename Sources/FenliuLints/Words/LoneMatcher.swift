// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuFolding
import FenliuMatching
import FenliuModel
import FenliuNormalization

/// Asks the matcher which rules a short text alone makes hit, seasons and `if` aside.
struct LoneMatcher: ~Copyable {
  private let matcher: Matcher
  private let normalizer = Normalizer()
  private var scratch: MatchScratch
  private var matches = Matches()
  private let title = NormalizedText()
  private var text = NormalizedText()
  /// The place in the pack of each rule that is asked.
  private let kept: [Int]

  /// A matcher of some rules of a set; nil where this machine cannot run their regexes.
  init?(_ rules: RuleSet, keeping: Set<Int>) {
    var asked = rules
    let kept = keeping.sorted()
    asked.rules = kept.map { place in
      var rule = rules.rules[place].regardlessOfCircumstances
      rule.replaces = []
      rule.fields = .everything
      rule.polarity = .any
      rule.status = .active
      return rule
    }
    guard let matcher = try? Matcher(asked) else { return nil }
    self.kept = kept
    self.matcher = matcher
    scratch = MatchScratch(matcher)
  }

  /// The places of the rules that hit.
  mutating func hits(_ words: String) -> Set<Int> {
    normalizer.normalize(words, into: &text)
    matcher.match(
      title: title, text: text, facts: PostFacts(date: LocalDate(dayNumber: 0)), scratch: &scratch, into: &matches)
    return Set(matches.matches.map { kept[$0.rule.index] })
  }
}

/// Texts in the one form that is compared.
enum Folded {
  static func text(_ text: String) -> String { Folding.fold(text) }
}

extension Word {
  /// A text that is the word: the first of each choice, with nothing in the gaps.
  var shortestText: String? {
    parts.allSatisfy { !$0.choices.isEmpty } ? parts.map { $0.choices[0] }.joined() : nil
  }
}
