// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("Who wrote a post", .enabled(if: Program.isBuilt))
struct PrivacyTests {
  static let planted = ["王小明", "13800138000", "wxid_secret9", "幸福路7号"]

  static let inputs = [
    (
      "posts.csv",
      """
      编号,内容,姓名,电话,账号,住址
      1,老板拖欠工资三个月,王小明,13800138000,wxid_secret9,幸福路7号
      2,,王小明,13800138000,wxid_secret9,幸福路7号
      3,"没有结束的引号,王小明,13800138000,wxid_secret9,幸福路7号

      """
    ),
    (
      "posts.jsonl",
      """
      {"id":"1","text":"老板拖欠工资三个月","author":"王小明","phone":"13800138000","profile":{"name":"wxid_secret9","address":"幸福路7号"}}
      {"id":"2","author":"王小明","phone":"13800138000"}
      {"id":"3","text":"坏行","author":"王小明" "phone":"13800138000"}

      """
    ),
  ]

  @Test("what stands in unlisted columns and in broken rows appears in no result and no talk", arguments: inputs)
  func unlistedColumns(name: String, input: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(name, input)
    for format in ["jsonl", "csv"] {
      let out = folder.path + "/out-" + format
      let result = try Program.classify([path, "-o", out, "--format", format])
      #expect(result.code == 0, "\(result.talk)")
      var written = result.output + result.talk
      let files = try FileManager.default.contentsOfDirectory(atPath: out)
      #expect(files.contains("rejects.jsonl") && files.contains("summary.json"))
      for file in files { written += try String(contentsOfFile: out + "/" + file, encoding: .utf8) }
      #expect(written.contains("拖欠工资"))
      for secret in Self.planted { #expect(!written.contains(secret), "\(secret) in \(format)") }
    }
    #expect(try folder.text(of: name) == input, "the input is as it was")
  }
}
