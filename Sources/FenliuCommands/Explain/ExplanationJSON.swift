// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords

/// An explanation as one JSON object: `decision` as `classify` writes it, `routes` tried, `why-not`. Its keys do not depend on
/// the language.
struct ExplanationJSON {
  private var json = JSONWriter()

  /// The bytes of the object and a line end.
  static func bytes(of explanation: Explanation, whyNot: [WhyNot], zone: Zone) -> [UInt8] {
    var writer = DecisionWriter(zone: zone)
    writer.write(explanation.decision)
    var rest = ExplanationJSON()
    rest.write(explanation, whyNot)
    // The decision comes as a finished line; the rest is an object whose opening bracket it takes the place of.
    return Array("{\"decision\":".utf8) + writer.take().dropLast() + [UInt8(ascii: ",")] + rest.json.take().dropFirst()
  }

  private mutating func write(_ explanation: Explanation, _ whyNot: [WhyNot]) {
    json.beginObject()
    list("routes", explanation.routes) { writer, tried in
      writer.string("name", tried.name)
      writer.string("when", tried.condition)
      writer.bool("fits", tried.fits)
      writer.bool("beside", tried.isBeside)
    }
    list("why-not", whyNot) { $0.write($1) }
    json.endObject()
    json.endLine()
  }

  private mutating func write(_ answer: WhyNot) {
    string("kind", answer.question.kind)
    string("key", answer.key)
    string("title", answer.title)
    bool("already", answer.isAlreadySo)
    list("rules", answer.rules) { $0.write($1) }
    json.key("rules-left-out")
    json.number(answer.rulesLeftOut)
    if let topic = answer.topic { object("topic") { $0.write(topic) } }
    if let level = answer.level {
      object("level") { writer in
        writer.string("decided", level.decided.key)
        writer.list("lines", level.lines) { writer, line in
          writer.string("level", line.level.key)
          writer.string("written", line.written)
          writer.object("finding") { $0.write(line.finding) }
        }
        writer.json.key("floors")
        writer.json.strings(level.floors)
        writer.json.key("lifted-by")
        writer.json.string(level.liftedBy)
      }
    }
    if let lead = answer.lead { object("lead") { $0.write(lead) } }
  }

  private mutating func write(_ rule: NearRule) {
    string("rule", rule.rule)
    json.key("title")
    json.string(rule.title)
    string("category", rule.category)
    string("from", rule.from)
    json.key("points")
    if let points = rule.points { json.number(points) } else { json.null() }
    list("found", rule.found) { writer, found in
      writer.string("line", Self.name(found.line))
      writer.list("hits", found.hits) { $0.write($1) }
    }
    list("obstacles", rule.obstacles) { $0.write($1) }
  }

  private mutating func write(_ obstacle: NearRule.Obstacle) {
    switch obstacle {
    case .missing(let line, let words, let more, let parts):
      string("kind", "missing")
      string("line", Self.name(line))
      json.key("words")
      json.strings(words)
      json.key("more")
      json.number(more)
      list("parts", parts) { writer, part in
        writer.string("word", part.word)
        writer.object("stands") { $0.write(part.hit) }
        switch part.finding {
        case .missingBehind(let missing, let gap):
          writer.json.key("missing-behind")
          writer.json.strings(missing)
          writer.json.key("gap")
          writer.json.number(gap)
        case .missingBefore(let missing):
          writer.json.key("missing-before")
          writer.json.strings(missing)
        case .oneCharacterOff: writer.bool("one-character-off", true)
        }
      }
    case .numberBelow(let line, let hit, let value, let least):
      write("number-below", line, hit)
      json.key("value")
      json.number(value)
      json.key("least")
      json.number(least)
    case .elsewhere(let line, let hit, let fields):
      write("elsewhere", line, hit)
      json.key("where")
      json.strings(fields.keys)
    case .weak(let line, let hit): write("weak", line, hit)
    case .polarity(let line, let hit, let wanted):
      write("polarity", line, hit)
      string("wanted", wanted.rawValue)
    case .allowed(let line, let hit, let phrase):
      write("allowed", line, hit)
      object("by") { $0.write(phrase) }
    case .withdrawn(let line, let hit, let by):
      write("withdrawn", line, hit)
      object("by") { $0.write(by) }
    case .tooFar(let group, let within, let distance, let hits):
      string("kind", "too-far")
      string("line", group.map { "near \($0)" } ?? "all")
      string("within", within)
      json.key("distance")
      if let distance { json.number(distance) } else { json.null() }
      list("hits", hits) { $0.write($1) }
    case .none(let hit):
      string("kind", "none")
      object("hit") { $0.write(hit) }
    case .condition(let written, let finding, let facts):
      string("kind", "if")
      string("written", written)
      object("finding") { $0.write(finding) }
      object("facts") { writer in
        for fact in facts.sorted(by: { $0.key < $1.key }) {
          writer.json.key(named: fact.key)
          writer.json.string(fact.value)
        }
      }
    case .when(let finding):
      string("kind", "when")
      object("finding") { $0.write(finding) }
    case .outOfSeason(let from, let until, let date):
      string("kind", "season")
      json.key("from")
      json.string(from)
      json.key("until")
      json.string(until)
      string("date", date)
    case .status(let status):
      string("kind", "status")
      string("status", status.rawValue)
    case .replaced(let rule):
      string("kind", "replaced")
      string("by", rule)
    case .gaveUp: string("kind", "gave-up")
    }
  }

  private mutating func write(_ kind: String, _ line: NearRule.Line, _ hit: Decision.Hit) {
    string("kind", kind)
    string("line", Self.name(line))
    object("hit") { $0.write(hit) }
  }

  private mutating func write(_ hit: Decision.Hit) {
    string("field", hit.field.key)
    json.key("start")
    json.number(hit.start)
    json.key("end")
    json.number(hit.end)
    string("text", hit.text)
    if let zone = hit.zone.key { string("zone", zone) }
    if !hit.tricks.isEmpty {
      json.key("tricks")
      json.beginArray()
      for trick in hit.tricks.members { json.string(trick.key) }
      json.endArray()
    }
    string("word", hit.word)
    string("from", hit.from)
  }

  private mutating func write(_ topic: WhyNot.TopicStanding) {
    string("topic", topic.topic)
    json.key("points")
    json.number(topic.points)
    string("leading", topic.leading)
    json.key("leading-points")
    json.number(topic.leadingPoints)
    json.key("short")
    json.number(topic.short)
  }

  private mutating func write(_ finding: WhyNot.LevelAnswer.Finding) {
    bool("holds", finding.holds)
    switch finding {
    case .compare(let text, _, let value, let short, _):
      string("text", text)
      json.key("value")
      if let value { json.number(value) } else { json.null() }
      json.key("short")
      if let short { json.number(short) } else { json.null() }
    case .plain(let text, _): string("text", text)
    case .all(let parts): list("all", parts) { $0.write($1) }
    case .any(let parts): list("any", parts) { $0.write($1) }
    case .not(let inner): object("not") { $0.write(inner) }
    }
  }

  private mutating func write(_ lead: WhyNot.LeadAnswer) {
    string("decided", lead.decided)
    string("route", lead.route)
    list("routes", lead.attempts) { writer, attempt in
      writer.string("name", attempt.route)
      writer.string("when", attempt.written)
      writer.bool("beside", attempt.isBeside)
      writer.bool("fits", attempt.fits)
      writer.list("asks", attempt.atoms) { $0.write($1) }
      writer.json.key("won-by")
      writer.json.string(attempt.wonBy)
      if let topic = attempt.topic { writer.object("topic") { $0.write(topic) } }
      writer.list("rules", attempt.rules) { $0.write($1) }
    }
    bool("default", lead.isDefault)
    bool("oversees", lead.oversees)
    if let accused = lead.accusedAs {
      object("accused") { writer in
        writer.string("name", accused.name)
        writer.string("field", accused.field.key)
        writer.json.key("start")
        writer.json.number(accused.start)
      }
    }
    json.key("part")
    switch lead.part {
    case .assist: json.string("assist")
    case .notify: json.string("notify")
    case .beside: json.string("beside")
    case nil: json.null()
    }
  }

  private mutating func write(_ atom: WhyNot.LeadAnswer.Atom) {
    switch atom.kind {
    case .category(let name): string("category", name)
    case .topic(let glob), .anyTopic(let glob): string("topic", glob)
    case .level(let level): string("level", level)
    case .region(let name): string("region", name)
    case .source(let name): string("source", name)
    case .kind(let name): string("kind", name)
    }
    bool("holds", atom.holds)
    json.key("actual")
    json.string(atom.actual)
  }

  private static func name(_ line: NearRule.Line) -> String {
    switch line {
    case .any: "any"
    case .all(let line): "all \(line)"
    case .near(let group, let line): "near \(group) \(line)"
    case .pattern(let name): "pattern \(name)"
    }
  }

  // MARK: pieces

  private mutating func string(_ key: StaticString, _ value: String) {
    json.key(key)
    json.string(value)
  }

  private mutating func bool(_ key: StaticString, _ value: Bool) {
    json.key(key)
    json.bool(value)
  }

  private mutating func object(_ key: StaticString, _ body: (inout ExplanationJSON) -> Void) {
    json.key(key)
    json.beginObject()
    body(&self)
    json.endObject()
  }

  private mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ body: (inout ExplanationJSON, Element) -> Void
  ) {
    json.key(key)
    json.beginArray()
    for element in elements {
      json.beginObject()
      body(&self, element)
      json.endObject()
    }
    json.endArray()
  }
}
