// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords

/// Everything that a test run found, as one JSON object. Its keys do not depend on the language.
struct TestJSON {
  private let pack: Pack
  private var json = JSONWriter(.indented)

  init(_ pack: Pack) { self.pack = pack }

  /// The bytes of the object and a line end.
  static func bytes(
    of run: TestRun, coverage: Coverage?, mutation: MutationRun?, pack: Pack
  ) -> [UInt8] {
    var writer = TestJSON(pack)
    writer.write(run, coverage, mutation)
    writer.json.endLine()
    return writer.json.take()
  }

  private mutating func write(_ run: TestRun, _ coverage: Coverage?, _ mutation: MutationRun?) {
    json.beginObject()
    json.key("rules")
    json.string("sha256:" + pack.rules.digest)
    json.key("examples")
    json.beginArray()
    for row in run.examples { write(row) }
    json.endArray()
    json.key("cases")
    json.beginArray()
    for row in run.cases { write(row) }
    json.endArray()
    json.key("marks")
    json.beginObject()
    for kind in Example.Kind.allCases {
      let tally = run.tally(of: kind)
      json.key(named: kind.rawValue)
      json.beginObject()
      number("written", tally.written)
      number("passed", tally.passed)
      number("failed", tally.failed)
      number("came-true", tally.cameTrue)
      json.endObject()
    }
    json.endObject()
    number("not-tested", run.notTested)
    number("failed", run.failed)
    number("warnings", run.warnings)
    if let coverage {
      json.key("coverage")
      write(coverage)
    }
    if let mutation {
      json.key("mutation")
      write(mutation)
    }
    json.endObject()
  }

  private mutating func write(_ row: TestRun.ExampleRow) {
    json.beginObject()
    string("rule", row.result.rule.key)
    string("kind", row.result.example.kind.rawValue)
    string("text", row.result.example.text)
    string("place", row.place)
    string("outcome", row.result.outcome.key)
    if case .shouldMiss(let found) = row.result.outcome {
      json.key("found")
      json.strings(found)
    }
    json.endObject()
  }

  private mutating func write(_ row: TestRun.CaseRow) {
    json.beginObject()
    string("name", row.result.testCase.name)
    string("place", row.place)
    string("outcome", row.result.mismatches.isEmpty ? "passed" : "failed")
    json.key("mismatches")
    json.beginArray()
    for mismatch in row.result.mismatches {
      json.beginObject()
      string("key", mismatch.key)
      string("expected", mismatch.expected)
      string("actual", mismatch.actual)
      json.endObject()
    }
    json.endArray()
    json.endObject()
  }

  private mutating func write(_ coverage: Coverage) {
    let (rules, map) = (pack.rules, pack.map)
    json.beginObject()
    json.key("shares")
    json.beginObject()
    for measure in Coverage.Measure.allCases {
      let share = coverage.share(of: measure)
      json.key(named: measure.rawValue)
      json.beginObject()
      number("met", share.met)
      number("of", share.total)
      json.endObject()
    }
    json.endObject()
    list("rules", coverage.rules) { writer, use in
      writer.string("rule", rules.rules[use.rule.index].key)
      writer.number("examples", use.examples)
      writer.number("cases", use.cases)
    }
    list("words", coverage.words) { writer, use in
      switch use.owner {
      case .list(let list): writer.string("list", rules.lists[list.index].name)
      case .rule(let rule): writer.string("rule", rules.rules[rule.index].key)
      case .allow: writer.string("allow", "all")
      }
      writer.number("met", use.met)
      writer.number("of", use.words)
      writer.list("never", use.never) { writer, source in
        writer.string("word", source.written)
        writer.string("from", rules.describe(source.origin))
      }
    }
    list("routes", coverage.routes) { writer, use in
      writer.string("route", use.route.map { map.routes[$0.index].name } ?? "default")
      writer.number("lead", use.lead)
      writer.number("beside", use.beside)
    }
    list("escalate", Array(coverage.escalations.enumerated())) { writer, use in
      writer.string("when", map.escalations[use.offset].written)
      writer.number("cases", use.element)
    }
    list("deadlines", coverage.steps) { writer, use in
      writer.string("level", use.level.key)
      writer.string("step", use.step)
      writer.number("set", use.produced)
      writer.number("compared", use.compared)
    }
    list("categories", coverage.categories) { writer, use in
      writer.string("category", rules.categories[use.category.index].key)
      writer.number("cases", use.cases)
    }
    list("levels", Level.allCases) { writer, level in
      writer.string("level", level.key)
      writer.number("cases", coverage.levels[level.rawValue])
    }
    json.endObject()
  }

  private mutating func write(_ mutation: MutationRun) {
    json.beginObject()
    number("left-out", mutation.rows.count)
    number("noticed", mutation.caught)
    number("skipped", mutation.skipped)
    number("by-examples-alone", mutation.byExamplesAlone)
    list("mutants", mutation.rows) { [pack] writer, row in
      writer.string("kind", row.wording.kind)
      writer.string("what", row.wording.english)
      writer.string("place", row.place)
      writer.json.key("noticed")
      writer.json.bool(row.verdict.isCaught)
      writer.number("tried", row.verdict.tried)
      if let example = row.verdict.example {
        let rule = pack.rules.rules[example.rule.index]
        writer.string("example", "\(rule.key): \(rule.examples[example.index].text)")
      }
      if let name = row.caseName { writer.string("case", name) }
    }
    json.endObject()
  }

  private mutating func string(_ key: StaticString, _ value: String) {
    json.key(key)
    json.string(value)
  }

  private mutating func number(_ key: StaticString, _ value: Int) {
    json.key(key)
    json.number(value)
  }

  private mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ body: (inout TestJSON, Element) -> Void
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
