// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@testable import FenliuCommands

@Suite("A pack to begin with", .enabled(if: Program.isBuilt))
struct InitCommandTests {
  private static let shipped = SharedData.repository + "/rules"
  private static let day = ["--at", "2026-11-20T12:00"]

  private static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test("a copy has no error, the one layout, and passes its tests where it lies", arguments: [nil, "我的单位"])
  func isClean(newName: String?) throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/a b/规则"
    let result = try Program.run(["init", "county", target] + (newName.map { ["--as", $0] } ?? []))
    #expect(result.code == 0)
    #expect(result.output.isEmpty)
    let pack = target + "/" + (newName ?? "county")
    #expect(Self.names(in: target) == ["calendars", "common", newName ?? "county"].sorted())
    #expect(try Program.run(["check", "--pack", pack] + Self.day).code == 0)
    #expect(try Program.run(["fmt", "--check", "--all", "--pack", pack]).code == 0)
    #expect(try Program.run(["test", "--pack", pack, "--corpus", pack + "/corpus.jsonl"] + Self.day).code == 0)
    #expect(FileManager.default.fileExists(atPath: target + "/common/restraint.jsonl"))
  }

  @Test("a copy of the same name is the same pack: its digest is")
  func digest() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "county", folder.path]).code == 0)
    let decisions = try [Self.shipped, folder.path].map { library in
      try Program.run(
        ["classify", "-", "--pack", library + "/county"] + Self.day, input: "{\"id\":\"1\",\"text\":\"三个月没发工资了\"}\n"
      ).output
    }
    #expect(decisions[0].contains("\"rules\":\""))
    #expect(decisions[0] == decisions[1])
  }

  @Test("the next steps that are told are commands that work", arguments: ["en", "zh"])
  func nextSteps(language: String) throws {
    let folder = try TemporaryFolder()
    let result = try Program.run(["init", "county", folder.path + "/it's here/", "--lang", language])
    let commands = result.talk.split(separator: "\n").filter { $0.hasPrefix("  fenliu ") }
    #expect(commands.count == 4)
    for command in commands {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", command + " >/dev/null 2>&1"]
      process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
      process.environment = ["PATH": URL(fileURLWithPath: Program.path).deletingLastPathComponent().path + ":/bin"]
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(command)")
    }
    #expect(result.talk.hasSuffix("county/README.md\n"))
  }

  @Test("nothing is overwritten: a pack of that name, or a shared file that differs, ends with 2 and no change")
  func overwritesNothing() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "county", folder.path]).code == 0)
    let again = try Program.run(["init", "county", folder.path])
    #expect(again.code == 2)
    #expect(again.talk == "fenliu: \(folder.path)/county exists already; nothing was copied\n")
    try folder.write("common/danger.yaml", "rules: []\n")
    let other = try Program.run(["init", "county", folder.path, "--as", "other", "--lang", "zh"])
    #expect(other.code == 2)
    #expect(other.talk == "fenliu: \(folder.path)/common/danger.yaml 已经存在，内容不同；没有复制任何文件\n")
    #expect(try folder.text(of: "common/danger.yaml") == "rules: []\n")
    #expect(Self.names(in: folder.path) == ["calendars", "common", "county"])
  }

  @Test("a second pack leaves shared files that are the same, and brings those that are missing")
  func addsToLibrary() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run(["init", "county", folder.path]).code == 0)
    try FileManager.default.removeItem(atPath: folder.path + "/common/restraint.jsonl")
    let result = try Program.run(["init", "county", folder.path, "--as", "second"])
    #expect(result.code == 0)
    #expect(result.talk.contains("files were there already, the same, and stay as they are\n"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/common/restraint.jsonl"))
    #expect(try Program.run(["check", "--pack", folder.path + "/second"] + Self.day).code == 0)
  }

  @Test("a copy that fails half way leaves nothing of itself")
  func failure() throws {
    let folder = try TemporaryFolder()
    // Where the folder common is to be, a file lies.
    try folder.write("packs/common", "")
    let result = try Program.run(["init", "county", folder.path + "/packs"])
    #expect(result.code == 2)
    #expect(result.talk.contains("cannot write"))
    #expect(Self.names(in: folder.path + "/packs") == ["common"])
  }

  @Test("what a copy left behind that was killed is taken away by the next")
  func leftovers() throws {
    let folder = try TemporaryFolder()
    try folder.write(".fenliu-init.partial/county/rules.yaml", "half a li")
    try folder.write(".fenliu-init.partial/county/gone.yaml", "")
    #expect(try Program.run(["init", "county", folder.path]).code == 0)
    #expect(Self.names(in: folder.path) == ["calendars", "common", "county"])
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/county/gone.yaml"))
  }

  @Test("--list names each pack with its title, and --rules says where they lie")
  func list() throws {
    let packs = try Program.run(["init", "--list"]).output.split(separator: "\n").map { $0.split(separator: " ") }
    #expect(packs.map { $0[0] } == ["county", "kindergarten", "mine", "railway", "support", "university"])
    #expect(packs[0].last == "县政府民声服务台" && packs.allSatisfy { $0.count > 1 })
    let design = SharedData.repository + "/Tests/Cases/design"
    #expect(
      try Program.run(["init", "--list", "--rules", design]).output == "mine  Mine safety and service feedback\n")
    let folder = try TemporaryFolder()
    let result = try Program.run(["init", "mine", folder.path, "--rules", design])
    #expect(result.code == 0)
    #expect(Self.names(in: folder.path) == ["calendars", "common", "mine"])
    #expect(try Program.run(["check", "--pack", folder.path + "/mine"] + Self.day).code == 0)
  }

  @Test("FENLIU_RULES says where packs lie when --rules does not", arguments: [false, true])
  func environment(hasOption: Bool) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    let option = hasOption ? " --rules \(Self.shipped)" : ""
    process.arguments = ["-c", "exec \(Program.path) init --list\(option) >\(folder.path)/printed"]
    process.environment = ["FENLIU_RULES": SharedData.repository + "/Tests/Cases/design"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(try folder.text(of: "printed").hasPrefix(hasOption ? "county " : "mine "))
  }

  @Test("packs lie beside the program, under its prefix, or in the checkout it was built in, in this order")
  func places() throws {
    let folder = try TemporaryFolder()
    // The system's place for temporary files may be a link.
    let top = try #require(RealPath.of(folder.path))
    func found(_ program: String) -> String? {
      ShippedPacks.besideProgram(top + "/" + program).map { String($0.dropFirst(top.count + 1)) }
    }
    #expect(found("a/bin/fenliu") == nil)
    try folder.write("a/rules/x/rules.yaml", "fenliu: 1\n")
    #expect(found("a/.build/x86_64/debug/fenliu") == "a/rules")
    #expect(found("a/fenliu") == "a/rules")
    #expect(found("a/bin/fenliu") == nil)
    try folder.write("a/share/fenliu/rules/x/rules.yaml", "fenliu: 1\n")
    #expect(found("a/bin/fenliu") == "a/share/fenliu/rules")
    try folder.write("a/bin/rules/x/rules.yaml", "fenliu: 1\n")
    #expect(found("a/bin/fenliu") == "a/bin/rules")
  }

  @Test(
    "wrong usage and what is not there are told",
    arguments: [
      ([], 64, "say which pack and where to"), (["county"], 64, "say which pack and where to"),
      (["--list", "county"], 64, "--list stands without"),
      (["county", "x", "--as", "a/b"], 64, "'a/b' cannot be the name"),
      (["county", "x", "--as", ".."], 64, "'..' cannot be the name"),
      (["village", "x"], 2, "there is no pack 'village'; there are: county"),
      (["--list", "--rules", "/nowhere"], 2, "cannot read /nowhere: No such file"),
      (["county", "/proc/x"], 2, "cannot write /proc/x"),
    ] as [([String], Int32, String)])
  func complaints(arguments: [String], code: Int32, sentence: String) throws {
    let result = try Program.run(["init"] + arguments)
    #expect(result.code == code)
    #expect(result.talk.contains(sentence), "\(result.talk)")
    #expect(result.output.isEmpty)
  }
}
