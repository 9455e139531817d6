// SPDX-License-Identifier: Apache-2.0
import FenliuFolding
import FenliuModel

/// Finds the departments that a post accuses: those named near a hit of a rule about conduct.
struct RecusalFinder: Sendable {
  /// How posts call the unit that they asked first.
  static let addressForms = ["你们单位", "你单位", "贵单位"]

  let recusal: ResponsibilityMap.Recusal
  private let condition: ConditionTable.Root
  /// Whether each rule can be about conduct; what is left to ask of the post is `condition`.
  private let isCandidate: [Bool]
  private let rules: [Rule]
  private let index: NameIndex
  /// The names as the map has them; the address forms come first.
  private let names: [String]
  /// Whom each name means; of an address form, nobody.
  private let meant: [[DepartmentID]]

  init(_ recusal: ResponsibilityMap.Recusal, condition: ConditionTable.Root, rules: RuleSet, map: ResponsibilityMap) {
    self.recusal = recusal
    self.condition = condition
    self.rules = rules.rules
    var table = ConditionTable(topics: rules.topics)
    let alone = table.add(recusal.condition)
    isCandidate = rules.rules.map { rule in
      // What is prohibited is a mark beside the decision and changes no lead.
      rule.category != .prohibited && table.answer(alone, topic: rule.topic) != .no
    }
    var names = Self.addressForms
    var meant: [[DepartmentID]] = names.map { _ in [] }
    var places: [String: Int] = [:]
    for (department, value) in map.departments.enumerated() {
      for name in [value.title] + value.names {
        let key = Folding.fold(name)
        if let place = places[key] {
          // Two departments of one name: both step aside.
          if meant[place].last != DepartmentID(department) { meant[place].append(DepartmentID(department)) }
        } else {
          places[key] = names.count
          names.append(name)
          meant.append([DepartmentID(department)])
        }
      }
    }
    self.names = names
    self.meant = meant
    index = NameIndex(names)
  }

  /// The accused, each once, by place. `wouldHaveLed` is not known here.
  func accused(
    matches: borrowing Matches, post: borrowing Circumstances, table: ConditionTable, title: borrowing NormalizedText,
    text: borrowing NormalizedText, firstAsked: DepartmentID?
  ) -> [Routed.Accused] {
    var accused: [Routed.Accused] = []
    var post = copy post
    for match in matches.matches where !match.isShadow && isCandidate[match.rule.index] {
      post.narrow(to: rules[match.rule.index])
      guard table.holds(condition, post) else { continue }
      for place in match.hits {
        let hit = matches.hits[place]
        if hit.field == .title {
          add(near: hit, in: title.bytes.span, firstAsked: firstAsked, to: &accused)
        } else {
          add(near: hit, in: text.bytes.span, firstAsked: firstAsked, to: &accused)
        }
      }
    }
    guard accused.count > 1 else { return accused }
    accused.sort { ($0.field, $0.range.lowerBound, $0.department) < ($1.field, $1.range.lowerBound, $1.department) }
    var seen: Set<DepartmentID> = []
    return accused.filter { seen.insert($0.department).inserted }
  }

  private func add(
    near hit: Hit, in bytes: Span<UInt8>, firstAsked: DepartmentID?, to accused: inout [Routed.Accused]
  ) {
    let window = window(around: hit.range, in: bytes)
    // Names are looked for a name's length beyond the window too: a longer name that reaches out of it still hides the
    // shorter one inside, and its own distance is what counts.
    let wide = widened(window, in: bytes)
    for found in index.names(in: bytes, range: wide) where isNear(found.range, window) {
      let departments = found.name < Self.addressForms.count ? firstAsked.map { [$0] } ?? [] : meant[found.name]
      for department in departments {
        accused.append(
          Routed.Accused(
            department: department, name: names[found.name], field: hit.field, range: found.range, wouldHaveLed: false))
      }
    }
  }

  /// Where a name may end before the hit, and where it may begin after it: so many characters away.
  private func window(around range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var start = range.lowerBound
    var left = recusal.within
    while left > 0, start > 0 {
      start -= 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      left -= 1
    }
    var end = range.upperBound
    left = recusal.within
    while left > 0, end < bytes.count {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      left -= 1
    }
    return start..<end
  }

  /// A name touches the window: it ends no earlier than the window starts, and starts no later than it ends.
  private func isNear(_ name: Range<Int>, _ window: Range<Int>) -> Bool {
    name.upperBound >= window.lowerBound && name.lowerBound <= window.upperBound
  }

  private func widened(_ window: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var start = max(0, window.lowerBound - Self.longestName)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var end = min(bytes.count, window.upperBound + Self.longestName)
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  /// Bytes looked at beyond the window: more than any name has.
  private static let longestName = 256
}
