// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2

/// A regex as it is run.
struct CompiledRegex: Sendable {
  let atom: UInt32
  let pattern: BudgetedPattern
  /// Whether it runs only where one of its literals was seen.
  let isGated: Bool
  /// The fields in which a rule looks for it.
  var fields: FieldSet
  /// Whether a rule of `danger` looks for it.
  let isUrgent: Bool
  /// The rules that cannot be sure when it gives up.
  let rules: [RuleID]
  /// The groups that read numbers.
  let numberGroups: [(name: NumberName, group: Int)]

  init(_ plan: RegexPlan) {
    atom = plan.atom
    pattern = plan.pattern
    isGated = plan.isGated
    fields = plan.fields
    isUrgent = plan.isUrgent
    rules = plan.rules
    numberGroups = NumberName.allCases.flatMap { name in
      (plan.pattern.groupNumbers[name.key] ?? []).map { (name, $0) }
    }
  }
}

/// Which literals of regexes were seen in one field.
struct RegexGate: Sendable {
  private var seen: [Bool]
  private var touched: [UInt32] = []

  init(regexes: Int) { seen = Array(repeating: false, count: regexes) }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for regex in touched { seen[Int(regex)] = false }
    touched.removeAll(keepingCapacity: true)
  }

  /// Notes a literal of a regex.
  @inline(__always)
  mutating func note(_ regex: UInt32) {
    guard !seen[Int(regex)] else { return }
    seen[Int(regex)] = true
    touched.append(regex)
  }

  /// Whether a regex may match: one of its literals was seen, or none is necessary.
  func opens(_ regex: Int, isGated: Bool) -> Bool { !isGated || seen[regex] }
}

extension MatchScratch {
  /// Runs the regexes of `danger` over both fields, then the others, so that no other one spends what the post may cost.
  mutating func runRegexes(
    title: Span<UInt8>, text: Span<UInt8>, with matcher: borrowing Matcher, incomplete: inout [Incomplete]
  ) {
    for isUrgent in [true, false] {
      for index in matcher.regexes.indices where matcher.regexes[index].isUrgent == isUrgent {
        let regex = matcher.regexes[index]
        var isComplete = true
        if !title.isEmpty, regex.fields.contains(.title), self.title.gate.opens(index, isGated: regex.isGated) {
          isComplete = run(regex, title, .title, plan: matcher.plan)
        }
        if !text.isEmpty, regex.fields.contains(.text), self.text.gate.opens(index, isGated: regex.isGated) {
          isComplete = run(regex, text, .text, plan: matcher.plan) && isComplete
        }
        if !isComplete {
          for rule in regex.rules where !incomplete.contains(.regex(rule)) { incomplete.append(.regex(rule)) }
        }
      }
    }
  }

  /// Whether the whole field was searched.
  private mutating func run(
    _ regex: CompiledRegex, _ bytes: Span<UInt8>, _ field: Field, plan: borrowing Plan
  ) -> Bool {
    let outcome = regex.pattern.forEachHit(in: bytes, charge: &charge, scratch: &regexScratch) { hit, groups in
      guard !hit.isEmpty else { return }
      var read = Numbers()
      for (name, group) in regex.numberGroups {
        guard let range = groups.range(ofGroup: group), let number = numbers.quantity(in: range, of: bytes) else {
          continue
        }
        read[name] = max(read[name] ?? number.value, number.value)
      }
      let place = read.isEmpty ? -1 : collected.note(read)
      collected.append(
        atom: regex.atom, from: hit.lowerBound, to: hit.upperBound, in: field, numbers: place, plan: plan)
    }
    return outcome == .complete
  }
}
