// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("The pack of the last clean run", .enabled(if: Program.isBuilt))
struct LastGoodTests {
  /// A library of one pack, some posts, and a place for the state.
  private struct Ground {
    let folder: TemporaryFolder
    var pack: String { folder.path + "/packs/mine" }
    var state: String { folder.path + "/state" }

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.copyItem(
        atPath: SharedData.repository + "/Tests/Cases/design", toPath: folder.path + "/packs")
      try folder.write("posts.jsonl", ProgramTests.posts)
    }

    func run(_ out: String?, at time: String = "2026-11-20T20:00", with more: [String] = []) throws -> Program.Result {
      try Program.run(
        ["classify", folder.path + "/posts.jsonl", "--pack", pack, "--last-good", state, "--at", time]
          + (out.map { ["-o", folder.path + "/" + $0] } ?? []) + more)
    }

    /// Gives the pack a rule of a category that nobody knows, and one with a key that no rule has.
    func breakPack() throws {
      let rules = try folder.text(of: "packs/mine/rules.yaml")
      try folder.write(
        "packs/mine/rules.yaml",
        rules.replacingOccurrences(of: "category: early-sign", with: "category: nowhere")
          .replacingOccurrences(of: "category: group-risk", with: "category: elsewhere"))
    }

    func json(_ name: String) throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: Data(folder.text(of: name).utf8)) as? [String: Any])
    }

    func names(in name: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)) ?? []).sorted()
    }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: folder.path + "/" + name) }
  }

  @Test(
    "a pack with errors leaves the decisions to the pack of the last clean run, byte for byte, and everything says so")
  func decides() throws {
    let ground = try Ground()
    #expect(try ground.run("good").code == 0)
    let digest = try #require((try ground.json("good/manifest.json")["pack"] as? [String: Any])?["sha256"] as? String)
    #expect(try ground.json("good/summary.json")["last-good"] == nil)
    #expect(try ground.json("good/manifest.json")["last-good"] == nil)
    try ground.breakPack()
    let result = try ground.run("later", at: "2026-11-20T20:00")
    #expect(result.code == 1)
    #expect(result.output.isEmpty)
    #expect(try ground.folder.text(of: "later/decisions.jsonl") == ground.folder.text(of: "good/decisions.jsonl"))
    #expect(try ground.folder.text(of: "later/decisions.jsonl").contains("\"rules\":\"sha256:\(digest)\""))
    let lines = result.talk.split(separator: "\n")
    #expect(
      lines.first
        == "fenliu: \(ground.pack) has errors (2): this run decides by the pack of the last clean run, of 2026-11-20T20:00:00+08:00"
    )
    #expect(
      lines.last?.hasPrefix("fenliu: decided by the pack of the last clean run, of 2026-11-20T20:00:00+08:00, because")
        == true)
    #expect(result.talk.contains("packs/mine/rules.yaml:21:15: error: "))
    for file in ["later/summary.json", "later/manifest.json"] {
      let note = try #require(try ground.json(file)["last-good"] as? [String: Any])
      #expect(note["errors"] as? Int == 2)
      #expect(note["last-clean-run"] as? String == "2026-11-20T20:00:00+08:00")
      #expect((note["refused-sha256"] as? String).map { $0.count == 64 && $0 != digest } == true)
    }
    #expect((try ground.json("later/manifest.json")["pack"] as? [String: Any])?["sha256"] as? String == digest)
  }

  @Test("what is said in Chinese is Chinese")
  func chinese() throws {
    let ground = try Ground()
    #expect(try ground.run("good").code == 0)
    try ground.breakPack()
    let talk = try ground.run("later", with: ["--lang", "zh"]).talk.split(separator: "\n")
    #expect(talk.first == "fenliu: \(ground.pack) 有错误 2 处：本次按上次正常运行（2026-11-20T20:00:00+08:00）的规则包判定")
    #expect(talk.last?.hasPrefix("fenliu: 因 \(ground.pack) 有错误 2 处，本次是按上次正常运行") == true)
  }

  @Test("decisions on standard output come from the pack of the last clean run too")
  func pipe() throws {
    let ground = try Ground()
    let good = try ground.run(nil)
    #expect(good.code == 0)
    try ground.breakPack()
    let later = try ground.run(nil)
    #expect(later.code == 1)
    #expect(later.output == good.output)
    #expect(!good.output.isEmpty)
  }

  @Test("without a clean run before it, a pack with errors decides nothing")
  func firstRun() throws {
    let ground = try Ground()
    try ground.breakPack()
    let result = try ground.run("out")
    #expect(result.code == 1)
    #expect(result.talk.contains("rules.yaml:21:15: error: "))
    #expect(result.talk.contains("has no pack 'mine' of a clean run"))
    #expect(!ground.exists("out"))
    #expect(!ground.exists("state"))
  }

  @Test("a run that fails is not remembered, and one with the pack of the last clean run neither")
  func failing() throws {
    let ground = try Ground()
    #expect(try ground.run("good", at: "2026-11-20T20:00").code == 0)
    let state = try ground.folder.text(of: "state/mine.json")
    try ground.folder.write("packs/mine/words/more.txt", "欠钱\n")
    try ground.folder.write("out", "a file where a folder is to be")
    #expect(try ground.run("out", at: "2026-11-21T20:00").code == 2)
    #expect(try ground.folder.text(of: "state/mine.json") == state)
    try ground.breakPack()
    #expect(try ground.run("later", at: "2026-11-22T20:00").code == 1)
    #expect(try ground.folder.text(of: "state/mine.json") == state)
  }

  @Test("each clean run moves the time on; its pack is stored when it is new, and the one before is taken away")
  func stores() throws {
    let ground = try Ground()
    #expect(try ground.run("a", at: "2026-11-20T20:00").code == 0)
    let first = ground.names(in: "state")
    #expect(first.count == 2)
    let rules = ground.state + "/" + first[0] + "/mine/rules.yaml"
    let before = try FileManager.default.attributesOfItem(atPath: rules)
    #expect(try ground.run("b", at: "2026-11-21T20:00").code == 0)
    #expect(ground.names(in: "state") == first)
    let after = try FileManager.default.attributesOfItem(atPath: rules)
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(try ground.json("state/mine.json")["at"] as? String == "2026-11-21T20:00:00+08:00")
    try ground.folder.write("packs/mine/words/more.txt", "欠钱\n")
    #expect(try ground.run("c", at: "2026-11-22T20:00").code == 0)
    let second = ground.names(in: "state")
    #expect(second.count == 2)
    #expect(second[0] != first[0])
    #expect(ground.exists("state/\(second[0])/mine/words/more.txt"))
    #expect(ground.exists("state/\(second[0])/common/danger.yaml"))
    #expect(ground.exists("state/\(second[0])/calendars/cn.tsv"))
  }

  @Test("only the owner may read what is stored")
  func rights() throws {
    let ground = try Ground()
    #expect(try ground.run("a").code == 0)
    for name in [""] + (try FileManager.default.subpathsOfDirectory(atPath: ground.state)) {
      let status = try FileManager.default.attributesOfItem(atPath: ground.state + "/" + name)
      #expect((status[.posixPermissions] as? Int).map { $0 & 0o077 } == 0, "\(name)")
    }
  }

  @Test(
    "a stored pack that was changed is refused, and the next clean run puts it right",
    arguments: ["rules.yaml", "map.yaml"])
  func damaged(file: String) throws {
    let ground = try Ground()
    #expect(try ground.run("good").code == 0)
    let stored = "state/" + ground.names(in: "state")[0] + "/mine/" + file
    let text = try ground.folder.text(of: stored)
    try ground.folder.write(stored, text + "# one byte more\n")
    let rules = try ground.folder.text(of: "packs/mine/rules.yaml")
    try ground.breakPack()
    let result = try ground.run("later")
    #expect(result.code == 2)
    #expect(result.talk.contains("is not what the last clean run left there"))
    #expect(!ground.exists("later"))
    try ground.folder.write("packs/mine/rules.yaml", rules)
    #expect(try ground.run("again").code == 0)
    #expect(try ground.folder.text(of: stored) == text)
    try ground.breakPack()
    #expect(try ground.run("last").code == 1)
    #expect(try ground.folder.text(of: "last/decisions.jsonl") == ground.folder.text(of: "good/decisions.jsonl"))
  }

  @Test("a record that was cut short is refused")
  func brokenRecord() throws {
    let ground = try Ground()
    #expect(try ground.run("good").code == 0)
    try ground.folder.write("state/mine.json", "{\"sha256\": \"")
    try ground.breakPack()
    let result = try ground.run("later")
    #expect(result.code == 2)
    #expect(result.talk.contains("state/mine.json is not what the last clean run left there"))
  }

  @Test("a folder of a pack that is gone is an error like others")
  func missing() throws {
    let ground = try Ground()
    #expect(try ground.run("good").code == 0)
    try FileManager.default.removeItem(atPath: ground.pack)
    let result = try ground.run("later")
    #expect(result.code == 1)
    #expect(try ground.folder.text(of: "later/decisions.jsonl") == ground.folder.text(of: "good/decisions.jsonl"))
    #expect((try ground.json("later/summary.json")["last-good"] as? [String: Any])?["errors"] as? Int == 1)
  }

  @Test("a pack that would prohibit criticism leaves the decisions to the last clean run")
  func restraint() throws {
    let ground = try Ground()
    try ground.folder.write(
      "packs/common/restraint.jsonl", "{\"id\":\"r-1\",\"text\":\"这个局长三年没修好一条路\",\"about\":\"批评\"}\n")
    #expect(try ground.run("good").code == 0)
    #expect(ground.exists("state/\(ground.names(in: "state")[0])/common/restraint.jsonl"))
    try ground.folder.write(
      "packs/mine/rules.yaml",
      try ground.folder.text(of: "packs/mine/rules.yaml").replacingOccurrences(
        of: "\nlevels:",
        with:
          "\n  - {id: critics, category: prohibited, basis: 某办法, owner: 某科, any: [局长], examples: {hit: [局长来了, 局长又来了], miss: [今天天气不错, 明天也不错]}}\n\nlevels:"
      )
    )
    let result = try ground.run("later")
    #expect(result.code == 1)
    #expect(result.talk.contains("[prohibited-hits-restraint]"))
    #expect(try ground.folder.text(of: "later/decisions.jsonl") == ground.folder.text(of: "good/decisions.jsonl"))
  }

  @Test("files in another encoding are stored as they are, so that the digest stays")
  func encoding() throws {
    let ground = try Ground()
    // 欠钱 in GB18030.
    try FileManager.default.createDirectory(atPath: ground.pack + "/words", withIntermediateDirectories: true)
    try Data([0xC7, 0xB7, 0xC7, 0xAE, 0x0A]).write(to: URL(fileURLWithPath: ground.pack + "/words/more.txt"))
    #expect(try ground.run("good").code == 0)
    try ground.breakPack()
    #expect(try ground.run("later").code == 1)
    #expect(try ground.folder.text(of: "later/decisions.jsonl") == ground.folder.text(of: "good/decisions.jsonl"))
  }

  @Test("packs of two names share a state without taking each other's away")
  func twoPacks() throws {
    let ground = try Ground()
    try FileManager.default.copyItem(atPath: ground.pack, toPath: ground.folder.path + "/packs/other")
    #expect(try ground.run("a").code == 0)
    let other = try Program.run([
      "classify", ground.folder.path + "/posts.jsonl", "--pack", ground.folder.path + "/packs/other", "--last-good",
      ground.state, "--at", "2026-11-20T20:00",
    ])
    #expect(other.code == 0)
    #expect(ground.names(in: "state").filter { $0.count == 64 }.count == 2)
    try ground.breakPack()
    #expect(try ground.run("b").code == 1)
  }
}
