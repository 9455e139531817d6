// SPDX-License-Identifier: Apache-2.0
import FenliuDiagnostics
import FenliuModel

/// Turns the ids of `replaces` into rules, and refuses circles and rules of `danger`.
struct ReplacementReader {
  let findings: Findings

  /// The rules of `drafts`, with what they replace. `known` holds the ids of rules that were set aside too.
  func resolve(_ drafts: [RuleDraft], known: Set<String>) -> [Rule] {
    var rules = drafts.map(\.rule)
    let places = Dictionary(drafts.enumerated().map { ($1.rule.key, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, draft) in drafts.enumerated() {
      for scalar in draft.replaces {
        guard let target = places[scalar.text] else {
          if !known.contains(scalar.text) {
            findings.unknown(
              .unknownRule, ["name": .text(scalar.text)], name: scalar.text, at: scalar.span, among: known.sorted())
          }
          continue
        }
        if rules[target].category == .danger {
          findings.error(.replacesDanger, ["name": .text(scalar.text)], at: scalar.span)
        } else {
          rules[index].replaces.append(RuleID(target))
        }
      }
    }
    reportCircles(rules, drafts)
    return rules
  }

  /// Each circle is reported once, at the rule of it that comes first.
  private func reportCircles(_ rules: [Rule], _ drafts: [RuleDraft]) {
    var state = [Int](repeating: 0, count: rules.count)
    for start in rules.indices where state[start] == 0 {
      // Invariant: path holds the rules from start to the one being looked at; their state is 1.
      var path = [(rule: start, next: 0)]
      state[start] = 1
      while let top = path.last {
        guard top.next < rules[top.rule].replaces.count else {
          state[top.rule] = 2
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = rules[top.rule].replaces[top.next].index
        if state[target] == 1 {
          let circle = path.drop { $0.rule != target }.map { rules[$0.rule].key } + [rules[target].key]
          let written = drafts[top.rule].replaces.first { $0.text == rules[target].key }
          findings.error(.replacesCircle, ["names": .list(circle)], at: written?.span ?? rules[top.rule].span)
        } else if state[target] == 0 {
          state[target] = 1
          path.append((target, 0))
        }
      }
    }
  }
}
