// SPDX-License-Identifier: Apache-2.0
import FenliuPCRE2
import Testing

/// Searches `text` for `pattern` and gives the hit as text, with its groups.
private func firstMatch(_ pattern: String, in text: String, from start: Int = 0) throws -> [String?]? {
  let compiled = try CompiledPattern(pattern)
  var scratch = MatchScratch(groups: 0)
  let bytes = Array(text.utf8)
  guard try compiled.firstMatch(in: bytes.span, from: start, scratch: &scratch) != nil else { return nil }
  return (0...compiled.groupCount).map { group in
    scratch.range(ofGroup: group).map { String(decoding: bytes[$0], as: UTF8.self) }
  }
}

@Suite("A compiled regex")
struct CompiledPatternTests {
  @Test("the JIT is there, for nothing runs without it")
  func jit() { #expect(CompiledPattern.isJITAvailable) }

  @Test("a hit is given with its groups; a group that took no part is nil")
  func groups() throws {
    let found = try firstMatch("(?<months>[一二三]|\\d+)个月(没|未)发(工资)?", in: "已经三个月没发钱")
    #expect(found == ["三个月没发", "三", "没", nil])
    #expect(try CompiledPattern("(a)(?<months>b)").groupNumbers == ["months": [2]])
  }

  @Test("case is ignored, and digits are those of ASCII")
  func caseAndDigits() throws {
    #expect(try firstMatch("abc", in: "xABC") == ["ABC"])
    #expect(try firstMatch("\\d", in: "٣") == nil)
  }

  @Test("`.` stops at a line end; `$` is the end of the field and not the last line end")
  func lines() throws {
    #expect(try firstMatch("a.*", in: "abc\nd") == ["abc"])
    #expect(try firstMatch("a.*", in: "abc\r\nd") == ["abc"])
    #expect(try firstMatch("c$", in: "abc\n") == nil)
    #expect(try firstMatch("^d", in: "abc\nd") == nil)
  }

  @Test("CR LF is two characters, and a hit may begin between them")
  func carriageReturns() throws {
    #expect(try firstMatch("[^a]b", in: "\r\nb") == ["\nb"])
    #expect(try firstMatch("(?x) [^a] b | c", in: "a\r\nb") == ["\nb"])
    #expect(try firstMatch("^b|.*c", in: "\r\nbc") == ["bc"])
  }

  @Test("a look ahead takes no hit away, whatever stands between it and what it asked for")
  func lookahead() throws {
    #expect(try firstMatch("(?=,)a?,[bc]", in: ",bc") == [",b"])
    #expect(try firstMatch("(*pla:,)(?:)(a|),[bc]", in: ",bc")?.first == ",b")
    #expect(try firstMatch("(?=,)(,)没{9}", in: "11,没没没没没没没没没欠")?.first == ",没没没没没没没没没")
  }

  @Test("lookbehind sees the text before the start of the search")
  func lookbehind() throws {
    #expect(try firstMatch("(?<=欠)薪", in: "欠薪", from: 3) == ["薪"])
    #expect(try firstMatch("^薪", in: "欠薪", from: 3) == nil)
  }

  @Test(
    "a mistake in a regex is told with PCRE2's code, place and sentence",
    arguments: [
      ("(abc", 114, 4), ("[z-a]", 108, 3), ("欠(?<薪", 142, 9), ("a\\Cb", 183, 3), ("+a", 109, 0), ("{2}a", 109, 2),
    ])
  func mistakes(pattern: String, code: Int, offset: Int) throws {
    let error = try #require(CompiledPattern.error(in: pattern))
    #expect((Int(error.code), error.offset) == (code, offset), "\(error) \(error.message)")
    #expect(error.isMistakeInPattern)
    #expect(!error.message.isEmpty)
    #expect(throws: error) { try CompiledPattern(pattern) }
  }

  @Test("a search that reaches its limit is no 'no match'")
  func limit() throws {
    let pattern = try CompiledPattern("(a+)+$")
    var scratch = MatchScratch()
    let bytes = Array((String(repeating: "a", count: 40) + "b").utf8)
    #expect(throws: MatchFailure.limit) { try pattern.firstMatch(in: bytes.span, limit: 1000, scratch: &scratch) }
    #expect(scratch.range(ofGroup: 0) == nil)
    #expect(!MatchFailure.limit.message.isEmpty)
  }

  @Test("a search that uses up the stack is no 'no match'")
  func stack() throws {
    let pattern = try CompiledPattern("(?:(a|b)(c|d)?)*e")
    var scratch = MatchScratch()
    let bytes = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)
    #expect(throws: MatchFailure.stack) { try pattern.firstMatch(in: bytes.span, scratch: &scratch) }
  }

  @Test("an empty text can be searched")
  func empty() throws {
    #expect(try firstMatch("^$", in: "") == [""])
    #expect(try firstMatch("a", in: "") == nil)
  }
}
