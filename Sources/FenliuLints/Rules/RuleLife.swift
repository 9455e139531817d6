// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel

/// Rules that are over, not yet there, on trial, or should go.
struct RuleLife {
  let pack: LintedPack
  let today: LocalDate

  func findings() -> [Diagnostic] {
    pack.rules.rules.indices.flatMap { place in season(place) + status(place) }
  }

  private func season(_ place: Int) -> [Diagnostic] {
    let rule = pack.rules.rules[place]
    if let until = rule.until, let last = until.date, last < today {
      return [
        Diagnostic(
          .warning, .ruleExpired, facts: ["rule": .text(rule.key), "day": .text(last.description)],
          at: pack.span("until", of: place))
      ]
    }
    if let from = rule.from, let first = from.date, first > today {
      return [
        Diagnostic(
          .note, .ruleNotBegun, facts: ["rule": .text(rule.key), "day": .text(first.description)],
          at: pack.span("from", of: place))
      ]
    }
    guard let from = rule.from, let until = rule.until, from.year == nil, until.year == nil,
      (from.month, from.day) == (1, 1), (until.month, until.day) == (12, 31)
    else { return [] }
    return [Diagnostic(.warning, .wholeYearSeason, at: pack.span("from", of: place))]
  }

  private func status(_ place: Int) -> [Diagnostic] {
    let rule = pack.rules.rules[place]
    switch rule.status {
    case .active: return []
    case .deprecated:
      return [
        Diagnostic(.warning, .ruleDeprecated, facts: ["rule": .text(rule.key)], at: pack.span("status", of: place))
      ]
    case .shadow, .draft:
      return [
        Diagnostic(
          .note, .ruleWithoutEffect, facts: ["rule": .text(rule.key), "status": .text(rule.status.rawValue)],
          at: pack.span("status", of: place))
      ]
    }
  }
}

extension Rule.Season {
  /// The day, where it is one of a certain year.
  fileprivate var date: LocalDate? { year.flatMap { LocalDate(year: $0, month: month, day: day) } }
}
