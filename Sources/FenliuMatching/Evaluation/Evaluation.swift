// SPDX-License-Identifier: Apache-2.0
import FenliuModel

/// The buffers in which rules are looked at, one after the other.
struct Evaluation: Sendable {
  /// The rules that something of was found, each once.
  var queue: [UInt32] = []
  var isQueued: [Bool]
  /// The hits of the rule at hand, line by line.
  var work: [WorkHit] = []
  /// The lines of the rule at hand in `work`: any, the lines of each near, or the patterns of `when`.
  var lines: [Range<Int>] = []
  /// Whether a hit of the rule at hand counts only beside a sure disguise.
  var hasWeak = false
  /// The affirmed hits of `unless`.
  var unless: [WorkHit] = []
  /// For each of `unless`, the furthest end of it and those before it in its field, as a coordinate.
  var unlessEnds: [Int] = []
  /// The hits that `unless` took away, with the place in `unless` of what did it.
  var withdrawn: [(hit: WorkHit, by: Int)] = []
  /// The hits that a rule is listed with.
  var result: [WorkHit] = []
  var allowed: AllowedPhrases
  /// Where the zones of the post lie.
  var zones = PostZones()
  /// What stands in quotation marks, made when a rule asks.
  var quotations = PostQuotations()
  var nearness = Nearness()
  /// How many hits may still be looked at, for rules of `danger` and for others.
  var urgentVisits = Evaluation.mostUrgentVisits
  var visits = Evaluation.mostVisits
  /// Whether a rule was not given all its hits.
  var isCurtailed = false
  /// The sources whose hits are passed over, for whoever asks what they are worth; a handful at most.
  var muted: [HitSourceID] = []

  /// How many looks at hits the rules of a post may take together; beyond that each sees the first few of a group. A hit
  /// costs a look in each line that has it, and more where its place must be asked about: see `Filter.looks`.
  static let mostVisits = 6_000
  /// The same for the rules of `danger`, which come first.
  static let mostUrgentVisits = 16_000
  /// How many hits of a group a rule sees when the visits are used up.
  static let fewest = 64

  init(rules: Int, groups: Int) {
    isQueued = Array(repeating: false, count: rules)
    allowed = AllowedPhrases(groups: groups)
  }

  /// Whether it was made for so many rules.
  func isFor(rules: Int) -> Bool { isQueued.count == rules }

  /// Forgets the post, keeps the memory.
  mutating func removeAll() {
    for rule in queue { isQueued[Int(rule)] = false }
    queue.removeAll(keepingCapacity: true)
    allowed.removeAll()
    quotations.removeAll()
    urgentVisits = Self.mostUrgentVisits
    visits = Self.mostVisits
    isCurtailed = false
  }

  /// Forgets the last rule, keeps the memory.
  mutating func beginRule() {
    work.removeAll(keepingCapacity: true)
    hasWeak = false
    lines.removeAll(keepingCapacity: true)
    unless.removeAll(keepingCapacity: true)
    unlessEnds.removeAll(keepingCapacity: true)
    withdrawn.removeAll(keepingCapacity: true)
    result.removeAll(keepingCapacity: true)
  }

  /// Sets off every rule that a touched group triggers, and those that hold without hits.
  mutating func enqueue(_ plan: borrowing Plan, _ touched: [UInt32]) {
    for rule in plan.unconditional { add(rule) }
    for group in touched {
      for place in plan.triggerStarts[Int(group)]..<plan.triggerStarts[Int(group) + 1] {
        add(plan.triggers[Int(place)])
      }
    }
    queue.sort()
  }

  private mutating func add(_ rule: UInt32) {
    guard !isQueued[Int(rule)] else { return }
    isQueued[Int(rule)] = true
    queue.append(rule)
  }

  /// Which hits a line of a rule takes.
  struct Filter {
    var fields: FieldSet
    var allow: Int32
    var packAllow: Int32
    var isUrgent: Bool
    /// Whether words in disguise do not count.
    var isPlainOnly = false
    /// Whether hits in quotation marks do not count.
    var isOutsideQuotations = false
    /// What a hit costs, in looks: one, one more where it is asked for its place beside others, one more where it is asked what
    /// takes it away, four where it is asked whether it is affirmed.
    var looks = 1
  }

  /// Adds the hits of a line to `work`, in order and each once, and gives where they stand.
  mutating func gather(
    _ line: LinePlan, _ filter: Filter, _ plan: borrowing Plan, _ collected: borrowing Collected
  ) -> Range<Int> {
    let start = work.count
    for group in line.groups {
      let allow = plan.groups[Int(group)].allow
      var next = collected.heads[Int(group)]
      var seen = 0
      while next >= 0 {
        let entry = collected.entries[Int(next)]
        next = entry.next
        seen += 1
        if seen > Self.fewest, filter.isUrgent ? urgentVisits <= 0 : visits <= 0 {
          isCurtailed = true
          break
        }
        if filter.isUrgent { urgentVisits -= filter.looks } else { visits -= filter.looks }
        let zones = self.zones.zones(of: entry)
        guard zones.all.rawValue & ~filter.fields.rawValue == 0 else { continue }
        if filter.isOutsideQuotations, quotations.touch(entry) { continue }
        if !entry.tricks.isEmpty {
          if filter.isPlainOnly { continue }
          hasWeak = hasWeak || entry.isWeak
        }
        if !muted.isEmpty, muted.contains(HitSourceID(entry.source)) { continue }
        if allowed.contain(entry, group: allow, in: collected) { continue }
        if allowed.contain(entry, group: filter.allow, in: collected) { continue }
        if allowed.contain(entry, group: filter.packAllow, in: collected) { continue }
        work.append(WorkHit(entry, zones.first))
      }
    }
    work.settle(from: start)
    return start..<work.count
  }

  /// Whether anything of a line was found, before all else is asked.
  func isTouched(_ line: LinePlan, _ collected: borrowing Collected) -> Bool {
    for group in line.groups where collected.heads[Int(group)] >= 0 { return true }
    return false
  }
}
