// SPDX-License-Identifier: Apache-2.0
public import FenliuCalendar
import FenliuEvasion
public import FenliuModel

/// Writes decisions as lines of JSON, the keys in the order of the design.
///
/// The same decision gives the same bytes on every machine: times have the offset of the pack's zone, points are
/// hundredths without trailing zeros, and nothing depends on the order of a hash table.
public struct DecisionWriter: Sendable {
  private let zone: Zone
  private var json = JSONWriter()

  /// A writer whose times are those of `zone`.
  public init(zone: Zone) { self.zone = zone }

  /// What has been written so far.
  public var bytes: [UInt8] { json.bytes }

  /// Gives away what was written and starts anew.
  public mutating func take() -> [UInt8] { json.take() }

  /// Takes over memory that was given away by `take` and is not needed any more.
  public mutating func reuse(_ memory: inout [UInt8]) { json.reuse(&memory) }

  /// Writes the decision that a draft is of and ends the line: the bytes that `write(_ decision:)` would write of it.
  ///
  /// - Parameter pieces: of the pack that the draft is by.
  public mutating func write(_ draft: borrowing DecisionDraft, by pieces: DecisionPieces) {
    json.line { pieces.append(draft, in: zone, to: &$0) }
  }

  /// Writes a decision and ends the line.
  public mutating func write(_ decision: borrowing Decision) {
    json.beginObject()
    json.key("id")
    json.string(decision.id)
    json.key("level")
    json.string(decision.level.key)
    json.key("total")
    json.number(decision.total)
    json.key("points")
    json.beginObject()
    for category in decision.points {
      json.key(named: category.name)
      json.number(category.points)
    }
    json.endObject()
    json.key("topics")
    json.beginArray()
    for topic in decision.topics {
      json.beginObject()
      json.key("topic")
      json.string(topic.name)
      json.key("points")
      json.number(topic.points)
      json.endObject()
    }
    json.endArray()
    json.key("matches")
    write(decision.matches)
    json.key("left-out")
    json.number(decision.leftOut)
    json.key("withdrawn")
    write(decision.withdrawn)
    json.key("numbers")
    write(decision.numbers)
    json.key("reach")
    if let reach = decision.reach { json.number(reach) } else { json.null() }
    json.key("received")
    write(decision.received)
    json.key("route")
    write(decision.route)
    json.key("beside")
    json.beginArray()
    for beside in decision.beside { write(beside) }
    json.endArray()
    json.key("deadlines")
    json.beginObject()
    for deadline in decision.deadlines {
      json.key(named: deadline.step)
      if let due = deadline.due { write(due) } else { json.null() }
    }
    json.endObject()
    json.key("shadow")
    write(decision.shadow)
    json.key("incomplete")
    json.strings(decision.incomplete)
    json.key("because")
    json.strings(decision.because)
    json.key("rules")
    json.plainString { bytes in
      bytes.append(contentsOf: "sha256:".utf8)
      bytes.append(contentsOf: decision.rules.utf8)
    }
    // Beyond the fixed keys, and only where there is something to say.
    if let department = decision.route.ifReturned {
      json.key("if-returned")
      json.string(department)
    }
    if let reply = decision.route.suggestedReply {
      json.key("suggest-reply")
      json.string(reply)
    }
    if let kind = decision.kind {
      json.key("kind")
      json.string(kind)
    }
    json.endObject()
    json.endLine()
  }

  private mutating func write(_ matches: [Decision.Match]) {
    json.beginArray()
    for match in matches {
      json.beginObject()
      json.key("rule")
      json.string(match.rule)
      json.key("category")
      json.string(match.category)
      json.key("topic")
      json.string(match.topic)
      json.key("points")
      json.number(match.points)
      json.key("hits")
      json.beginArray()
      for hit in match.hits { write(hit) }
      json.endArray()
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(_ hit: Decision.Hit) {
    json.beginObject()
    json.key("field")
    json.string(hit.field.key)
    json.key("start")
    json.number(hit.start)
    json.key("end")
    json.number(hit.end)
    json.key("text")
    json.string(hit.text)
    if let zone = hit.zone.key {
      json.key("zone")
      json.string(zone)
    }
    if !hit.tricks.isEmpty {
      json.key("tricks")
      json.beginArray()
      for trick in hit.tricks.members { json.string(trick.key) }
      json.endArray()
    }
    json.key("word")
    json.string(hit.word)
    json.key("from")
    json.string(hit.from)
    json.endObject()
  }

  private mutating func write(_ withdrawn: [Decision.Withdrawn]) {
    json.beginArray()
    for withdrawal in withdrawn {
      json.beginObject()
      json.key("rule")
      json.string(withdrawal.rule)
      json.key("hit")
      write(withdrawal.hit)
      json.key("by")
      write(withdrawal.by)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func write(_ numbers: Numbers) {
    json.beginObject()
    for name in NumberName.allCases {
      guard let number = numbers[name] else { continue }
      json.key(named: name.key)
      json.number(number)
    }
    json.endObject()
  }

  private mutating func write(_ route: Decision.Route) {
    json.beginObject()
    json.key("name")
    json.string(route.name)
    json.key("lead")
    json.string(route.lead)
    json.key("assist")
    json.strings(route.assist)
    json.key("notify")
    json.strings(route.notify)
    json.key("recused")
    if let recused = route.recused {
      json.beginObject()
      json.key("from")
      json.string(recused.from)
      json.key("name")
      json.string(recused.name)
      json.key("field")
      json.string(recused.field.key)
      json.key("start")
      json.number(recused.start)
      json.endObject()
    } else {
      json.null()
    }
    json.key("sealed")
    json.bool(route.isSealed)
    json.endObject()
  }

  private mutating func write(_ beside: Decision.Beside) {
    json.beginObject()
    json.key("name")
    json.string(beside.name)
    json.key("lead")
    json.string(beside.lead)
    json.key("assist")
    json.strings(beside.assist)
    json.key("notify")
    json.strings(beside.notify)
    json.endObject()
  }

  private mutating func write(_ instant: Instant) {
    json.plainString { bytes in instant.append(iso8601In: zone) { bytes.append($0) } }
  }
}
