// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel

/// What rules of `prohibited` and `danger` may not do, and what they must have.
struct RestrictionReader {
  let findings: Findings

  /// Reports what `rule`, read by `reader`, breaks.
  func check(_ rule: Rule, _ reader: MappingReader) {
    if rule.category == .prohibited { checkProhibited(rule, reader) }
    if rule.category == .danger, case .constant(let points) = rule.points, points < 0 {
      findings.error(.dangerPoints, at: reader.text("points")?.span)
    }
    // Whether something was denied or asked is told wrongly too often to stand between a person and help.
    if rule.category == .danger, rule.polarity != .any {
      findings.error(.dangerPolarity, at: reader.text("polarity")?.span)
    }
  }

  private func checkProhibited(_ rule: Rule, _ reader: MappingReader) {
    var missing: [String] = []
    if rule.basis == nil { missing.append("basis") }
    if rule.owner == nil { missing.append("owner") }
    if !rule.examples.contains(where: { $0.kind == .hit }) { missing.append("hit") }
    if !rule.examples.contains(where: { $0.kind == .miss }) { missing.append("miss") }
    for key in missing { findings.error(.prohibitedNeeds, ["key": .text(key)], at: rule.span) }
    // Who speaks, where, when and how loudly never makes a text prohibited; only the text does.
    for key in ["if", "from", "until"] {
      guard let entry = reader.entry(key) else { continue }
      findings.error(.prohibitedCondition, ["name": .text(key)], at: entry.keySpan)
    }
    // Nor do the words of somebody else whom the writer quotes or passes on, which `text` holds, too.
    for scalar in reader.texts("where") ?? []
    where ["text", TextZone.quoted.key, TextZone.repost.key].contains(scalar.text) {
      findings.error(.prohibitedCondition, ["name": .text(scalar.text)], at: scalar.span)
    }
    if rule.points.asksForReach, let points = reader.text("points") {
      findings.error(.prohibitedCondition, ["name": .text("reach")], at: points.span)
    }
  }
}

extension NumberExpression {
  fileprivate var asksForReach: Bool {
    switch self {
    case .variable(let variable): variable == .reach
    case .constant, .count, .categoryPoints, .topicPoints: false
    case .log10(let inner): inner.asksForReach
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .minimum(let left, let right), .maximum(let left, let right):
      left.asksForReach || right.asksForReach
    }
  }
}
