// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

/// The script that cron and systemd run, over inboxes as exports fill them.
@Suite("The inbox", .enabled(if: Program.isBuilt))
struct InboxTests {
  private static let script = SharedData.repository + "/contrib/cron/fenliu-inbox"

  /// Posts of which nothing needs to be said.
  private static let posts = """
    {"id":"c-001","text":"三十多名矿工被老板拖欠工资，没人管","time":"2026-11-20"}
    {"id":"c-002","text":"今天天气不错","time":"2026-11-20"}

    """

  private struct Ground {
    let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try FileManager.default.copyItem(
        atPath: SharedData.repository + "/Tests/Cases/design", toPath: folder.path + "/packs")
      // Stands for the machine's mail program: what would be sent is put into a file.
      let mail = try folder.write("bin/mail", "#!/bin/sh\n{ echo \"$@\"; cat; } >>\(folder.path)/mailed\n")
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: mail)
    }

    func run(with more: [String: String] = [:]) throws -> Program.Result {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "exec \(InboxTests.script) >\(folder.path)/printed 2>\(folder.path)/talk"]
      process.environment = [
        "PATH": folder.path + "/bin:/usr/bin:/bin", "LANG": "C", "FENLIU": Program.path,
        "FENLIU_PACK": folder.path + "/packs/mine", "FENLIU_HOME": folder.path + "/home", "FENLIU_SETTLE": "0",
      ].merging(more) { $1 }
      try process.run()
      process.waitUntilExit()
      return Program.Result(
        output: try folder.text(of: "printed"), talk: try folder.text(of: "talk"), code: process.terminationStatus)
    }

    func names(in name: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/home/" + name)) ?? []).sorted()
    }

    /// A pack that cannot be loaded, and back.
    func spoil(_ isSpoilt: Bool) throws {
      let text = try folder.text(of: "packs/mine/rules.yaml")
      let (good, bad) = ("category: early-sign", "category: nowhere")
      try folder.write(
        "packs/mine/rules.yaml", text.replacingOccurrences(of: isSpoilt ? good : bad, with: isSpoilt ? bad : good))
    }
  }

  @Test(
    "clean runs move the inputs to done; a run by the last good pack between them keeps them, mails, and loses nothing")
  func days() throws {
    let ground = try Ground()
    try ground.folder.write("home/inbox/a b.jsonl", Self.posts)
    try ground.folder.write("home/inbox/-late.csv", "编号,内容,时间\n1,三十多名矿工被老板拖欠工资,2026-11-20\n")
    try ground.folder.write("home/inbox/coming.csv.part", "编号,内容\n1,半")
    let first = try ground.run()
    #expect(first.code == 0, "\(first.talk)")
    #expect(first.output.isEmpty && first.talk.isEmpty)
    #expect(ground.names(in: "inbox") == ["coming.csv.part"])
    let day = try #require(ground.names(in: "done").first)
    #expect(ground.names(in: "done/" + day) == ["-late.csv", "a b.jsonl"])
    #expect(
      ground.names(in: "out/latest") == ["decisions.jsonl", "manifest.json", "rejects.jsonl", "summary.json"])
    #expect(ground.names(in: "out").contains(day + ".log"))

    try ground.spoil(true)
    try ground.folder.write("home/inbox/more.jsonl", Self.posts)
    let second = try ground.run(with: ["FENLIU_MAIL": "duty@example.org"])
    #expect(second.code == 1)
    #expect(second.talk.contains("decided by the pack of the last clean run"))
    #expect(ground.names(in: "inbox") == ["coming.csv.part", "more.jsonl"])
    #expect(ground.names(in: "done").count == 1)
    #expect(try ground.folder.text(of: "home/out/latest/summary.json").contains("\"last-good\": {"))
    let mailed = try ground.folder.text(of: "mailed")
    #expect(mailed.hasPrefix("-s fenliu: the pack has errors"))
    #expect(mailed.contains("duty@example.org"))
    #expect(!mailed.contains("矿工"))

    try ground.spoil(false)
    let third = try ground.run(with: ["FENLIU_MAIL": "duty@example.org"])
    #expect(third.code == 0, "\(third.talk)")
    #expect(ground.names(in: "inbox") == ["coming.csv.part"])
    #expect(ground.names(in: "done").count == 2)
    #expect(try !ground.folder.text(of: "home/out/latest/summary.json").contains("last-good"))
    #expect(try ground.folder.text(of: "mailed") == mailed)
  }

  @Test("rows that nobody decided, and a text or time that was perhaps not read, are told and mailed; the results stay")
  func rejects() throws {
    let ground = try Ground()
    try ground.folder.write("home/inbox/a.jsonl", Self.posts + "{\"id\":\"c-003\",\"text\":\"矿工\",\"views\":\"很多\"}\n")
    let rejected = try ground.run(with: ["FENLIU_MAIL": "duty@example.org", "LANG": "zh_CN.UTF-8"])
    #expect(rejected.code == 65)
    #expect(rejected.talk.contains("已完成，但有事须人来看：退件 1 条"))
    #expect(rejected.talk.contains("第 3 行（views 列数目读不懂）"))
    #expect(try ground.folder.text(of: "mailed").contains("退件 1 条"))
    #expect(ground.names(in: "inbox").isEmpty && ground.names(in: "done").count == 1)
    #expect(ground.names(in: "out/latest").contains("manifest.json"))
    try ground.folder.write("home/inbox/b.jsonl", "{\"id\":\"1\",\"text\":\"天气\"}\n")
    let undated = try ground.run()
    #expect(undated.code == 65 && undated.talk.contains("a person has to look: 0 rejects"))
    #expect(undated.talk.contains("warning: the posts of 1 of 1 decisions have no time"))
    try ground.folder.write("home/inbox/c.jsonl", "{\"id\":\"1\",\"text\":\"天气\"}\n")
    let said = try ground.run(with: ["FENLIU_OPTIONS": "--columns time="])
    #expect(said.code == 0 && said.talk.isEmpty)
  }

  @Test("an input that cannot be read keeps all of the inbox, and the results before it stay the latest")
  func unreadable() throws {
    let ground = try Ground()
    try ground.folder.write("home/inbox/a.jsonl", Self.posts)
    #expect(try ground.run().code == 0)
    let latest = try ground.folder.text(of: "home/out/latest/manifest.json")
    try ground.folder.write("home/inbox/b.jsonl", Self.posts)
    try ground.folder.write("home/inbox/c.csv", "电话,地址\n1,2\n")
    let result = try ground.run()
    #expect(result.code == 2)
    #expect(result.talk.contains("failed with exit code 2; the inbox is kept for the next"))
    #expect(result.talk.contains("no column is a title or a text"))
    #expect(ground.names(in: "inbox") == ["b.jsonl", "c.csv"])
    #expect(try ground.folder.text(of: "home/out/latest/manifest.json") == latest)
  }

  @Test("an empty inbox is no run, and one that another run holds waits for it")
  func quiet() throws {
    let ground = try Ground()
    #expect(try ground.run().code == 0)
    #expect(ground.names(in: "out").isEmpty)
    try ground.folder.write("home/inbox/a.jsonl", Self.posts)
    let lock = unsafe open(ground.folder.path + "/home/lock", O_RDWR)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX) == 0)
    let result = try ground.run(with: ["FENLIU_WAIT": "0"])
    #expect(result.code == 75)
    #expect(result.talk.contains("another run did not end"))
    #expect(ground.names(in: "inbox") == ["a.jsonl"])
  }

  @Test("only the owner may read what the script leaves")
  func rights() throws {
    let ground = try Ground()
    try ground.folder.write("home/inbox/a.jsonl", Self.posts)
    #expect(try ground.run().code == 0)
    let logs = ground.names(in: "out").filter { $0.hasSuffix(".log") }.map { "out/" + $0 }
    #expect(logs.count == 1)
    for name in ["state", "done/" + (ground.names(in: "done").first ?? ""), "out/latest"] + logs {
      let path = try FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: ground.folder.path + "/home/" + name).resolvingSymlinksInPath().path)
      #expect((path[.posixPermissions] as? Int).map { $0 & 0o077 } == 0, "\(name)")
    }
  }

  @Test(
    "systemd finds nothing to complain of in the units",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/systemd-analyze")))
  func units() throws {
    let folder = try TemporaryFolder()
    let units = SharedData.repository + "/contrib/systemd/"
    for name in ["fenliu.service", "fenliu.timer", "fenliu-failed@.service"] {
      // The program is not installed where the unit looks for it.
      let text = try String(contentsOfFile: units + name, encoding: .utf8)
      try folder.write(
        name,
        text.replacingOccurrences(of: "/opt/fenliu/contrib/cron/fenliu-inbox", with: Self.script)
          .replacingOccurrences(of: "=/etc/fenliu/mail", with: "=-/etc/fenliu/mail"))
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      "cd \(folder.path) && exec systemd-analyze verify --man=no ./fenliu.service ./fenliu.timer >complaints 2>&1",
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.text(of: "complaints") == "")
    for option in [
      "NoNewPrivileges=yes", "PrivateNetwork=yes", "ProtectSystem=strict", "ReadWritePaths=/var/lib/fenliu",
    ] {
      #expect(try String(contentsOfFile: units + "fenliu.service", encoding: .utf8).contains("\n" + option + "\n"))
    }
  }
}
