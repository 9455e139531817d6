// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("suggest", .enabled(if: Program.isBuilt))
struct SuggestTests {
  static let places = ["东边", "桥头", "坡下", "井旁", "山脚", "门前", "河岸", "田里", "厂外", "店后", "塔底", "巷口"]

  /// A pack of two departments, and twelve posts of each.
  private func folder(of each: Int = 12) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "p/rules.yaml",
      """
      fenliu: 1
      title: sample
      include: [words/*.tsv]
      categories: {field: {title: 领域, cap: 1}}
      topics: {street.lamps: 路灯, school.classes: 上课}
      levels: {general: total >= 1}
      rules:
        - {id: walls, category: field, topic: school.classes, any: [$walls], each: {max: 5}}

      """)
    try folder.write("p/words/walls.tsv", "word\tpoints\tnote\n围墙\t6\t学校的墙\n")
    try folder.write(
      "p/map.yaml",
      """
      fenliu: 1
      departments:
        street: {title: 城管, kind: help, around-the-clock: true}
        school: {title: 教育, kind: help, around-the-clock: true}
        duty: {title: 值班室, kind: help, around-the-clock: true}
      routes:
        - {name: street, when: topic street.*, lead: street}
        - {name: school, when: topic school.*, lead: school}
      default: duty
      deadlines: {none: {read: 24h}, general: {read: 24h}, larger: {read: 24h}, major: {read: 24h}, critical: {read: 24h}}

      """)
    var lines = ""
    for (number, place) in Self.places.prefix(each).enumerated() {
      lines += "{\"id\":\"l\(number)\",\"text\":\"\(place)路灯\(place.last!)坏\",\"who\":\"城管\"}\n"
      lines += "{\"id\":\"s\(number)\",\"text\":\"\(place)补课\(place.last!)多\",\"who\":\"school\"}\n"
    }
    try folder.write("posts.jsonl", lines)
    return folder
  }

  private func arguments(_ folder: TemporaryFolder, _ more: String...) -> [String] {
    ["suggest", folder.path + "/posts.jsonl", "--label", "who", "--pack", folder.path + "/p", "--lang", "en"] + more
  }

  private func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test(
    "draft rules and lists are written, and the score without and with them is printed, the same for any number of threads"
  )
  func suggests() throws {
    let folder = try folder()
    let one = try Program.run(arguments(folder, "-o", folder.path + "/one", "-j", "1"))
    let two = try Program.run(arguments(folder, "-o", folder.path + "/two", "-j", "2"))
    #expect(one.code == 0 && one.output == two.output)
    #expect(one.output.contains("learnt from 24 posts (24 different ones) of 2 labels"))
    #expect(one.output.contains("macro-F1") && one.output.contains("without") && one.output.contains("with"))
    for file in ["rules.yaml", "words/suggested-street-lamps.tsv", "words/suggested-school-classes.tsv"] {
      #expect(try read(folder.path + "/one/" + file) == read(folder.path + "/two/" + file))
    }
    #expect(try read(folder.path + "/one/rules.yaml").contains("status: draft"))
    let words = try read(folder.path + "/one/words/suggested-street-lamps.tsv")
    #expect(words.hasPrefix("# fenliu suggest"))
    #expect(words.contains("\t\tsupport=12 precision=100% posts: l0 l1 l2\n"))
    let layout = try Program.run(["fmt", "--check", folder.path + "/one/rules.yaml"])
    #expect(layout.code == 0, "a draft has the one layout")
    let json = try Program.run(arguments(folder, "--format", "json"))
    let report = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let scores = try #require(report["with"] as? [String: Double])
    #expect(try #require(scores["macro-f1"]) > 0.8)
    #expect((report["labels"] as? [[String: Any]])?.count == 2)
  }

  @Test("too few labels are refused with 1 and how many more are needed, and nothing is written")
  func refuses() throws {
    let folder = try folder(of: 7)
    let result = try Program.run(arguments(folder, "-o", folder.path + "/out"))
    #expect(result.code == 1)
    #expect(result.talk.contains("城管 has 7 different posts; 10 are needed, 3 more"))
    #expect(result.talk.contains("教育 has 7 different posts; 10 are needed, 3 more"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    let chinese = try Program.run(arguments(folder).map { $0 == "en" ? "zh" : $0 })
    #expect(chinese.talk.contains("城管只有 7 个不同的帖子；需要 10 个，还差 3 个"))
  }

  @Test("posts whose labels name nothing are left out and told, and a column without labels is an answer of no")
  func unknown() throws {
    let folder = try folder()
    let more =
      try read(folder.path + "/posts.jsonl")
      + "{\"id\":\"x\",\"text\":\"桥\",\"who\":\"水务\"}\n{\"id\":\"y\",\"text\":\"桥\"}\n"
    try folder.write("posts.jsonl", more)
    let result = try Program.run(arguments(folder))
    #expect(result.code == 0)
    #expect(result.talk.contains("1 posts are left out, because their labels name nothing of the pack: 水务"))
    #expect(result.talk.contains("1 posts without a label are left out"))
  }

  @Test("the folds alone are printed where they are asked for")
  func folds() throws {
    let folder = try folder()
    let result = try Program.run(arguments(folder, "--folds-only"))
    let lines = result.output.split(separator: "\n")
    #expect(result.code == 0 && lines.count == 25 && lines[0] == "id\tfold\tfirst")
    #expect(lines[1].hasPrefix("l0\t") && lines[1].hasSuffix("\tl0"))
  }

  @Test("--fit-points writes the lists beside the pack, or into it, and changes nothing but points")
  func fitsPoints() throws {
    let folder = try folder()
    let lines = try read(folder.path + "/posts.jsonl").split(separator: "\n").map {
      $0.contains("城管") ? String($0).replacing("坏", with: "围墙") : String($0)
    }
    try folder.write("posts.jsonl", lines.joined(separator: "\n") + "\n")
    let rules = try read(folder.path + "/p/rules.yaml")
    try folder.write(
      "p/rules.yaml",
      rules + "  - {id: lamps, category: field, topic: street.lamps, any: [$lamps], each: {max: 5}}\n"
        + "  - {id: classes, category: field, topic: school.classes, any: [补课], points: 3}\n")
    try folder.write("p/words/lamps.tsv", "word\tpoints\n路灯\t5\n")
    let beside = try Program.run(arguments(folder, "--fit-points", "-o", folder.path + "/fitted"))
    #expect(beside.code == 0, "\(beside.talk)")
    let walls = try read(folder.path + "/fitted/p/words/walls.tsv")
    #expect(walls.hasPrefix("word\tpoints\tnote\n围墙\t") && walls.hasSuffix("\t学校的墙\n") && !walls.contains("\t6\t"))
    #expect(try read(folder.path + "/p/words/walls.tsv").contains("\t6\t"))
    let inside = try Program.run(arguments(folder, "--fit-points", "--in-place"))
    #expect(inside.code == 0)
    #expect(try read(folder.path + "/p/words/walls.tsv") == walls)
    #expect(try Program.run(arguments(folder, "--in-place")).code == 64)
    #expect(try Program.run(arguments(folder, "--fit-points")).code == 64)
    #expect(try Program.run(arguments(folder, "--min-support", "4")).code == 64)
  }
}
