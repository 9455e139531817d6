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
    var accused = Accused(departments: meant, firstAsked: firstAsked)
    var post = copy post
    // The names of each field, once anybody asks.
    var named: [Field: [NameIndex.Found]] = [:]
    for match in matches.matches where !match.isShadow && isCandidate[match.rule.index] {
      post.narrow(to: rules[match.rule.index])
      guard table.holds(condition, post) else { continue }
      var rest = match.hits
      while let first = rest.first {
        let field = matches.hits[first].field
        let end = rest.first { matches.hits[$0].field != field } ?? rest.upperBound
        let bytes = field == .title ? title.bytes : text.bytes
        let names = named[field] ?? index.names(in: bytes.span, range: 0..<bytes.count)
        named[field] = names
        note(names, near: matches.hits[first..<end], in: bytes.span, field, &accused)
        rest = end..<rest.upperBound
      }
    }
    return accused.places.values.sorted {
      ($0.field, $0.range.lowerBound, $0.department) < ($1.field, $1.range.lowerBound, $1.department)
    }.map { place in
      Routed.Accused(
        department: place.department, name: names[place.name], field: place.field, range: place.range,
        wouldHaveLed: false)
    }
  }

  /// The departments that were found accused, each where a name of it stands first.
  private struct Accused {
    struct Place {
      let department: DepartmentID
      let name: Int
      let field: Field
      let range: Range<Int>
    }

    let departments: [[DepartmentID]]
    let firstAsked: DepartmentID?
    private(set) var places: [DepartmentID: Place] = [:]

    init(departments: [[DepartmentID]], firstAsked: DepartmentID?) {
      (self.departments, self.firstAsked) = (departments, firstAsked)
    }

    /// Whom a name means.
    func departments(of name: Int) -> [DepartmentID] {
      name < RecusalFinder.addressForms.count ? firstAsked.map { [$0] } ?? [] : departments[name]
    }

    /// Whether a name there says more than what is known.
    func isNews(_ found: NameIndex.Found, _ field: Field) -> Bool {
      departments(of: found.name).contains { department in
        guard let known = places[department] else { return true }
        return (field, found.range.lowerBound) < (known.field, known.range.lowerBound)
      }
    }

    mutating func note(_ found: NameIndex.Found, _ field: Field) {
      for department in departments(of: found.name) {
        let place = Place(department: department, name: found.name, field: field, range: found.range)
        guard let known = places[department] else {
          places[department] = place
          continue
        }
        if (field, found.range.lowerBound) < (known.field, known.range.lowerBound) { places[department] = place }
      }
    }
  }

  /// Notes the names that stand near one of the hits, which are of one field, by place.
  ///
  /// Cost: once along names and hits together. Only a name that is news and has a hit in its neighbourhood is measured.
  private func note(
    _ names: [NameIndex.Found], near hits: ArraySlice<Hit>, in bytes: Span<UInt8>, _ field: Field,
    _ accused: inout Accused
  ) {
    // Invariant: for each hit, the furthest end of it and those before it.
    var ends: [Int] = []
    ends.reserveCapacity(hits.count)
    for hit in hits { ends.append(max(ends.last ?? 0, hit.range.upperBound)) }
    /// Whether a hit ends at `window`'s start or later and starts at its end or earlier.
    func hasHit(in window: Range<Int>) -> Bool {
      var low = 0
      var high = ends.count
      // Invariant: all hits up to `low` start in the window or before it, all from `high` on behind it.
      while low < high {
        let middle = (low + high) / 2
        if hits[hits.startIndex + middle].range.lowerBound <= window.upperBound {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low > 0 && ends[low - 1] >= window.lowerBound
    }
    // No character has more than four bytes: what is too far in bytes need not be measured in characters.
    let reach = 4 * recusal.within
    for found in names where accused.isNews(found, field) {
      guard hasHit(in: found.range.lowerBound - reach..<found.range.upperBound + reach) else { continue }
      if hasHit(in: window(around: found.range, in: bytes)) { accused.note(found, field) }
    }
  }

  /// Where a hit may end before the name, and where it may begin after it: so many characters away.
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
}
