// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

/// Names, accounts and telephones are planted wherever a file may hold them; then every byte that any command writes is searched.
@Suite("What is planted", .enabled(if: Program.isBuilt))
struct PlantedTests {
  /// Stand in columns, keys and rows that are not read, and may appear nowhere.
  static let strangers = ["王小明", "wxid_secret9", "幸福路7号", "13787654321", "欧阳长贵"]
  /// Stand in titles and texts, and may appear in hits of decisions only.
  static let numbers = [
    "13912345679", "139-1234-5679", "1391234", "lm@mail.cn", "zhanglaosan", "晋J12K58", "J12K58", "11010519491231002X",
    "6222021234567894",
    "liming_1987", "1235874",
  ]
  static let places = ["东边", "桥头", "坡下", "井旁", "山脚", "门前", "河岸", "田里", "厂外", "店后", "塔底", "巷口"]

  static let rules = """
    fenliu: 1
    title: test
    topics: {work.pay: 工资, road.lamp: 路灯}
    rules:
      - {id: pay, title: 工资, category: early-sign, topic: work.pay, any: [欠薪]}
      - {id: lamp, title: 路灯, category: trend, topic: road.lamp, any: [路灯]}
      - {id: call, title: 号码, category: trend, topic: work.pay, any: [{regex: '1[3-9]\\d{9}'}, {regex: '139\\d{4}'}]}
    levels: {larger: total >= 3, general: total >= 1}

    """
  static let map = """
    fenliu: 1
    departments: {duty: {title: 值班室, kind: help, around-the-clock: true}, labour: {title: 劳动科, around-the-clock: true}}
    default: duty
    routes: [{name: pay, when: topic work.*, lead: labour}, {name: lamp, when: topic road.*, lead: duty}]
    deadlines: {none: {read: 24h}, general: {reply: 20h}, larger: {reply: 12h}, major: {reply: 6h}, critical: {reply: 3h}}

    """

  /// Characters that no other post has, so that posts are no copies of each other.
  private static func filling(_ number: Int) -> String {
    var text = String.UnicodeScalarView()
    for place in 0..<300 { text.append(Unicode.Scalar(UInt32(0x4E00 + (number * 997 + place * 131) % 20_000)) ?? "。") }
    return String(text)
  }

  /// Rows of JSON with everything planted; 24 posts, 4 rows that are none.
  static let lines: String = {
    var rows: [String] = []
    for (number, place) in places.enumerated() {
      rows.append(
        #"{"id":"a-\#(number)","title":"\#(place)欠薪 13912345679","text":"\#(place)的老板欠薪，请打13912345679或139-1234-5679，"#
          + #"信箱zhanglaosan@mail.cn、lm@mail.cn，车晋J12K58，微信号liming_1987，证11010519491231002X，卡6222021234567894。\#(filling(number))","label":"labour","#
          + #""作者":"王小明","手机":"13787654321","资料":{"欧阳长贵":["wxid_secret9",{"住":"幸福路7号"}]}}"#)
      rows.append(
        #"{"id":"b-\#(number)","text":"\#(place)的路灯坏了，QQ1235874。\#(filling(number + 50))","label":"duty","作者":"王小明","13787654321":\#(number)}"#
      )
    }
    rows.append(#"{"id":"c-1","text":"路灯","王小明":{"幸福路7号":"13787654321"},"欧阳长贵":1}"#)
    rows.append(#"{"id":"13787654321","作者":"王小明"}"#)
    rows.append(#"{"id":"13787654321","text":"路灯","time":"王小明13787654321"}"#)
    rows.append(#"{"id":"13787654321","王小明":"欧阳长贵","text":["wxid_secret9"]}"#)
    rows.append(#"{"id":"13787654321","text":"坏","王小明" "13787654321"}"#)
    return rows.joined(separator: "\n") + "\n"
  }()

  static let table: String = {
    var rows = ["编号,标题,内容,姓名,手机13787654321,账号,住址,label"]
    for (number, place) in places.enumerated() {
      rows.append(
        "a-\(number),\(place)欠薪 13912345679,\"\(place)的老板欠薪，打13912345679，lm@mail.cn，zhanglaosan@mail.cn，晋J12K58。\(filling(number))\","
          + "王小明,13787654321,wxid_secret9,幸福路7号,labour")
      rows.append(
        "b-\(number),,\(place)的路灯坏了 QQ1235874。\(filling(number + 50)),欧阳长贵,13787654321,wxid_secret9,幸福路7号,duty")
    }
    rows.append("13787654321,,,王小明,13787654321,wxid_secret9,幸福路7号,")
    rows.append("c,,路灯,王小明,13787654321,wxid_secret9,幸福路7号,duty,欧阳长贵")
    rows.append("d,,\"没有结束的引号,王小明,13787654321,wxid_secret9,幸福路7号,")
    return rows.joined(separator: "\n") + "\n"
  }()

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["p", "q"] {
      try folder.write(
        name + "/rules.yaml", name == "q" ? Self.rules.replacing("[欠薪]", with: "[欠薪, 老板], points: 3") : Self.rules)
      try folder.write(name + "/map.yaml", Self.map)
    }
    // Knows no word of the posts, so that some are suggested.
    try folder.write(
      "r/rules.yaml",
      Self.rules.replacing("[欠薪]", with: "[没有的词]").replacing("[路灯]", with: "[没有的灯]").replacing("1[3-9]", with: "没有")
        .replacing("139", with: "没有"))
    try folder.write("r/map.yaml", Self.map)
    try folder.write("posts.jsonl", Self.lines)
    try folder.write("posts.csv", Self.table)
    return folder
  }

  /// All that a run wrote: both streams, and every file below `out`.
  private func written(_ folder: TemporaryFolder, _ arguments: [String], codes: [Int32] = [0]) throws -> String {
    let out = folder.path + "/out"
    try? FileManager.default.removeItem(atPath: out)
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    let result = try Program.run(arguments)
    #expect(codes.contains(result.code), "\(arguments): \(result.talk)")
    var all = result.output + result.talk
    for file in try FileManager.default.subpathsOfDirectory(atPath: out) {
      let path = out + "/" + file
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
      all += file + "\n" + String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      let mode = attributes[.posixPermissions] as? Int
      #expect(mode == 0o600, "\(file) has mode \(String(mode ?? 0, radix: 8))")
    }
    return all
  }

  private func expectNone(
    of secrets: [String], in written: String, _ what: String, _ place: SourceLocation = #_sourceLocation
  ) {
    for secret in secrets { #expect(!written.contains(secret), "\(secret) in \(what)", sourceLocation: place) }
  }

  @Test("appears in no file and no talk of the batch but in hits and ids", arguments: ["posts.jsonl", "posts.csv"])
  func batch(name: String) throws {
    let folder = try folder()
    let out = folder.path + "/out"
    for language in ["zh", "en"] {
      let options = [
        folder.path + "/" + name, "--pack", folder.path + "/p", "--at", "2026-11-20T20:00", "--lang", language,
      ]
      let table = try written(folder, ["classify", "-o", out, "--format", "csv"] + options)
      expectNone(of: Self.strangers + Self.numbers, in: table, "table")
      #expect(table.contains("见“欠薪”") && table.contains("“〈手机〉”"))
      for (place, arguments) in [["-o", out], []].enumerated() {
        let all = try written(folder, ["classify"] + options + arguments + ["--matches", "all"])
        expectNone(of: Self.strangers, in: all, "lines \(place)")
        // A hit shows what was found: it is how a decision proves itself. Nothing else does.
        let hits = all.replacing(/"text":"[^"]*","word":"[^"]*"/, with: "")
        expectNone(of: Self.numbers, in: hits, "lines but hits \(place)")
        #expect(all.contains("\"text\":\"13912345679\"") && hits.contains("“〈手机〉”"))
      }
    }
    #expect(try folder.text(of: name) == (name == "posts.csv" ? Self.table : Self.lines), "the input is as it was")
  }

  @Test("appears in nothing that analysts get", arguments: ["posts.jsonl", "posts.csv"])
  func analysts(name: String) throws {
    let folder = try folder()
    let (posts, pack) = (folder.path + "/" + name, ["--pack", folder.path + "/p", "--at", "2026-11-20T20:00"])
    let out = folder.path + "/out/"
    let both = [folder.path + "/p", folder.path + "/q", posts, "--at", "2026-11-20T20:00"]
    var runs: [[String]] = []
    for format in ["text", "json", "csv"] {
      let show = ["--format", format, "--context", "60", "--max-per-post", "50", "--limit", "all", posts]
      for pattern in ["欠薪", "/1[3-9]\\d{9}/", "/91234/", "zhanglaosan", "/\\d+/", "mail", "路灯", "微信", "/.*/"] {
        runs.append(["find", "-e", pattern] + show)
      }
      runs.append(["find", "-e", "rule:call"] + pack + show + ["--sort", "right"])
    }
    for format in ["text", "json"] {
      let judge = ["eval", posts, "--label", "label", "--against", "lead", "--format", format] + pack
      runs.append(judge + ["--html", out + "eval.html", "-o", out + "eval.txt"])
      runs.append(
        ["eval", posts, "--label", "手机", "--against", "lead", "--format", format, "--columns", "text=内容"] + pack)
    }
    for format in ["text", "markdown", "json"] {
      runs.append(["diff"] + both + ["--format", format, "--html", out + "diff.html", "-o", out + "diff.txt"])
    }
    let learn = [
      "suggest", posts, "--label", "label", "--min-support", "5", "--pack", folder.path + "/r", "--at",
      "2026-11-20T20:00",
    ]
    runs.append(learn + ["-o", out + "words"])
    runs.append(learn + ["--format", "json", "--folds-only"])
    for arguments in runs {
      for language in ["zh", "en"] {
        let all = try written(folder, arguments + ["--lang", language], codes: [0, 1, 2])
        expectNone(
          of: Self.strangers + Self.numbers, in: Self.withoutPatterns(all, arguments), arguments.joined(separator: " "))
      }
    }
    let suggested = try written(folder, learn + ["-o", out + "words"])
    #expect(suggested.contains("欠薪\t"), "words are suggested, so that this test sees what is not among them")
    let page = try written(folder, ["diff"] + both + ["--html", out + "diff.html"])
    #expect(page.contains("〈mobile〉") && page.contains("〈mail address〉") && page.contains("<mark"))
  }

  /// What the analyst typed himself is repeated to him.
  private static func withoutPatterns(_ text: String, _ arguments: [String]) -> String {
    guard let place = arguments.firstIndex(of: "-e") else { return text }
    return text.replacing(arguments[place + 1], with: "").replacing(
      arguments[place + 1].replacing("\\", with: "\\\\"), with: "")
  }

  @Test("appears in no error about columns, and a row of data in place of a header is counted, not shown")
  func headers() throws {
    let folder = try folder()
    try folder.write("no-header.csv", "1,王小明,13787654321,wxid_secret9,幸福路7号\n2,欧阳长贵,13787654321,x,y\n")
    try folder.write("two.csv", "内容,正文,手机13787654321\na,b,c\n")
    let pack = ["--pack", folder.path + "/p"]
    for (arguments, code) in [
      ([folder.path + "/no-header.csv"], 2), ([folder.path + "/no-header.csv", "--columns", "text=诉求"], 2),
      ([folder.path + "/posts.csv", "--columns", "text=诉求"], 2), ([folder.path + "/two.csv"], 2),
    ] as [([String], Int32)] {
      for language in ["zh", "en"] {
        let all = try written(folder, ["classify"] + arguments + pack + ["--lang", language], codes: [code])
        expectNone(of: Self.strangers, in: all, arguments.joined(separator: " "))
        #expect(all.contains(language == "zh" ? "列" : "column"), "\(all)")
      }
    }
    let talk = try written(folder, ["classify", folder.path + "/no-header.csv", "--lang", "en"] + pack, codes: [2])
    #expect(talk.contains("5 cells that look like a post"))
    let listed = try written(
      folder, ["classify", folder.path + "/posts.csv", "--columns", "text=诉求", "--lang", "zh"] + pack, codes: [2])
    #expect(listed.contains("8 个单元格"), "one cell that looks like data is enough")
  }

  @Test("a key that few rows have is not told, one that many have is told masked")
  func keys() throws {
    let folder = try folder()
    let all = try written(
      folder,
      [
        "classify", folder.path + "/posts.jsonl", "-o", folder.path + "/out", "--pack", folder.path + "/p", "--lang",
        "en",
      ])
    #expect(all.contains("columns not read: label, 作者, 手机, 资料, 〈mobile〉\n"))
    #expect(all.contains("few rows have the same: 2 other keys\n"))
    #expect(all.contains("\"unlisted-keys-untold\": 2"))
    #expect(all.contains("\"〈手机〉\""), "the summary is in the language of the pack")
  }

  @Test("appears in no talk about a corpus that is not right")
  func corpus() throws {
    let folder = try folder()
    let pack = ["--pack", folder.path + "/p", "--at", "2026-11-20T20:00"]
    for line in [
      #"{"id":"13787654321","text":"欠薪 13912345679","作者":"王小明","expect":{"lead":"duty"}}"#,
      #"{"id":"x","text":"欠薪 13912345679","time":"13787654321","作者":"王小明"}"#,
      #"{"id":"x","text":13912345679,"作者":"王小明"}"#, #"{"id":"x","text":"13912345679" "王小明"}"#,
    ] {
      try folder.write("corpus.jsonl", line + "\n")
      for more in [[], ["--format", "json"], ["--junit", folder.path + "/out/test.xml"]] {
        let all = try written(folder, ["test", "--corpus", folder.path + "/corpus.jsonl"] + pack + more, codes: [1])
        expectNone(of: Self.strangers + Self.numbers, in: all, line)
      }
    }
  }

  @Test("every file that may hold a post is its owner's alone, whatever the umask")
  func modes() throws {
    let folder = try folder()
    let out = folder.path + "/out"
    let (posts, pack) = (folder.path + "/posts.jsonl", " --pack \(folder.path)/p --at 2026-11-20T20:00")
    for command in [
      "classify \(posts) -o \(out)" + pack, "classify \(posts) --rejects \(out)/bad.jsonl" + pack,
      "eval \(posts) --label label --against lead --html \(out)/e.html -o \(out)/e.txt" + pack,
      "diff \(folder.path)/p \(folder.path)/q \(posts) --html \(out)/d.html -o \(out)/d.md --format markdown",
      "suggest \(posts) --label label --min-support 5 -o \(out)/s" + pack, "test --junit \(out)/t.xml" + pack,
    ] {
      try? FileManager.default.removeItem(atPath: out)
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      // An old result that others could read does not hand its rights on.
      for old in ["decisions.jsonl", "e.html", "d.md", "bad.jsonl"] {
        _ = FileManager.default.createFile(
          atPath: out + "/" + old, contents: nil, attributes: [.posixPermissions: 0o666])
      }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "umask 0; exec \(Program.path) \(command) > \(folder.path)/log 2>&1"]
      try process.run()
      process.waitUntilExit()
      let talk = try folder.text(of: "log")
      #expect(process.terminationStatus == 0, "\(command): \(talk)")
      var files = 0
      for file in try FileManager.default.subpathsOfDirectory(atPath: out) {
        let attributes = try FileManager.default.attributesOfItem(atPath: out + "/" + file)
        guard attributes[.type] as? FileAttributeType == .typeRegular, attributes[.size] as? Int != 0 else { continue }
        files += 1
        #expect(attributes[.posixPermissions] as? Int == 0o600, "\(file) of \(command)")
      }
      #expect(files > 0, "\(command)")
    }
  }

  @Test("mask takes out of a text what is personal, and says where it stood without saying what")
  func mask() throws {
    let text = "打13912345679，\r\n或写lm@mail.cn\n没有"
    let masked = try Program.run(["mask", "--lang", "zh"], input: text)
    #expect(masked.output == "打〈手机〉，\r\n或写〈邮箱〉\n没有" && masked.code == 0 && masked.talk.isEmpty)
    let english = try Program.run(["mask", "-", "--lang", "en"], input: text)
    #expect(english.output == "打〈mobile〉，\r\n或写〈mail address〉\n没有")
    let found = try Program.run(["mask", "--format", "json"], input: text)
    #expect(
      found.output == """
        {"file":"-","line":1,"start":1,"end":12,"kind":"mobile-number"}
        {"file":"-","line":2,"start":2,"end":12,"kind":"mail-address"}

        """)
    // A spreadsheet's or an old program's text is read in its encoding: passed on as it is, its numbers would stand there unmasked.
    let folder = WorkFolder()
    let old = folder.path + "/old.txt"
    try Data(try Recoded.bytes(of: "张三电话１３９１２３４５６７９，请回电", as: "GB18030")).write(to: URL(fileURLWithPath: old))
    let read = try Program.run(["mask", "--lang", "zh", old])
    #expect(read.output == "张三电话〈手机〉，请回电" && read.talk.contains("GB18030"))
    let wide = folder.path + "/wide.txt"
    try #require("电话13912345679".data(using: .utf16)).write(to: URL(fileURLWithPath: wide))
    #expect(try Program.run(["mask", "--lang", "zh", wide]).output.hasSuffix("电话〈手机〉"))
    let workbook = try Program.run(["mask", WorkbookCommandTests.export])
    #expect(
      workbook.code != 0 && workbook.output.isEmpty
        && workbook.talk.contains("a workbook (XLSX); save its sheet as CSV UTF-8"))
    let missing = try Program.run(["mask", "nowhere.txt"])
    #expect(missing.code == 2 && missing.talk.contains("cannot read nowhere.txt"))
  }
}
