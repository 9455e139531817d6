// SPDX-License-Identifier: Apache-2.0
import FenliuTestSupport
import Foundation
import Testing

@Suite("fmt", .enabled(if: Program.isBuilt))
struct FormatCommandTests {
  static let untidy = "  - any:   [$settled]\n    id: wages\n    category: early-sign   # 苗头\n"
  static let tidy = "  - id: wages\n    category: early-sign  # 苗头\n    any: [$settled]\n"

  private func library() throws -> TemporaryFolder {
    let library = try TemporaryFolder()
    try library.write(
      "p/rules.yaml",
      "fenliu: 1\ntitle: test\ninclude: [more.yaml, settled.tsv, ../common/c.yaml]\nlevels: {general: total >= 1}\nrules:\n"
        + Self.untidy)
    try library.write("p/more.yaml", "topics:\n    a.b:   甲\n")
    try library.write("p/settled.tsv", "word\tpoints\n已补发 \t2\n")
    try library.write("p/map.yaml", PackCommandTests.map + "\n")
    try library.write("p/places.tsv", "name\tregion \n")
    try library.write("common/c.yaml", "topics: {\"c.d\":  丙}\n")
    return library
  }

  @Test("fmt rewrites the pack's own files, names them on standard error, and has nothing to do the second time")
  func pack() throws {
    let library = try library()
    let first = try Program.run(["fmt", "--pack", library.path + "/p"])
    #expect(first.code == 0 && first.output == "")
    #expect(
      first.talk
        == ["more.yaml", "rules.yaml", "settled.tsv"].map { "formatted \(library.path)/p/\($0)\n" }.joined()
        + "4 files: 3 formatted\n")
    #expect(try library.text(of: "p/rules.yaml").hasSuffix("rules:\n" + Self.tidy))
    #expect(try library.text(of: "p/more.yaml") == "topics:\n  a.b: 甲\n")
    #expect(try library.text(of: "p/settled.tsv") == "word\tpoints\n已补发\t2\n")
    #expect(try library.text(of: "p/places.tsv") == "name\tregion \n", "no list of words")
    #expect(try library.text(of: "common/c.yaml") == "topics: {\"c.d\":  丙}\n", "not the pack's own")
    #expect(try Program.run(["fmt", "--pack", library.path + "/p"]).talk == "4 files: 0 formatted\n")
    let places = library.path + "/p/places.tsv"
    #expect(
      try Program.run(["fmt", places]).talk == "\(places): has no column 'word', left alone\n0 files: 0 formatted\n")
    #expect(
      try Program.run(["fmt", "--all", "--pack", library.path + "/p"]).talk.contains(
        "common/c.yaml\n5 files: 1 formatted"))
    #expect(try library.text(of: "common/c.yaml") == "topics: {c.d: 丙}\n")
    #expect(try Program.run(["check", "--pack", library.path + "/p", "--at", "2026-11-20T20:00"]).code == 0)
  }

  @Test("--check writes nothing, lists what would change, and ends with 1; --diff shows it")
  func check() throws {
    let library = try library()
    let path = library.path + "/p/rules.yaml"
    let before = try library.text(of: "p/rules.yaml")
    let check = try Program.run(["fmt", "--check", "--pack", library.path + "/p"])
    #expect(check.code == 1)
    #expect(check.output == ["more.yaml", "rules.yaml", "settled.tsv"].map { "\(library.path)/p/\($0)\n" }.joined())
    let diff = try Program.run(["fmt", "--diff", path])
    #expect(diff.code == 0)
    #expect(
      diff.output == """
        --- \(path)
        +++ \(path)
        @@ -3,6 +3,6 @@
         include: [more.yaml, settled.tsv, ../common/c.yaml]
         levels: {general: total >= 1}
         rules:
        -  - any:   [$settled]
        -    id: wages
        -    category: early-sign   # 苗头
        +  - id: wages
        +    category: early-sign  # 苗头
        +    any: [$settled]

        """)
    #expect(try library.text(of: "p/rules.yaml") == before)
    _ = try Program.run(["fmt", path])
    #expect(try Program.run(["fmt", "--check", path]).code == 0)
  }

  @Test(
    "a file with a mistake of YAML is told with its place and left alone, the others are formatted, and the end is 1")
  func mistakes() throws {
    let library = try library()
    try library.write("p/more.yaml", "topics:\n  a.b: [甲\n")
    let result = try Program.run(["fmt", "--pack", library.path + "/p"])
    #expect(result.code == 1)
    #expect(result.talk.contains("\(library.path)/p/more.yaml:3:1: error: "), "\(result.talk)")
    #expect(result.talk.contains("formatted \(library.path)/p/rules.yaml\n"))
    #expect(result.talk.hasSuffix("4 files: 2 formatted, 1 not readable\n"))
    #expect(try library.text(of: "p/more.yaml") == "topics:\n  a.b: [甲\n")
    // Where rules.yaml itself cannot be read, the other YAML files of its folder are formatted all the same.
    try library.write("p/rules.yaml", "rules: [\n")
    try library.write("p/more.yaml", "topics:\n    a.b: 甲\n")
    let broken = try Program.run(["fmt", "--pack", library.path + "/p"])
    #expect(broken.code == 1 && broken.talk.contains("formatted \(library.path)/p/more.yaml\n"), "\(broken.talk)")
  }

  @Test("- formats standard input to standard output, whole or not at all")
  func standardInput() throws {
    let good = try Program.run(["fmt", "-"], input: "\u{FEFF}a:  [x,y]\r\n")
    #expect(good.code == 0 && good.output == "a: [x, y]\n" && good.talk == "")
    let bad = try Program.run(["fmt", "-"], input: "a: [x\n")
    #expect(bad.code == 1 && bad.output == "" && bad.talk.hasPrefix("-:2:1: error: "), "\(bad.talk)")
    let words = try Program.run(["fmt", "--name", "a.txt", "-"], input: "欠薪  \n\n\n讨薪")
    #expect(words.output == "欠薪\n\n讨薪\n")
    #expect(try Program.run(["fmt", "--check", "-"], input: "a:  1\n").code == 1)
  }

  @Test("a file in another encoding becomes UTF-8, which is said once, keeps its rights, and a link stays a link")
  func encodingAndRights() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a.yaml", "a: 1\r\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/b.yaml", withDestinationPath: "a.yaml")
    let result = try Program.run(["fmt", folder.path + "/b.yaml"])
    #expect(result.talk.contains("b.yaml: was UTF-8 with CR LF; is UTF-8 with LF now\n"))
    #expect(try folder.text(of: "a.yaml") == "a: 1\n")
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
    #expect(rights?.intValue == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/b.yaml") == "a.yaml")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.yaml", "b.yaml"])
    let chinese = try Program.run(["fmt", "--check", "--lang", "zh", path])
    #expect(chinese.talk == "文件 1 个：需整理 0 个\n")
  }

  @Test("wrong usage ends with 64, what cannot be read with 2")
  func codes() throws {
    for arguments in [
      ["a.md"], ["--pack", "p", "a.yaml"], ["-", "a.yaml"], ["--all", "a.yaml"], ["--name", "a.md", "-"],
      ["--name", "a.txt"],
    ] {
      #expect(try Program.run(["fmt"] + arguments).code == 64, "\(arguments)")
    }
    #expect(try Program.run(["fmt", "/nowhere/a.yaml"]).code == 2)
    #expect(try Program.run(["fmt", "--pack", "/nowhere"]).code == 2)
  }
}
