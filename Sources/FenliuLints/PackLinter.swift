// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
public import FenliuDiagnostics
import FenliuModel
public import FenliuRules

/// Says of a pack that loaded what its author would rather know: rules that can never hit, words that do nothing, regexes that
/// run away, numbers of real people.
///
/// Only `check` asks, since some lints run regexes and compile rules; a run of `classify` does not wait for them. Without a
/// corpus everything is proven or measured from the files alone. The work grows with the words of the pack, never with pairs
/// of them.
///
/// ```swift
/// let found = PackLinter(loaded)?.findings(at: now) ?? []
/// ```
public struct PackLinter {
  private let pack: LintedPack

  /// A linter for what was loaded; nil where it has errors, of which nothing can be proven.
  public init?(_ loaded: Loaded) {
    guard let pack = LintedPack(loaded) else { return nil }
    self.pack = pack
  }

  /// Everything that the files show, seen from `now`.
  public func findings(at now: Instant) -> [Diagnostic] {
    let today = pack.map.map.calendar.zone.date(of: now)
    let index = WordIndex(pack)
    var found = RedundantWords(pack: pack, index: index).findings()
    found += WeakWords(pack: pack).findings()
    found += DottedWords(pack: pack).findings()
    found += UselessWords(pack: pack, index: index).findings()
    found += UselessAllow(pack: pack).findings()
    found += RuleLife(pack: pack, today: today).findings()
    found += RuleExamples(pack: pack).findings()
    found += RuleShape(pack: pack).findings()
    found += RuleComparison(pack: pack, index: index).findings()
    found += ConditionLints(pack: pack).findings()
    found += UnusedNames(pack: pack).findings()
    found += LevelLints(pack: pack).findings()
    found += RegexLints(pack: pack).findings()
    found += MapLints(pack: pack).findings()
    found += PersonalNumberLint(pack: pack).findings()
    return found
  }

  /// Which rules cost most, and what would make each cheaper.
  public func findings(of costs: RuleCosts) -> [Diagnostic] { CostLints(pack: pack, costs: costs).findings() }

  /// What the posts of a corpus show: rules that hit more than a share of them, and rules that hit none.
  public func findings(of corpus: CorpusCount, tooBroad share: Double) -> [Diagnostic] {
    CorpusLints(pack: pack, corpus: corpus, share: share).findings()
  }
}
