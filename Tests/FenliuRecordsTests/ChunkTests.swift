// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite struct ChunkTests {
  /// Rows of every kind, good and bad, one after the other in random order.
  static func jsonLines(_ random: inout SplitMix64) -> [UInt8] {
    let rows: [[UInt8]] = [
      Array("{\"text\":\"好的\",\"id\":\"1\"}".utf8), Array("{\"text\":\"a\\nb\",\"电话\":{\"x\":[1,2]}}".utf8),
      Array("{".utf8),
      Array("{\"text\":\"\\ud800\"}".utf8), [0xFF, 0xFF], [], Array("   ".utf8),
      Array("{\"text\":\"a\",\"other\":1}\r".utf8),
      Array("{\"text\":\"\(String(repeating: "长", count: 300))\"}".utf8),
      [UInt8](repeating: 0x61, count: 70_000 + 8 * 600),
    ]
    return Array((0..<60).map { _ in rows.randomElement(using: &random)! }.joined(separator: [10]))
  }

  static func csv(_ random: inout SplitMix64) -> [UInt8] {
    let rows: [[UInt8]] = [
      Array("1,好的".utf8), Array("2,\"a\nb\"".utf8), Array("3,\"open".utf8), Array("4,\"a\"\"b\"".utf8),
      Array("5,\"a\"b".utf8),
      Array("6,\"\"\"".utf8), [0x37, 0x2C, 0xFF], [], Array("8,a,b".utf8), Array("9,\"a\"\r".utf8),
      Array("10,\"\r\n\"\r".utf8),
      Array("11,\"\(String(repeating: "长", count: 300))\"".utf8),
    ]
    let endless =
      Array("12,".utf8) + (Bool.random(using: &random) ? [0x22] : []) + [UInt8](repeating: 0x61, count: 75_000)
    return Array("id,text\n".utf8) + joined(rows, endless: endless, &random)
  }

  /// Sixty rows and one that is too long to be held.
  static func joined(_ rows: [[UInt8]], endless: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var some = (0..<60).map { _ in rows.randomElement(using: &random)! }
    some.insert(endless, at: Int.random(in: 0...60, using: &random))
    return Array(some.joined(separator: [10]))
  }

  @Test("wherever the chunks are cut, the rows are the same", arguments: Seeds.standard)
  func cuttingChangesNothing(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for (name, bytes) in [("a.jsonl", Self.jsonLines(&random)), ("a.csv", Self.csv(&random))] {
      let whole = try Reading(bytes, name: name, options: RecordOptions(maxPost: 600, chunkSize: 1_000_000))
      for _ in 0..<4 {
        let size = [1, 7, 100, 5000, 66_000].randomElement(using: &random)! + Int.random(in: 0..<50, using: &random)
        let cut = try Reading(bytes, name: name, options: RecordOptions(maxPost: 600, chunkSize: size))
        #expect(cut.records == whole.records)
        #expect(cut.unlisted == whole.unlisted)
        #expect(cut.names == whole.names)
      }
      // Every byte that is no line end belongs to the row at its place, so a reject can be found again.
      for reject in whole.rejects {
        #expect(reject.digest == SHA256Digest(of: Array(bytes[reject.offset..<reject.offset + reject.length])))
        #expect(reject.line == 1 + bytes[..<reject.offset].count { $0 == 10 })
      }
    }
  }

  @Test("a row that never ends is refused without being held")
  func endlessRow() throws {
    let bytes = [UInt8](repeating: 0x61, count: 400_000)
    let options = RecordOptions(maxPost: 1000, chunkSize: 65_536)
    let line = try Reading(bytes + Array("\r\n{\"text\":\"a\"}\n".utf8), name: "a.jsonl", options: options)
    #expect(line.reasons == [.tooLong, nil])
    #expect(line.rejects.first?.length == bytes.count)
    #expect(line.rejects.first?.digest == SHA256Digest(of: bytes))
    #expect(line.posts.first?.id == "a.jsonl#2")
    let row = try Reading(Array("text\n\"".utf8) + bytes + Array("\nb\n".utf8), name: "a.csv", options: options)
    #expect(row.reasons == [.tooLong, nil])
    #expect(row.posts.first?.id == "a.csv#3")
  }

  @Test("the digest of an input is the digest of its bytes")
  func digest() throws {
    var random = SplitMix64(seed: 1)
    let bytes = Self.csv(&random)
    let folder = TemporaryFolder()
    var stream = try RecordStream(try folder.file("a.csv", bytes), options: RecordOptions(chunkSize: 1000))
    while try stream.next() != nil {}
    #expect(stream.byteCount == bytes.count)
    #expect(stream.finish() == SHA256Digest(of: bytes))
  }

  @Test("an input that is not there, or a folder, is told with its name")
  func missing() {
    #expect(throws: InputFailure.self) { _ = try RecordStream("/nowhere/at/all.csv", options: RecordOptions()) }
    #expect(throws: InputFailure.self) { _ = try RecordStream("/tmp", options: RecordOptions()) }
  }
}
