// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import FenliuWorkbook
import Foundation
import Testing

@Suite("classify and workbooks", .enabled(if: Program.isBuilt)) struct WorkbookCommandTests {
  /// A workbook that openpyxl wrote: a title, a header of two rows that is merged, days, numbers as texts, a sheet without a header,
  /// and one that is hidden.
  static let export = SharedData.repository + "/Tests/Cases/workbooks/export.xlsx"

  static func ids(_ output: String) -> [String] {
    output.split(separator: "\n").compactMap { line in
      (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["id"] as? String
    }.map { $0.replacingOccurrences(of: SharedData.repository, with: "") }
  }

  static func write(_ parts: WorkbookParts, _ name: String, in folder: WorkFolder) throws -> String {
    let path = folder.path + "/" + name
    try Data(parts.zipped()).write(to: URL(fileURLWithPath: path))
    return path
  }

  @Test("the sheets with posts are decided one after the other, and what was not read is named")
  func sheets() throws {
    let result = try Program.classify([Self.export])
    #expect(result.code == 0)
    let file = "/Tests/Cases/workbooks/export.xlsx"
    #expect(
      Self.ids(result.output) == ["440106202611200000", "00123", file + "#十一月#6", "7", "w1"])
    #expect(result.output.contains("\"received\":\"2026-11-20T08:03:00+08:00\""))
    #expect(result.output.contains("\"received\":\"2026-11-20T06:00:00+08:00\""))
    #expect(result.talk.contains("\"sheet\":\"十一月\",\"line\":7,"))
    #expect(result.talk.contains("sheets read: 十一月, 微博\n"))
    #expect(result.talk.contains("without a header: 说明, 旧表\n"))
    #expect(result.talk.contains("6 posts = 5 decisions + 1 rejects\n"))
  }

  @Test("a workbook along a pipe is decided as from its file, and --sheet chooses")
  func pipe() throws {
    let folder = WorkFolder()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: Self.export))
    let path = folder.path + "/in.bin"
    try bytes.write(to: URL(fileURLWithPath: path))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c", "cat \"$1\" | \"$2\" classify - --pack \"$3\" --at 2026-11-20T20:00 --sheet 旧表 --sheet 微博 2>/dev/null",
      "sh", path,
      Program.path, Program.pack,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(Self.ids(text) == ["w1", "h1"])
    let missing = try Program.classify([Self.export, "--sheet", "十二月"])
    #expect(missing.code == 2)
    #expect(missing.talk.contains("there is no sheet '十二月'; there are: 十一月, 说明, 微博, 旧表\n"))
  }

  @Test("decisions come as a workbook with the cells of the table, and the same bytes for any number of threads")
  func workbook() throws {
    let folder = WorkFolder()
    let rows = (2...1500).map { number in
      WorkbookParts.row(number, ["=id\(number)", number % 2 == 0 ? "三十多名矿工被老板拖欠工资，没人管" : "=1+1,\"二\"\n三"])
    }
    let input = try Self.write(
      WorkbookParts([.init("S", rows: WorkbookParts.row(1, ["编号", "内容"]) + rows.joined())]), "a.xlsx", in: folder)
    var manifests: [[UInt8]] = []
    for jobs in ["1", "4"] {
      let result = try Program.classify([input, "-o", folder.path + "/out", "--format", "xlsx", "--jobs", jobs])
      #expect(result.code == 0)
      manifests.append(try folder.bytes("out/manifest.json"))
      usleep(2_100_000)
    }
    #expect(Set(manifests).count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
        == ["decisions.xlsx", "manifest.json", "rejects.jsonl", "summary.json"])
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/out/decisions.xlsx")[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let file = unsafe open(folder.path + "/out/decisions.xlsx", O_RDONLY)
    defer { close(file) }
    let book = try Workbook(file: file)
    #expect(book.sheets.map(\.name) == ["decisions"])
    var sheet = try book.rows(of: book.sheets[0])
    var table: [[String]] = []
    while try sheet.next() {
      let row = sheet.row
      table.append(row.cells.map { row.text(of: $0) })
    }
    #expect(table.count == 1500)
    let columns =
      "id level total lead lead-title contact assist topics categories due because route notify beside sealed incomplete kind"
    #expect(table[0] == columns.split(separator: " ").map(String.init))
    #expect(Array(table[1][...3]) == ["=id2", "larger", "5.48", "labour"])
    #expect(table[2][0] == "=id3")
  }

  @Test("a workbook of decisions needs a folder")
  func noFolder() throws {
    let result = try Program.classify([Self.export, "--format", "xlsx"])
    #expect(result.code == 64)
    #expect(result.talk.contains("--format xlsx needs a folder"))
  }

  @Test("a broken workbook ends the run, leaves no results, and is named with its part")
  func broken() throws {
    let folder = WorkFolder()
    var parts = WorkbookParts([.init("S", rows: WorkbookParts.row(1, ["内容"]) + WorkbookParts.row(2, ["甲"]))])
    parts.set("xl/styles.xml", nil)
    let file = try Self.write(parts, "b.xlsx", in: folder)
    let result = try Program.classify([file, "-o", folder.path + "/out"])
    #expect(result.code == 2)
    #expect(result.talk == "fenliu: \(file): xl/styles.xml: this part is missing; save the workbook again\n")
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out/manifest.json"))
    let old = folder.path + "/c.xls"
    try Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).write(to: URL(fileURLWithPath: old))
    let refused = try Program.run(["classify", old, "--pack", Program.pack, "--lang", "zh"])
    #expect(refused.code == 2)
    #expect(refused.talk == "fenliu: \(old)：这是旧式工作簿（XLS）；请打开后另存为 XLSX 或“CSV UTF-8”\n")
  }
}
