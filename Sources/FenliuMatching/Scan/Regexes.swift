// SPDX-License-Identifier: Apache-2.0
import FenliuModel
import FenliuPCRE2

/// A regex as it is run.
struct CompiledRegex: Sendable {
  let atom: UInt32
  let pattern: BudgetedPattern
  /// Whether it runs only where one of its literals was seen.
  let isGated: Bool
  /// The most characters of a hit before the first of its literals; nil where there is no bound.
  let reach: Int?
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
    reach = plan.reach
    fields = plan.fields
    isUrgent = plan.isUrgent
    rules = plan.rules
    numberGroups = NumberName.allCases.flatMap { name in
      (plan.pattern.groupNumbers[name.key] ?? []).map { (name, $0) }
    }
  }
}

/// The regexes of which a literal was seen in one field, and where.
struct RegexGate: Sendable {
  /// Where literals of a regex begin, from the first of some to the last, in bytes, and the next such stretch of the regex, -1 where there is none.
  private struct Stretch: Sendable {
    var first: UInt32
    var last: UInt32
    var next: Int32
  }

  /// Stretches of a regex that are told apart.
  private static let mostStretches = 8

  /// For each regex its first and last stretch, -1 where none of its literals was seen, and how many it has.
  private var ends: [(head: Int32, tail: Int32, count: Int32)]
  private var stretches: [Stretch] = []
  /// Each regex once, in the order in which their literals were seen.
  private(set) var opened: [UInt32] = []

  init(regexes: Int) { ends = Array(repeating: (-1, -1, 0), count: regexes) }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for regex in opened { ends[Int(regex)] = (-1, -1, 0) }
    opened.removeAll(keepingCapacity: true)
    stretches.removeAll(keepingCapacity: true)
  }

  /// Notes that a literal of a regex begins at a byte.
  ///
  /// - Parameters:
  ///   - reach: how many bytes before a literal a hit may start; stretches that are no farther apart become one.
  ///   - isOpen: whether others may begin anywhere after it that are not noted.
  @inline(__always)
  mutating func note(_ regex: UInt32, at start: Int, reach: Int, andAfter isOpen: Bool) {
    let start = UInt32(truncatingIfNeeded: start)
    let end = ends[Int(regex)]
    defer { if isOpen { stretches[Int(ends[Int(regex)].tail)].last = .max } }
    if end.tail >= 0 {
      let last = stretches[Int(end.tail)]
      if start < last.first {
        // Literals come in the order of their ends, so that one may begin before others. Stretches stay in order as one.
        stretches[Int(end.head)].first = min(stretches[Int(end.head)].first, start)
        stretches[Int(end.head)].last = last.last
        stretches[Int(end.head)].next = -1
        ends[Int(regex)] = (end.head, end.head, 1)
        return
      }
      if Int(start) - Int(last.last) <= reach || end.count == Self.mostStretches {
        stretches[Int(end.tail)].last = max(last.last, start)
        return
      }
      stretches[Int(end.tail)].next = Int32(truncatingIfNeeded: stretches.count)
    } else {
      opened.append(regex)
    }
    let place = Int32(truncatingIfNeeded: stretches.count)
    ends[Int(regex)] = (end.head < 0 ? place : end.head, place, end.count + 1)
    stretches.append(Stretch(first: start, last: start, next: -1))
  }

  /// Whether a literal of a regex was seen.
  func contains(_ regex: Int) -> Bool { ends[regex].head >= 0 }

  /// The place of the first stretch in which literals of a regex begin.
  func firstStretch(of regex: Int) -> Int { Int(ends[regex].head) }

  /// The stretch at a place, in bytes, and the place of the next one of its regex, -1 where there is none. The last may end behind the field.
  func stretch(at place: Int) -> (starts: ClosedRange<Int>, next: Int) {
    let stretch = stretches[place]
    return (Int(stretch.first)...Int(stretch.last), Int(stretch.next))
  }
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
      if !title.isEmpty, fields.touches(.title), !isGated || self.title.gate.contains(index) {
        isComplete = run(index, title, .title, with: matcher)
      }
      if !text.isEmpty, fields.touches(.text), !isGated || self.text.gate.contains(index) {
        isComplete = run(index, text, .text, with: matcher) && isComplete
      }
      if !isComplete {
        for rule in matcher.regexes[index].rules where !incomplete.contains(.regex(rule)) {
          incomplete.append(.regex(rule))
        }
      }
    }
  }

  /// Whether the whole field was searched, as far as a hit may start there.
  private mutating func run(
    _ index: Int, _ bytes: Span<UInt8>, _ field: Field, with matcher: borrowing Matcher
  ) -> Bool {
    guard matcher.regexes[index].isGated, let reach = matcher.regexes[index].reach else {
      return search(index, bytes, field, 0...bytes.count, with: matcher) != nil
    }
    var from = 0
    var place = field == .title ? self.title.gate.firstStretch(of: index) : self.text.gate.firstStretch(of: index)
    while place >= 0 {
      let (starts, next) = field == .title ? self.title.gate.stretch(at: place) : self.text.gate.stretch(at: place)
      let first = max(from, Self.byte(reach, before: starts.lowerBound, in: bytes))
      let last = min(starts.upperBound, bytes.count)
      if first <= last {
        guard let end = search(index, bytes, field, first...last, with: matcher) else { return false }
        from = max(from, end)
      }
      place = next
    }
    return true
  }

  /// The byte at which so many characters before byte `end` begin, or the first.
  private static func byte(_ characters: Int, before end: Int, in bytes: Span<UInt8>) -> Int {
    var byte = end
    var left = characters
    while left > 0, byte > 0 {
      byte -= 1
      if bytes[byte] & 0xC0 != 0x80 { left -= 1 }
    }
    return byte
  }

  /// Where the last hit ends that starts at one of these bytes, 0 where there is none; nil where the search gave up.
  private mutating func search(
    _ index: Int, _ bytes: Span<UInt8>, _ field: Field, _ starts: ClosedRange<Int>, with matcher: borrowing Matcher
  ) -> Int? {
    let pattern = matcher.regexes[index].pattern
    var end = 0
    let outcome = pattern.forEachHit(in: bytes, startingIn: starts, charge: &charge, scratch: &regexScratch) {
      hit, groups in
      end = hit.upperBound
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
    return outcome == .complete ? end : nil
  }
}
