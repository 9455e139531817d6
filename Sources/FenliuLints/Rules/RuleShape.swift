// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel
import FenliuRules

/// Parts of a rule that change nothing.
struct RuleShape {
  let pack: LintedPack

  func findings() -> [Diagnostic] {
    pack.rules.rules.indices.flatMap { place in each(place) + all(place) + points(place) + replaces(place) }
  }

  /// `each` counts distinct words; with one word there is nothing to count.
  private func each(_ place: Int) -> [Diagnostic] {
    let rule = pack.rules.rules[place]
    guard let most = rule.each else { return [] }
    let lines = pack.uses[place].filter { $0.isRequired || $0.key == "patterns" }
    let sources = lines.reduce(0) { count, use in
      count
        + use.line.reduce(0) { count, pattern in
          if case .list(let list) = pattern { return count + pack.rules.lists[list.index].words.count }
          return count + 1
        }
    }
    guard sources <= 1 || most == 1 else { return [] }
    return [
      Diagnostic(.warning, .eachWithoutEffect, facts: ["rule": .text(rule.key)], at: pack.span("each", of: place))
    ]
  }

  private func all(_ place: Int) -> [Diagnostic] {
    guard case .lines(let lines) = pack.rules.rules[place].body, lines.all.count == 1, lines.any.isEmpty else {
      return []
    }
    return [Diagnostic(.warning, .allWithOneLine, at: pack.span("all", of: place))]
  }

  /// Points of 0 where neither the category's floor nor its mark needs the rule.
  private func points(_ place: Int) -> [Diagnostic] {
    let rule = pack.rules.rules[place]
    let category = pack.rules.categories[rule.category.index]
    guard case .constant(let points) = rule.points, Points(points) == .zero, rule.category != .prohibited,
      category.floor == nil, rule.replaces.isEmpty,
      pack.uses[place].allSatisfy({ pack.words(of: $0.line).allSatisfy { $0.points == nil } })
    else { return [] }
    return [
      Diagnostic(.warning, .ruleGivesNothing, facts: ["rule": .text(rule.key)], at: pack.span("points", of: place))
    ]
  }

  /// Drafts and rules on trial have no points to lose, and take none away.
  private func replaces(_ place: Int) -> [Diagnostic] {
    let rule = pack.rules.rules[place]
    let spans = pack.places.rules[place].replaces
    guard spans.count == rule.replaces.count else { return [] }
    return zip(rule.replaces, spans).compactMap { target, span in
      let other = pack.rules.rules[target.index]
      guard other.status == .draft || other.status == .shadow else { return nil }
      return Diagnostic(
        .warning, .replacesNothing, facts: ["name": .text(other.key), "status": .text(other.status.rawValue)], at: span,
        related: [.init(span: other.span, code: .theOtherOne)])
    }
  }
}
