// SPDX-License-Identifier: Apache-2.0
public import FenliuMasking
import FenliuModel

/// What a batch did, in numbers: the file `summary.json`.
public struct BatchSummary: Hashable, Sendable {
  /// One input.
  public struct Input: Hashable, Sendable, Codable {
    /// The file as it was named to the program.
    public var file: String
    /// What was counted of it.
    public var tally: BatchTally
    /// The names of what was never read.
    public var unlisted: UnlistedNames

    /// What it turned out to be.
    public var nature = InputNature()

    /// The numbers of one input.
    public init(file: String, tally: BatchTally = BatchTally(), unlisted: UnlistedNames = UnlistedNames()) {
      self.file = file
      self.tally = tally
      self.unlisted = unlisted
    }
  }

  /// The inputs, in the order in which they were read.
  public var inputs: [Input]
  /// Posts whose id another post had before them; each was decided again.
  public var repeatedIDs: Int
  /// That the pack of the last clean run decided; nil: the one at hand did.
  public var lastGood: LastGood?

  /// The numbers of all inputs.
  public init(inputs: [Input], repeatedIDs: Int) {
    self.inputs = inputs
    self.repeatedIDs = repeatedIDs
  }

  /// What was counted in all inputs together.
  public var total: BatchTally {
    inputs.reduce(into: BatchTally()) { total, input in total.add(input.tally) }
  }

  /// The bytes of `summary.json`. Names come from strangers, and are masked.
  public func json(_ masking: Masking) -> [UInt8] {
    let total = total
    var json = JSONWriter(.indented)
    json.beginObject()
    lastGood?.write(to: &json)
    write(total, &json)
    json.key("repeated-ids")
    json.number(repeatedIDs)
    json.key("levels")
    json.beginObject()
    for level in Level.allCases.reversed() {
      json.key(named: level.key)
      json.number(total.levels[level.rawValue])
    }
    json.endObject()
    json.key("sealed")
    json.number(total.sealed)
    for (key, counts) in [
      ("categories", total.categories), ("leads", total.leads), ("routes", total.routes), ("beside", total.beside),
      ("rules", total.rules), ("kinds", total.kinds), ("rejects-by-reason", total.reasons),
    ] {
      json.key(named: key)
      write(counts, &json)
    }
    json.key("undated-posts")
    json.number(total.undated)
    json.key("future-posts")
    json.number(total.future)
    json.key("posts-without-text")
    json.number(total.textless)
    json.key("incomplete-posts")
    json.number(total.incompletePosts)
    json.key("incomplete")
    write(total.incomplete, &json)
    json.key("inputs")
    json.beginArray()
    for input in inputs {
      json.beginObject()
      json.key("file")
      json.string(input.file)
      input.nature.write(&json)
      write(input.tally, &json)
      let (names, untold) = input.unlisted.told(rows: input.tally.posts)
      json.key("unlisted-columns")
      json.strings(names.map { masking.masked($0) })
      json.key("unlisted-keys-untold")
      json.number(untold)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.take()
  }

  /// The sum that proves that nothing was lost.
  private func write(_ tally: BatchTally, _ json: inout JSONWriter) {
    json.key("posts")
    json.number(tally.posts)
    json.key("decisions")
    json.number(tally.decisions)
    json.key("rejects")
    json.number(tally.rejects)
  }

  /// The counts, the greatest first, then by name.
  private func write(_ counts: [String: Int], _ json: inout JSONWriter) {
    json.beginObject()
    for (name, count) in counts.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      json.key(named: name)
      json.number(count)
    }
    json.endObject()
  }
}
