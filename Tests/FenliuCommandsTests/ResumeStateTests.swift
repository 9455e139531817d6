// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDigest
import FenliuRecords
import FenliuTestSupport
import Foundation
import Synchronization
import Testing

@testable import FenliuCommands

@Suite struct ResumeStateTests {
  /// All states of a run that is kept after every chunk.
  private final class States: Sendable {
    let all = Mutex<[BatchState]>([])
  }

  private static func batch(_ inputs: [String], chunkSize: Int, jobs: Int, asTable: Bool) -> Batch {
    var batch = Batch(
      inputs: inputs, options: RecordOptions(chunkSize: chunkSize), jobs: jobs, time: BatchTests.time, zone: .shanghai)
    batch.asTable = asTable
    return batch
  }

  @Test(
    "from every place at which a run was kept, another one ends with the same bytes, however it cuts its chunks",
    arguments: Seeds.standard.prefix(3))
  func everyState(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 3000, &random) + [try folder.file("empty.jsonl", "")]
    let asTable = Bool.random(using: &random)
    let states = States()
    var first = Self.batch(inputs, chunkSize: 3000, jobs: 3, asTable: asTable)
    first.keeping = Batch.Keeping(every: 1) { state in states.all.withLock { $0.append(state) } }
    let home = try OutputFolder(folder.path + "/1")
    let undisturbed = try first.run(
      decisions: try home.file("decisions", keeping: true), rejects: try home.file("rejects", keeping: true),
      ids: RepeatedIDs(temporaryFilesIn: home.path, log: try home.file("ids", keeping: true))
    ) { PlainDecider() }
    let all = states.all.withLock { $0 }
    #expect(all.count > 4)
    #expect(all.last?.finished.count == inputs.count)
    for (number, state) in all.enumerated() {
      // What was written after that place is there in part, as after a loss of power.
      let path = folder.path + "/2"
      _ = try OutputFolder(path)
      for output in state.outputs {
        let bytes = try folder.bytes("1/\(output.name).partial")
        let end = Int.random(in: output.byteCount...bytes.count, using: &random)
        let garbage = number % 2 == 0 ? [] : [UInt8](repeating: 0, count: 7)
        try Data(bytes[..<end] + garbage).write(to: URL(fileURLWithPath: path + "/" + output.name + ".partial"))
      }
      var second = Self.batch(
        inputs, chunkSize: [5000, 70_000, 200_000].randomElement(using: &random)!, jobs: 2, asTable: asTable)
      second.keeping = Batch.Keeping(every: 100_000, start: state) { _ in }
      let outcome = try second.run(
        decisions: try OutputFile.reopened(state.outputs[0], in: path),
        rejects: try OutputFile.reopened(state.outputs[1], in: path),
        ids: try RepeatedIDs.reopened(state.outputs[2], temporaryFilesIn: path, capacity: 999)
      ) { PlainDecider() }
      #expect(outcome.decisions == undisturbed.decisions)
      #expect(outcome.rejects == undisturbed.rejects)
      #expect(outcome.summary == undisturbed.summary)
      #expect(outcome.inputs == undisturbed.inputs)
      #expect(try folder.bytes("2/decisions.partial") == folder.bytes("1/decisions.partial"))
      #expect(try folder.bytes("2/ids.partial") == folder.bytes("1/ids.partial"))
    }
  }

  @Test("a run is kept when time has gone by, however few bytes it read", arguments: [(0.0, true), (1e6, false)])
  func keptByTime(seconds: Double, isOften: Bool) throws {
    var random = SplitMix64(seed: 3)
    let folder = WorkFolder()
    let states = States()
    var batch = Self.batch(
      try Interrupted.inputs(folder, rows: 3000, &random), chunkSize: 3000, jobs: 1, asTable: false)
    batch.keeping = Batch.Keeping(every: .max, seconds: seconds) { state in states.all.withLock { $0.append(state) } }
    let home = try OutputFolder(folder.path + "/1")
    _ = try batch.run(
      decisions: try home.file("decisions", keeping: true), rejects: try home.file("rejects", keeping: true),
      ids: RepeatedIDs(temporaryFilesIn: home.path, log: try home.file("ids", keeping: true))
    ) { PlainDecider() }
    // The last state is that of the end, which is kept in any case.
    #expect(states.all.withLock { $0.count > 4 } == isOften)
    #expect(isOften || states.all.withLock { $0.count } == 1)
  }

  @Test("a kept file is opened again only as it was left")
  func reopening() throws {
    let folder = WorkFolder()
    var file = try OutputFile("a", in: folder.path, keeping: true)
    try file.write(Array("0123456789".utf8))
    let left = try file.checkpoint()
    try file.write(Array("more".utf8))
    _ = consume file
    var again = try OutputFile.reopened(left, in: folder.path)
    #expect(try folder.bytes("a.partial") == Array("0123456789more".utf8), "looking changes nothing")
    try again.cutBack()
    try again.write(Array("x".utf8))
    let written = try again.finish()
    #expect(try folder.bytes("a.partial") == Array("0123456789x".utf8))
    #expect(written.digest == SHA256Digest(of: Array("0123456789x".utf8)))
    for other in ["012345678", "0123456780x", ""] {
      _ = try folder.file("a.partial", other)
      #expect(throws: OutputFailure.changed(path: folder.path + "/a.partial")) {
        _ = try OutputFile.reopened(left, in: folder.path)
      }
    }
    try FileManager.default.removeItem(atPath: folder.path + "/a.partial")
    #expect(throws: OutputFailure.changed(path: folder.path + "/a.partial")) {
      _ = try OutputFile.reopened(left, in: folder.path)
    }
  }

  /// A record as a run of two inputs would write it.
  static func record(_ folder: WorkFolder) throws -> RunRecord {
    var tally = BatchTally()
    tally.posts = 3
    tally.decisions = 2
    tally.rejects = 1
    tally.leads = ["a": 2]
    tally.rules = ["wages \"x\\": 1]
    let files = [try folder.file("a.jsonl", "{}\n"), try folder.file("b.csv", "text\n1\n")]
    func written(_ name: String, _ count: Int) throws -> OutputFile.Written {
      var file = try OutputFile(name, in: folder.path, keeping: true)
      try file.write([UInt8](repeating: 65, count: count))
      return try file.checkpoint()
    }
    return RunRecord(
      version: "1.2.3", time: "2026-11-20T20:00:00+08:00", packDigest: "00ff", options: [.init("format", "jsonl")],
      inputs: try files.compactMap { try FileStamp($0) },
      state: BatchState(
        finished: [.init(file: files[0], byteCount: 3, digest: SHA256Digest(of: Array("{}\n".utf8)))],
        reading: .init(
          position: RecordPosition(offset: 5, line: 2),
          input: .init(file: files[1], byteCount: 7, digest: SHA256Digest(of: []))),
        counted: [
          .init(
            file: files[0], tally: tally,
            unlisted: UnlistedNames(columns: ["电话"], keys: [.init(name: "备注", posts: 3)], others: 2)),
          .init(file: files[1]),
        ],
        outputs: [try written("decisions.jsonl", 9), try written("rejects.jsonl", 4), try written("ids", 16)]))
  }

  @Test("a record reads back as it was written, and no other bytes are taken for one")
  func record() throws {
    let folder = WorkFolder()
    let record = try Self.record(folder)
    let bytes = record.bytes()
    #expect(RunRecord(bytes) == record)
    #expect(bytes == record.bytes(), "the same record has the same bytes")
    #expect(
      (try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])?.keys.sorted() == ["run", "sha256"])
    for length in 0..<bytes.count { #expect(RunRecord(Array(bytes[..<length])) == nil) }
    for place in bytes.indices {
      var other = bytes
      other[place] ^= 1 << UInt8(place % 8)
      // Hexadecimal digits of the digest may be written in either case.
      if let read = RunRecord(other) { #expect(read == record) }
    }
    #expect(RunRecord(bytes + [10]) == nil)
  }

  @Test(
    "whatever a record says whose digest was made to fit, it is refused or goes together", arguments: Seeds.standard)
  func garbledRecord(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = WorkFolder()
    let run = try JSONEncoder().encode(try Self.record(folder))
    let pieces = [
      "-1", "1e9", "99999999999999999999", "9223372036854775807", "null", "\"\"", "[]", "{}", "0", "../x", "0.5",
      "true",
      "manifest.json", "\"", "\\u0000",
    ]
    var taken = 0
    for _ in 0..<100 {
      var bytes = Array(run)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let start = Int.random(in: 0..<bytes.count, using: &random)
        // Values are hit rather than letters of names.
        let digits = bytes[start...].firstIndex { (48..<58).contains($0) } ?? start
        let end = bytes[digits...].firstIndex { !(48..<58).contains($0) } ?? bytes.count
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
          bytes.replaceSubrange(digits..<max(end, digits), with: Array(pieces.randomElement(using: &random)!.utf8))
        case 1: bytes.remove(at: start)
        default: bytes[start] = UInt8.random(in: 32..<127, using: &random)
        }
      }
      guard let record = RunRecord(run: bytes) else { continue }
      taken += 1
      #expect(BatchSummary(inputs: record.state.counted, repeatedIDs: 0).total.isBalanced)
      #expect(record.state.outputs.allSatisfy { !$0.name.contains("/") && !$0.name.hasPrefix(".") })
      #expect(record.state.finished.count <= record.inputs.count)
      #expect(RunRecord(record.bytes()) == record)
    }
    #expect(taken < 100)
  }

  @Test(
    "a record that leads out of its folder, or counts what cannot be, is refused",
    arguments: [
      ("\"name\":\"decisions.jsonl\"", "\"name\":\"decisions.\\/..\\/x\""), ("\"name\":\"ids\"", "\"name\":\"..\""),
      ("\"posts\":3", "\"posts\":4"), ("\"posts\":3", "\"posts\":-3"), ("\"line\":2", "\"line\":0"),
      ("\"levels\":[0,0,0,0,0]", "\"levels\":[0]"), ("\"byteCount\":16", "\"byteCount\":24"),
      ("\"offset\":5", "\"offset\":99999999999999"), ("\"a\":2", "\"a\":2.5"),
    ])
  func impossible(piece: String, other: String) throws {
    let record = try Self.record(WorkFolder())
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let run = String(decoding: try encoder.encode(record), as: UTF8.self)
    #expect(RunRecord(run: Array(run.utf8)) == record)
    #expect(run.contains(piece))
    #expect(RunRecord(run: Array(run.replacing(piece, with: other, maxReplacements: 1).utf8)) == nil)
  }
}
