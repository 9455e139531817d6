// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2

/// A regex as it is run.
struct CompiledRegex: Sendable {
  let atom: UInt32
  let pattern: BudgetedPattern
  /// One bit for each set of literals of which one must be in the field; none: it always runs.
  let required: UInt64
  /// The fields in which a rule looks for it.
  let fields: FieldSet
  /// Whether a rule of `danger` looks for it.
  let isUrgent: Bool
  /// The rules that cannot be sure when it gives up.
  let rules: [RuleID]
  /// The groups that read numbers.
  let numberGroups: [(name: NumberName, group: Int)]

  init(_ plan: RegexPlan) {
    atom = plan.atom
    pattern = plan.pattern
    required = plan.required
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
  private var seen: [UInt64]
  private var touched: [UInt32] = []

  init(regexes: Int) { seen = Array(repeating: 0, count: regexes) }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for regex in touched { seen[Int(regex)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }

  /// Notes a literal of one of the sets of a regex.
  @inline(__always)
  mutating func note(_ regex: UInt32, set: UInt8) {
    if seen[Int(regex)] == 0 { touched.append(regex) }
    seen[Int(regex)] |= 1 << UInt64(set)
  }

  /// Whether a regex may match: a literal of each required set was seen.
  func opens(_ regex: Int, required: UInt64) -> Bool { seen[regex] & required == required }
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
        if !title.isEmpty, regex.fields.contains(.title), self.title.gate.opens(index, required: regex.required) {
          isComplete = run(regex, title, .title, plan: matcher.plan)
        }
        if !text.isEmpty, regex.fields.contains(.text), self.text.gate.opens(index, required: regex.required) {
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
