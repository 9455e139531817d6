// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDiagnostics
import FenliuModel
import FenliuTestSupport
import Testing

@testable import FenliuRules

/// What `check` lets pass holds at run time: no step is due later at a higher level, on whatever day, for whatever kind.
@Suite struct PeriodLevelTests {
  private static let levels: [Level] = [.general, .larger, .major, .critical]
  private static let days = [
    "from: 06-01, until: 09-30", "from: 09-01, until: 12-31", "from: 12-20, until: 02-10",
    "from: 2026-06-15, until: 2026-12-25",
    "from: 01-01, until: 12-31", "from: 02-29, until: 03-01",
  ]

  /// Some hours, the fewer the higher the level.
  private static func hours(_ level: Int, of most: Int, _ random: inout SplitMix64) -> Int {
    let most = most >> level
    return max(1, Int.random(in: most * 2 / 3...most, using: &random))
  }

  /// A map with random deadlines and periods; some have a mistake.
  private static func map(_ random: inout SplitMix64) -> String {
    func steps(_ level: Int, isPeriod: Bool, _ random: inout SplitMix64) -> String {
      var steps: [String] = []
      let most = isPeriod ? Int.random(in: 16...48, using: &random) : 48
      if !isPeriod || Bool.random(using: &random) { steps.append("hand-over: \(hours(level, of: most, &random))h") }
      if !isPeriod {
        // At the higher levels it may count from the start.
        let isFree = level > 0 && Int.random(in: 0..<3, using: &random) == 0
        steps.append(
          "report-back: \(hours(level, of: isFree ? 80 : most, &random))h" + (isFree ? "" : " after hand-over"))
        steps.append("resolve: \(12 - 3 * level)d after report-back")
      } else if level == 0, Bool.random(using: &random) {
        steps.append("report-back: \(hours(level, of: most, &random))h after hand-over")
      }
      return "{\(steps.joined(separator: ", "))}"
    }
    var parts = MapParts()
    parts.deadlines = "  none: {read: 1wd}\n"
    for (place, level) in levels.enumerated() {
      parts.deadlines += "  \(level.key): \(steps(place, isPeriod: false, &random))\n"
    }
    parts.rest += "periods:\n"
    for number in 0..<Int.random(in: 1...3, using: &random) {
      var deadlines: [String] = []
      for (place, level) in levels.enumerated() where place == 0 || Int.random(in: 0..<4, using: &random) > 0 {
        let written = steps(place, isPeriod: true, &random)
        if written != "{}" { deadlines.append("\(level.key): \(written)") }
      }
      let kind = ["", "", ", kind: ask", ", kind: help"].randomElement(using: &random)!
      let all = deadlines.isEmpty ? "" : ", deadlines: {\(deadlines.joined(separator: ", "))}"
      parts.rest +=
        "  - {name: p\(number), \(days.randomElement(using: &random)!)\(kind), basis: x, notify: duty\(all)}\n"
    }
    return parts.text
  }

  @Test("of maps that load no step is due later at a higher level", arguments: Seeds.standard.prefix(10))
  func levels(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var loaded = 0
    var refused = 0
    for _ in 0..<60 {
      let text = Self.map(&random)
      let (found, findings, _) = MapParts.load(text)
      guard let map = found?.map, !findings.contains(where: { $0.severity == .error }) else {
        refused += 1
        continue
      }
      loaded += 1
      for _ in 0..<25 {
        let start = Instant(seconds: 1_767_200_400 + Int64.random(in: 0..<100_000_000, using: &random))
        let kind = [nil, "ask", "help"].randomElement(using: &random)!
        let date = map.calendar.zone.date(of: start)
        let holding = map.periods(on: date).map { map.periods[$0.index] }.filter { $0.kind == nil || $0.kind == kind }
        for lead in [DepartmentID(1), map.defaultDepartment] {
          var before: [String: Instant] = [:]
          for level in Self.levels {
            let due = Self.due(map, level, holding, start, lead)
            for (step, instant) in due {
              if let lower = before[step] { #expect(instant <= lower, "\(step) \(level) \(start) \(text)") }
              before[step] = min(before[step] ?? .latest, instant)
            }
          }
        }
      }
    }
    #expect(loaded > 5 && refused > 5, "\(loaded) \(refused)")
  }

  /// The due time of each step at a level, reckoned from the words of the map: the earliest of what the map and the periods say.
  private static func due(
    _ map: ResponsibilityMap, _ level: Level, _ periods: [ResponsibilityMap.Period], _ start: Instant,
    _ lead: DepartmentID
  ) -> [String: Instant] {
    let isAroundTheClock = map.departments[lead.index].isAroundTheClock
    let calendar = map.calendar(of: lead)
    func earliest(_ name: String) -> DueSum? {
      let said = ([map.deadlines[level] ?? []] + periods.map { $0.deadlines[level] ?? [] }).flatMap {
        $0.filter { $0.name == name }
      }
      let sums = said.compactMap { step -> DueSum? in
        guard let base = step.after else {
          return DueSum(step.term, from: start, isAroundTheClock: isAroundTheClock, calendar: calendar)
        }
        return earliest(base).map {
          DueSum(step.term, after: $0, isAroundTheClock: isAroundTheClock, calendar: calendar)
        }
      }
      return sums.min { $0.due.instant ?? .latest < $1.due.instant ?? .latest }
    }
    var due: [String: Instant] = [:]
    for step in map.deadlines[level] ?? [] { due[step.name] = earliest(step.name)?.due.instant }
    return due
  }
}
