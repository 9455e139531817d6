// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuMasking
import FenliuRecords
import FenliuTuning

/// Everything that an evaluation found, as one JSON object. Its keys do not depend on the language.
struct EvaluationJSON {
  private let run: EvaluationRun
  private let pack: RuleSet
  private let rows: EvaluationRows
  private var json = JSONWriter(.indented)

  /// The bytes of the object and a line end.
  static func bytes(of run: EvaluationRun, _ classifier: Classifier) -> [UInt8] {
    var writer = EvaluationJSON(run: run, pack: classifier.rules, rows: EvaluationRows(run, classifier))
    writer.write()
    writer.json.endLine()
    return writer.json.take()
  }

  private init(run: EvaluationRun, pack: RuleSet, rows: EvaluationRows) {
    self.run = run
    self.pack = pack
    self.rows = rows
  }

  private mutating func write() {
    let measures = run.tally.confusion.measures
    json.beginObject()
    text("rules", "sha256:" + pack.digest)
    text("against", run.table.aim.rawValue)
    json.key("only")
    json.string(run.only.map(key))
    number("posts", measures.posts)
    number("right", measures.right)
    json.key("not-compared")
    json.beginObject()
    number("rows-rejected", run.seen.rejects)
    number("without-label", run.unlabelled)
    labels("left-out", run.leftOut)
    labels("unknown", run.unknown)
    json.endObject()
    figures(measures)
    list("classes", Array(measures.classes.enumerated()).filter { $0.element.labelled + $0.element.decided > 0 }) {
      $0.write($1.element, at: $1.offset)
    }
    list("confusion", run.tally.confusion.cells) { writer, cell in
      writer.json.key("label")
      writer.json.string(cell.verdict.label.map(writer.key))
      writer.json.key("decided")
      writer.json.strings(cell.verdict.decided.map(writer.key))
      writer.number("posts", cell.posts)
    }
    list("by-rule", rows.rules) { writer, row in
      writer.text("rule", row.name)
      writer.text("from", row.place)
      writer.json.key("class")
      writer.json.string(row.spoken.map(writer.key))
      writer.write(row, "rule")
    }
    if run.asksWords {
      list("by-word", rows.words) { writer, row in
        writer.text("word", row.name)
        writer.text("from", row.place)
        writer.write(row, "word")
      }
      if run.only == nil {
        list("unused-words", rows.unused) { writer, one in
          writer.text("owner", one.owner)
          writer.number("words", one.all)
          writer.list("unused", one.words) { writer, word in
            writer.text("word", word.written)
            writer.text("from", writer.pack.describe(word.origin))
          }
        }
      }
    }
    json.key("untouched")
    json.strings(run.tally.untouched.map(pack.language.masking.masked(id:)))
    json.endObject()
  }

  private mutating func figures(_ measures: Measures) {
    let boot = run.bootstrap
    figure("accuracy", measures.accuracy, boot?.accuracy)
    json.key("macro")
    json.beginObject()
    figure("precision", measures.macroPrecision)
    figure("recall", measures.macroRecall)
    figure("f1", measures.macroF1, boot?.macroF1)
    json.endObject()
    json.key("micro")
    json.beginObject()
    figure("precision", measures.micro.precision)
    figure("recall", measures.micro.recall)
    figure("f1", measures.micro.f1, boot?.microF1)
    json.endObject()
  }

  private mutating func write(_ measure: ClassMeasure, at place: Int) {
    text("class", key(place))
    text("title", run.table.classes[place].title)
    number("labelled", measure.labelled)
    number("decided", measure.decided)
    number("found", measure.found)
    figure("precision", measure.precision, run.bootstrap?.precision[place])
    figure("recall", measure.recall, run.bootstrap?.recall[place])
    figure("f1", measure.f1, run.bootstrap?.f1[place])
  }

  private mutating func write(_ row: EvaluationRows.Row, _ part: StaticString) {
    number("hits", row.worth.hits)
    number("counts", row.worth.counts)
    figure("precision", row.worth.precision)
    figure("overlap", row.worth.overlap)
    json.key("overlaps-most")
    if let mate = row.mate {
      json.beginObject()
      text(part, mate.name)
      text("from", mate.place)
      number("posts", mate.posts)
      json.endObject()
    } else {
      json.null()
    }
    number("alone", row.worth.alone)
    number("lost-without", row.worth.lost)
    number("gained-without", row.worth.gained)
    number("other-without", row.worth.other)
  }

  private func key(_ place: Int) -> String { run.table.classes[place].key }

  /// A figure with six places, and its interval where there is one.
  private mutating func figure(_ key: StaticString, _ value: Double?, _ interval: Interval? = nil) {
    json.key(key)
    rounded(value)
    guard let interval else { return }
    json.key(named: "\(key)-interval")
    json.beginArray()
    rounded(interval.low)
    rounded(interval.high)
    json.endArray()
  }

  private mutating func rounded(_ value: Double?) {
    if let value { json.number((value * 1e6).rounded() / 1e6) } else { json.null() }
  }

  private mutating func labels(_ key: StaticString, _ labels: [String: Int]) {
    list(key, EvaluationRun.sorted(labels)) { writer, label in
      writer.text("label", label.label)
      writer.number("posts", label.posts)
    }
  }

  private mutating func list<Item>(_ key: StaticString, _ items: [Item], _ body: (inout EvaluationJSON, Item) -> Void) {
    json.key(key)
    json.beginArray()
    for item in items {
      json.beginObject()
      body(&self, item)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func text(_ key: StaticString, _ value: String) {
    json.key(key)
    json.string(value)
  }

  private mutating func number(_ key: StaticString, _ value: Int) {
    json.key(key)
    json.number(value)
  }
}
