// SPDX-License-Identifier: Apache-2.0
import Fenliu
import FenliuRecords
import FenliuTuning

/// What a search found, as one JSON object. Its keys do not depend on the language.
struct FindJSON {
  private var json = JSONWriter(.indented)

  /// The bytes of the object and a line end.
  static func bytes(of report: FindReport) -> [UInt8] {
    var writer = FindJSON()
    writer.write(report)
    writer.json.endLine()
    return writer.json.take()
  }

  private mutating func write(_ report: FindReport) {
    json.beginObject()
    counts(report.tally.all)
    json.key("incomplete")
    json.number(report.tally.incomplete)
    json.key("patterns")
    json.beginArray()
    for (pattern, count) in zip(report.patterns, report.tally.sought) {
      json.beginObject()
      string("pattern", pattern)
      counts(count)
      json.endObject()
    }
    json.endArray()
    json.key("weeks")
    json.beginArray()
    for (week, count) in report.weeks {
      json.beginObject()
      json.key("week")
      json.string(week?.description)
      counts(count)
      json.endObject()
    }
    json.endArray()
    json.key("regions")
    json.beginArray()
    for (region, count) in report.regions {
      json.beginObject()
      json.key("region")
      json.string(region)
      counts(count)
      json.endObject()
    }
    json.endArray()
    if !report.isCountOnly {
      json.key("before")
      neighbours(report.tally.left)
      json.key("behind")
      neighbours(report.tally.right)
      json.key("places")
      json.beginArray()
      for place in report.places { write(place, report.patterns) }
      json.endArray()
      json.key("places-found")
      json.number(report.tally.placeCount)
    }
    json.endObject()
  }

  private mutating func write(_ place: FoundPlace, _ patterns: [String]) {
    json.beginObject()
    string("id", place.id)
    string("pattern", patterns[place.sought])
    string("field", place.field.key)
    json.key("start")
    json.number(place.range.lowerBound)
    json.key("end")
    json.number(place.range.upperBound)
    string("left", place.left)
    string("hit", place.hit)
    string("right", place.right)
    json.key("week")
    json.string(place.week?.description)
    json.key("region")
    json.string(place.region)
    json.endObject()
  }

  private mutating func counts(_ count: FindTally.Count) {
    json.key("posts")
    json.number(count.posts)
    json.key("of")
    json.number(count.of)
    json.key("hits")
    json.number(count.hits)
  }

  private mutating func neighbours(_ counts: [String: Int]) {
    json.beginArray()
    for (neighbour, count) in FindTally.most(counts, FindReport.neighbours) {
      json.beginObject()
      string("text", neighbour)
      json.key("hits")
      json.number(count)
      json.endObject()
    }
    json.endArray()
  }

  private mutating func string(_ key: StaticString, _ text: String) {
    json.key(key)
    json.string(text)
  }
}
