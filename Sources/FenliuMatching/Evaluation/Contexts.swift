// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuExpression
import FenliuFolding
import FenliuModel

/// What `if:` asks.
struct FactsContext: ExpressionContext {
  let facts: PostFacts

  func number(_ variable: NumberVariable) -> Double? {
    switch variable {
    case .views: facts.views.map(Double.init)
    case .reposts: facts.reposts.map(Double.init)
    case .replies: facts.replies.map(Double.init)
    case .likes: facts.likes.map(Double.init)
    case .reach: facts.reach.map(Double.init)
    case .people, .months, .days, .amount, .total: nil
    }
  }

  /// A source is compared whole, of a region also each part; width, case and traditional characters do not matter.
  func text(_ variable: TextVariable, isIn values: [String]) -> Bool {
    switch variable {
    case .source:
      guard let source = facts.source else { return false }
      if values.contains(source) { return true }
      let folded = Folding.fold(source)
      return values.contains { Folding.fold($0) == folded }
    case .region:
      guard let region = facts.region else { return false }
      let folded = Folding.fold(region)
      let parts = folded.split(separator: "/")
      return values.contains { value in
        let value = Folding.fold(value)
        return value == folded || parts.contains { $0 == value }
      }
    }
  }
}

/// What `when:` asks: the hits of the named patterns.
struct WhenContext: ExpressionContext {
  let hits: [WorkHit]
  let lines: [Range<Int>]
  let title: Geometry
  let text: Geometry
  let texts: MatchScratch.Texts

  func count(of pattern: PatternIndex) -> Int { lines[pattern.index].count }

  func areNear(_ first: PatternIndex, _ second: PatternIndex, within: Proximity, inOrder: Bool) -> Bool {
    let left = hits[lines[first.index]]
    let right = hits[lines[second.index]]
    guard !left.isEmpty, !right.isEmpty else { return false }
    let plan = ProximityPlan(within)
    if plan.unit == .post {
      guard inOrder else { return true }
      // The title comes before the text.
      let earliest = left.map { ($0.field, $0.end) }.min { $0 < $1 }
      let latest = right.map { ($0.field, $0.start) }.max { $0 < $1 }
      guard let earliest, let latest else { return false }
      return earliest <= latest
    }
    for field in Field.allCases {
      let left = left.filter { $0.field == field.rawValue }
      let right = right.filter { $0.field == field.rawValue }
      if inOrder ? follow(left, right, plan) : touch(left, right, plan) { return true }
    }
    return false
  }

  /// Whether a hit of each lies near one of the other.
  private func touch(_ left: [WorkHit], _ right: [WorkHit], _ within: ProximityPlan) -> Bool {
    var nearness = Nearness()
    nearness.begin()
    for line in [left, right] {
      for hit in line {
        nearness.append(
          .init(low: coordinate(hit.start, hit, within) - within.limit, high: coordinate(hit.end, hit, within)))
      }
      nearness.endLine()
    }
    return !nearness.common.isEmpty
  }

  /// Whether a hit of the first ends, near enough, before one of the second begins.
  private func follow(_ left: [WorkHit], _ right: [WorkHit], _ within: ProximityPlan) -> Bool {
    let ends = left.sorted { $0.end < $1.end }
    var next = 0
    for hit in right {
      // Invariant: all before `next` end at the hit's start or before it. Starts ascend.
      while next < ends.count, ends[next].end <= hit.start { next += 1 }
      guard next > 0 else { continue }
      let last = ends[next - 1]
      if coordinate(hit.start, hit, within) - coordinate(last.end, last, within) <= within.limit { return true }
    }
    return false
  }

  private func coordinate(_ offset: UInt32, _ hit: WorkHit, _ within: ProximityPlan) -> Int {
    let bytes = texts[hit.field]
    return (hit.field == Field.title.rawValue ? title : text).coordinate(of: Int(offset), by: within, in: bytes.span)
  }
}

extension RulePlan {
  /// Whether the rule counts on a day. A season of every year may go over its end: from 11-15 until 03-15.
  func isInSeason(_ date: LocalDate) -> Bool {
    guard from != nil || until != nil else { return true }
    let (year, month, day) = date.components
    let today = (month, day)
    let isAfter = from.map { from in
      from.year.map { (year, month, day) >= ($0, from.month, from.day) } ?? (today >= (from.month, from.day))
    }
    let isBefore = until.map { until in
      until.year.map { (year, month, day) <= ($0, until.month, until.day) } ?? (today <= (until.month, until.day))
    }
    if let from, let until, from.year == nil, until.year == nil, (from.month, from.day) > (until.month, until.day) {
      return isAfter == true || isBefore == true
    }
    return isAfter != false && isBefore != false
  }
}
