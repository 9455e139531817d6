// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("inputs of the program: encodings, containers, headers", .enabled(if: Program.isBuilt)) struct InputCommandTests
{
  static let table = """
    2026年11月导出,,
    编号,内容,电话
    a,三十多名矿工被老板拖欠工资，没人管,139
    b,今天天气不错，出去走走,138

    """

  /// A file of the folder with these bytes.
  static func file(_ name: String, _ bytes: [UInt8], in folder: WorkFolder) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/" + name))
    return folder.path + "/" + name
  }

  static func object(_ bytes: [UInt8]) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
  }

  @Test("what an input was found to be is said on standard error, in the summary and in the manifest")
  func said() throws {
    let folder = WorkFolder()
    let bytes = Wrapped.gzip(try Recoded.bytes(of: Self.table, as: "GB18030"))
    let input = try Self.file("导出.csv.gz", bytes, in: folder)
    let plain = try folder.file("plain.csv", Self.table)
    let result = try Program.classify([input, plain, "-o", folder.path + "/out"])
    #expect(result.code == 0)
    #expect(
      result.talk.contains("\(input): read as GB18030 out of gzip; if that is wrong, say how with --encoding\n"))
    #expect(result.talk.contains("\(input): the header is line 2; what stands above it is no post\n"))
    #expect(!result.talk.contains("\(plain): read"))
    for name in ["summary.json", "manifest.json"] {
      let inputs = try #require(try Self.object(try folder.bytes("out/" + name))["inputs"] as? [[String: Any]])
      #expect(inputs[0]["encoding"] as? String == "GB18030")
      #expect(inputs[0]["container"] as? String == "gzip")
      #expect(inputs[0]["header-lines"] as? [Int] == [2])
      #expect(inputs[1]["encoding"] == nil)
      #expect(inputs[1]["container"] == nil)
    }
    let decisions = String(decoding: try folder.bytes("out/decisions.jsonl"), as: UTF8.self).split(separator: "\n")
    #expect(decisions.count == 4)
    #expect(decisions[0] == decisions[2])
    #expect(decisions[1] == decisions[3])
    let chinese = try Program.classify([input, "--lang", "zh"])
    #expect(chinese.talk.contains("\(input)：从 gzip 中解出，按 GB18030 读取；若不对，请用 --encoding 指明\n"))
    #expect(chinese.talk.contains("\(input)：表头在第 2 行；它上面的内容不算帖子\n"))
  }

  @Test("below a title the names that an unknown header has are told, and the one that was nearly meant")
  func unknownHeader() throws {
    let folder = WorkFolder()
    let input = try folder.file("a.csv", "2026年11月导出,,\n单号,诉求详请,电话\na,路灯坏了,1\n")
    let unknown = try Program.classify([input, "--lang", "zh"])
    #expect(unknown.code == 2)
    #expect(unknown.talk.contains("单号、诉求详请、电话"), "\(unknown.talk)")
    let mistyped = try Program.classify([input, "--lang", "zh", "--columns", "text=诉求详情"])
    #expect(mistyped.code == 2)
    #expect(mistyped.talk.contains("单号、诉求详请、电话"), "\(mistyped.talk)")
  }

  @Test("why rows became rejects is said in words, the most frequent reason first")
  func reasons() throws {
    let folder = WorkFolder()
    let rows = "id,text,time,views\n1,a,03/04/2026,\n2,b,,约三千\n3,c,,约三千\n4,d,,1.2万\n"
    let input = try folder.file("a.csv", rows)
    let english = try Program.classify([input, "-o", folder.path + "/out"])
    #expect(
      english.talk.contains(
        "why: 2 bad-number (a count that is none), 1 ambiguous-date (a date that could be two; --date-order says which)\n"
      ))
    let chinese = try Program.classify([input, "-o", folder.path + "/out", "--lang", "zh"])
    #expect(chinese.talk.contains("退件原因：bad-number（数目读不懂） 2 条、ambiguous-date（日期有两种读法，请用 --date-order 指明） 1 条\n"))
    let clean = try Program.classify([try folder.file("b.csv", "id,text\n1,a\n")])
    #expect(!clean.talk.contains("why:"))
  }

  @Test("--encoding says how all inputs are written, and stands in the manifest")
  func override() throws {
    let folder = WorkFolder()
    let input = try Self.file("posts.csv", try Recoded.bytes(of: "编号,内容\na,下雨\n", as: "UTF-16LE"), in: folder)
    let refused = try Program.classify([input])
    #expect(refused.code == 2)
    #expect(refused.talk.contains("--encoding"))
    let read = try Program.classify([input, "--encoding", "utf-16le", "-o", folder.path + "/out"])
    #expect(read.code == 0)
    #expect(read.talk.contains("1 posts = 1 decisions + 0 rejects"))
    let options = try Self.object(try folder.bytes("out/manifest.json"))["options"] as? [String: String]
    #expect(options?["encoding"] == "UTF-16LE")
    let unknown = try Program.classify([input, "--encoding", "big5"])
    #expect(unknown.code == 64)
    #expect(unknown.talk.contains("gb18030"))
  }

  @Test("other commands that read posts read the same inputs", arguments: ["utf-8", "GB18030"])
  func otherCommands(encoding: String) throws {
    let folder = WorkFolder()
    let input = try Self.file("posts.csv", Wrapped.zstd(try Recoded.bytes(of: Self.table, as: encoding)), in: folder)
    let result = try Program.run(["find", "矿工", input, "--format", "csv"])
    #expect(result.code == 0)
    #expect(result.output.contains("a,矿工,text,4,6,"))
    #expect(result.talk.contains("\(input): read"))
    #expect(result.talk.contains("out of zstd"))
  }

  @Test("a compressed input that ends in the middle publishes nothing, also along a pipe")
  func truncated() throws {
    let folder = WorkFolder()
    let bytes = Wrapped.gzip(Array(String(repeating: "{\"text\":\"abc\"}\n", count: 20_000).utf8))
    let input = try Self.file("posts.jsonl.gz", bytes.dropLast(1000), in: folder)
    let result = try Program.classify([input, "-o", folder.path + "/out"])
    #expect(result.code == 2)
    #expect(result.talk.contains("\(input): the gzip file ends in the middle, after \(bytes.count - 1000) bytes"))
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
    #expect(!left.contains { !$0.hasSuffix(".partial") && $0 != "progress.json" })
  }

  @Test("a table of the web that is called .xls is refused with what to do")
  func html() throws {
    let folder = WorkFolder()
    let page = "<html><head><meta charset=gb2312></head><body><table><tr><td>编号</td></tr></table></body></html>"
    let input = try Self.file("导出.xls", try Recoded.bytes(of: page, as: "GB18030"), in: folder)
    let result = try Program.classify([input, "--lang", "zh"])
    #expect(result.code == 2)
    #expect(result.talk.contains("\(input)：这是网页（HTML），不论文件名是什么；请用表格软件打开，另存为 XLSX 或“CSV UTF-8”"))
  }
}
