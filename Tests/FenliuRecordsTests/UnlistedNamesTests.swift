// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Testing

@testable import FenliuRecords

@Suite("Names of what is not read")
struct UnlistedNamesTests {
  private func told(_ rows: [String]) throws -> (names: [String], untold: Int) {
    let reading = try Reading(rows.joined(separator: "\n"), name: "a.jsonl")
    return reading.names.told(rows: reading.records.count)
  }

  @Test("a key that one row of many has is counted and not told, one that a tenth have is told")
  func tenth() throws {
    let rows = (1...30).map { row in
      "{\"text\":\"a\",\"作者\":1" + (row <= 3 ? ",\"部门\":2" : "") + (row <= 2 ? ",\"楼\":3" : "") + ",\"王小明\(row)\":4}"
    }
    let (names, untold) = try told(rows)
    #expect(names == ["作者", "部门"])
    #expect(untold == 2 + 30)
  }

  @Test("of one or two rows all keys are told, of three those that two have")
  func few() throws {
    #expect(try told(["{\"text\":\"a\",\"x\":1}"]) == (["x"], 0))
    #expect(try told(["{\"text\":\"a\",\"x\":1}", "{\"text\":\"a\",\"y\":1}"]) == (["x", "y"], 0))
    #expect(
      try told(["{\"text\":\"a\",\"x\":1}", "{\"text\":\"a\",\"y\":1}", "{\"text\":\"a\",\"y\":1}"]) == (["y"], 1))
  }

  @Test("keys of rows that are no posts are neither told nor counted")
  func rejects() throws {
    let (names, untold) = try told([
      "{\"text\":\"a\"}", "{\"王小明\":1,\"text\":", "{\"王小明\":1}", "{\"王小明\":1,\"title\":[]}",
    ])
    #expect(names.isEmpty && untold == 0)
  }

  @Test("where chunks are cut changes nothing, however many keys there are", arguments: Seeds.standard.prefix(6))
  func cuts(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<400).map { row in
      let keys = (0..<Int.random(in: 1...40, using: &random)).map { _ in
        "\"k\(Int.random(in: 0..<Int.random(in: 1...20_000, using: &random), using: &random))\""
      }
      return "{" + Set(keys).sorted().map { "\($0):0" }.joined(separator: ",")
        + (row % 7 == 0 ? "" : ",\"text\":\"a\"") + "}"
    }
    let text = rows.joined(separator: "\n")
    let whole = try Reading(text, name: "a.jsonl")
    #expect(whole.names.keys.count <= UnlistedNames.mostCounted && whole.names.others > 0)
    for size in [1, 700, 9000] {
      let cut = try Reading(text, name: "a.jsonl", options: RecordOptions(chunkSize: size))
      #expect(cut.chunks > whole.chunks)
      #expect(cut.names == whole.names)
    }
  }

  @Test("a key too long to be a name is counted and not kept")
  func long() throws {
    let key = String(repeating: "长", count: 1000)
    let reading = try Reading("{\"text\":\"a\",\"\(key)\":1}", name: "a.jsonl")
    #expect(reading.names.told(rows: 1) == ([], 1))
    #expect(reading.names.keys.allSatisfy { $0.name.isEmpty })
  }

  @Test("at most 64 names are told, and what is kept can be put together again")
  func most() {
    var names = UnlistedNames()
    names.add((0..<5000).map { UnlistedName(name: "k\($0)", posts: 2) })
    let (told, untold) = names.told(rows: 10)
    #expect(told == (0..<64).map { "k\($0)" })
    #expect(untold == 2 * (5000 - 64))
    #expect(UnlistedNames(columns: names.columns, keys: names.keys, others: names.others) == names)
  }
}
