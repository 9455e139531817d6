// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

/// The built program, run as people run it.
struct Program {
  /// Beside the tests, where the package manager builds it.
  static let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/fenliu"
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }
  static let pack = SharedData.repository + "/Tests/Cases/design/mine"

  struct Result {
    let output: String
    let talk: String
    let code: Int32
  }

  /// Runs the program with these arguments and this input; `isPlain`: without the right of root to read whatever lies there.
  static func run(
    _ arguments: [String], input: String = "", locale: String = "C", isPlain: Bool = false
  ) throws -> Result {
    let folder = WorkFolder()
    let process = Process()
    if isPlain, geteuid() == 0 {
      process.executableURL = URL(fileURLWithPath: "/usr/bin/setpriv")
      process.arguments = ["--bounding-set=-dac_override,-dac_read_search", path] + arguments
    } else {
      process.executableURL = URL(fileURLWithPath: path)
      process.arguments = arguments
    }
    process.environment = ["LANG": locale, "TMPDIR": folder.path]
    let places = (try folder.file("in", input), try folder.file("out", ""), try folder.file("err", ""))
    process.standardInput = FileHandle(forReadingAtPath: places.0)
    process.standardOutput = FileHandle(forWritingAtPath: places.1)
    process.standardError = FileHandle(forWritingAtPath: places.2)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try folder.bytes("out"), as: UTF8.self),
      talk: String(decoding: try folder.bytes("err"), as: UTF8.self), code: process.terminationStatus)
  }

  static func classify(_ arguments: [String], input: String = "") throws -> Result {
    try run(["classify", "--pack", pack, "--at", "2026-11-20T20:00"] + arguments, input: input)
  }
}

@Suite(.enabled(if: Program.isBuilt)) struct ProgramTests {
  static let posts = """
    {"id":"c-001","text":"三十多名矿工被老板拖欠工资，没人管","views":1200}
    {"id":"c-002","text":"今天天气不错","作者":"某人"}
    {"id":

    """

  @Test("along a pipe, decisions go to standard output, rejects and talk to standard error")
  func pipe() throws {
    let result = try Program.classify(["-"], input: Self.posts)
    #expect(result.code == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("{\"id\":\"c-001\",\"level\":\"larger\",\"total\":5.48,") == true)
    #expect(result.talk.contains("\"file\":\"-\",\"line\":3,"))
    #expect(result.talk.contains("not read and not named, since few rows have the same: 1 other keys\n"))
    #expect(result.talk.contains("3 posts = 2 decisions + 1 rejects\n"))
  }

  @Test("what must be handled with care is counted on the screen, and nothing is said where there is none")
  func withCare() throws {
    let posts = "{\"text\":\"社保局王科长收红包才给办事\"}\n{\"text\":\"？？？\"}\n{\"text\":\"今天天气不错\"}\n"
    let arguments = ["classify", "-", "--pack", SharedData.repository + "/rules/county", "--at", "2026-11-20T20:00"]
    let said = "1 sealed (not for the department complained of), 1 for somebody to read (no text that can be read)\n"
    #expect(try Program.run(arguments, input: posts).talk.hasSuffix(said))
    let chinese = try Program.run(arguments + ["--lang", "zh"], input: posts).talk
    #expect(chinese.hasSuffix("密封 1 条（不得交给被反映的部门），须人读 1 条（没有可读的文字）\n"))
    #expect(try Program.run(arguments, input: "{\"text\":\"今天天气不错\"}\n").talk.hasSuffix("none 1\n"))
  }

  @Test("a folder gets decisions, rejects, summary and manifest, and the same bytes for any number of threads")
  func folder() throws {
    let folder = WorkFolder()
    let input = try folder.file("posts.jsonl", String(repeating: Self.posts, count: 300))
    var manifests: [[UInt8]] = []
    for jobs in ["1", "2", "7"] {
      let result = try Program.classify([input, "-o", folder.path + "/out", "--jobs", jobs])
      #expect(result.code == 0)
      #expect(result.output.isEmpty)
      manifests.append(try folder.bytes("out/manifest.json"))
    }
    // The manifest has the digests of all other files.
    #expect(Set(manifests).count == 1)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
        == ["decisions.jsonl", "manifest.json", "rejects.jsonl", "summary.json"])
    let summary = try #require(
      try JSONSerialization.jsonObject(with: Data(folder.bytes("out/summary.json"))) as? [String: Any])
    #expect(summary["posts"] as? Int == 900)
    #expect(summary["decisions"] as? Int == 600)
    #expect(summary["rejects"] as? Int == 300)
    #expect(summary["repeated-ids"] as? Int == 598)
  }

  @Test("a table in is a table out, rows of one order")
  func table() throws {
    let folder = WorkFolder()
    let input = try folder.file("posts.csv", "\u{FEFF}单号;诉求\r\n=1;\"三十多名矿工被老板拖欠工资，\r\n没人管\"\r\nb;你好\r\n")
    let result = try Program.classify(
      [input, "-o", folder.path, "--format", "csv", "--columns", "id=单号,text=诉求"])
    #expect(result.code == 0)
    let rows = String(decoding: try folder.bytes("decisions.csv"), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(rows.count == 4)
    #expect(rows[1].hasPrefix("'=1,larger,5.48,labour,劳资科,,union,"))
    #expect(rows[2].hasPrefix("b,none,0,duty,总值班室,,"))
  }

  @Test(
    "what cannot be done ends with 2, what was typed wrongly with 64, both with a sentence",
    arguments: [
      (["nowhere.csv"], 2, "cannot read nowhere.csv: No such file"), (["/tmp"], 2, "cannot read /tmp: Is a directory"),
      (["-", "-o", "/proc/nowhere"], 2, "cannot write /proc/nowhere"),
      (["-", "--rejects", "/proc/nowhere/x"], 2, "cannot write"),
      (["-", "--jobs", "0"], 64, "--jobs 0"), (["-", "--columns", "name=x"], 64, "'name=x' is not COLUMN=NAME"),
      (["-", "--columns", "text=a,text=A"], 64, "'text=A' names a column"),
      (["-", "--columns", "text=,text=a"], 64, "'text=a' names a column"), (["-", "-"], 64, "twice"),
      ([], 64, "posts"),
      (["-", "--max-post", "lots"], 64, "max-post"), (["-", "--at", "soon"], 64, "'soon' is not a time"),
      (["-", "--format", "xml"], 64, "xml"), (["-", "-o", "x", "--rejects", "y"], 64, "--rejects"),
      (["-", "--lang", "zh", "--at", "soon"], 64, "不是时间"),
    ] as [([String], Int32, String)])
  func failures(arguments: [String], code: Int32, sentence: String) throws {
    let result = try Program.classify(arguments, input: Self.posts)
    #expect(result.code == code)
    #expect(result.talk.contains(sentence))
    #expect(result.output.isEmpty)
  }

  @Test("a table without a text is refused with the names it has")
  func noText() throws {
    let result = try Program.classify(["-"], input: "编号,电话\n1,2\n")
    #expect(result.code == 2)
    #expect(result.talk.contains("no column is a title or a text; there are: 编号, 电话."))
  }

  @Test("posts without a time are told; so are columns of one name, and one whose name is nearly right")
  func columns() throws {
    let undated = try Program.classify(["-"], input: "编号,内容,采集日期\n1,路灯坏了,2026-11-20\n2,停水了,2026-11-20\n")
    #expect(undated.code == 0)
    #expect(undated.talk.contains("warning: the posts of 2 of 2 decisions have no time"))
    #expect(undated.talk.contains("if '采集日期' is one, say so with --columns time=NAME"))
    let dated = try Program.classify(
      ["-", "--columns", "time=采集日期", "--columns", "id=编号"], input: "编号,内容,采集日期\n1,路灯坏了,2026-11-20\n")
    #expect(dated.code == 0 && !dated.talk.contains("have no time"))
    let near = try Program.classify(["-"], input: "编号,诉求内客\n1,路灯坏了\n")
    #expect(near.code == 2 && near.talk.contains("Did you mean '诉求内客'? Say it with --columns text=诉求内客"))
    let twice = try Program.classify(["-"], input: "内容,内容\n1,2\n")
    #expect(twice.code == 2 && twice.talk.contains("more than one column of the header is called '内容'; rename one"))
  }

  @Test("posts from the future are told, unless it is known when they were received")
  func future() throws {
    let posts = """
      {"id":"1","text":"停水","time":"2026-11-20T20:00:01+08:00"}
      {"id":"2","text":"停水","time":"2026-11-20T20:00:00+08:00"}
      {"id":"3","text":"停水","time":"2026-12-20","received":"2026-11-20T08:00"}

      """
    let result = try Program.classify(["-"], input: posts)
    #expect(result.code == 0)
    #expect(result.talk.contains("warning: the posts of 1 of 3 decisions have a time that lies after this run"))
    #expect(result.output.components(separatedBy: "\"received\":\"2026-11-20T20:00:00+08:00\"").count == 3)
  }

  @Test("a row that is no post has who reads it and until when, as a post has in which there is nothing to read")
  func rejectsAreOwned() throws {
    let folder = WorkFolder()
    let rows =
      "{\"id\":\"1\",\"text\":\"\\u0001\"}\n{\"id\":\"2\",\"text\":[]}\n{\"id\":\"3\",\"text\":\"急\",\"views\":\"很多\"}\n"
    let result = try Program.classify(["-", "-o", folder.path], input: rows)
    #expect(result.code == 0)
    func lines(_ name: String) throws -> [[String: Any]] {
      try folder.bytes(name).split(separator: 10).map { line in
        try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      }
    }
    let unread = try #require(try lines("decisions.jsonl").first)
    let rejects = try lines("rejects.jsonl")
    #expect(unread["incomplete"] as? [String] == ["unread"])
    #expect(rejects.count == 2)
    let due = try #require(unread["deadlines"] as? [String: String])
    #expect(due["read"] != nil)
    for reject in rejects {
      #expect(reject["lead"] as? String == (unread["route"] as? [String: Any])?["lead"] as? String)
      #expect(reject["deadlines"] as? [String: String] == due)
    }
  }

  @Test(
    "a text that may lie in a column of unknown name stops the run, until somebody says which it is or that there is none"
  )
  func unsureText() throws {
    let table = "编号,标题,诉求全文,回复内容,留言时间\n1,工资,三十多名矿工被老板拖欠工资,已转办,2026-11-20\n"
    let unsure = try Program.classify(["-"], input: table)
    #expect(unsure.code == 2 && unsure.output.isEmpty)
    #expect(
      unsure.talk.contains(
        "If '诉求全文' is the text, say so with --columns text=诉求全文; where there is none, --columns text= "))
    let said = try Program.classify(["-", "--columns", "text=诉求全文"], input: table)
    #expect(said.code == 0 && said.output.contains("\"level\":\"larger\""))
    let none = try Program.classify(["-", "--columns", "text="], input: table)
    #expect(none.code == 0 && none.output.contains("\"level\":\"none\""))
    #expect(!none.talk.contains("no text"))
    // Of lines of JSON each may have other keys, so it is told at the end.
    let lines = try Program.classify(
      ["-"], input: "{\"title\":\"工资\",\"诉求全文\":\"拖欠\"}\n{\"title\":\"路灯\",\"text\":\"不亮\"}\n")
    #expect(lines.code == 0)
    #expect(lines.talk.contains("warning: 1 of 2 decisions have a title and no text; if '诉求全文' is the text"))
    let other = try Program.classify(["-"], input: "{\"title\":\"工资\",\"回复内容\":\"已转办\"}\n")
    #expect(other.code == 0 && !other.talk.contains("no text"))
  }

  @Test("a folder is not called like a stream")
  func stream() throws { #expect(try Program.classify(["-", "-o", "-"], input: Self.posts).code == 64) }

  @Test("an export in the place of a corpus for tests is told what is wanted there")
  func export() throws {
    let folder = WorkFolder()
    let posts = folder.path + "/posts.csv"
    try Data("编号,内容\n1,路灯坏了\n".utf8).write(to: URL(fileURLWithPath: posts))
    let result = try Program.run(["test", "--pack", Program.pack, "--corpus", posts, "--lang", "zh"])
    #expect(result.code == 1)
    #expect(result.output.contains("\(posts):1: 无法读取：不是一个 JSON 对象；这里要的是写有期望（expect）的帖子"))
  }

  @Test("what was rejected is named by line, and where all of it is; another run says whose place it took")
  func told() throws {
    let folder = WorkFolder()
    let posts = folder.path + "/posts.csv"
    let rows = "编号,内容,阅读\n" + (1...8).map { "\($0),路灯坏了,\($0 % 2 == 0 ? "许多" : "8")\n" }.joined()
    try Data(rows.utf8).write(to: URL(fileURLWithPath: posts))
    let out = folder.path + "/out"
    let first = try Program.classify([posts, "-o", out, "--format", "csv"])
    #expect(first.code == 0)
    #expect(first.talk.contains("line 3 (views: a count that is none); line 5 (views: a count that is none)"))
    #expect(first.talk.contains("in \(out)/rejects.jsonl"))
    #expect(!first.talk.contains("took the place"))
    let second = try Program.classify([posts, "-o", out])
    #expect(second.code == 0)
    #expect(second.talk.contains("took the place of the results of the run of "))
    #expect(second.talk.contains("decisions.csv is gone"))
    #expect(!FileManager.default.fileExists(atPath: out + "/decisions.csv"))
    #expect(FileManager.default.fileExists(atPath: out + "/decisions.jsonl"))
  }

  @Test("an input without posts is told, and so is what to do with one that is not UTF-8")
  func advice() throws {
    let empty = try Program.classify(["-"], input: "")
    #expect(empty.code == 0 && empty.talk.hasPrefix("warning: there is no post in the input\n"))
    #expect(try !Program.classify(["-"], input: Self.posts).talk.contains("there is no post"))
    let folder = WorkFolder()
    let rows = folder.path + "/rows.csv"
    // A letter of Latin-1, in a row and in a header.
    try Data("text\nt".utf8 + [0xFC, 0x72, 0x0A]).write(to: URL(fileURLWithPath: rows))
    #expect(try Program.classify([rows]).talk.contains("rows that are not-utf8: save the file as UTF-8"))
    let head = folder.path + "/head.csv"
    try Data([0x74, 0xFC, 0x72, 0x2C, 0x61, 0x0A, 0x31, 0x2C, 0x32, 0x0A]).write(to: URL(fileURLWithPath: head))
    let chinese = try Program.classify([head, "--lang", "zh"])
    #expect(chinese.code == 2)
    #expect(chinese.talk == "fenliu: \(head)：表头中有不属于 UTF-8 的字节；请用 --encoding 指明字符编码，已经指明的请改正或去掉\n")
  }

  @Test("full-width commas are named in a header, and understood in --columns")
  func wideCommas() throws {
    let header = try Program.classify(["-", "--lang", "zh"], input: "编号，内容，部门\n1，欠薪，x\n")
    #expect(header.code == 2 && header.talk == "fenliu: -：第一行用全角的“，”分列；请把各行的分隔符改成半角逗号“,”\n")
    let table = "单号,诉，求\n1,欠薪\n"
    let plain = try Program.classify(["-", "--columns", "id=单号,text=诉，求"], input: table)
    #expect(plain.code == 0)
    #expect(try Program.classify(["-", "--columns", "id＝单号，text=诉，求"], input: table).output == plain.output)
  }

  @Test("when the reader goes away the program ends quietly")
  func closedPipe() throws {
    let folder = WorkFolder()
    let input = try folder.file("posts.jsonl", String(repeating: Self.posts, count: 2000))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["classify", "--pack", Program.pack, input]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: try folder.file("err", ""))
    try process.run()
    try output.fileHandleForWriting.close()
    _ = try output.fileHandleForReading.read(upToCount: 10)
    try output.fileHandleForReading.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 0)
    #expect(try folder.bytes("err").isEmpty)
  }

  @Test("a pack with errors decides nothing")
  func badPack() throws {
    let folder = WorkFolder()
    _ = try folder.file("rules.yaml", "fenliu: 1\n")
    let result = try Program.run(["classify", "-", "--pack", folder.path], input: Self.posts)
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(result.talk.contains("rules.yaml"))
  }
}
