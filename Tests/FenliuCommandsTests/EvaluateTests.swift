// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("eval: decisions beside labels", .enabled(if: Program.isBuilt))
struct EvaluateTests {
  /// Eight posts of our own: right, wrong, untouched, unlabelled, and with labels that the pack does not know.
  static let posts = """
    {"id":"p1","text":"老板拖欠工资，没人管","部门":"劳资科"}
    {"id":"p2","text":"三十多名矿工讨薪","部门":"labour"}
    {"id":"p3","text":"欠薪的老板跑了","部门":"工会"}
    {"id":"p4","text":"有人被困井下","部门":"调度室"}
    {"id":"p5","text":"食堂的菜有点咸","部门":"工会"}
    {"id":"p6","text":"路灯坏了"}
    {"id":"p7","text":"欠薪了","部门":"计生办"}
    {"id":"p8","text":"讨薪无门","部门":"计生办"}

    """

  static func eval(_ arguments: [String], input: String = posts) throws -> Program.Result {
    try Program.run(
      ["eval", "-", "--pack", Program.pack, "--at", "2026-11-20T20:00", "--label", "部门"] + arguments, input: input)
  }

  static func json(_ arguments: [String], input: String = posts) throws -> [String: Any] {
    let result = try eval(arguments + ["--format", "json"], input: input)
    #expect(result.code == 0, "\(result.talk)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test("labels are compared by key, title and name; what has none or an unknown one is counted, said and left out")
  func lead() throws {
    let result = try Self.eval(["--against", "lead"])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("5 posts compared, 3 right, 2 wrong\n"))
    #expect(result.talk.contains("left out: 1 posts without a label in '部门'\n"))
    #expect(result.talk.contains("left out: 2 posts whose label names no department of the pack: 计生办 (2)\n"))
    let json = try Self.json(["--against", "lead"])
    #expect(json["accuracy"] as? Double == 0.6)
    let left = try #require(json["not-compared"] as? [String: Any])
    #expect(left["without-label"] as? Int == 1)
    #expect((left["unknown"] as? [[String: Any]])?.first?["posts"] as? Int == 2)
    #expect(json["untouched"] as? [String] == ["p5"])
  }

  @Test("without --against, labels are compared with the lead, as in suggest")
  func usualAim() throws {
    #expect(try Self.eval([]).output == Self.eval(["--against", "lead"]).output)
    #expect(try Self.eval([]).code == 0)
  }

  @Test("of each rule and word it tells hits, precision, and what would change without it")
  func worth() throws {
    let json = try Self.json(["--against", "lead"])
    let rules = try #require(json["by-rule"] as? [[String: Any]])
    let wages = try #require(rules.first { $0["rule"] as? String == "wages-unpaid" })
    #expect(wages["hits"] as? Int == 3)
    #expect(wages["precision"] as? Double == 0.666667)
    // p2 has another rule of the topic; p1 would go to the default.
    #expect(wages["alone"] as? Int == 2)
    #expect(wages["lost-without"] as? Int == 1)
    #expect(wages["other-without"] as? Int == 1)
    let words = try #require(json["by-word"] as? [[String: Any]])
    let owed = try #require(words.first { $0["word"] as? String == "欠薪" })
    #expect(owed["hits"] as? Int == 1)
    #expect(owed["precision"] as? Double == 0)
    let unused = try #require(json["unused-words"] as? [[String: Any]])
    let settled = try #require(unused.first { $0["owner"] as? String == "$settled" })
    #expect((settled["unused"] as? [[String: Any]])?.count == 3)
    #expect(try Self.json(["--against", "lead", "--no-words"])["by-word"] == nil)
  }

  @Test("a file of labels says what labels mean, leaves out and makes negatives")
  func labels() throws {
    let folder = WorkFolder()
    let file = try folder.file("labels.tsv", "# ours\n计*\tprohibited\n工会\t-\n*\tnone\n")
    let json = try Self.json(["--against", "category", "--labels", file, "--only", "prohibited"])
    #expect(json["posts"] as? Int == 5)
    #expect(json["right"] as? Int == 3)
    let one = try #require((json["classes"] as? [[String: Any]])?.first)
    #expect(one["class"] as? String == "prohibited")
    #expect(one["labelled"] as? Int == 2)
    #expect(one["decided"] as? Int == 0)
    let bad = try folder.file("bad.tsv", "计*\tprohibited\n工会 none\n")
    let result = try Self.eval(["--against", "category", "--labels", bad])
    #expect(result.code == 2)
    #expect(result.talk.contains("bad.tsv:2: a line has a label, a tab"))
    let typo = try Self.eval(["--against", "category", "--labels", try folder.file("t.tsv", "a\tprohibted\n")])
    #expect(typo.code == 2)
    #expect(typo.talk.contains("t.tsv:1: 'prohibted' names no category"))
    let lead = try Self.eval(["--against", "lead", "--labels", try folder.file("n.tsv", "a\tnone\n")])
    #expect(lead.talk.contains("every post has a department"))
  }

  @Test("a file of labels is read in the encodings of rule files, and what is no text ends with 2")
  func encodings() throws {
    let folder = WorkFolder()
    let text = "计*\tlabour\n"
    let utf16 = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for (name, bytes) in [
      ("utf8.tsv", Array(text.utf8)), ("mark.tsv", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      ("gb.tsv", [0xBC, 0xC6] + Array("*\tlabour\n".utf8)), ("utf16.tsv", [0xFF, 0xFE] + utf16),
    ] {
      let file = folder.path + "/" + name
      try Data(bytes).write(to: URL(fileURLWithPath: file))
      #expect(try Self.json(["--against", "lead", "--labels", file])["posts"] as? Int == 7, "\(name)")
    }
    let broken = folder.path + "/broken.tsv"
    try Data(Array("# ours\n计*\tlabour\n工会\t-\n".utf8) + [0xE8, 0xAE, 0x0A]).write(to: URL(fileURLWithPath: broken))
    let result = try Self.eval(["--against", "lead", "--labels", broken])
    #expect(result.code == 2 && result.talk.contains("broken.tsv:4: read as UTF-8"), "\(result.talk)")
  }

  @Test("a column of labels that is not there ends with 2 and the names that are, in JSON lines as in tables")
  func missingColumn() throws {
    let folder = WorkFolder()
    let first = try folder.file("a.jsonl", Self.posts)
    let lines = try folder.file("b.jsonl", #"{"id":"1","text":"欠薪","部们":"labour","\u001bdept":1}"# + "\n")
    let table = try folder.file("c.csv", "id,text,部们\n1,欠薪,labour\n")
    for command in ["eval", "suggest"] {
      let wrong = try Program.run([command, first, lines, "--pack", Program.pack, "--label", "部门"])
      #expect(wrong.code == 2 && wrong.output.isEmpty)
      #expect(
        wrong.talk
          == "fenliu: \(lines): there is no column '部门'; did you mean '部们'? there are: id, text, 部们, \u{FFFD}dept\n",
        "\(wrong.talk)")
      let other = try Program.run([command, table, "--pack", Program.pack, "--label", "dept", "--lang", "zh"])
      #expect(other.code == 2 && other.talk == "fenliu: \(table)：没有“dept”这一列；现有：id、text、部们\n", "\(other.talk)")
    }
  }

  @Test("a figure below its floor ends with 1 and says so")
  func floors() throws {
    let met = try Self.eval(["--against", "lead", "--at-least", "accuracy=0.6,f1:劳资科=0.8"])
    #expect(met.code == 0)
    #expect(try Self.eval(["--at-least", "accuracy＝0.6，f1：劳资科=0.8"]).code == 0)
    let missed = try Self.eval(["--against", "lead", "--at-least", "accuracy=0.61,recall:工会=0.5"])
    #expect(missed.code == 1)
    #expect(missed.talk.contains("accuracy is 0.600, below 0.610\n"))
    #expect(missed.talk.contains("recall:工会 is 0.000, below 0.500\n"))
    let empty = try Self.eval(
      ["--against", "lead", "--at-least", "accuracy=0"], input: "{\"id\":\"1\",\"text\":\"好\",\"部门\":null}\n")
    #expect(empty.code == 2)
    #expect(empty.talk.contains("nothing to compare"))
    // A class that is neither labelled nor decided has no figure, which is not above any floor.
    let absent = try Self.eval(["--against", "lead", "--at-least", "f1:discipline=0"])
    #expect(absent.code == 1)
    #expect(absent.talk.contains("f1:discipline is not there, below 0.000"))
  }

  @Test(
    "what was typed wrongly ends with 64 and a sentence",
    arguments: [
      (["--against", "leader"], "leader"), (["--against", "lead", "--only", "nobody"], "'nobody' names no department"),
      (["--against", "lead", "--at-least", "macro-f2=0.5"], "did you mean 'macro-f1'?"),
      (["--against", "lead", "--at-least", "accuracy=60"], "'accuracy=60' is not a floor"),
      (["--against", "lead", "--at-least", "f1:nobody=0.5"], "'nobody' names no department"),
      (["--only", "工匯"], "did you mean '工会'?"), (["--only", "x"], "there are: 调度室, 劳资科"),
      (["--against", "category", "--lang", "zh", "--only", "苗投"], "是否指“苗头”？"),
      (["--lang", "zh", "--at-least", "abc=1"], "f1:标签、precision:标签"),
      (["--at-least", "f1:laboor=0.5"], "did you mean 'labour'?"),
      (["--against", "lead", "--resamples", "-1"], "resamples"),
      (["--against", "lead", "--lang", "zh", "--only", "x"], "没有名为“x”的部门"),
    ])
  func usage(arguments: [String], sentence: String) throws {
    let result = try Self.eval(arguments)
    #expect(result.code == 64)
    #expect(result.talk.contains(sentence), "\(result.talk)")
    #expect(result.output.isEmpty)
  }

  @Test(
    "the bytes are the same for any number of threads, and lines fit 120 columns in both languages",
    arguments: ["en", "zh"])
  func sameBytes(language: String) throws {
    let input = String(repeating: Self.posts, count: 500)
    let results = try ["1", "2", "5"].map {
      try Self.eval(["--against", "lead", "--lang", language, "--jobs", $0], input: input).output
    }
    #expect(Set(results).count == 1)
    for line in results[0].split(separator: "\n") {
      let width = line.reduce(0) { $0 + (($1.unicodeScalars.first?.value ?? 0) >= 0x2E80 ? 2 : 1) }
      #expect(width <= 120, "\(line)")
    }
  }

  @Test("the page has every table, and the posts decided wrongly with their hits marked; its bytes are always the same")
  func page() throws {
    let folder = WorkFolder()
    let hostile = #"{"id":"<x>","text":"<script>alert(1)</script>欠薪\"'","部门":"工会"}"# + "\n"
    var pages: Set<String> = []
    for jobs in ["1", "4"] {
      let result = try Self.eval(
        ["--against", "lead", "--jobs", jobs, "--html", folder.path + "/page.html"], input: Self.posts + hostile)
      #expect(result.code == 0)
      #expect(result.output.hasPrefix("6 posts compared"))
      pages.insert(String(decoding: try folder.bytes("page.html"), as: UTF8.self))
    }
    #expect(pages.count == 1)
    let html = try #require(pages.first)
    #expect(html.contains("<html lang=\"en\">"))
    #expect(html.contains("<mark title=\"wages-unpaid: 欠薪 (mine/rules.yaml:23)\">欠薪</mark>的老板跑了"))
    #expect(html.contains("<code>&lt;x&gt;</code>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;<mark"))
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(!html.contains("老板拖欠工资，没人管"), "posts decided rightly are not on the page")
    let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/page.html")[.posixPermissions]
    #expect(rights as? Int == 0o600)
    #expect(try Self.eval(["--against", "lead", "--html", "-"]).code == 64)
  }

  @Test("several inputs are one evaluation, and of the posts decided wrongly the page has as many as were asked for")
  func inputs() throws {
    let folder = WorkFolder()
    let one = try folder.file("a.jsonl", Self.posts)
    let two = try folder.file("b.csv", "id,text,部门\nq1,欠薪,工会\nq2,讨薪,labour\n")
    let result = try Program.run([
      "eval", one, two, "--pack", Program.pack, "--label", "部门", "--against", "lead", "--html", folder.path + "/p.html",
      "--posts", "2",
    ])
    #expect(result.code == 0)
    #expect(result.output.hasPrefix("7 posts compared, 4 right, 3 wrong\n"))
    let html = String(decoding: try folder.bytes("p.html"), as: UTF8.self)
    #expect(html.components(separatedBy: "<article>").count == 3)
    #expect(html.contains("1 more posts are not shown"))
  }

  @Test("who wrote a post appears in no result", arguments: PrivacyTests.inputs)
  func privacy(name: String, input: String) throws {
    let folder = WorkFolder()
    let path = try folder.file(
      name,
      input.replacingOccurrences(of: "姓名", with: "部门,姓名").replacingOccurrences(of: "工资三个月,", with: "工资三个月,工会,")
        .replacingOccurrences(of: "工资三个月\"", with: "工资三个月\",\"部门\":\"工会\""))
    for format in ["text", "json"] {
      let result = try Program.run([
        "eval", path, "--pack", Program.pack, "--label", "部门", "--against", "lead", "--format", format, "--html",
        folder.path + "/p.html",
      ])
      #expect(result.code == 0, "\(result.talk)")
      let written = result.output + result.talk + String(decoding: try folder.bytes("p.html"), as: UTF8.self)
      #expect(written.contains("拖欠"))
      for secret in PrivacyTests.planted { #expect(!written.contains(secret), "\(secret) in \(format)") }
    }
  }

  @Test("a result in a file is for its owner alone")
  func owner() throws {
    let folder = WorkFolder()
    let result = try Self.eval(["--against", "lead", "-o", folder.path + "/out.txt"])
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    let rights = try FileManager.default.attributesOfItem(atPath: folder.path + "/out.txt")[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }
}
