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

/// The regexes of which a literal was seen in one field.
struct RegexGate: Sendable {
  private var isOpen: [Bool]
  /// Each once, in the order in which their literals were seen.
  private(set) var opened: [UInt32] = []

  init(regexes: Int) { isOpen = Array(repeating: false, count: regexes) }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for regex in opened { isOpen[Int(regex)] = false }
    opened.removeAll(keepingCapacity: true)
  }

  /// Notes a literal of a regex.
  @inline(__always)
  mutating func note(_ regex: UInt32) {
    guard !isOpen[Int(regex)] else { return }
    isOpen[Int(regex)] = true
    opened.append(regex)
  }

  /// Whether a literal of a regex was seen.
  func contains(_ regex: Int) -> Bool { isOpen[regex] }
}

extension MatchScratch {
  /// Runs the regexes of `danger` over both fields, then the others, so that no other one spends what the post may cost.
  ///
  /// Only those are looked at of which a literal was seen, and those without.
  mutating func runRegexes(
    title: Span<UInt8>, text: Span<UInt8>, with matcher: borrowing Matcher, incomplete: inout [Incomplete]
  ) {
    opened.removeAll(keepingCapacity: true)
    opened.append(contentsOf: matcher.ungated)
    for regex in self.title.gate.opened { opened.append(matcher.ranks[Int(regex)]) }
    for regex in self.text.gate.opened where !self.title.gate.contains(Int(regex)) {
      opened.append(matcher.ranks[Int(regex)])
    }
    guard !opened.isEmpty else { return }
    opened.sort()
    for rank in opened {
      let index = Int(matcher.regexOrder[Int(rank)])
      let fields = matcher.regexes[index].fields
      let isGated = matcher.regexes[index].isGated
      var isComplete = true
      if !title.isEmpty, fields.contains(.title), !isGated || self.title.gate.contains(index) {
        isComplete = run(index, title, .title, with: matcher)
      }
      if !text.isEmpty, fields.contains(.text), !isGated || self.text.gate.contains(index) {
        isComplete = run(index, text, .text, with: matcher) && isComplete
      }
      if !isComplete {
        for rule in matcher.regexes[index].rules where !incomplete.contains(.regex(rule)) {
          incomplete.append(.regex(rule))
        }
      }
    }
  }

  /// Whether the whole field was searched.
  private mutating func run(
    _ index: Int, _ bytes: Span<UInt8>, _ field: Field, with matcher: borrowing Matcher
  ) -> Bool {
    let pattern = matcher.regexes[index].pattern
    let outcome = pattern.forEachHit(in: bytes, charge: &charge, scratch: &regexScratch) { hit, groups in
      guard !hit.isEmpty else { return }
      var read = Numbers()
      for (name, group) in matcher.regexes[index].numberGroups {
        guard let range = groups.range(ofGroup: group), let number = numbers.quantity(in: range, of: bytes) else {
          continue
        }
        read[name] = max(read[name] ?? number.value, number.value)
      }
      let place = read.isEmpty ? -1 : collected.note(read)
      collected.append(
        atom: matcher.regexes[index].atom, from: hit.lowerBound, to: hit.upperBound, in: field, numbers: place,
        plan: matcher.plan)
    }
    return outcome == .complete
  }
}
