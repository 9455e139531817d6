// SPDX-License-Identifier: Apache-2.0
import FenliuDigest
import FenliuRecords
import FenliuTestSupport
import Foundation
import Testing

@testable import FenliuCommands

/// Runs of the built program that are interrupted from outside.
enum Interrupted {
  static let time = "2026-11-20T20:00"

  /// Rows of both kinds, good and bad, with ids that come again.
  static func inputs(_ folder: WorkFolder, rows: Int, _ random: inout SplitMix64) throws -> [String] {
    var lines = ""
    var table = "编号,内容,电话\r\n"
    for number in 0..<rows {
      let id = "a\(Int.random(in: 0..<rows, using: &random))"
      let text = ["三十多名矿工被老板拖欠工资，没人管", "今天天气不错", "停水三天了，求助"].randomElement(using: &random)!
      switch Int.random(in: 0..<9, using: &random) {
      case 0: lines += "{\"id\":\"\(id)\n"
      case 1: lines += "{\"text\":\"\(text)\",\"手机\":\"139\"}\n"
      default: lines += "{\"id\":\"\(id)\",\"text\":\"\(text)\"}\n"
      }
      table += number % 7 == 0 ? "\(id),\"\(text)\n" : "\(id),\"\(text)\r\n\(text)\",139\r\n"
    }
    return [try folder.file("a.jsonl", lines), try folder.file("b.csv", table)]
  }

  static func arguments(_ inputs: [String], _ out: String, _ more: [String] = []) -> [String] {
    ["classify", "--pack", Program.pack, "--checkpoint", "64k", "-o", out] + inputs + more
  }

  /// Runs the program and kills it after so many seconds; nil where it had to be killed, else its exit code.
  static func run(_ arguments: [String], killedAfter seconds: Double) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.environment = ["LANG": "C"]
    process.standardError = FileHandle.nullDevice
    try process.run()
    Thread.sleep(forTimeInterval: seconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? nil : process.terminationStatus
  }

  /// Runs a line of the shell, `$fenliu` being the program and `$1` … the arguments.
  static func shell(_ line: String, _ arguments: [String], locale: String = "C") throws -> Program.Result {
    let folder = WorkFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", line, "bash"] + arguments
    process.environment = ["LANG": locale, "fenliu": Program.path, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
    let places = (try folder.file("out", ""), try folder.file("err", ""))
    process.standardOutput = FileHandle(forWritingAtPath: places.0)
    process.standardError = FileHandle(forWritingAtPath: places.1)
    try process.run()
    process.waitUntilExit()
    return Program.Result(
      output: String(decoding: try folder.bytes("out"), as: UTF8.self),
      talk: String(decoding: try folder.bytes("err"), as: UTF8.self), code: process.terminationStatus)
  }

  /// A run whose decisions may not grow over so many kilobytes: it fails there, as on a full disk.
  static func cutShort(
    _ inputs: [String], _ out: String, kilobytes: Int = 2500, _ more: [String] = []
  ) throws -> Program.Result {
    try shell(
      "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$fenliu\" \"$@\"", arguments(inputs, out, ["--at", time] + more))
  }

  /// The files of a folder with their bytes.
  static func contents(_ path: String) throws -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: path) {
      contents[name] = Array(try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
    }
    return contents
  }

  /// Whether this process may mount file systems in a name space of its own.
  static let canMount: Bool = geteuid() == 0 && (try? shell("unshare -m true", []))?.code == 0
}

@Suite(.enabled(if: Program.isBuilt)) struct ResumeTests {
  @Test(
    "killed at any moment and gone on with, however often, a run ends with the bytes of an undisturbed one",
    arguments: Seeds.standard.prefix(3))
  func killed(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 2000, &random)
    let format = ["jsonl", "csv"].randomElement(using: &random)!
    let begun = ContinuousClock.now
    let more = ["--format", format, "--at", Interrupted.time]
    let undisturbed = try Program.run(Interrupted.arguments(inputs, folder.path + "/1", more))
    #expect(undisturbed.code == 0)
    let expected = try Interrupted.contents(folder.path + "/1")
    #expect(expected.keys.sorted() == ["decisions." + format, "manifest.json", "rejects.jsonl", "summary.json"])
    let whole =
      Double((ContinuousClock.now - begun).components.attoseconds) / 1e18
      + Double((ContinuousClock.now - begun).components.seconds)
    let out = folder.path + "/2"
    var kills = 0
    var code: Int32?
    while code == nil {
      let isKept = FileManager.default.fileExists(atPath: out + "/progress.json")
      // Killed before anything was kept, a run is begun again; killed often enough, it may end.
      let arguments = Interrupted.arguments(inputs, out, isKept ? ["--format", format, "--resume"] : more)
      let seconds = kills < 5 ? Double.random(in: 0...whole, using: &random) : 60
      if kills < 5 {
        code = try Interrupted.run(arguments, killedAfter: seconds)
      } else {
        code = try Program.run(arguments).code
      }
      kills += 1
    }
    #expect(code == 0)
    #expect(try Interrupted.contents(out) == expected)
  }

  @Test("a failed run keeps what it did, says how to go on, and does, with other numbers of threads and checkpoints")
  func goesOn() throws {
    var random = SplitMix64(seed: 1)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 3000, &random)
    let out = folder.path + "/out"
    let undisturbed = try Program.run(Interrupted.arguments(inputs, folder.path + "/1", ["--at", Interrupted.time]))
    #expect(undisturbed.code == 0)
    let failed = try Interrupted.cutShort(inputs, out)
    #expect(failed.code == 2)
    #expect(
      failed.talk
        == "fenliu: cannot write \(out)/decisions.jsonl.partial: File too large\n"
        + "what was decided so far is kept: the same command with --resume goes on\n")
    let kept = try Interrupted.contents(out)
    #expect(
      kept.keys.sorted() == ["decisions.jsonl.partial", "ids.partial", "progress.json", "rejects.jsonl.partial"])
    #expect(!String(decoding: kept["progress.json"] ?? [], as: UTF8.self).contains("矿工"))
    for name in kept.keys {
      let attributes = try FileManager.default.attributesOfItem(atPath: out + "/" + name)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    // Again over the same bound, and again nothing is lost.
    #expect(try Interrupted.cutShort(inputs, out, kilobytes: 4000, ["--resume"]).code == 2)
    let resumed = try Program.run(
      Interrupted.arguments(inputs, out, ["--resume", "--jobs", "1", "--checkpoint", "100k"]))
    #expect(resumed.code == 0)
    #expect(resumed.talk.hasPrefix("\(out): going on behind "))
    #expect(!resumed.talk.contains("behind 0 posts"))
    #expect(resumed.talk.hasSuffix(undisturbed.talk.replacing(folder.path + "/1/", with: out + "/")))
    #expect(try Interrupted.contents(out) == Interrupted.contents(folder.path + "/1"))
    let before = try Interrupted.contents(out)
    let again = try Program.run(Interrupted.arguments(inputs, out, ["--resume"]))
    #expect(again.code == 0)
    #expect(again.talk == "\(out): this run is complete; nothing was left to do\n")
    #expect(try Interrupted.contents(out) == before)
  }

  @Test("what changed is refused by name, in both languages, and changes nothing")
  func changes() throws {
    var random = SplitMix64(seed: 2)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 2500, &random)
    let out = folder.path + "/out"
    #expect(try Interrupted.cutShort(inputs, out).code == 2)
    let left = try Interrupted.contents(out)
    let original = try folder.bytes("a.jsonl")
    let url = URL(fileURLWithPath: inputs[0])
    let modified = try #require(
      try FileManager.default.attributesOfItem(atPath: inputs[0])[.modificationDate] as? Date)
    func refused(_ inputs: [String], _ more: [String], _ sentences: [String], locale: String = "C") throws {
      let result = try Interrupted.shell(
        "exec \"$fenliu\" \"$@\"", Interrupted.arguments(inputs, out, ["--resume"] + more), locale: locale)
      #expect(result.code == 2)
      for sentence in sentences { #expect(result.talk.contains(sentence), "\(result.talk)") }
      #expect(try Interrupted.contents(out) == left)
    }
    func copy(_ stamp: String) throws { _ = try Interrupted.shell("cp -p \"$1\" \"$2\"", [inputs[0], stamp]) }
    try refused(
      inputs, ["--format", "csv", "--at", "2026-11-20T20:01"],
      [
        "\(out): the interrupted run cannot be gone on with, because something changed:\n",
        "  --format: jsonl then, csv now\n",
        "  --at: 2026-11-20T20:00:00+08:00 then, 2026-11-20T20:01:00+08:00 now;", "leave out --resume to begin anew\n",
      ])
    try refused(
      inputs, ["--max-post", "5k", "--columns", "text=内容", "--date-order", "dmy", "--matches", "all"],
      [
        "--max-post: 1000000 then, 5000 now", "--columns: not given then, text=内容 now",
        "--date-order: not given then, dmy now", "--matches: usual then, all now",
      ])
    try refused(
      inputs, ["--pack", SharedData.repository + "/rules/county"],
      ["the pack: sha256 ", " now; `fenliu diff` tells what that changes"])
    try refused(
      inputs, ["--pack", SharedData.repository + "/rules/county", "--matches", "all"],
      ["中断的运行不能接着做，因为有了变动：", "规则包：当时 sha256 ", "--matches：当时 usual，现在 all", "去掉 --resume 就从头开始"],
      locale: "zh_CN.UTF-8")
    try refused([inputs[0]], [], ["the inputs: 2 then, 1 now"])
    try refused(inputs.reversed(), [], ["input 1: \(inputs[0]) then, \(inputs[1]) now"])
    // An input of the same length and time, but of another content.
    try copy(folder.path + "/stamp")
    var other = original
    other[20] ^= 1
    try Data(other).write(to: url)
    #expect(try Interrupted.shell("touch -r \"$2\" \"$1\"", [inputs[0], folder.path + "/stamp"]).code == 0)
    try refused(inputs, [], ["\(inputs[0]): its bytes are not those that had been read"])
    try Data(original + original.prefix(100)).write(to: url)
    try refused(inputs, [], ["\(inputs[0]): \(original.count) bytes then, \(original.count + 100) now"])
    try Data(original).write(to: url)
    try FileManager.default.setAttributes([.modificationDate: modified.addingTimeInterval(5)], ofItemAtPath: inputs[0])
    try refused(inputs, [], ["\(inputs[0]): changed after the run had begun"])
    #expect(try Interrupted.shell("touch -r \"$2\" \"$1\"", [inputs[0], folder.path + "/stamp"]).code == 0)
    // The bytes that had been written.
    try Data(Array("x".utf8)).write(to: URL(fileURLWithPath: out + "/rejects.jsonl.partial"))
    let damaged = try Program.run(Interrupted.arguments(inputs, out, ["--resume"]))
    #expect(damaged.code == 2)
    #expect(damaged.talk.contains("rejects.jsonl.partial: not as the interrupted run left it"))
    // A record that is cut.
    let record = left["progress.json"] ?? []
    try Data(record[..<(record.count / 2)]).write(to: URL(fileURLWithPath: out + "/progress.json"))
    let broken = try Program.run(Interrupted.arguments(inputs, out, ["--resume"]))
    #expect(broken.code == 2)
    #expect(
      broken.talk
        == "fenliu: \(out)/progress.json: damaged, so the run cannot be gone on with; leave out --resume to begin anew\n"
    )
    // Begun anew, it is as if nothing had been.
    let anew = try Program.run(Interrupted.arguments(inputs, out, ["--at", Interrupted.time]))
    #expect(anew.code == 0)
    #expect(anew.talk.hasPrefix("\(out): an interrupted run was here; it begins anew"))
    _ = try Program.run(Interrupted.arguments(inputs, folder.path + "/1", ["--at", Interrupted.time]))
    #expect(try Interrupted.contents(out) == Interrupted.contents(folder.path + "/1"))
  }

  @Test(
    "interrupted between any two of its renames, a finished run is published whole, and no old manifest stands beside it"
  )
  func publishing() throws {
    var random = SplitMix64(seed: 3)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 50, &random)
    let reference = folder.path + "/1"
    #expect(try Program.run(Interrupted.arguments(inputs, reference, ["--at", Interrupted.time])).code == 0)
    let results = try Interrupted.contents(reference)
    let order = ["decisions.jsonl", "rejects.jsonl", "summary.json", "manifest.json"]
    func written(_ name: String, _ bytes: [UInt8]) throws -> OutputFile.Written {
      var file = try OutputFile(name, in: folder.path)
      try file.write(bytes)
      return try file.finish()
    }
    let manifest = try #require(
      try JSONSerialization.jsonObject(with: Data(results["manifest.json"] ?? [])) as? [String: Any])
    let digest = try #require((manifest["pack"] as? [String: Any])?["sha256"] as? String)
    let options = try #require(manifest["options"] as? [String: String])
    for renamed in 0...order.count {
      let out = folder.path + "/out-\(renamed)"
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      for (place, name) in order.enumerated() {
        let isRenamed = place < renamed
        try Data(results[name] ?? []).write(to: URL(fileURLWithPath: out + "/" + name + (isRenamed ? "" : ".partial")))
        // Results of an older run, which the new ones take the place of.
        if !isRenamed, name != "manifest.json" || renamed == 0 {
          try Data(Array("old".utf8)).write(to: URL(fileURLWithPath: out + "/" + name))
        }
      }
      try Data([UInt8](repeating: 1, count: 8)).write(to: URL(fileURLWithPath: out + "/ids.partial"))
      let record = RunRecord(
        version: ProgramVersion.current, time: "2026-11-20T20:00:00+08:00", packDigest: digest,
        options: options.map { BatchManifest.Option($0.key, $0.value) },
        inputs: try inputs.compactMap { try FileStamp($0) },
        state: BatchState(
          counted: inputs.map { BatchSummary.Input(file: $0) },
          outputs: [try written("decisions.jsonl", []), try written("rejects.jsonl", []), try written("ids", [])]),
        results: try order.map { try written($0, results[$0] ?? []) })
      try Data(record.bytes()).write(to: URL(fileURLWithPath: out + "/progress.json"))
      let other = try Program.run(Interrupted.arguments(inputs, out, ["--resume", "--matches", "all"]))
      #expect(other.code == 2)
      let resumed = try Program.run(Interrupted.arguments(inputs, out, ["--resume"]))
      #expect(resumed.code == 0)
      #expect(resumed.talk == "\(out): the interrupted run was finished; its results have their names now\n")
      #expect(try Interrupted.contents(out) == results)
    }
  }

  @Test("while results get their names, no manifest stands beside them")
  func noManifest() throws {
    let folder = WorkFolder()
    let input = try folder.file("a.jsonl", "{\"text\":\"a\"}\n")
    let out = folder.path + "/out"
    let arguments = Interrupted.arguments([input], out, ["--at", Interrupted.time])
    #expect(try Program.run(arguments).code == 0)
    let results = try Interrupted.contents(out)
    // A folder stands in the way of the third of four renames.
    try FileManager.default.removeItem(atPath: out + "/summary.json")
    try FileManager.default.createDirectory(atPath: out + "/summary.json/x", withIntermediateDirectories: true)
    let failed = try Program.run(arguments)
    #expect(failed.code == 2)
    #expect(failed.talk.hasPrefix("fenliu: cannot write \(out)/summary.json: "))
    #expect(failed.talk.hasSuffix("the same command with --resume goes on\n"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out).sorted() == [
        "decisions.jsonl", "ids.partial", "manifest.json.partial", "progress.json", "rejects.jsonl", "summary.json",
        "summary.json.partial",
      ])
    try FileManager.default.removeItem(atPath: out + "/summary.json")
    #expect(try Program.run(arguments + ["--resume"]).code == 0)
    #expect(try Interrupted.contents(out) == results)
  }

  @Test("a folder is never written by two runs, whether they go on or begin")
  func twoRuns() throws {
    var random = SplitMix64(seed: 4)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 2000, &random)
    let out = folder.path + "/out"
    #expect(try Interrupted.cutShort(inputs, out).code == 2)
    let left = try Interrupted.contents(out)
    let held = try OutputFolder(out)
    for more in [["--resume"], []] {
      let result = try Program.run(Interrupted.arguments(inputs, held.path, more))
      #expect(result.code == 2)
      #expect(result.talk == "fenliu: another run is writing into \(out)\n")
    }
    #expect(try Interrupted.contents(held.path) == left)
  }

  @Test("where nothing can be gone on with, it is said")
  func nothingToResume() throws {
    let folder = WorkFolder()
    let input = try folder.file("a.jsonl", "{\"text\":\"a\"}\n")
    for out in [folder.path + "/nowhere", folder.path] {
      let result = try Program.run(Interrupted.arguments([input], out, ["--resume"]))
      #expect(result.code == 2)
      #expect(
        result.talk
          == "fenliu: \(out): there is no interrupted run here to go on with; leave out --resume to begin one\n")
    }
    #expect(folder.names == ["a.jsonl"])
    let noFolder = try Program.classify([input, "--resume"])
    #expect(noFolder.code == 64)
    #expect(noFolder.talk.contains("--resume is for runs that write into a folder; name it with -o"))
    let pipe = try Program.classify(["-", "-o", folder.path + "/out", "--resume"])
    #expect(pipe.code == 64)
    #expect(pipe.talk.contains("standard input cannot be read again"))
    #expect(try Program.classify([input, "-o", folder.path + "/out", "--checkpoint", "10k"]).code == 64)
    // Results of another run are not taken for the ones that were asked for.
    #expect(try Program.run(Interrupted.arguments([input], folder.path + "/out")).code == 0)
    let next = try folder.file("b.jsonl", "{\"text\":\"a\"}\n")
    let other = try Program.run(Interrupted.arguments([next], folder.path + "/out", ["--resume"]))
    #expect(other.code == 2)
    #expect(other.talk.contains("no interrupted run is here, but the results of another one:\n  input 1: "))
    _ = try folder.file("out/summary.json", "{}")
    let damaged = try Program.run(Interrupted.arguments([input], folder.path + "/out", ["--resume"]))
    #expect(damaged.code == 2)
    #expect(damaged.talk.contains("/summary.json: not as the interrupted run left it"))
  }

  @Test("a run that cannot be gone on with, from a pipe or over an input that is none, leaves nothing when it fails")
  func leavesNothing() throws {
    let folder = WorkFolder()
    let out = folder.path + "/out"
    let bad = try folder.file("bad.csv", "nothing,known\n1,2\n")
    #expect(try Program.run(Interrupted.arguments([bad], out)).code == 2)
    #expect(try Interrupted.contents(out).isEmpty)
    let failed = try Interrupted.shell(
      "yes '{\"text\":\"a\"}' | head -n 20000 | (trap '' XFSZ; ulimit -f 100; exec \"$fenliu\" \"$@\")",
      Interrupted.arguments(["-"], out))
    #expect(failed.code == 2)
    #expect(!failed.talk.contains("--resume"))
    #expect(try Interrupted.contents(out).isEmpty)
  }

  @Test(
    "on a full disk nothing stands half written under a final name, and when there is room the run goes on",
    .enabled(if: Interrupted.canMount, "file systems can be mounted by root only"))
  func diskFull() throws {
    var random = SplitMix64(seed: 5)
    let folder = WorkFolder()
    let inputs = try Interrupted.inputs(folder, rows: 1000, &random)
    #expect(try Program.run(Interrupted.arguments(inputs, folder.path + "/1", ["--at", Interrupted.time])).code == 0)
    for name in ["disk", "copy"] {
      try FileManager.default.createDirectory(atPath: folder.path + "/" + name, withIntermediateDirectories: true)
    }
    let arguments = Interrupted.arguments(inputs, folder.path + "/disk", ["--at", Interrupted.time])
    // At some sizes there is no room for the decisions, at others for the record, or for the last files.
    let whole = try Interrupted.contents(folder.path + "/1").values.reduce(0) { $0 + $1.count } / 1024
    for kilobytes in [4, 40, 200, whole / 2, whole - 100, whole, whole + 24, whole + 48] {
      let result = try Interrupted.shell(
        """
        exec unshare -m --propagation private bash -c '
          folder=$1 size=$2; shift 2
          mount -t tmpfs -o size="$size"k,mode=700 tmpfs "$folder/disk" || exit 99
          "$fenliu" "$@"; code=$?
          ls "$folder/disk"
          echo "code $code"
          [ "$code" = 0 ] || {
            mount -o remount,size=64m "$folder/disk" || exit 98
            if [ -e "$folder/disk/progress.json" ]; then "$fenliu" "$@" --resume; else "$fenliu" "$@"; fi
          }
          code=$?
          rm -f "$folder"/copy/*
          cp -p "$folder"/disk/* "$folder/copy"
          exit $code
        ' bash "$@"
        """, [folder.path, String(kilobytes)] + arguments)
      #expect(result.code == 0, "\(result.talk)")
      if !result.output.contains("code 0") {
        #expect(result.talk.contains("No space left on device"), "\(kilobytes): \(result.talk)")
        #expect(result.output.contains("code 2"))
        #expect(!result.output.split(separator: "\n").contains("manifest.json"))
        #expect(!result.output.split(separator: "\n").contains("decisions.jsonl"))
      }
      #expect(
        try Interrupted.contents(folder.path + "/copy") == Interrupted.contents(folder.path + "/1"), "\(kilobytes)")
    }
  }

  @Test(
    "a folder that cannot be written to is named, and nothing of an older run is lost",
    .enabled(if: Interrupted.canMount, "file systems can be mounted by root only"))
  func readOnly() throws {
    let folder = WorkFolder()
    let input = try folder.file("a.jsonl", "{\"text\":\"a\"}\n")
    let out = folder.path + "/out"
    #expect(try Program.run(Interrupted.arguments([input], out)).code == 0)
    let old = try Interrupted.contents(out)
    for more in [[], ["--resume", "--matches", "all"]] {
      let result = try Interrupted.shell(
        """
        exec unshare -m --propagation private bash -c '
          mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 99
          shift
          exec "$fenliu" "$@"
        ' bash "$@"
        """, [out] + Interrupted.arguments([input], out, more))
      #expect(result.code == 2)
      if more.isEmpty {
        #expect(
          result.talk == "fenliu: cannot write \(out)/decisions.jsonl.partial: Read-only file system\n",
          "\(result.talk)")
      }
      #expect(try Interrupted.contents(out) == old)
    }
  }
}
