// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuExpression
import FenliuModel
import FenliuRegexSyntax

/// Warns of numbers in `points` that nothing in the rule reads.
struct NumberCheck {
  let findings: Findings

  /// Checks the points of `rule`, which stand at `span`.
  func check(_ rule: Rule, pointsAt span: SourceSpan?) {
    let asked = rule.points.numbers
    guard let span, !asked.isEmpty else { return }
    let read = numbers(in: rule.body)
    for name in NumberName.allCases where asked.contains(name) && !read.contains(name) {
      findings.warning(.numberNeverRead, ["name": .text(name.key)], at: span)
    }
  }

  private func numbers(in body: Rule.Body) -> Set<NumberName> {
    let lines: [Line] =
      switch body {
      case .lines(let lines): [lines.any] + lines.all + lines.near.flatMap(\.lines)
      case .when(_, let patterns): patterns.map(\.line)
      }
    return lines.joined().reduce(into: []) { names, pattern in
      switch pattern {
      case .number(let number): names.insert(number.name)
      case .regex(let regex):
        names.formUnion(regex.syntax.groupNames.compactMap { NumberName(key: $0.name) })
      case .word, .list: break
      }
    }
  }
}

extension NumberExpression {
  /// The numbers of the text that the expression asks for.
  fileprivate var numbers: Set<NumberName> {
    switch self {
    case .variable(let variable): NumberName(key: variable.rawValue).map { [$0] } ?? []
    case .constant, .count, .categoryPoints, .topicPoints: []
    case .log10(let inner): inner.numbers
    case .sum(let left, let right), .difference(let left, let right), .product(let left, let right),
      .quotient(let left, let right), .minimum(let left, let right), .maximum(let left, let right):
      left.numbers.union(right.numbers)
    }
  }
}
