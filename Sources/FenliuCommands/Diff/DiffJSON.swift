// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTuning

/// What changes between two packs, as one JSON object. Its keys do not depend on the language.
struct DiffJSON {
  private let reporter: DiffReporter
  private var json = JSONWriter(.indented)

  /// The bytes of the object and a line end.
  static func bytes(of tally: ComparisonTally, posts: Int, reporter: DiffReporter) -> [UInt8] {
    var writer = DiffJSON(reporter: reporter)
    writer.write(tally, posts: posts)
    writer.json.endLine()
    return writer.json.take()
  }

  private init(reporter: DiffReporter) { self.reporter = reporter }

  private mutating func write(_ tally: ComparisonTally, posts: Int) {
    json.beginObject()
    string("old", "sha256:" + reporter.comparer.old.rules.digest)
    string("new", "sha256:" + reporter.comparer.new.rules.digest)
    number("posts", posts)
    number("changed", tally.changed)
    json.key("kinds")
    write(tally.kinds)
    json.key("levels")
    json.beginArray()
    for (turn, posts) in tally.levelTurns { write(turn.old.key, turn.new.key, posts) }
    json.endArray()
    json.key("leads")
    json.beginArray()
    for (turn, posts) in tally.leadTurns(reporter.comparer) { write(turn.old.key, turn.new.key, posts) }
    json.endArray()
    json.key("parts")
    json.beginArray()
    for (part, _) in reporter.comparer.changedParts { write(part) }
    json.endArray()
    json.key("groups")
    json.beginArray()
    for group in tally.sortedGroups { write(group) }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ group: ComparisonTally.Group) {
    json.beginObject()
    json.key("cause")
    json.beginArray()
    for part in group.cause.parts { write(part) }
    json.endArray()
    json.key("proven")
    json.bool(group.cause.isProven)
    number("posts", group.posts)
    json.key("kinds")
    write(group.kinds)
    json.key("examples")
    json.beginArray()
    for example in group.examples { write(example, group.cause) }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ kinds: [PostChange.Kind: Int]) {
    json.beginObject()
    for kind in PostChange.Kind.allCases {
      guard let posts = kinds[kind] else { continue }
      json.key(named: kind.key)
      json.number(posts)
    }
    json.endObject()
  }

  private mutating func write(_ old: String?, _ new: String?, _ posts: Int? = nil) {
    json.beginObject()
    json.key("old")
    json.string(old)
    json.key("new")
    json.string(new)
    if let posts { number("posts", posts) }
    json.endObject()
  }

  private mutating func write(_ part: PackPart) {
    json.beginObject()
    let (kind, name) = part.kindAndName
    string("kind", kind)
    if let name { string("name", name) }
    if case .word(_, in: let holder) = part {
      switch holder {
      case .list(let list): string("list", list)
      case .rule(let rule): string("rule", rule)
      }
    }
    if let change = reporter.comparer.change(of: part) { string("change", change.rawValue) }
    json.key("old")
    json.string(reporter.old.place(of: part))
    json.key("new")
    json.string(reporter.new.place(of: part))
    json.endObject()
  }

  private mutating func write(_ compared: PackComparer.Compared, _ cause: Cause) {
    let comparer = reporter.comparer
    let place = comparer.place(in: compared, of: cause, at: reporter.time, context: DiffReporter.context)
    json.beginObject()
    string("id", place.id)
    json.key("level")
    write(compared.change.level.old.key, compared.change.level.new.key)
    let lead = compared.lead(comparer)
    json.key("lead")
    write(lead.old.key, lead.new.key)
    let route = compared.route(comparer)
    json.key("route")
    write(route.old, route.new)
    json.key("kind")
    write(compared.change.kind.old, compared.change.kind.new)
    json.key("gained")
    json.strings(compared.gained(comparer).map(\.key))
    json.key("lost")
    json.strings(compared.lost(comparer).map(\.key))
    json.key("due")
    json.beginObject()
    for step in compared.change.steps {
      json.key(named: step.step)
      write(time(step.old), time(step.new))
    }
    json.endObject()
    string("field", place.field.key)
    number("start", place.range.lowerBound)
    number("end", place.range.upperBound)
    string("left", place.left)
    string("hit", place.hit)
    string("right", place.right)
    json.endObject()
  }

  /// A due time as decisions write it.
  private func time(_ due: Instant??) -> String? {
    guard let due, let due else { return nil }
    return due.iso8601(in: comparerZone)
  }

  private var comparerZone: Zone { reporter.comparer.new.map.calendar.zone }

  private mutating func string(_ key: StaticString, _ text: String) {
    json.key(key)
    json.string(text)
  }

  private mutating func number(_ key: StaticString, _ number: Int) {
    json.key(key)
    json.number(number)
  }
}

extension PackPart {
  /// The kind of the part, and its name where there can be several of the kind.
  fileprivate var kindAndName: (kind: String, name: String?) {
    switch self {
    case .word(let word, _): ("word", word)
    case .rule(let key): ("rule", key)
    case .list(let name): ("list", name)
    case .allow: ("allow", nil)
    case .negators: ("negators", nil)
    case .collective: ("collective", nil)
    case .weights: ("weights", nil)
    case .kinds: ("kinds", nil)
    case .level(let level): ("level", level.key)
    case .category(let key): ("category", key)
    case .route(let name): ("route", name)
    case .routeOrder: ("route-order", nil)
    case .fallback: ("default", nil)
    case .recusal: ("recuse", nil)
    case .escalations: ("escalate", nil)
    case .periods: ("periods", nil)
    case .deadlines(let level): ("deadlines", level.key)
    case .department(let key): ("department", key)
    case .calendar: ("calendar", nil)
    case .places: ("places", nil)
    case .firstAsked: ("first-asked", nil)
    case .scripts: ("languages", nil)
    case .topicOrder: ("topic-order", nil)
    }
  }
}
