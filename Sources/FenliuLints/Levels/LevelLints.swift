// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel
import FenliuRules

/// Levels whose line never decides, and weights that change nothing.
struct LevelLints {
  let pack: LintedPack

  func findings() -> [Diagnostic] { levels() + weights() }

  /// A line decides where it holds and no higher one does. Floors lift posts without it.
  private func levels() -> [Diagnostic] {
    let bounds = PointBounds(pack)
    let truth = ConditionTruth { bounds.interval($0) }
    let lines = pack.rules.levels
    guard lines.count == pack.places.levels.count else { return [] }
    return lines.indices.compactMap { place in
      let line = lines[place]
      let higher = lines[..<place].map(\.condition)
      let decides = higher.reduce(line.condition) { .and($0, .not($1)) }
      guard !truth.canHold(line.condition) || !truth.canHold(decides) else { return nil }
      return Diagnostic(
        .warning, .levelNeverReached, facts: ["level": .text(line.level.key)], at: pack.places.levels[place])
    }
  }

  private func weights() -> [Diagnostic] {
    let hasTopics = pack.rules.rules.contains { $0.topic != nil && $0.status != .draft }
    let set = ["title": pack.rules.weights.title, "opening": pack.rules.weights.opening]
    return pack.places.weights.sorted { $0.key < $1.key }.compactMap { key, span in
      guard set[key] == .one || !hasTopics else { return nil }
      return Diagnostic(.warning, .weightWithoutEffect, facts: ["key": .text(key)], at: span)
    }
  }
}
