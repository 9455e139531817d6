// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDigest
import FenliuMasking
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Foundation
import Testing

@testable import FenliuCommands

/// Says of each post what can be said without rules: its level is the length of its text, its lead the first letter of its id.
struct PlainDecider: PostDecider, ~Copyable {
  mutating func decide(_ post: Post, at time: Instant) -> Decision {
    let lead = String(post.id.prefix(1))
    var decision = Decision(
      id: post.id, received: post.received ?? time,
      route: .init(name: "route-" + lead, lead: lead, assist: [], notify: [], isSealed: post.title != nil), rules: "00")
    decision.level = Level(rawValue: (post.text ?? "").unicodeScalars.count % 5) ?? .none
    decision.because = [post.text ?? ""]
    if post.text == "" { decision.incomplete = ["unread"] }
    return decision
  }
}

/// A folder that goes away with the value that made it.
final class WorkFolder {
  let path = NSTemporaryDirectory() + "/fenliu-batch-" + UUID().uuidString

  init() { try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }

  func bytes(_ name: String) throws -> [UInt8] { try Array(Data(contentsOf: URL(fileURLWithPath: path + "/" + name))) }
  var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }
}

@Suite struct BatchTests {
  static let time = Instant(seconds: 1_795_176_000)

  /// Inputs of both kinds, with good and bad rows and repeated ids.
  static func inputs(_ folder: WorkFolder, _ random: inout SplitMix64) throws -> [String] {
    var lines = ""
    var table = "编号,内容,电话\n"
    for number in 0..<400 {
      let id = ["a", "b", "c"].randomElement(using: &random)! + "\(Int.random(in: 0..<300, using: &random))"
      let text = String(repeating: "字", count: Int.random(in: 1..<40, using: &random))
      switch Int.random(in: 0..<8, using: &random) {
      case 0: lines += "{\"id\":\"\(id)\"}\n"
      case 1: lines += "{\n"
      case 2: lines += "{\"text\":\"\(text)\",\"label\":1}\n"
      default: lines += "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n"
      }
      switch Int.random(in: 0..<8, using: &random) {
      case 0: table += "\(id),\"\(text)\n"
      case 1: table += "\(number)\n"
      default: table += "\(id),\"\(text)\n\(text)\",139\n"
      }
    }
    return [try folder.file("a.jsonl", lines), try folder.file("b.csv", table), try folder.file("empty.jsonl", "")]
  }

  static func run(
    _ inputs: [String], into path: String, jobs: Int, chunkSize: Int, asTable: Bool = false
  ) throws -> Batch.Outcome {
    var batch = Batch(
      inputs: inputs, options: RecordOptions(chunkSize: chunkSize), jobs: jobs, time: time, zone: .shanghai)
    batch.asTable = asTable
    let folder = try OutputFolder(path)
    let outcome = try batch.run(
      decisions: try folder.file("decisions"), rejects: try folder.file("rejects"),
      ids: RepeatedIDs(temporaryFilesIn: path)
    ) { PlainDecider() }
    try folder.publish([outcome.decisions, outcome.rejects])
    return outcome
  }

  @Test(
    "the bytes are the same for one thread, two and seven, and wherever chunks are cut",
    arguments: Seeds.standard.prefix(6))
  func sameBytes(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = WorkFolder()
    let inputs = try Self.inputs(folder, &random)
    let asTable = Bool.random(using: &random)
    let first = try Self.run(inputs, into: folder.path + "/1", jobs: 1, chunkSize: 1 << 20, asTable: asTable)
    for (jobs, size) in [(1, 100), (2, 300), (7, 50), (7, 2000)] {
      let other = try Self.run(inputs, into: folder.path + "/2", jobs: jobs, chunkSize: size, asTable: asTable)
      #expect(other.decisions == first.decisions)
      #expect(other.rejects == first.rejects)
      #expect(other.summary == first.summary)
      #expect(other.inputs == first.inputs)
      #expect(try folder.bytes("1/decisions") == folder.bytes("2/decisions"))
    }
  }

  @Test("every row is a decision or a reject, in the order of the input", arguments: Seeds.standard.prefix(6))
  func nothingIsLost(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = WorkFolder()
    let inputs = try Self.inputs(folder, &random)
    let outcome = try Self.run(inputs, into: folder.path, jobs: 3, chunkSize: 500)
    let decisions = try folder.bytes("decisions").split(separator: 10)
    let rejects = try folder.bytes("rejects").split(separator: 10)
    let total = outcome.summary.total
    #expect(total.isBalanced)
    #expect(total.decisions == decisions.count)
    #expect(total.rejects == rejects.count)
    #expect(total.levels.reduce(0, +) == total.decisions)
    #expect(total.leads.values.reduce(0, +) == total.decisions)
    #expect(total.reasons.values.reduce(0, +) == total.rejects)
    #expect(outcome.summary.inputs.map(\.file) == inputs)
    #expect(outcome.summary.inputs.map { $0.unlisted.told(rows: $0.tally.posts).names } == [["label"], ["电话"], []])
    // The ids as one thread reads them, one chunk after the other.
    var ids: [String] = []
    for input in inputs {
      var stream = try RecordStream(input, options: RecordOptions())
      var parser = RecordParser(stream.format)
      while let chunk = try stream.next() {
        parser.begin(chunk)
        while let record = parser.next() { if case .post(let post) = record { ids.append(post.id) } }
      }
    }
    let written = try decisions.map { line in
      try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])["id"] as? String
    }
    #expect(written == ids)
    #expect(outcome.summary.repeatedIDs == ids.count - Set(ids).count)
    for (file, input) in zip(inputs, outcome.inputs) {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: file)))
      #expect(input == .init(file: file, byteCount: bytes.count, digest: SHA256Digest(of: bytes)))
    }
    #expect(outcome.decisions.digest == SHA256Digest(of: try folder.bytes("decisions")))
  }

  @Test("an input that cannot be read fails the run, and nothing half written stays")
  func failures() throws {
    let folder = WorkFolder()
    let good = try folder.file("good.jsonl", "{\"text\":\"a\"}\n")
    let bad = try folder.file("bad.csv", "nothing,known\n1,2\n")
    for jobs in [1, 4] {
      #expect(throws: Batch.Failure.input(.noText(file: bad, found: ["nothing", "known"]))) {
        _ = try Self.run([good, bad, good], into: folder.path + "/out", jobs: jobs, chunkSize: 10)
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").isEmpty)
  }

  @Test("results are for their owner's eyes only, and two runs never share a folder")
  func rights() throws {
    let folder = WorkFolder()
    let good = try folder.file("good.jsonl", "{\"text\":\"a\"}\n")
    _ = try Self.run([good], into: folder.path + "/deep/out", jobs: 1, chunkSize: 10)
    for name in ["decisions", "rejects"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/deep/out/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let held = try OutputFolder(folder.path + "/deep/out")
    #expect(throws: OutputFailure.inUse(path: folder.path + "/deep/out")) { _ = try OutputFolder(held.path) }
  }

  @Test("a summary says all sums, the greatest first")
  func summary() throws {
    var tally = BatchTally()
    tally.posts = 3
    tally.decisions = 2
    tally.rejects = 1
    tally.leads = ["b": 1, "a": 1, "c": 5]
    let names = UnlistedNames(columns: ["电话", "13912345679"], keys: [], others: 4)
    let summary = BatchSummary(inputs: [.init(file: "x.csv", tally: tally, unlisted: names)], repeatedIDs: 1)
    let text = String(decoding: summary.json(Masking(.chinese)), as: UTF8.self)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(summary.json(Masking(.chinese)))) as? [String: Any])
    #expect(read["posts"] as? Int == 3)
    #expect(read["repeated-ids"] as? Int == 1)
    #expect((read["levels"] as? [String: Int])?.keys.sorted() == Level.allCases.map(\.key).sorted())
    #expect(text.contains("\"leads\": {\n    \"c\": 5,\n    \"a\": 1,\n    \"b\": 1\n  }"))
    #expect(text.contains("\"unlisted-columns\": [\n        \"电话\",\n        \"〈手机〉\"\n      ]"))
    #expect(text.contains("\"unlisted-keys-untold\": 4"))
  }

  @Test("sizes are read as people type them")
  func sizes() {
    for (text, bytes) in [("500", 500), ("500k", 500_000), ("2M", 2_000_000), ("2MB", 2_000_000), ("1kb", 1000)] {
      #expect(ByteSize(argument: text)?.bytes == bytes)
    }
    for text in ["", "M", "0", "-1", "1G", "1.5M", "99999999999999999999", "999M", "+5"] {
      #expect(ByteSize(argument: text) == nil)
    }
  }
}
