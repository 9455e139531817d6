// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("diff", .enabled(if: Program.isBuilt))
struct DiffCommandTests {
  static let posts = """
    {"id":"a-1","text":"厂里打白条，<b>大家</b>都在等"}
    {"id":"b-2","title":"欠薪","text":"老板欠薪半年"}
    {"id":"c-3","text":"天气不错"}
    {"id":"d-4","text":"路灯坏了"}

    """
  static let rules = """
    fenliu: 1
    title: test
    words: {pay: [欠薪, 克扣]}
    topics: {work.pay: 工资, road.lamp: 路灯}
    rules:
      - {id: pay, title: 工资, category: early-sign, topic: work.pay, any: [$pay]}
      - {id: lamp, category: trend, topic: road.lamp, any: [路灯坏]}
    levels: {larger: total >= 3, general: total >= 1}

    """
  static let map = """
    fenliu: 1
    departments: {duty: {title: 值班室, kind: help, around-the-clock: true}, labour: {title: 劳动科, around-the-clock: true}}
    default: duty
    routes: [{name: pay, when: topic work.*, lead: labour}]
    deadlines: {none: {read: 24h}, general: {reply: 20h}, larger: {reply: 12h}, major: {reply: 6h}, critical: {reply: 3h}}

    """

  /// A folder with the packs old/p and new/p, and the posts.
  private func packs() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["old", "new"] {
      try folder.write(name + "/p/rules.yaml", Self.rules)
      try folder.write(name + "/p/map.yaml", Self.map)
    }
    let edited = Self.rules.replacing("[欠薪, 克扣]", with: "[欠薪, 克扣, 打白条]")
      .replacing("any: [路灯坏]}", with: "any: [路灯坏], points: 3}")
    try folder.write("new/p/rules.yaml", edited)
    try folder.write("posts.jsonl", Self.posts)
    return folder
  }

  private func diff(_ folder: TemporaryFolder, _ more: [String] = []) throws -> Program.Result {
    let arguments = ["diff", folder.path + "/old/p", folder.path + "/new/p", folder.path + "/posts.jsonl"]
    return try Program.run(arguments + ["--at", "2026-11-20T20:00"] + more)
  }

  @Test("posts that change stand under the word or rule that did it, with its place in both packs and the hit marked")
  func text() throws {
    let folder = try packs()
    let result = try diff(folder)
    #expect(result.code == 0 && result.talk == "")
    #expect(
      result.output == """
        2 of 4 posts change (50.00%)

        What changes      posts
        level up              2
        lead                  1
        route                 1
        category gained       1
        deadline earlier      1
        deadline added        1
        deadline gone         1

        Levels            posts
        none → general        1
        general → larger      1

        Leads          posts
        duty → labour      1

        1. 1 posts (25.00%)  word 打白条 of $pay, added
           new: \(folder.path)/new/p/rules.yaml:3
           level up 1, lead 1, route 1, category gained 1, deadline added 1, deadline gone 1
           a-1  none → general, duty → labour, +early-sign
             厂里【打白条】，<b>大家</b>都在等

        2. 1 posts (25.00%)  rule lamp, changed
           old: \(folder.path)/old/p/rules.yaml:7
           new: \(folder.path)/new/p/rules.yaml:7
           level up 1, deadline earlier 1
           d-4  general → larger
             【路灯坏】了

        """, "\(result.output)")
  }

  @Test("the same pack twice changes nothing")
  func same() throws {
    let folder = try packs()
    let pack = folder.path + "/old/p"
    let result = try Program.run(["diff", pack, pack, folder.path + "/posts.jsonl", "--max-changed", "0"])
    #expect(result.code == 0)
    #expect(
      result.output == "0 of 4 posts change (0.00%)\nthe packs decide by the same rules and the same map\n")
  }

  @Test(
    "more changes than --max-changed end with 1 and say so, and a bound that cannot be read with 64",
    arguments: [
      ("50%", 0), ("49.99%", 1), ("2", 0), ("1", 1), ("lead=1,level=2", 0), ("lead=1%", 1), ("x=1", 64), ("5%%", 64),
      ("101%", 64), ("", 64), ("lead＝1，level＝50％", 0),
    ])
  func bound(text: String, code: Int32) throws {
    let result = try diff(try packs(), ["--max-changed=" + text])
    #expect(result.code == code)
    #expect(result.talk.contains("--max-changed") == (code != 0))
    if code == 1 { #expect(result.output.hasPrefix("2 of 4 posts change")) }
  }

  @Test("Markdown and the page hold no markup of posts, files are for their owner only, and nothing depends on threads")
  func files() throws {
    let folder = try packs()
    try folder.write("posts.jsonl", String(repeating: Self.posts, count: 3000))
    var outputs: Set<String> = []
    for jobs in ["1", "2", "7"] {
      let (markdown, page) = (folder.path + "/r.md", folder.path + "/r.html")
      let arguments = ["--format", "markdown", "-o", markdown, "--html", page, "--jobs", jobs, "--lang", "zh"]
      let result = try diff(folder, arguments)
      #expect(result.code == 0 && result.output == "")
      outputs.insert(try folder.text(of: "r.md") + folder.text(of: "r.html"))
      for path in [markdown, page] {
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
      }
    }
    #expect(outputs.count == 1)
    let (markdown, page) = (try folder.text(of: "r.md"), try folder.text(of: "r.html"))
    #expect(markdown.contains("### 1. 3000 条（25.00%） 新增 词“打白条”（词表 $pay）\n"), "\(markdown)")
    #expect(markdown.contains("“厂里【**打白条**】，\\<b\\>大家\\</b\\>都在等”"))
    #expect(markdown.contains("| 值班室 → 劳动科 | 3000 |"))
    #expect(page.contains("&lt;b&gt;大家") && !page.contains("<b>大家"))
    #expect(page.contains("<mark title=\"新增 词“打白条”（词表 $pay）\">打白条</mark>"))
  }

  @Test("JSON tells cause, proof, place, and each post before and after")
  func json() throws {
    let folder = try packs()
    let result = try diff(folder, ["--format", "json"])
    let object = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(object["posts"] as? Int == 4 && object["changed"] as? Int == 2)
    let groups = try #require(object["groups"] as? [[String: Any]])
    let cause = try #require((groups.first?["cause"] as? [[String: Any]])?.first)
    #expect(cause["kind"] as? String == "word" && cause["name"] as? String == "打白条")
    #expect(cause["list"] as? String == "pay" && cause["change"] as? String == "added" && cause["old"] is NSNull)
    #expect(groups.allSatisfy { $0["proven"] as? Bool == true })
    let example = try #require((groups.first?["examples"] as? [[String: Any]])?.first)
    #expect(example["lead"] as? [String: String] == ["old": "duty", "new": "labour"])
    #expect(example["hit"] as? String == "打白条" && example["start"] as? Int == 2)
  }

  @Test("a pack with errors is shown with its diagnostics and ends with 1, a file that is not there with 2")
  func mistakes() throws {
    let folder = try packs()
    try folder.write("new/p/rules.yaml", Self.rules.replacing("early-sign", with: "early-sing"))
    let result = try diff(folder)
    #expect(result.code == 1 && result.talk.contains("new/p/rules.yaml:6:"))
    #expect(try Program.run(["diff", "/nowhere", folder.path + "/new/p", folder.path + "/posts.jsonl"]).code == 2)
    #expect(try Program.run(["diff", folder.path + "/old/p", folder.path + "/old/p", "/nowhere.csv"]).code == 2)
    let typed = try diff(folder, ["--pack", folder.path + "/old/p"])
    #expect(typed.code == 64 && typed.talk.contains("diff names its two packs as arguments"))
    #expect(try !Program.run(["diff", "--help"]).output.contains("--pack"))
    let above = try Program.run(["diff", folder.path + "/old/p", folder.path + "/new", folder.path + "/posts.jsonl"])
    #expect(above.code == 1 && above.talk.hasPrefix("\(folder.path)/new: there is no rules.yaml in this folder"))
  }
}
