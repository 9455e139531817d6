// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Testing

/// Inputs that no honest export holds, given to the built program. Each states how much memory it may hold.
///
/// `FENLIU_HOSTILE=1` makes the inputs as large as docs/reliability.md has them; otherwise they are a fifth or a tenth of it.
@Suite("A hostile input", .enabled(if: Program.isBuilt), .serialized)
struct HostileInputTests {
  static let isLarge = ProcessInfo.processInfo.environment["FENLIU_HOSTILE"] != nil
  /// 50 MB, and a gigabyte, or a tenth of them.
  static let long = isLarge ? 50_000_000 : 10_000_000
  static let endless = isLarge ? 1_000_000_000 : 100_000_000
  /// Forty-odd MB of program and pack, and some rows of the longest kind on each of two threads.
  static let most = 224 << 20
  /// How many rows are very many.
  static let many = isLarge ? 100_000 : 15_000

  static let good = #"{"id":"good","text":"三十多名矿工被老板拖欠工资"}"# + "\n"
  private static let arguments = ["classify", "--pack", Program.pack, "--at", "2026-11-20T20:00"]

  /// What came of a run: ids of decisions and reasons of rejects, in their order.
  struct Result {
    var run: MeasuredRun
    var ids: [String] = []
    var reasons: [String] = []
    var lengths: [Int] = []

    init(_ run: MeasuredRun, rejects: [UInt8]) throws {
      self.run = run
      for line in run.output.split(separator: 10) {
        let decision = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        ids.append(try #require(decision["id"] as? String))
      }
      for line in rejects.split(separator: 10) {
        let reject = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
        reasons.append(try #require(reject["reason"] as? String))
        lengths.append(try #require(reject["length"] as? Int))
      }
    }
  }

  private func classify(
    _ inputs: [String] = ["-"], feed: MeasuredRun.Feed = .nothing, options: [String] = [], patience: Double = 120
  ) throws -> Result {
    let folder = WorkFolder()
    let run = try MeasuredRun.run(
      Self.arguments + (options.contains("--jobs") ? [] : ["--jobs", "2"]) + ["--rejects", folder.path + "/rejects"]
        + options + inputs, feed: feed, patience: patience)
    #expect(!run.wasStopped, "after \(patience) s")
    #expect(run.peakMemory < Self.most, "\(run.memory)")
    let result = try Result(run, rejects: run.code == 0 ? folder.bytes("rejects") : [])
    if run.code == 0 {
      let sum =
        "\(result.ids.count + result.reasons.count) posts = \(result.ids.count) decisions + \(result.reasons.count) rejects"
      #expect(run.talk.contains(sum + "\n"))
    }
    return result
  }

  private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test("of lines far longer than a row may be loses these lines only, ended or not", arguments: [true, false])
  func longLines(isEnded: Bool) throws {
    let block = [UInt8](repeating: 0x61, count: 1_000_000)
    let line = Self.bytes(#"{"text":""#) + [UInt8](repeating: 0x61, count: Self.long) + Self.bytes("\"}\n")
    let (good, open) = (Self.bytes(Self.good), Self.bytes(#"{"text":""#))
    let result = try classify(
      feed: .blocks(
        [good, line, line, good, line, good, open], block: block, times: Self.long / 1_000_000,
        end: isEnded ? Self.bytes("\"}\n" + Self.good) : []))
    #expect(result.ids == [String](repeating: "good", count: isEnded ? 4 : 3))
    #expect(result.reasons == [String](repeating: "too-long", count: 4))
    #expect(result.lengths == [Self.long + 11, Self.long + 11, Self.long + 11, Self.long + (isEnded ? 11 : 9)])
  }

  @Test("of table rows far longer than a row may be loses these rows only", arguments: ["x,", "x,\""])
  func longRows(start: String) throws {
    let row = Self.bytes(start) + [UInt8](repeating: 0x61, count: Self.long) + [0x0A]
    let rows = Self.bytes("id,text\ng,好的\n") + row + Self.bytes("g,好的\n") + row + Self.bytes("g,好的\n")
    let result = try classify(feed: .bytes(rows))
    #expect(result.ids == ["g", "g", "g"])
    #expect(result.reasons == ["too-long", "too-long"])
    #expect(result.lengths == [Self.long + start.utf8.count, Self.long + start.utf8.count])
  }

  @Test("of one line as long as a disk is read to its end in the memory of a row")
  func endlessLine() throws {
    let block = [UInt8](repeating: 0x61, count: 1_000_000)
    let result = try classify(
      feed: .blocks(
        [Self.bytes(Self.good)], block: block, times: Self.endless / 1_000_000, end: Self.bytes("\n" + Self.good)),
      patience: 600)
    #expect(result.ids == ["good", "good"])
    #expect(result.lengths == [Self.endless])
  }

  @Test("without end is read on in the same memory until somebody ends it", arguments: ["{\"text\":\"", "text\nx,\""])
  func withoutEnd(start: String) throws {
    let run = try MeasuredRun.run(
      Self.arguments + ["-"],
      feed: .blocks([Self.bytes(start)], block: [UInt8](repeating: 0x61, count: 1 << 20), times: .max), patience: 3)
    #expect(run.wasStopped)
    #expect(run.peakMemory < Self.most, "\(run.memory)")
  }

  @Test(
    "that is no input says so at once, however long it is",
    arguments: [UInt8(ascii: " "), UInt8(ascii: "\n"), 0, UInt8(ascii: ","), UInt8(ascii: "a")])
  func noInput(byte: UInt8) throws {
    let result = try classify(
      feed: .blocks([], block: [UInt8](repeating: byte, count: 1 << 20), times: .max), patience: 100)
    #expect(result.run.code == 2)
    let device = try classify(["/dev/zero"])
    #expect(device.run.code == 2)
  }

  @Test("of a row that --max-post allows and that comes in small pieces takes time in proportion to it")
  func longPost() throws {
    let text = [UInt8](repeating: 0x61, count: Self.long / 2)
    let result = try MeasuredRun.run(
      Self.arguments + ["-", "--max-post", "100M"],
      feed: .bytes(Self.bytes(#"{"id":"long","text":""#) + text + Self.bytes("\"}\n" + Self.good)))
    #expect(result.code == 0)
    #expect(!result.wasStopped)
    #expect(String(decoding: result.output.prefix(12), as: UTF8.self) == #"{"id":"long""#)
  }

  @Test("of 10^5 columns is a table like others, and of 10^5 names none is text a refusal")
  func columns() throws {
    let names = (0..<100_000).map { "c\($0)" }.joined(separator: ",")
    let row = "g,好的" + String(repeating: ",1", count: 100_000) + "\n"
    let result = try classify(
      feed: .bytes(Self.bytes("id,text,\(names)\n" + String(repeating: row, count: 20) + "g,x\(row)")))
    #expect(result.ids.count == 20)
    #expect(result.reasons == ["extra-cells"])
    #expect(result.run.talk.utf8.count < 20_000)
    let refused = try classify(feed: .bytes(Self.bytes(names + "\n1\n")))
    #expect(refused.run.code == 2)
    #expect(refused.run.talk.utf8.count < 20_000)
  }

  @Test("of rows that are one key of megabytes each holds a few of them at once, and tells of them in few words")
  func keys() throws {
    var rows: [[UInt8]] = []
    for number in 0..<(Self.isLarge ? 100 : 8) {
      let key = [UInt8](repeating: 0x6B, count: 4_000_000)
      rows.append(Self.bytes("{\"k\(number)") + key + Self.bytes("\":1,\"id\":\"good\",\"text\":\"好的\"}\n"))
    }
    let result = try classify(feed: .blocks(rows, block: [], times: 0))
    #expect(result.ids.count == rows.count)
    #expect(result.run.talk.utf8.count < 20_000)
  }

  @Test("of an open quote before very many rows loses its line only, and soon", arguments: ["head", "first", "last"])
  func openQuote(place: String) throws {
    let rows = (0..<Self.many).map { "\($0),好的\n" }.joined()
    switch place {
    case "head":
      let result = try classify(feed: .bytes(Self.bytes("\"id,text\n" + rows)))
      #expect(result.run.code == 2)
    case "first":
      let result = try classify(feed: .bytes(Self.bytes("id,text\nx,\"open\n" + rows)))
      #expect(result.ids.count == Self.many)
      #expect(result.reasons == ["quotes"])
    default:
      let result = try classify(feed: .bytes(Self.bytes("id,text\n" + rows + "x,\"open")))
      #expect(result.ids.count == Self.many)
      #expect(result.reasons == ["quotes"])
    }
  }

  @Test("of very many rows that each open a quote takes time in proportion to them")
  func openQuotes() throws {
    for row in ["x,\"open\n", "\"\"\"\n", ",\"\",\"\n", "\"a\"\",\n", "x,\"\"\"\n"] {
      let result = try classify(
        feed: .bytes(Self.bytes("id,text\n" + String(repeating: row, count: Self.many) + "g,好的\n")))
      #expect(result.ids.count + result.reasons.count > 0)
    }
  }

  @Test("that shrinks or grows while it is read gives the rows that were there")
  func changing() throws {
    let folder = WorkFolder()
    let rows = String(repeating: Self.good, count: 2 * Self.many)
    let path = try folder.file("a.jsonl", rows)
    let whole = rows.utf8.count
    for change in [whole / 2 + 7, whole * 2] {
      try Data(rows.utf8).write(to: URL(fileURLWithPath: path))
      let thread = Thread {
        usleep(400_000)
        if change < whole {
          _ = unsafe truncate(path, change)
        } else if let file = FileHandle(forWritingAtPath: path) {
          file.seekToEndOfFile()
          file.write(Data(rows.utf8))
        }
      }
      thread.start()
      let result = try classify([path])
      #expect(result.run.code == 0)
      #expect(Set(result.ids) == ["good"])
      #expect(result.reasons.count <= 1)
    }
  }

  @Test("from a named pipe is read as it comes")
  func namedPipe() throws {
    let folder = WorkFolder()
    let path = folder.path + "/pipe"
    let made = unsafe mkfifo(path, 0o600)
    #expect(made == 0)
    let writer = Thread {
      guard let file = FileHandle(forWritingAtPath: path) else { return }
      for piece in [
        Self.good, "{\"id\":\"half", "\",\"text\":\"好的\"}\n{\"te", "xt\":\"\\ud83d", "\\ude00\",\"id\":\"pair\"}",
        "\n\n{",
      ] {
        file.write(Data(piece.utf8))
        usleep(20_000)
      }
      try? file.close()
    }
    writer.start()
    let result = try classify([path])
    #expect(result.ids == ["good", "half", "pair"])
    #expect(result.reasons == ["not-json"])
  }

  @Test("whose names carry controls never sends one to the terminal")
  func names() throws {
    let folder = WorkFolder()
    let hostile = "\u{1B}[31m\u{9B}2J\u{7}\u{8}\r\u{202E}\u{2066}\u{2028}名"
    let file = try folder.file(
      "a\(hostile).csv", "id,text,\(hostile.replacingOccurrences(of: "\r", with: ""))\n1,好的,x\n2,\"好\n")
    let keys = try folder.file("b.jsonl", "{\"text\":\"a\",\"\\u001b[2J\\u009b1m\\u202e\\u0007\":1}\n")
    let head = try folder.file("c.csv", "\u{1B}]0;x\u{7},\u{9B}31m\n1,2\n")
    for inputs in [[file, keys], [head], [folder.path + "/none\u{1B}[2J"], [file + "x"]] {
      let result = try classify(inputs)
      #expect(!result.run.talk.isEmpty)
      for scalar in result.run.talk.unicodeScalars {
        let isObeyed = scalar.value < 0x20 && scalar != "\n" || (0x7F...0x9F).contains(scalar.value)
        #expect(!isObeyed && !("\u{2028}"..."\u{202E}").contains(scalar) && !("\u{2066}"..."\u{2069}").contains(scalar))
      }
    }
    let page = try Program.run(["explain", "--pack", Program.pack, "拖欠工资\u{1B}[2J\u{9B}31m\u{202E}"])
    #expect(!page.output.contains("\u{1B}[2J") && !page.output.contains("\u{9B}") && !page.output.contains("\u{202E}"))
    #expect(page.output.contains("\u{FFFD}"))
  }

  @Test(
    "of times at every limit is decided or rejected, deadlines and all",
    arguments: [
      "1900-01-01", "1900-01-01T00:00:00+14:00", "9999-12-31T23:59:59", "9999-12-31T23:59:59-14:00", "0", "9999999999",
      "9999999999999", "1970-01-01T00:00:00Z", "2400-02-29", "2026-11-20T20:00:00.999999999999999999Z",
    ])
  func times(time: String) throws {
    let rows = ["time", "received"].map { "{\"id\":\"\($0)\",\"text\":\"三十多名矿工被老板拖欠工资\",\"\($0)\":\"\(time)\"}\n" }
    let result = try classify(feed: .bytes(Self.bytes(rows.joined() + Self.good)))
    #expect(result.run.code == 0)
    #expect(result.ids.count + result.reasons.count == 3)
    #expect(result.ids.last == "good")
  }

  @Test("of numbers at every limit is decided")
  func numbers() throws {
    let texts = [
      String(repeating: "9", count: 100_000) + "人", String(repeating: "九", count: 100_000) + "名工人",
      "99999999999999999999亿亿亿人", "0.0000000000000000001名工人", String(repeating: "1,", count: 50_000) + "000人",
      String(repeating: "三十多", count: 30_000) + "名矿工",
    ]
    let rows = texts.map { "{\"id\":\"n\",\"text\":\"\($0)\",\"views\":1e15}\n" }
    let result = try classify(feed: .bytes(Self.bytes(rows.joined() + Self.good)))
    #expect(result.ids.count == texts.count + 1)
  }

  @Test("of every hostile row in turn keeps each good row between them, for any number of threads and by pipe or file")
  func mixed() throws {
    let hostile: [[UInt8]] = [
      [0xFF, 0xFE, 0xFD], [0], Self.bytes("{"), Self.bytes(#"{"text":"\ud800"}"#),
      Self.bytes(String(repeating: "[", count: 100_000)),
      Self.bytes(#"{"x":"# + String(repeating: "[", count: 100_000)), Self.bytes(#"{"text":"a","TEXT":"b"}"#),
      Self.bytes(#"{"text":"a","views":"# + String(repeating: "9", count: 100_000) + "}"),
      [UInt8](repeating: 0x22, count: 100_000), [UInt8](repeating: 0x5C, count: 100_000), Self.bytes("\u{FEFF}"),
    ]
    var bytes: [UInt8] = []
    for _ in 0..<5 { for row in hostile { bytes += Self.bytes(Self.good) + row + [0x0A] } }
    let folder = WorkFolder()
    let path = folder.path + "/a.jsonl"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let piped = try classify(feed: .bytes(bytes))
    #expect(piped.ids == [String](repeating: "good", count: 5 * hostile.count))
    let reasons = [
      "not-utf8", "not-json", "not-json", "lone-surrogate", "not-json", "too-deep", "duplicate-key", "bad-number",
      "not-json", "not-json", "not-json",
    ]
    #expect(piped.reasons == (0..<5).flatMap { _ in reasons })
    for jobs in ["1", "7"] {
      let other = try classify([path], options: ["--jobs", jobs])
      #expect(other.run.output == piped.run.output)
      #expect(other.reasons == piped.reasons)
    }
  }
}
