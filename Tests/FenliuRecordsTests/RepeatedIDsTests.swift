// SPDX-License-Identifier: Apache-2.0
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite struct RepeatedIDsTests {
  @Test("repeated ids are counted as a set would count them, however few fit in memory", arguments: Seeds.standard)
  func agreesWithASet(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let capacity = [2, 3, 10, 100, 5000].randomElement(using: &random)!
    var ids = RepeatedIDs(temporaryFilesIn: "/tmp", capacity: capacity)
    var seen: Set<String> = []
    var expected = 0
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      let some = (0..<Int.random(in: 0..<100, using: &random)).map { _ in
        "编号-\(Int.random(in: 0..<700, using: &random))"
      }
      for id in some where !seen.insert(id).inserted { expected += 1 }
      try ids.add(some.map(RepeatedIDs.hash))
    }
    #expect(try ids.count() == expected)
  }

  @Test("ids that differ in one place have different hashes")
  func hashesDiffer() {
    var hashes: Set<UInt64> = [RepeatedIDs.hash("")]
    for number in 0..<20_000 { hashes.insert(RepeatedIDs.hash("post-\(number)")) }
    for length in 1...64 { hashes.insert(RepeatedIDs.hash(String(repeating: "\0", count: length))) }
    #expect(hashes.count == 20_065)
  }
}
