// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@Suite(.enabled(if: Program.isBuilt)) struct UsageTests {
  @Test(
    "help in Chinese has no English sentence in it",
    arguments: [[], ["classify"], ["check"], ["test"], ["explain"], ["fmt"], ["schema"]])
  func help(command: [String]) throws {
    let result = try Program.run(command + ["--help", "--lang", "zh"])
    #expect(result.code == 0)
    #expect(result.output.contains("用法：fenliu"))
    #expect(result.output.contains("选项：\n"))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "values", "default", "See "] {
      #expect(!result.output.contains(word), "\(word)")
    }
    let english = try Program.run(command + ["--help", "--lang", "en"])
    #expect(english.output.contains("USAGE: fenliu"))
  }

  @Test(
    "what was typed wrongly is said in Chinese",
    arguments: [
      (["chek"], "不认识的命令或参数“chek”\n用法：fenliu <命令>\n  详见 fenliu --help\n"),
      (["explain", "--pak", "x"], "没有选项 --pak；是不是想写 --pack？\n"),
      (["explain", "x", "--qwertyuiop"], "没有选项 --qwertyuiop\n"),
      (["check", "--pack"], "--pack 后面缺少值\n"), (["classify"], "缺少 <posts> ...\n"),
      (["check", "--format", "xml"], "“xml”不是 --format 可取的值；可取 text、json、sarif\n"),
      (["classify", "-", "--jobs", "many"], "“many”不能用作 --jobs 的值\n"), (["explain", "a", "b", "c"], "不认识的命令或参数：b、c\n"),
      (["schema", "rule"], "“rule”不是 <kind> 可取的值；可取 rules、map、test\n"),
      (["check", "--fix=yes"], "--fix 不带值，却写了“yes”\n"),
      (["classify", "-", "--pack", Program.pack, "--at", "soon"], "“soon”不是时间；请写成 2026-11-20T20:00\n"),
    ] as [([String], String)])
  func complaints(arguments: [String], sentence: String) throws {
    let result = try Program.run(arguments, locale: "zh_CN.UTF-8")
    #expect(result.code == 64)
    #expect(result.output.isEmpty)
    #expect(result.talk.hasPrefix(sentence), "\(result.talk)")
  }

  @Test("what only the run finds wrongly typed is said with the usage of its command")
  func atRun() throws {
    let result = try Program.run(["find", "欠薪", "-", "--pack", Program.pack, "--at", "soon"])
    #expect(result.code == 64)
    #expect(
      result.talk == """
        Error: 'soon' is not a time; write it as 2026-11-20T20:00
        Usage: fenliu find [<options>] <pattern> <posts> ...
               fenliu find [<options>] -e <pattern> ... <posts> ...
          See 'fenliu find --help' for more information.

        """)
  }

  @Test("the folder of a pack without --pack before it is answered with the option")
  func forgottenPack() throws {
    let result = try Program.run(["check", Program.pack, "--lang", "zh"])
    #expect(result.code == 64)
    #expect(result.talk.contains("”\n  规则包的文件夹要用 --pack 指明：--pack \(Program.pack)\n用法：fenliu check"))
    let other = try Program.run(["check", "/nowhere"])
    #expect(other.code == 64 && !other.talk.contains("--pack /nowhere"))
  }

  @Test("what the system says is Chinese where people meet it")
  func system() throws {
    let result = try Program.run(["classify", "nowhere.csv", "--pack", Program.pack], locale: "zh_CN.UTF-8")
    #expect(result.code == 2)
    #expect(result.talk == "fenliu: 无法读取 nowhere.csv：没有这个文件或文件夹\n")
  }

  @Test("the folder of a pack that may not be looked into is not called absent", arguments: ["check", "fmt"])
  func locked(command: String) throws {
    let folder = WorkFolder()
    let pack = folder.path + "/pack"
    try FileManager.default.copyItem(atPath: Program.pack, toPath: pack)
    unsafe chmod(pack, 0)
    defer { unsafe chmod(pack, 0o700) }
    let result = try Program.run([command, "--pack", pack], locale: "zh_CN.UTF-8", isPlain: true)
    #expect(result.code == 2)
    #expect(result.talk == "fenliu: 无法读取 \(pack)：没有权限\n")
  }
}
