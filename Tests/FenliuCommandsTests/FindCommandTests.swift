// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("find", .enabled(if: Program.isBuilt))
struct FindCommandTests {
  static let posts = """
    {"id":"a-1","title":"拖欠工资","text":"矿上拖欠三个月的工资，没人管","time":"2026-11-20T08:00","region":"山西省/吕梁市"}
    {"id":"b-22","text":"老板克扣工资","time":"2026-01-01","region":"河北省"}
    {"id":"c-3","text":"不再拖欠工资，已结清"}
    {"id":"d-4","text":"天气不错"}

    """

  @Test("hits stand under each other, then come the counts by week and region and the neighbours")
  func text() throws {
    let result = try Program.run(["find", "拖欠…工资", "-"], input: Self.posts)
    #expect(result.code == 0 && result.talk == "")
    #expect(
      result.output == """
        a-1      【拖欠工资】
        a-1  矿上【拖欠三个月的工资】，没人管
        c-3  不再【拖欠工资】，已结清

        2 of 4 posts (50.00%), 3 hits

        week      posts  of    share  hits
        2026-W47      1   1  100.00%     2
        unknown       1   2   50.00%     1

        region   posts  of    share  hits
        山西省       1   1  100.00%     2
        unknown      1   2   50.00%     1

        before: 不再 1, 矿上 1

        """)
  }

  @Test("several patterns are counted one by one, posts with what --not names are left out, and places can be sorted")
  func several() throws {
    let arguments = ["find", "-e", "工资", "-e", "/[拖克].工资/", "--not", "已结清", "--sort", "left", "--lang", "zh", "-"]
    let result = try Program.run(arguments, input: Self.posts)
    #expect(
      result.output.hasPrefix(
        """
        a-1                   【拖欠工资】
        b-22          老板克扣【工资】
        b-22              老板【克扣工资】
        a-1               拖欠【工资】
        a-1   矿上拖欠三个月的【工资】，没人管

        4 条
        """), "\(result.output)")
    #expect(result.output.contains("4 条帖子中有 2 条（50.00%），共 5 处\n"))
    #expect(result.output.contains("工资              2     4  50.00%   3\n"), "\(result.output)")
    #expect(!result.output.contains("c-3"))
  }

  @Test(
    "a pattern that finds nothing and holds a slip is answered with what was probably meant",
    arguments: [
      ("/工资\\d+元", "/工资\\d+元/"), ("／工资／", "/工资/"), ("工资\\d+元", "/工资\\d+元/"), ("矿上...工资", "矿上…工资"),
      ("矿上。。。工资", "矿上…工资"), ("矿上*工资", "矿上…工资"), ("*矿上.*工资", "矿上…工资"), ("欠薪|工资", "(欠薪|工资)"),
      ("类别：苗头", "category:苗头"), ("topcis:labour.*", "topic:labour.*"), ("￥settled", "$settled"),
    ])
  func slips(pattern: String, meant: String) throws {
    let result = try Program.run(["find", "--count", pattern, "--pack", Program.pack, "-"], input: Self.posts)
    #expect(result.code == 1 && result.talk == "'\(pattern)': did you mean '\(meant)'?\n", "\(result.talk)")
    let again = try Program.run(["find", "--count", meant, "--pack", Program.pack, "-"], input: Self.posts)
    #expect(again.code < 2 && again.talk.isEmpty, "\(again.talk)")
  }

  @Test("a word that is found, or that has nothing odd in it, is never questioned")
  func noSlips() throws {
    let input = "{\"id\":\"1\",\"text\":\"拖欠*工资...\"}\n"
    for pattern in ["拖欠*工资", "讨薪", "3.5", "spam*", "时间：三点", "(欠|克扣)…工资", "下午3:30"] {
      #expect(try Program.run(["find", "--count", pattern, "-"], input: input).talk.isEmpty, "\(pattern)")
    }
  }

  @Test("a prefix with the wide colon is understood, and names that are nearly those of the pack are told")
  func names() throws {
    func find(_ pattern: String, _ more: String...) throws -> Program.Result {
      try Program.run(["find", pattern, "--pack", Program.pack, "-"] + more, input: Self.posts)
    }
    #expect(try find("topic：labour.*").output == find("topic:labour.*").output)
    #expect(try find("topic：labour.*").code == 0)
    #expect(try find("category:苗投").talk.contains("did you mean '苗头'?"))
    #expect(try find("category:early-sing").talk.contains("did you mean 'early-sign'?"))
    #expect(try find("工资", "--limit", "全部").talk.contains("write a number, or all"))
  }

  @Test("nothing found ends with 1, a mistake in the pattern with 2 and its place, what needs a pack with 64")
  func ends() throws {
    #expect(try Program.run(["find", "--count", "没有这个", "-"], input: Self.posts).code == 1)
    let mistake = try Program.run(["find", "拖欠…", "-"], input: Self.posts)
    #expect(mistake.code == 2 && mistake.talk.contains("PATTERN:1:3: error:"))
    #expect(try Program.run(["find", "$settled", "-"], input: Self.posts).code == 64)
    #expect(try Program.run(["find", "欠薪"], input: Self.posts).code == 64)
    #expect(try Program.run(["find", "欠薪", "/nowhere/posts.csv"]).code == 2)
    #expect(
      try Program.run(["find", "$setled", "--pack", Program.pack, "-"], input: Self.posts).talk.contains(
        "did you mean 'settled'?"))
  }

  @Test("a rule, a topic and a category of the pack can be sought, and JSON and CSV have the same places")
  func pack() throws {
    let arguments = ["--pack", Program.pack, "-"]
    let json = try Program.run(["find", "topic:labour.*", "--format", "json"] + arguments, input: Self.posts)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let places = try #require(object["places"] as? [[String: Any]])
    #expect(places.isEmpty == false)
    let csv = try Program.run(["find", "topic:labour.*", "--format", "csv"] + arguments, input: Self.posts)
    let rows = csv.output.split(separator: "\r\n").dropFirst()
    #expect(rows.count == places.count)
    #expect(rows.first?.contains(try #require(places[0]["hit"] as? String)) == true)
    #expect(try Program.run(["find", "category:苗头", "--count"] + arguments, input: Self.posts).code == 0)
  }

  @Test("the same bytes for any number of threads, and what --limit leaves out is told")
  func threads() throws {
    let many = String(repeating: Self.posts, count: 4000)
    var outputs: Set<String> = []
    for jobs in ["1", "2", "7"] {
      let result = try Program.run(["find", "工资", "--limit", "5", "--jobs", jobs, "-"], input: many)
      outputs.insert(result.output)
      #expect(result.talk == "5 of 16000 places shown; --limit all shows every one\n")
    }
    #expect(outputs.count == 1)
  }
}
