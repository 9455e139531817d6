// SPDX-License-Identifier: Apache-2.0
import FenliuCalendar
import FenliuDigest
import FenliuModel
import FenliuRecords
import FenliuTestSupport
import Testing

@Suite struct JSONLinesTests {
  @Test("every column of a line is read, by its Chinese or its English name")
  func readsColumns() throws {
    let lines = """
      {"id":"1","title":"t","text":"x","source":"s","region":"山西省/兴县","link":"l","time":"2026-11-20 20:00","received":1795176000,"views":12,"reposts":"1.2万","replies":"1,234","likes":null}
      {"编号":2,"标题":"t","内容":"x","来源":"s","地区":"r","网址":"l","发布时间":"2026年11月20日 20:00","收到时间":"","阅读":"10万+","转发":0,"评论":1,"点赞":"-"}
      {"Post ID":"3","正文":"x","平台":"s","区域":"r","链接":"l","ＴＩＭＥ":"2026-11-20T12:00:00Z","浏览":1e3}
      """
    let reading = try Reading(lines, name: "a.jsonl")
    var first = Post(id: "1", title: "t", text: "x")
    first.source = "s"
    first.region = "山西省/兴县"
    first.link = "l"
    first.time = Instant(seconds: 1_795_176_000)
    first.received = first.time
    first.views = 12
    first.reposts = 12_000
    first.replies = 1234
    #expect(reading.posts.first == first)
    var second = Post(id: "2", title: "t", text: "x")
    second.source = "s"
    second.region = "r"
    second.link = "l"
    second.time = first.time
    second.views = 100_000
    second.reposts = 0
    second.replies = 1
    #expect(reading.posts.dropFirst().first == second)
    var third = Post(id: "3", text: "x")
    third.source = "s"
    third.region = "r"
    third.link = "l"
    third.time = first.time
    third.views = 1000
    #expect(reading.posts.last == third)
    #expect(reading.rejects.isEmpty)
    #expect(reading.unlisted.isEmpty)
  }

  @Test("a line that is no post is a reject with its reason, and the next line is read")
  func rejects() throws {
    let cases: [(String, Reject.Reason)] = [
      ("{", .notJSON), ("[]", .notJSON), ("1", .notJSON), ("{\"text\":\"a\"} x", .notJSON),
      ("{\"text\":\"a\"", .notJSON),
      ("{\"text\":'a'}", .notJSON), ("{text:\"a\"}", .notJSON), ("{\"text\":\"a\",}", .notJSON),
      ("{\"text\":\"a}", .notJSON),
      ("{\"text\":\"\\x\"}", .notJSON), ("{\"text\":\"\\u12g4\"}", .notJSON), ("{\"text\":\"\u{1}\"}", .notJSON),
      ("{\"text\":\"a\"}\u{B}", .notJSON), ("{\"text\":\"a\",\"x\":01}", .notJSON),
      ("{\"text\":\"a\",\"x\":1.}", .notJSON),
      ("{\"text\":\"a\",\"x\":+1}", .notJSON), ("{\"text\":\"a\",\"x\":nul}", .notJSON),
      ("{\"text\":\"a\",\"x\":[1,]}", .notJSON),
      ("{\"text\":\"a\",\"x\":[1}}", .notJSON), ("{\"text\":\"a\",\"x\":{\"y\" 1}}", .notJSON),
      ("{\"text\":\"a\",\"x\":NaN}", .notJSON),
      ("{\"text\":\"\\ud800\"}", .loneSurrogate), ("{\"text\":\"\\ud800x\"}", .loneSurrogate),
      ("{\"text\":\"\\ud800\\u0041\"}", .loneSurrogate), ("{\"text\":\"\\udc00\"}", .loneSurrogate),
      ("{\"text\":\"a\",\"x\":\"\\udfff\"}", .loneSurrogate),
      ("{\"text\":\"a\",\"text\":\"b\"}", .duplicateKey), ("{\"text\":\"a\",\"内容\":\"b\"}", .duplicateKey),
      ("{\"text\":\"a\",\"te\\u0078t\":\"b\"}", .duplicateKey), ("{\"text\":null,\"text\":\"b\"}", .duplicateKey),
      ("{\"text\":\"a\",\"x\":1,\"x\":2}", .duplicateKey),
      ("{\"text\":[\"a\"]}", .wrongType), ("{\"text\":{}}", .wrongType), ("{\"text\":true}", .wrongType),
      ("{}", .noText), ("{\"id\":\"1\"}", .noText), ("{\"text\":\"\",\"title\":\" \\n\u{3000}\"}", .noText),
      ("{\"text\":null}", .noText),
      ("{\"text\":\"a\",\"time\":\"soon\"}", .badTime), ("{\"text\":\"a\",\"time\":12}", .badTime),
      ("{\"text\":\"a\",\"time\":\"03/04/2026\"}", .ambiguousDate), ("{\"text\":\"a\",\"views\":\"many\"}", .badNumber),
      ("{\"text\":\"a\",\"views\":-1}", .badNumber), ("{\"text\":\"a\",\"views\":1e400}", .badNumber),
      ("{\"text\":\"a\",\"x\":\(String(repeating: "[", count: 100_000))}", .tooDeep),
      ("{\"text\":\"a\",\"x\":\(String(repeating: "{\"a\":", count: 100_000))}", .tooDeep),
      ("{\"text\":\"a\",\"source\":\"\(String(repeating: "s", count: 5000))\"}", .tooLong),
      ("{\"text\":\"\(String(repeating: "长", count: 333_334))\"}", .tooLong),
    ]
    let text = cases.map { $0.0 + "\n" }.joined() + "{\"text\":\"ok\"}"
    let reading = try Reading(text, name: "a.jsonl")
    #expect(reading.reasons == cases.map { $0.1 } + [nil])
    for (index, reject) in reading.rejects.enumerated() {
      #expect(reject.line == index + 1)
      #expect(reject.length == cases[index].0.utf8.count)
      #expect(reject.digest == SHA256Digest(of: Array(cases[index].0.utf8)))
    }
    #expect(reading.posts.first?.id == "a.jsonl#\(cases.count + 1)")
  }

  @Test("what JSON allows is read, however odd")
  func odd() throws {
    let lines = [
      " \t{ \"text\" : \"a\" , \"x\" : [ { } , [ ] , -0.5e+3 , true , false , null ] } \r",
      "{\"text\":\"\\u0000\\\"\\\\\\/\\b\\f\\n\\r\\t\\u4e2d\\ud83d\\ude00\"}",
      "{\"te\\u0078t\":\"b\"}",
      "{\"text\":12.50}",
      "{\"id\":123456789012345678901234567890,\"text\":\"a\"}",
      "{\"text\":\"a\",\"x\":\(String(repeating: "[", count: 127))\(String(repeating: "]", count: 127))}",
      "{\"text\":\"a\",\"\":1,\"expect\":{\"level\":\"none\"}}",
      "",
      "   ",
      "{\"text\":\"\u{FEFF}\u{FFFF}\u{7F}\"}",
    ]
    let reading = try Reading(lines.joined(separator: "\n"), name: "a.jsonl")
    #expect(reading.rejects.isEmpty)
    #expect(
      reading.posts.map(\.text) == [
        "a", "\0\"\\/\u{8}\u{C}\n\r\t中😀", "b", "12.50", "a", "a", "a", "\u{FEFF}\u{FFFF}\u{7F}",
      ])
    #expect(reading.posts[4].id == "123456789012345678901234567890")
    #expect(reading.posts[7].id == "a.jsonl#10")
    #expect(reading.unlisted == ["x", ""])
  }

  @Test("one nesting more than the limit is refused")
  func deepest() throws {
    let line = "{\"text\":\"a\",\"x\":\(String(repeating: "[", count: 128))\(String(repeating: "]", count: 128))}"
    #expect(try Reading(line, name: "a.jsonl").reasons == [.tooDeep])
  }

  @Test("bytes that are not UTF-8 cost their line only, and the place of the first is told")
  func brokenUTF8() throws {
    let good = Array("{\"text\":\"好\"}\n".utf8)
    for bad in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE4, 0xB8], [0x80]] as [[UInt8]] {
      let line = Array("{\"text\":\"".utf8) + bad + Array("\"}\n".utf8)
      let reading = try Reading(good + line + good, name: "a.jsonl")
      #expect(reading.reasons == [nil, .notUTF8, nil])
      #expect(reading.rejects.first?.offset == good.count)
      #expect(reading.rejects.first?.length == line.count - 1)
      #expect(reading.rejects.first?.place == 9)
    }
  }

  @Test("a byte order mark and line ends of any kind are no part of a row")
  func marks() throws {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("{\"text\":\"a\"}\r\n{\"text\":1x}\r\n".utf8)
    let reading = try Reading(bytes, name: "a.jsonl")
    #expect(reading.posts.map(\.id) == ["a.jsonl#1"])
    #expect(reading.rejects.map(\.offset) == [17])
    #expect(reading.rejects.map(\.length) == [11])
    #expect(reading.rejects.map(\.line) == [2])
  }

  @Test("a row with more keys than rows have is refused, and columns are found behind a thousand")
  func manyKeys() throws {
    let keys = (0..<1023).map { "\"k\($0)\":\($0)" }.joined(separator: ",")
    let lines = "{\(keys),\"text\":\"a\"}\n{\(keys),\"text\":\"a\",\"more\":1}\n{\"text\":\"b\"}\n"
    let reading = try Reading(lines, name: "a.jsonl")
    #expect(reading.reasons == [nil, .tooManyKeys, nil])
    #expect(reading.unlisted == (0..<1023).map { "k\($0)" })
  }

  @Test("an empty input has no rows", arguments: ["", "\n\n", "  \r\n"])
  func empty(text: String) throws {
    #expect(try Reading(text, name: "a.jsonl").records.isEmpty)
    #expect(try Reading(text, name: "input").records.isEmpty)
  }

  @Test("whatever bytes come in, each line that is not blank is a post or a reject", arguments: Seeds.standard)
  func survivesAnything(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{", "}", "[", "]", "\"", "\\", ":", ",", "text", "\"text\"", "\"id\"", "1", "e", "-", "true", "null", "\\u",
      "d800", " ", "\n", "中",
      "\"text\":\"a\"", "{\"text\":\"b\"}\n",
    ]
    for _ in 0..<50 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if Int.random(in: 0..<12, using: &random) == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += Array(pieces.randomElement(using: &random)!.utf8)
        }
      }
      let blank: Set<UInt8> = [0x20, 9, 10, 11, 12, 13]
      let lines = bytes.split(separator: 10).filter { !$0.allSatisfy(blank.contains) }
      guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else { continue }
      #expect(try Reading(bytes, name: "a.jsonl").records.count == lines.count)
    }
  }
}
